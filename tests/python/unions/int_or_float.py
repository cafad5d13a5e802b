# A name that holds an int on one path and a float on another keeps which it is.
def area(width: int, scale: bool):
    result = width * 2
    if scale:
        result = width * 2.5
    return result


print(area(3, False), area(3, True))
total = 0
for x in [1.5, 2.5]:
    total += x
print(total)
xs = [1, 2.5, 3]
print(xs, sum(xs), max(xs))
average = 0
average = sum([1, 2]) / 2
print(average)

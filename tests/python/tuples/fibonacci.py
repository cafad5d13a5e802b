def fibonacci(n: int) -> list[int]:
    result = []
    a, b = 0, 1
    while len(result) < n:
        result.append(a)
        a, b = b, a + b
    return result


print(fibonacci(30))
x = y = z = 0
x += 1
print(x, y, z)
xs = [1, 2, 3]
i = 0
i, xs[i] = 2, 10
print(i, xs)
values = [5, 6]
values[0], values[1] = values[1], values[0]
print(values)

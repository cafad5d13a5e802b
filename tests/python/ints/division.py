# Floor division and modulo round towards minus infinity, for all signs.
def show(a: int, b: int) -> None:
    print(a, b, a // b, a % b, (a // b) * b + a % b == a)


for a in [7, -7, 6, -6, 0, 1, -1]:
    for b in [3, -3, 1, -1, 7, -7]:
        show(a, b)
print(divmod(17, 5), divmod(-17, 5), divmod(17, -5), divmod(-17, -5))
print(7 / 2, -7 / 2, 6 / 3, 1 / 3, 0 / 5)
x = 100
x //= 7
print(x)
x %= 5
print(x)
x -= 20
x //= 6
print(x)

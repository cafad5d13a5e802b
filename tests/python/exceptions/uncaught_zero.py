def ratio(a: int, b: int) -> float:
    return a / b


for b in [2, 1, 0]:
    print(ratio(10, b))

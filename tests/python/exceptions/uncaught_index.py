def last(xs: list[int]) -> int:
    return xs[len(xs)]


print("before")
print(last([1, 2, 3]))
print("never")

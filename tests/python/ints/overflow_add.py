# An int that leaves 64 bits raises OverflowError, the one difference from CPython that shows at run time.
largest = 9223372036854775807
smallest = -largest - 1
print(largest)
print(largest - 1)


def add(a: int, b: int) -> int:
    return a + b


def multiply(a: int, b: int) -> int:
    return a * b


try:
    print(add(largest, 1))
except OverflowError:
    print("caught")
try:
    print(multiply(largest, 2))
except OverflowError:
    print("caught")
try:
    print(-smallest)
except OverflowError:
    print("caught")
try:
    print(smallest // -1)
except OverflowError:
    print("caught")

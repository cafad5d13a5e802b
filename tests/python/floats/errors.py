def attempt(a: float, b: float) -> None:
    try:
        print(a / b)
    except ZeroDivisionError as error:
        print(error)


attempt(1.0, 0.0)
attempt(1.0, 4.0)
try:
    print(5 // 0)
except ZeroDivisionError as error:
    print(error)
try:
    print(5 % 0)
except ZeroDivisionError as error:
    print(error)
try:
    print(5.0 // 0)
except ZeroDivisionError as error:
    print(error)
try:
    print(float("abc"))
except ValueError as error:
    print(error)
try:
    print(int(float("nan")))
except ValueError as error:
    print(error)
try:
    print(int(float("inf")))
except OverflowError as error:
    print(error)

def attempt(kind: int) -> None:
    if kind == 0:
        raise IndexError("i")
    if kind == 1:
        raise KeyError("k")
    if kind == 2:
        raise ZeroDivisionError("z")
    if kind == 3:
        raise OverflowError("o")
    if kind == 4:
        raise NotImplementedError("n")
    if kind == 5:
        raise FileNotFoundError("f")
    raise TypeError("t")


for kind in range(7):
    try:
        attempt(kind)
    except LookupError as error:
        print("lookup", error)
    except ArithmeticError as error:
        print("arithmetic", error)
    except RuntimeError as error:
        print("runtime", error)
    except OSError as error:
        print("os", error)
    except Exception as error:
        print("other", error)
try:
    try:
        raise ValueError("first")
    finally:
        print("between")
except ValueError as error:
    print(error, repr(error))

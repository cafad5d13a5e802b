"""The name of a handler goes with it, however it is left."""

e = 5
for i in range(3):
    try:
        if i == 1:
            raise ValueError("x")
    except ValueError as e:
        continue
    print(i)
try:
    print(e)
except NameError as err:
    print("NameError:", err)

for i in range(3):
    try:
        raise ValueError("y")
    except ValueError as z:
        print(z)
        break
try:
    print(z)
except NameError as err:
    print("NameError:", err)


def left_by_break():
    for _ in range(3):
        try:
            raise ValueError("y")
        except ValueError as z:
            break
    try:
        print(z)
    except UnboundLocalError as problem:
        print(problem)


def left_by_another():
    error = "kept"
    try:
        try:
            raise KeyError("first")
        except KeyError as error:
            print(repr(error))
            raise ValueError("second")
    except ValueError as second:
        print(second)
    try:
        return error
    except UnboundLocalError as problem:
        return str(problem)


def jumps_through_finally(values):
    for value in values:
        try:
            print(10 // value)
        except ZeroDivisionError as error:
            try:
                if len(values) > 2:
                    continue
                break
            finally:
                print("still", error)
    else:
        return "all"
    return "left"


def returned():
    try:
        return int("x")
    except ValueError as error:
        return str(error)


left_by_break()
print(left_by_another())
print(jumps_through_finally([1, 0, 2]), jumps_through_finally([0]))
print(returned())
try:
    try:
        raise KeyError("k")
    except KeyError as inner:
        raise RuntimeError("r") from inner
except RuntimeError as outer:
    print(repr(outer), repr(outer.__cause__))
try:
    inner
except NameError as err:
    print("NameError:", err)

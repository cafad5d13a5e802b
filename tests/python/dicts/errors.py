d = {"a": 1}
try:
    print(d["b"])
except KeyError as error:
    print("KeyError", error)
try:
    del d["zz"]
except KeyError as error:
    print("KeyError", error)
numbers = {1: "x"}
try:
    print(numbers[2])
except KeyError as error:
    print("KeyError", error)
try:
    numbers.pop(3)
except KeyError as error:
    print("KeyError", error)
try:
    for key in numbers:
        numbers[key + 1] = "y"
except RuntimeError as error:
    print(error)

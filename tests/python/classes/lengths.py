"""A class's own length: what `len()` and the truth of an object make of it."""


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size


class Truthful(Sized):
    def __bool__(self):
        return self.size < 0


def asked(operation, value):
    try:
        return operation(value)
    except ValueError as error:
        return f"ValueError: {error}"


for size in (0, 1, -1):
    thing = Sized(size)
    print(size, asked(len, thing), asked(bool, thing), thing.__len__())
    print(asked(lambda it: "yes" if it else "no", thing), asked(lambda it: not it, thing))
    print(asked(lambda it: bool(it and 1), thing))
    print(asked(len, Truthful(size)), asked(bool, Truthful(size)))
    try:
        while thing:
            print("one round")
            break
    except ValueError as error:
        print(error)

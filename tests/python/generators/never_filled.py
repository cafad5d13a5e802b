"""A generator over a list that nothing is put into, and a variable that is assigned where its own value is missing."""


def first(xs):
    yield xs[0]


def of_nothing():
    return first([])


print("before")
try:
    for x in of_nothing():
        print(x)
except IndexError as e:
    print(e)


class Record:
    def __init__(self, other=None, number=0):
        self.other = other
        self.number = number

    def copy(self):
        return Record(self.other, self.number)


current = None


def run(rounds=3):
    global current
    current = Record()
    current.number = rounds
    current = step(current)
    return (current.number, rounds / 2)


def step(record):
    record.other = following = current.copy()
    if following.number != 3:
        record = following.copy()
    return record


def run_all(rounds=3):
    number, half = run(rounds)
    return half


print(run_all(), run_all(4))

missing = None


def use_too_early():
    global missing
    print(local)
    missing = undefined(missing)
    local = 2


use_too_early()

# `*values` where these are one of several tuples, of other lengths and with other types.
class Grid:
    def __init__(self, width, height=2):
        self.size = width * height


def area(times, width, make):
    return times * make(width).size


def double(times, number):
    return times * number * 2


def nothing(times):
    return times


JOBS = {"area": (area, 3, Grid), "double": (double, 2.5), "text": (double, "ab"), "nothing": (nothing,)}


class Runner:
    def __init__(self):
        self.times = 3

    def run(self, name, function, *args):
        print(name, function(self.times, *args))


def log(text):
    print("log", text)
    return text


runner = Runner()
for name in sorted(JOBS):
    job = JOBS[name]
    runner.run(log(name), *job)
    again = lambda *values: len(values)
    print(again(0, *job, 1), Runner().times)


def pair(first, second=0, *rest, last=None):
    return (first, second, rest, last)


for values in [(1,), ("a", 2.0), (None, True, "x", 4)]:
    print(pair(*values), pair(0, *values), pair(*values, last=log("last")))
try:
    for values in [(1,), (2, 3)]:
        print(nothing(*values[:1]))
except TypeError as error:
    print(error)

"""The order of `else` and `finally`, and what was being handled when something was raised."""

import sys


def order(n):
    log = []
    try:
        log.append("try")
        if n == 1:
            raise ValueError("v")
        if n == 2:
            return log
        if n == 3:
            raise KeyError("k")
    except ValueError:
        log.append("except")
    else:
        log.append("else")
    finally:
        log.append("finally")
        print(n, log)
    return log


for i in range(4):
    try:
        print(order(i))
    except KeyError as e:
        print("ke", e)


def loop():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("fin", i)
    else:
        print("else")
    while True:
        try:
            return "ret"
        finally:
            break
    return "after"


print(loop())


def ctx():
    try:
        try:
            1 / 0
        finally:
            [][1]
    except IndexError as e:
        print(repr(e), repr(e.__context__), e.__cause__)


ctx()


def ctx2():
    try:
        raise ValueError("a")
    except ValueError:
        try:
            raise TypeError("b") from None
        except TypeError as e:
            return e


e = ctx2()
print(repr(e), e.__cause__, repr(e.__context__), e.__suppress_context__)


def reraise():
    try:
        try:
            int("x")
        except (ValueError, TypeError) as e:
            print("handling", e)
            raise
    except ValueError as e2:
        print("again", e2, e2.__context__)


reraise()


def gen():
    yield 1
    return "done"


g = gen()
next(g)
try:
    next(g)
except StopIteration as s:
    print(s.value, s.args, repr(s))
d = {1: 1, 2: 2}
try:
    for k in d:
        d[k + 10] = 1
except RuntimeError as e:
    print(e)
s = {1, 2}
try:
    for k in s:
        s.add(k + 10)
except RuntimeError as e:
    print(e)
l = [1, 2]
for x in l:
    if len(l) < 6:
        l.append(x)
print(l)
assert True, "no"
try:
    assert 1 == 2, ("tuple", 3)
except AssertionError as e:
    print(e, repr(e), e.args)
try:
    assert 1 == 2, 42
except AssertionError as e:
    print(e, repr(e), e.args)
try:
    raise SystemExit(3)
except SystemExit as e:
    print(e.code, repr(e))
try:
    sys.exit(2)
except SystemExit as e:
    print(e.code, repr(e))
try:
    hash([1])
except TypeError as e:
    print(e)
raise SystemExit("bye")

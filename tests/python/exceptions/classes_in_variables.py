"""Classes of exceptions in variables, causes, and ways out of `finally`."""



# exc
class E(Exception):
    def __init__(self, code, msg):
        super().__init__(msg)
        self.code = code
ERRS = (ValueError, KeyError)
try:
    raise KeyError('k')
except ERRS as e:
    print(type(e).__name__, e, e.args)
try:
    raise E(5, 'bad')
except E as e:
    print(e.code, e, e.args, repr(e))
try:
    raise ValueError
except ValueError as e:
    print(repr(e), str(e) == '', e.args)
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise RuntimeError('wrapped') from e
except RuntimeError as e:
    print(e, repr(e.__cause__), e.__context__ is e.__cause__)
try:
    assert 1 == 2, 'msg %d' % 5
except AssertionError as e:
    print(e)


# fin
def f():
    try:
        return 1
    finally:
        print('fin')
def g():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            print(i)
        finally:
            print('f', i)
    return 'g'
def h():
    try:
        raise ValueError('x')
    finally:
        return 'swallowed'
print(f(), g(), h())



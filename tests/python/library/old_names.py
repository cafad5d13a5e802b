# Names of operators as methods, and of exceptions from before Python 3.3.
import operator
from operator import __add__, __getitem__, __not__

print(__add__(1, 2), __getitem__([3, 4], 1), __not__(0), operator.__mul__(3, 4), operator.__contains__([1], 1))
print(list(map(operator.__lt__, [1, 2], [2, 1])))
try:
    raise IOError("x")
except EnvironmentError as e:
    print(type(e).__name__, e)
try:
    open("/nonexistent/file")
except IOError as e:
    print(e.errno, e)
print(issubclass(ImportWarning, Warning), IOError is OSError)
try:
    raise UnicodeWarning("w")
except Warning as w:
    print(repr(w))

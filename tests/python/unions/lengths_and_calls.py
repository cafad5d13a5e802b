"""`len` and `callable` of what may be of several types."""

for x in ([1], (1,)):
    print(len(x))
fs = [lambda v: v, abs]
print(callable(fs[0]), callable(3), callable(len))

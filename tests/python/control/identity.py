"""`is` where the types tell."""



# is1
x = True
y = 5
print(x is True, x is not False, y is None, (y == 5) is True)
a = 3
b = a + 0


# is2
def f(v):
    if v is True:
        return 'T'
    if v is False:
        return 'F'
    return 'other'
print(f(True), f(False), f(1), f('x'), f(None))
s = 'abc'
t = s
print(s is t, s is not t, int is int, type(3) is int, len is len)



class Oops(Exception):
    pass

def inner(n):
    raise Oops()

def outer(n):
    return 1 + inner(n) + 2

outer(0)

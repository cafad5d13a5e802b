def f(x, acc=[]):
    acc.append(x)
    return acc


print(f(1), f(2))
K = 3


def g(a, b=K * 2, c=(1, 2), d={}):
    return a + b + c[0] + len(d)


print(g(1))

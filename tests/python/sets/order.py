# Sets give their elements in CPython's order, through growing, shrinking and every operation.
s = {5, 1, 9, 30, 8}
print(s, set([100, 3, 77]))
t = set()
for i in range(40):
    t.add(i * 37 % 101)
print(t)
state = 12345


def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 8) % n


def fuzz(rounds, span):
    a = set()
    b = set()
    for _ in range(rounds):
        op = rnd(24)
        if op < 7:
            a.add(rnd(span) - span // 3)
        elif op < 9:
            b.add(rnd(span) * 1000003)
            b.add(rnd(span))
        elif op < 13:
            a.discard(rnd(span) - span // 3)
        elif op == 13:
            if a:
                print("pop", a.pop())
        elif op == 14:
            a |= b
        elif op == 15:
            a -= b
        elif op == 16:
            b = a.copy()
        elif op == 17:
            a ^= b
        elif op == 18:
            print(a & b)
        elif op == 19:
            print(a | b)
            print(b - a)
            print(a - b)
        elif op == 20:
            print(a ^ b)
        elif op == 21:
            a.update([rnd(span) for _ in range(rnd(30))])
        elif op == 22:
            print(a, len(a), a <= b, a < b, a >= b, a == b, a.isdisjoint(b))
            b = set(a)
            if rnd(5) == 0:
                a.clear()
        else:
            a.intersection_update(range(-20, span))
            a.difference_update([rnd(span) for _ in range(rnd(30))])
            print(a.symmetric_difference([1, 2, 3, 77]))
    print(a)
    print(b)


fuzz(300, 20)
fuzz(600, 100)
fuzz(1500, 1000)
a = {1, 2, 3, 4, 5, 6}
print(a.pop(), a.pop())
a &= {3, 4, 5, 10}
a.add(1)
print(a.pop(), a)
a = {1, 2, 3, 4, 5, 6}
print(a.pop(), a.pop())
a.clear()
a.update([0, 1, 2, 3, 4])
print(a.pop(), a)
a = set(range(40))
for _ in range(20):
    a.pop()
a -= set(range(30))
a.add(1)
print(a.pop(), a)
a = {1, 2}
a.pop()
a.add(100)
for i in range(3, 10):
    a.add(i)
print(a.pop(), a)
a = {0, 1, 2, 3, 4, 5, 6}
a.pop(), a.pop()
a.intersection_update(range(4))
a.update({0, 1})
print(a.pop())


class Crowded:
    """Most of these share a hash, so that few are where they are looked for first."""

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return self.number % 3

    def __eq__(self, other):
        return self.number == other.number

    def __repr__(self):
        return f"C{self.number}"


crowd = {Crowded(number) for number in range(12)}
crowd -= {Crowded(3), Crowded(6), Crowded(7)}
print(crowd, Crowded(3) in crowd, Crowded(5) in crowd, crowd & {Crowded(1), Crowded(2)}, crowd.copy(), crowd - {Crowded(0)})
crowd.clear()
print(crowd, Crowded(1) in crowd)

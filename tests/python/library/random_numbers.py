import random
from random import Random, choice, randint

for s in (0, 1, 42, -7, 2**40 + 5, 3.25, True):
    random.seed(s)
    print(
        random.random(),
        random.getrandbits(7),
        random.getrandbits(50),
        random.randint(1, 100),
        random.randrange(10),
        random.randrange(5, 50, 7),
        random.randrange(20, 2, -3),
    )
random.seed(7)
xs = list(range(20))
random.shuffle(xs)
print(
    xs,
    random.choice(xs),
    random.choice("abc"),
    random.sample(xs, 5),
    random.sample(range(1000), 4),
    random.sample("abcdef", 6),
)
print(
    random.choices([1, 2, 3], k=5),
    random.choices("ab", weights=[1, 3], k=6),
    random.choices("xyz", cum_weights=[1, 2, 10], k=4),
    random.choices([1, 2], [0.2, 0.8], k=3),
)
print(
    random.uniform(1, 10),
    random.uniform(-1.5, 2.5),
    random.gauss(0, 1),
    random.gauss(5.0, 2.0),
    random.gauss(0, 1),
    random.normalvariate(0, 1),
    random.expovariate(1.5),
    random.triangular(0, 10, 3),
    random.triangular(),
)
print(
    random.lognormvariate(0, 0.5),
    random.betavariate(2, 3),
    random.gammavariate(0.5, 2.0),
    random.gammavariate(3.0, 1.0),
    random.gammavariate(1.0, 1.0),
    random.paretovariate(3),
    random.weibullvariate(1, 2),
    random.vonmisesvariate(1, 2),
)
print(random.sample(["a", "b"], 3, counts=[2, 2]))
r = Random(99)
q = Random(99)
print(
    r.random() == q.random(),
    r.randint(0, 1000000000000),
    choice([4]),
    0 <= randint(3, 9) <= 9,
)
try:
    random.randint(5, 1)
except ValueError as e:
    print(e)
try:
    choice([])
except IndexError as e:
    print(e)
try:
    random.sample([1], 2)
except ValueError as e:
    print(e)
total = 0
for _ in range(100000):
    total += random.randrange(1000)
print(total)
random.seed()
print(0.0 <= random.random() < 1.0)


def flip(n: int) -> list[str]:
    return ["H" if random.random() < 0.5 else "T" for _ in range(n)]


random.seed(3)
print(flip(8), [[random.randint(0, 9) for _ in range(3)] for _ in range(2)])

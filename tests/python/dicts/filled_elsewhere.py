"""Variables of a module that hold what comes out of a dictionary which functions fill."""

handlers = {}


def register(name, weight):
    handlers[name] = weight


register("a", 1)
register("b", 3)
for name, weight in handlers.items():
    print(name, weight)
for pair in handlers.items():
    print(pair)
pairs = sorted(handlers.items(), key=lambda item: -item[1])
best, score = pairs[0]
print(best.upper(), score + 1, pairs)
more = [value + 1 for value in handlers.values()]
for key, value in zip(handlers.keys(), more):
    print(key, value)

names = ["ann", "bob", "cy"]
for name in names:
    print(name)
for i, name in enumerate(names):
    print(i, name)
for i, name in enumerate(names, 1):
    print(i, name)
for name, age in zip(names, [30, 25, 41]):
    print(name, age)
for name in reversed(names):
    print(name, end=" ")
print()
for i in range(len(names) - 1, -1, -1):
    print(i, names[i])
# A list that grows while it is iterated.
queue = [1]
for n in queue:
    if n < 20:
        queue.append(n * 2)
print(queue)
pairs = [(1, "one"), (2, "two")]
for number, word in pairs:
    print(number, word)
print(any([False, True]), all([True, False]), any([]), all([]))
print(all([n > 0 for n in [1, 2]]), any([n > 5 for n in [1, 2]]))
stack = []
for token in "3 4 + 2 *".split():
    if token == "+":
        stack.append(stack.pop() + stack.pop())
    elif token == "*":
        stack.append(stack.pop() * stack.pop())
    else:
        stack.append(int(token))
print(stack)

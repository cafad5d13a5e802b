for i in range(3):
    print(i)
else:
    print("finished")
for i in range(10):
    if i == 2:
        continue
    if i == 5:
        break
    print(i)
else:
    print("not printed")
n = 0
while n < 3:
    n += 1
else:
    print("while done", n)
while True:
    n += 1
    if n > 10:
        break
print(n)
for i in range(2, 20, 5):
    print(i, end=" ")
print()
for i in range(5, 0, -2):
    print(i, end=" ")
print()
for i in range(3, 3):
    print("never")
print(
    list(range(-3, 3)),
    len(range(0, 100, 7)),
    14 in range(0, 100, 7),
    15 in range(0, 100, 7),
)
for i in range(3):
    for j in range(3):
        if j == i:
            break
        print(i, j)
    else:
        print("no break", i)
i = 10
for i in range(3):
    pass
print(i)
found = None
for candidate in [4, 6, 7, 8]:
    if candidate % 2:
        found = candidate
        break
print(found)
limit = 5
for k in range(limit):
    limit = 2
print(k, limit)

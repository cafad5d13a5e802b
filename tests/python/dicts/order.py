# Insertion order survives deletion, replacement and growth.
d: dict[int, int] = {}
for i in range(20):
    d[i * 7 % 20] = i
print(d)
for i in range(0, 20, 3):
    del d[i]
print(d)
d[0] = 100
d[1] = 101
print(d)
big: dict[int, int] = {}
for i in range(10000):
    big[i * 31 % 10007] = i
for i in range(5000):
    big.pop(i * 31 % 10007)
print(len(big), sum(big.values()))
first = 0
for key in big:
    first = key
    break
print(first)
words: dict[str, list[str]] = {}
for word in ["apple", "avocado", "bean", "cherry", "beet", "corn"]:
    if word[0] not in words:
        words[word[0]] = []
    words[word[0]].append(word)
print(words)

"""Variables of a module made, in steps, of what functions put into containers."""

counts = {}
seen = []
groups = {}


def count(text):
    for letter in text:
        counts[letter] = counts.get(letter, 0) + 1


def note(value):
    seen.append(value)
    groups.setdefault(value % 2, []).append(value)


count("hello world")
pairs = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
best, score = pairs[0]
(_, second), *others = pairs[1:]

for number in (5, 7, 4):
    note(number)
largest = max(seen)
odd = groups[1]
first_odd = odd[0]


def show():
    print(best.upper(), score + 1, second, others[0])
    print(largest * 2, first_odd - 1, odd)


show()

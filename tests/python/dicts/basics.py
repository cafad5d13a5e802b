ages = {"ann": 30, "bob": 25}
ages["cy"] = 41
ages["ann"] += 1
print(ages, len(ages), ages["bob"])
print("ann" in ages, "zed" in ages, "zed" not in ages)
print(ages.get("bob"), ages.get("zed"), ages.get("zed", 0))
for name in ages:
    print(name, ages[name])
for name, age in ages.items():
    print(name, age)
print(list(ages.keys()), list(ages.values()), list(ages.items()))
print(ages.pop("bob"), ages)
print(ages.pop("nobody", -1))
del ages["ann"]
print(ages)
ages.update({"dan": 1, "cy": 2})
print(ages)
print(ages.setdefault("eve", 9), ages.setdefault("dan", 9), ages)
copy = ages.copy()
copy.clear()
print(copy, ages, bool(copy))
print({1: "a", 2: "b"} == {2: "b", 1: "a"}, {1: 2} == {1: 3})
print({}, {1: [1, 2], 2: []}, {(1, 2): "pair"}, {True: 1.5}, {None: 0})
counts: dict[str, int] = {}
for c in "abracadabra":
    counts[c] = counts.get(c, 0) + 1
print(counts)
print(sorted(counts), sum(counts.values()), max(counts.values()))

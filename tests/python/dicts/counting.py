counts = {}
for w in ["a", "b", "a"]:
    counts[w] = counts.get(w, 0) + 1
print(counts)
for k, v in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])):
    print(f"{k:<8}{v:>3}")
inv = {}
for k, v in counts.items():
    inv.setdefault(v, []).append(k)
print(inv)

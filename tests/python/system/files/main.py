text = open("poem.txt", encoding="utf-8").read()
print(len(text), text.count("\n"))
for number, line in enumerate(open("poem.txt", encoding="utf-8")):
    print(number, repr(line), line.strip().title())
total = 0
for line in open("poem.txt", encoding="utf-8"):
    total += len(line.split())
print(total)
f = open("poem.txt", encoding="utf-8")
print(f.readline().strip())
print(f.read()[:10])
f.close()
lines = open("poem.txt", encoding="utf-8").read().splitlines()
print(len(lines), lines[-1])
try:
    open("missing.txt")
except FileNotFoundError as error:
    print("missing:", error)
except OSError as error:
    print("other", error)
with open("poem.txt", encoding="utf-8") as poem:
    print(poem.readline(), end="")

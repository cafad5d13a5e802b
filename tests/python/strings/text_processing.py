def caesar(text: str, shift: int) -> str:
    result = []
    for c in text:
        if "a" <= c <= "z":
            result.append(chr((ord(c) - ord("a") + shift) % 26 + ord("a")))
        elif "A" <= c <= "Z":
            result.append(chr((ord(c) - ord("A") + shift) % 26 + ord("A")))
        else:
            result.append(c)
    return "".join(result)


def run_length(text: str) -> str:
    if not text:
        return ""
    out = ""
    previous = text[0]
    count = 1
    for c in text[1:]:
        if c == previous:
            count += 1
        else:
            out += previous + str(count)
            previous = c
            count = 1
    return out + previous + str(count)


def word_lengths(text: str) -> dict[str, int]:
    lengths: dict[str, int] = {}
    for word in text.split():
        lengths[word.strip(".,!?")] = len(word)
    return lengths


secret = caesar("Hello, World!", 3)
print(secret, caesar(secret, -3))
print(run_length("aaabbbccd"), run_length(""), run_length("x"))
print(word_lengths("The quick, brown fox jumps!"))
numbers = "3 1 4 1 5 9 2 6"
print(sum([int(n) for n in numbers.split()]))
vowels = 0
for c in "programming language":
    if c in "aeiou":
        vowels += 1
print(vowels)
print("-" * 20)
lines = "b 2\na 1\nc 3".split("\n")
lines.sort()
for line in lines:
    key, value = line.split()
    print(f"{key:>5} = {value}")

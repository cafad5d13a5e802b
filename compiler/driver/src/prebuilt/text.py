import string
import sys


def main() -> None:
    text = "Hello, World " + str(len(sys.argv))
    print(text.lower(), text.upper(), text.strip(), text.lstrip(), text.rstrip(), text.title(), text.capitalize(), text.swapcase())
    print(text.split(), text.split(","), text.split(",", 1), text.rsplit(" ", 1), text.splitlines(), text.partition(","), ", ".join(text.split()))
    print(text.replace("l", "L"), text.find("o"), text.rfind("o"), text.index("o"), text.count("l"), text.startswith("He"), text.endswith("d"))
    print(text.isdigit(), text.isalpha(), text.isalnum(), text.isspace(), text.isupper(), text.islower(), text.isnumeric())
    print(text[0], text[-1], text[1:3], text[::-1], text[2:], text[:-1], text * 2, text + "!", len(text), "o" in text, text == "x", text < "y")
    print(text.center(20, "*"), text.ljust(20), text.rjust(20), text.zfill(20), text.strip(".,"), text.removeprefix("He"), text.expandtabs())
    print(f"{text!r} {text:>20} {text:<20} {text:^20} {text:*^20}", repr(text), "%s %10s %-10s" % (text, text, text), "{} {!r}".format(text, text))
    print("".join(reversed(text)), "".join(sorted(text)), [c for c in text], list(text), ascii(text), hash(text) == hash(text), text.encode(), "\n".join(["a"]))
    print(string.ascii_lowercase, string.digits, text.translate(str.maketrans("ab", "cd")), min(text), max(text), sorted(text.split(), key=str.lower))
    built = ""
    for letter in text:
        built += letter
        built += chr((ord(letter) - 97 + 3) % 26 + 97)
    print(built, text.casefold(), text.isidentifier(), " ".join(word.capitalize() for word in text.split()))
    data = text.encode()
    print(data, data[0], data.decode(), bytes([1, 2]), bytearray(b"ab"), data.hex(), data[1:])
    print(input() if len(sys.argv) > 5 else "")
    for line in sys.stdin if len(sys.argv) > 5 else []:
        print(line.rstrip("\n"))
    if len(sys.argv) > 5:
        with open("x.txt") as file:
            for line in file:
                print(line.strip())
            print(file.read(), file.readlines())
        with open("x.txt", "w", encoding="utf-8") as file:
            file.write("x\n")


main()

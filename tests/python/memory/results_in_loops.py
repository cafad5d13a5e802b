"""Results of calls that may raise, in loops whose handlers go on: each is released once."""


def parts(lines):
    for line in lines:
        try:
            key, value = line.split("=")
            print(key, int(value))
        except ValueError as e:
            print("skipped:", e)


def last(texts, suffix):
    found = []
    for text in texts:
        try:
            found = text.split("a")
            found.append(suffix)
        except Exception as e:
            suffix += str(e)
        finally:
            lengths = {part: len(part) for part in found}
            print(lengths)
    return found


def unused(text):
    for number in [1, 2]:
        try:
            words = text.split("a")
        except ValueError:
            print("never")
    return text


def chosen(items, separator):
    count = 0
    while count < 3:
        count += 1
        try:
            words = items[count].split(separator) if count != 2 else items[count].rsplit(separator, 1)
        except (IndexError, ValueError) as e:
            print(type(e).__name__, e)
            continue
        print(words)


parts(["a=1", "b", "c=x", "d=4"])
print(last(["banana", "", "xyz"], "!"))
print(unused("banana"))
chosen(["a b", "c,d", "e,f,g"], ",")
chosen(["a b", "c,d", "e,f,g"], "")

"""`shlex`: the words of command lines."""

import shlex

lines = [
    "a b  c",
    "a 'b c' \"d e\" f\\ g",
    "",
    "  ",
    "a#b #c d",
    "'a",
    'a "b',
    "a\\",
    'x="y z"w',
    "'' \"\"",
    '"a\\"b\\c" \'d\\e\'',
    "é 'ü'",
    "a\nb\tc",
]
lines += ['"a\\\nb"', "a\\\nb", '"a\\', "a # b 'c\nd", "#", "a\x0bb", '"#" #"']
for line in lines:
    for comments in (False, True):
        try:
            print(repr(line), comments, shlex.split(line, comments=comments))
        except ValueError as error:
            print(repr(line), comments, error)
words = ["", "a b", "a'b", "safe-_./:@%+=,x", "é", "$x", "a\nb", "'", "~", "*", "A1"]
print([shlex.quote(word) for word in words])
print(shlex.join(words), shlex.split(shlex.join(words)) == words, shlex.join([]) == "")

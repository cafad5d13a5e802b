# Indexing, slicing and length count code points.
s = "naïve café – 日本語 🎉!"
print(s, len(s))
print(s[2], s[-2], s[13:16], s[::-1])
print(s.upper(), s.find("日"), s.count("é"), s.split())
for c in "aé日🎉":
    print(c, ord(c), len(c))
print("é" == "\u00e9", "\N{GREEK SMALL LETTER ALPHA}", "\x41", "\U0001f600")
print("ÄÖÜ".lower(), "straße".upper(), "ß".isalpha(), "Ω".islower())
print("日本" < "日本語", "z" < "é")
print(
    [
        "é",
        "日",
        "🎉",
        "\n",
        "\t",
        "\x00",
        "\\",
        "'",
        '"',
        'it\'s "both"',
        "\x7f",
        "\u200b",
    ]
)
print(repr("tab\there"), repr("it's"), repr('say "hi"'), repr("both ' and \""))
print("á".center(5, "*"), "日".rjust(3) + "|")

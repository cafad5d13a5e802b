"""`unicodedata`: what Unicode says of characters."""

import unicodedata
from unicodedata import category, name, normalize

for letter in "aÀ é½²٣Ⅻ㊗中가한ﬁ\u0301\u0345\n\x00\xad\u200b\ud7ff🎉𝔸":
    print(
        repr(letter),
        category(letter),
        unicodedata.bidirectional(letter),
        unicodedata.east_asian_width(letter),
        unicodedata.combining(letter),
        unicodedata.mirrored(letter),
        unicodedata.decomposition(letter),
        unicodedata.decimal(letter, -1),
        unicodedata.digit(letter, None),
        unicodedata.numeric(letter, "none"),
        name(letter, None),
    )
for text in ("", "plain", "Ångström", "e\u0301\u0323", "e\u0323\u0301", "한글", "ﬁ²½", "\u1100\u1161\u11a8", "\u0344", "q\u0307\u0323", "㍿", "\u0f73"):
    forms = [normalize(form, text) for form in ("NFC", "NFD", "NFKC", "NFKD")]
    print([form.encode() for form in forms], [unicodedata.is_normalized(form, text) for form in ("NFC", "NFD", "NFKC", "NFKD")])
print("".join(letter for letter in normalize("NFD", "Crème Brûlée à la façon") if not unicodedata.combining(letter)))
for form in ("NFX", ""):
    try:
        print(repr(normalize(form, "")), normalize(form, "é"))
    except ValueError as error:
        print(error)
for ask in (unicodedata.decimal, unicodedata.digit, unicodedata.numeric, name):
    try:
        print(ask("\n"))
    except ValueError as error:
        print(error)
for ask in (category, unicodedata.bidirectional, unicodedata.combining, unicodedata.decomposition):
    for wrong in ("", "ab"):
        try:
            print(ask(wrong))
        except TypeError as error:
            print(error)
print(unicodedata.unidata_version)

# Many characters, as a sum
total = 0
for code in list(range(0, 0xD800, 13)) + list(range(0xE000, 0x32000, 29)) + list(range(0xE0000, 0xE0200, 7)):
    letter = chr(code)
    text = category(letter) + unicodedata.bidirectional(letter) + unicodedata.east_asian_width(letter) + unicodedata.decomposition(letter)
    text += name(letter, "-") + str(unicodedata.numeric(letter, 0)) + str(unicodedata.digit(letter, -1))
    for unit in text:
        total = (total * 31 + ord(unit)) % 1000000007
    total += unicodedata.combining(letter) * 7 + unicodedata.mirrored(letter)
    for form in ("NFC", "NFKD"):
        for unit in normalize(form, letter):
            total = (total * 17 + ord(unit)) % 1000000007
print(total)

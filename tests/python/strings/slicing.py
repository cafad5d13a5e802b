s = "abcdefghij"
print(
    s[0],
    s[-1],
    s[3],
    s[2:5],
    s[:3],
    s[7:],
    s[-3:],
    s[:-3],
    s[::2],
    s[1::3],
    s[::-1],
    s[8:2:-2],
    s[5:2],
    s[100:],
    s[-100:3],
)
for i in range(len(s)):
    print(s[i], end=" ")
print()
for c in "héllo":
    print(c, end="|")
print()


def is_palindrome(text: str) -> bool:
    cleaned = ""
    for c in text.lower():
        if c.isalnum():
            cleaned += c
    return cleaned == cleaned[::-1]


print(is_palindrome("A man, a plan, a canal: Panama"), is_palindrome("not one"))
try:
    print(s[10])
except IndexError as error:
    print(error)
try:
    print(s[-11])
except IndexError as error:
    print(error)

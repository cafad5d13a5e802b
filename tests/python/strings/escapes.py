print("a\tb\\c'd\"e")
print("line one\nline two")
print(r"raw \n stays")
print("""triple
  quoted "text"
""")
print("concatenated")
print(
    "long \
continued"
)
print("\101\x42\u0043")
print("""it's""")

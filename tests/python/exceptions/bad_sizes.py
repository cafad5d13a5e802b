"""Sizes that no memory has, wherever a size is given."""

for size in (10**15, 10**17):
    for name in ("str", "bytes", "bytearray", "ljust", "range", "format", "tuple", "percent", "zfill", "lists", "replace"):
        try:
            if name == "str":
                print(len("ab" * size))
            elif name == "bytes":
                print(len(b"ab" * size))
            elif name == "bytearray":
                print(len(bytearray(size)))
            elif name == "ljust":
                print(len("x".ljust(size)))
            elif name == "range":
                print(len(list(range(size))))
            elif name == "format":
                print(len(f"{1:{size}}"))
            elif name == "tuple":
                print(len((1, 2) * size))
            elif name == "percent":
                print(len("%*d" % (size, 1)))
            elif name == "zfill":
                print(len("x".zfill(size)))
            elif name == "lists":
                print(len([[]] * size))
            else:
                print(len(("a" * 10**6).replace("a", "b" * size)))
        except MemoryError as e:
            print(name, e)

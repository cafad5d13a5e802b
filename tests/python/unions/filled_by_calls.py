"""Attributes that were None when they were tested, and are filled by a call since."""

class A:
    def __init__(self):
        self.x = None
        self.y: int | None = None

    def fill(self):
        self.x = 5
        self.y = 6

    def get(self):
        if self.x is None:
            self.fill()
        return self.x

    def get2(self):
        if self.y is None:
            self.fill()
            return self.y
        return -1

    def get3(self):
        if self.x is None:
            self.fill()
            return self.x
        return -1

    def get4(self):
        while self.y is None:
            self.fill()
            print(self.y)
        return self.y


print(A().get())
for m in ("get2", "get3", "get4"):
    a = A()
    try:
        print(getattr(a, m)())
    except Exception as e:
        print("EXC", type(e), e)

"""`__new__`, and `__init_subclass__`."""


class Plugin:
    registry = {}
    name = "base"

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.registry[cls.__name__] = cls
        print("registered", cls.__name__)

    def run(self, x):
        raise NotImplementedError


class Double(Plugin):
    name = "double"

    def run(self, x):
        return x * 2


class Square(Plugin):
    name = "square"

    def run(self, x):
        return x * x


class Cube(Square):
    def run(self, x):
        return super().run(x) * x


for name in sorted(Plugin.registry):
    p = Plugin.registry[name]()
    print(name, p.name, p.run(7))


class Unique:
    _made = {}

    def __new__(cls, key, extra=0):
        if key in cls._made:
            return cls._made[key]
        obj = super().__new__(cls)
        cls._made[key] = obj
        return obj

    def __init__(self, key, extra=0):
        self.key = key
        self.extra = extra


a, b, c = Unique("a", 1), Unique("b"), Unique("a", extra=5)
print(a is c, a is b, a.extra, c.key, len(Unique._made))


class Base:
    def __new__(cls, *args):
        print("new", cls.__name__, args)
        self = super().__new__(cls)
        self.n = len(args)
        return self


class Derived(Base):
    def __init__(self, *args):
        self.args = args


d = Derived(1, 2)
print(d.n, d.args, type(d).__name__, Base().n)


class Even:
    def __new__(cls, n):
        if n % 2:
            return None
        return object.__new__(cls)

    def __init__(self, n):
        self.n = n


e = Even(4)
print(Even(3), e.n if e is not None else "none")


class Singleton:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance


print(Singleton() is Singleton())


class Config:
    _instance = None

    @classmethod
    def get(cls):
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance

    @staticmethod
    def reset():
        Config._instance = None

    def __init__(self):
        self.values = {}


print(Config.get() is Config.get())
Config.get().values["a"] = 1
print(Config.get().values)
Config.reset()
print(Config.get().values)


class Counted:
    count = 0

    def __new__(cls, *args, **kwargs):
        cls.count += 1
        obj = super().__new__(cls)
        return obj

    def __init__(self, x, y=2):
        self.x = x
        self.y = y


a = Counted(1)
b = Counted(2, y=5)
print(Counted.count, a.x, b.y)

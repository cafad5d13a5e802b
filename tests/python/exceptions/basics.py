class AppError(Exception):
    pass


class NotFound(AppError):
    def __init__(self, name: str) -> None:
        super().__init__(f"{name} was not found")
        self.name = name


def find(name: str) -> int:
    if name == "missing":
        raise NotFound(name)
    if name == "bad":
        raise ValueError("bad name")
    if name == "app":
        raise AppError("general")
    return len(name)


for name in ["ok", "missing", "bad", "app"]:
    try:
        print("found", find(name))
    except NotFound as error:
        print("not found:", error, error.name)
    except (ValueError, KeyError) as error:
        print("value:", error)
    except AppError as error:
        print("app:", error, repr(error))
    else:
        print("else")
    finally:
        print("finally")


def nested() -> str:
    try:
        try:
            raise KeyError("inner")
        except KeyError:
            raise RuntimeError("outer")
    except RuntimeError as error:
        return str(error)


print(nested())


def reraise() -> None:
    try:
        raise ValueError("again")
    except ValueError:
        print("passing on")
        raise


try:
    reraise()
except Exception as error:
    print("caught", error, type(error).__name__)
try:
    raise AppError
except AppError as error:
    print("no message", str(error) == "", repr(error))
print(
    repr(ValueError("x")), str(KeyError("k")), repr(Exception()), str(Exception("a", 1))
)

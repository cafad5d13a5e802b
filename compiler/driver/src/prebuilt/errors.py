import sys


class AppError(Exception):
    pass


class CodedError(AppError):
    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


def fail(kind: int) -> int:
    if kind == 0:
        raise ValueError("wrong value")
    if kind == 1:
        raise AppError("wrong")
    if kind == 2:
        raise CodedError("coded", 3)
    if kind == 3:
        raise KeyError("key")
    if kind == 4:
        raise TypeError(f"wrong type {kind}")
    if kind == 5:
        raise IndexError
    if kind == 6:
        raise NotImplementedError
    if kind == 7:
        raise RuntimeError("stopped") from None
    if kind == 8:
        raise ZeroDivisionError("zero")
    assert kind < 100, "large"
    assert kind < 101
    return [1, 2][kind] + {1: 2}[kind] + int("x") + 1 // (kind - 9) + {"a": 1}["b"]


def main() -> None:
    for kind in range(11):
        try:
            print(fail(kind))
        except CodedError as error:
            print(error, error.code, repr(error), error.args)
        except (ValueError, KeyError) as error:
            print("value", error, repr(error), type(error).__name__)
        except ZeroDivisionError as error:
            print(error)
        except AppError as error:
            print(f"{error}", str(error))
        except Exception as error:
            print(error, type(error), isinstance(error, IndexError))
        else:
            print("fine")
        finally:
            print("done")
    try:
        iterator = iter([1])
        print(next(iterator), next(iterator, None))
        next(iterator)
    except StopIteration:
        sys.exit(0)


if __name__ == "__main__":
    main()

def zipped[A, B](xs: list[A], ys: list[B]) -> list[tuple[A, B]]:
    result: list[tuple[A, B]] = []
    for i in range(min(len(xs), len(ys))):
        result.append((xs[i], ys[i]))
    return result


def by_length(words: list[str]) -> dict[int, list[str]]:
    groups: dict[int, list[str]] = {}
    for word in words:
        groups.setdefault(len(word), []).append(word)
    return groups


def doubled[T](xs: list[T]) -> list[T]:
    return [x + x for x in xs]


def backwards[T](xs: list[T]) -> list[T]:
    return xs[::-1]


class Registry[K, V]:
    def __init__(self) -> None:
        self.entries: dict[K, V] = {}

    def put(self, key: K, value: V) -> None:
        self.entries[key] = value

    def get(self, key: K) -> V | None:
        return self.entries.get(key)


print(zipped(["a", "b", "c"], [1, 2]))
print(by_length(["x", "yy", "z"]))
print(doubled([1, 2, 3]))
print(backwards([1, 2, 3]))
registry = Registry[str, int]()
registry.put("two", 2)
print(registry.get("two"), registry.get("three"))

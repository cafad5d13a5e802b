def bubble_sort(xs: list[int]) -> list[int]:
    xs = xs[:]
    for i in range(len(xs)):
        swapped = False
        for j in range(len(xs) - 1 - i):
            if xs[j] > xs[j + 1]:
                xs[j], xs[j + 1] = xs[j + 1], xs[j]
                swapped = True
        if not swapped:
            break
    return xs


def quick_sort(xs: list[int]) -> list[int]:
    if len(xs) <= 1:
        return xs
    pivot = xs[len(xs) // 2]
    return (
        quick_sort([x for x in xs if x < pivot])
        + [x for x in xs if x == pivot]
        + quick_sort([x for x in xs if x > pivot])
    )


def merge_sort(xs):
    if len(xs) <= 1:
        return xs
    middle = len(xs) // 2
    left, right = merge_sort(xs[:middle]), merge_sort(xs[middle:])
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]


def sift(xs: list[int], start: int, end: int) -> None:
    root = start
    while 2 * root + 1 < end:
        child = 2 * root + 1
        if child + 1 < end and xs[child] < xs[child + 1]:
            child += 1
        if xs[root] >= xs[child]:
            return
        xs[root], xs[child] = xs[child], xs[root]
        root = child


def heap_sort(xs: list[int]) -> list[int]:
    xs = xs.copy()
    for start in range(len(xs) // 2 - 1, -1, -1):
        sift(xs, start, len(xs))
    for end in range(len(xs) - 1, 0, -1):
        xs[0], xs[end] = xs[end], xs[0]
        sift(xs, 0, end)
    return xs


def insertion_sort(xs: list[int]) -> list[int]:
    result = list(xs)
    for i in range(1, len(result)):
        value = result[i]
        j = i - 1
        while j >= 0 and result[j] > value:
            result[j + 1] = result[j]
            j -= 1
        result[j + 1] = value
    return result


seed = 12345
data = []
for _ in range(200):
    seed = (seed * 1103515245 + 12345) % 2147483648
    data.append(seed % 1000)
expected = sorted(data)
print(
    bubble_sort(data) == expected,
    quick_sort(data) == expected,
    merge_sort(data) == expected,
)
print(heap_sort(data) == expected, insertion_sort(data) == expected)
print(merge_sort(["pear", "fig", "apple"]), merge_sort([2.5, -1.0]), expected[:5])

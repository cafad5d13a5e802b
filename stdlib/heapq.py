"""Lists as heaps: no element is less than the one at half its place."""

__all__ = ["heapify", "heappop", "heappush", "heappushpop", "heapreplace", "merge", "nlargest", "nsmallest"]


def _rise(heap, start: int, position: int) -> None:
    """Move an element towards the front, past those that are greater."""
    item = heap[position]
    while position > start:
        parent = (position - 1) >> 1
        if not item < heap[parent]:
            break
        heap[position] = heap[parent]
        position = parent
    heap[position] = item


def _sink(heap, position: int) -> None:
    """Move an element to the end along the lesser ones, then back to where it belongs."""
    start = position
    end = len(heap)
    item = heap[position]
    child = 2 * position + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[position] = heap[child]
        position = child
        child = 2 * position + 1
    heap[position] = item
    _rise(heap, start, position)


def heappush(heap, item) -> None:
    """Add an element."""
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap):
    """Remove the least element and give it.

    >>> heappop([1, 3, 2])
    1
    """
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    least = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return least


def heapreplace(heap, item):
    """Remove the least element and give it, then add another."""
    if not heap:
        raise IndexError("index out of range")
    least = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return least


def heappushpop(heap, item):
    """Add an element, then remove the least and give it."""
    if heap and heap[0] < item:
        least = heap[0]
        heap[0] = item
        _sink(heap, 0)
        return least
    return item


def heapify(heap) -> None:
    """Make a list a heap."""
    for position in range(len(heap) // 2 - 1, -1, -1):
        _sink(heap, position)


def nsmallest(n: int, iterable, key=None):
    """Give the `n` least elements, in order."""
    return sorted(iterable, key=key)[: max(n, 0)]


def nlargest(n: int, iterable, key=None):
    """Give the `n` greatest elements, the greatest first."""
    return sorted(iterable, key=key, reverse=True)[: max(n, 0)]


def merge(*iterables, key=None, reverse: bool = False):
    """Give the elements of several sorted iterables, in order.

    >>> list(merge([1, 4], [2, 3]))
    [1, 2, 3, 4]
    """
    sources = [iter(list(iterable)) for iterable in iterables]
    waiting = []
    for place, source in enumerate(sources):
        for value in source:
            waiting.append((place, value))
            break
    while len(waiting) > 0:
        best = 0
        for at in range(1, len(waiting)):
            if _comes_first(waiting[at][1], waiting[best][1], key, reverse):
                best = at
        place, value = waiting[best]
        yield value
        found = False
        for following in sources[place]:
            waiting[best] = (place, following)
            found = True
            break
        if not found:
            del waiting[best]


def _comes_first(left, right, key, reverse: bool) -> bool:
    if key is None:
        return right < left if reverse else left < right
    else:
        return key(right) < key(left) if reverse else key(left) < key(right)

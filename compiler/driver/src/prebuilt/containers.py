import bisect
import heapq
from collections import Counter, defaultdict, deque
from dataclasses import dataclass
from itertools import combinations, permutations, product


@dataclass
class Point:
    x: int
    y: float
    name: str = ""


class Node:
    def __init__(self, value: int) -> None:
        self.value = value
        self.children: list["Node"] = []


def lists() -> None:
    numbers = [3, 1, 2]
    numbers.append(4)
    numbers.extend([5, 6])
    numbers.insert(0, 7)
    numbers.sort()
    numbers.sort(reverse=True)
    numbers.reverse()
    numbers.remove(7)
    numbers += [numbers.pop(), numbers.pop(0), numbers.index(3), numbers.count(1)]
    numbers[1:2] = [8, 9]
    del numbers[0]
    print(numbers, sorted(numbers), numbers[1:3], numbers[::-1], numbers * 2, numbers == [1], 3 in numbers, sum(numbers), min(numbers), max(numbers))
    reals = [1.5, 2.5]
    reals.append(3.5)
    reals.sort()
    reals[0] += 1
    print(reals, sorted(reals), sum(reals), reals[1:], reals[::-1], reals * 2, max(reals), min(reals))
    words = ["b", "a"]
    words.append("c")
    words.extend(["d"])
    words.insert(0, "e")
    words.sort()
    words.sort(key=len)
    words.reverse()
    print(words, sorted(words), words[1:], words[::-1], words + ["x"], "a" in words, words.index("a"), words.pop(), words == ["a"], max(words))
    flags = [True] * 10
    flags[1] = False
    print(flags, flags.count(True), any(flags), all(flags))
    pairs = [(1, 2), (3, 4)]
    pairs.append((5, 6))
    pairs.sort()
    print(pairs, sorted(pairs), pairs[0], (1, 2) in pairs, pairs.pop())
    named = [("a", 1), ("b", 2)]
    named.append(("c", 3))
    named.sort()
    print(named, sorted(named, reverse=True), named[::-1])
    grid = [[0] * 3 for _ in range(3)]
    grid[1][2] = 1
    grid.append([1, 2, 3])
    print(grid, [row[:] for row in grid], [list(row) for row in zip(*grid)])
    maps = [[0.0] * 3 for _ in range(3)]
    maps[1][2] = 1.0
    print(maps)
    points = [Point(1, 2.0), Point(2, 3.0, "b")]
    points.append(Point(3, 4.0))
    print(points, points[0] == points[1], points.pop())
    root = Node(1)
    root.children.append(Node(2))
    for index, (number, word) in enumerate(zip(numbers, words)):
        print(index, number, word)
    print(list(range(5)), list(map(str, numbers)), [n for n in numbers if n % 2], tuple(numbers), list("abc"), list(reversed(numbers)))


def dicts() -> None:
    counts: dict[str, int] = {}
    for word in ["a", "b", "a"]:
        counts[word] = counts.get(word, 0) + 1
        counts[word] += 1
    print(counts, sorted(counts), sorted(counts.items()), list(counts.keys()), list(counts.values()), "a" in counts, len(counts), counts.pop("a"))
    for key, value in counts.items():
        print(key, value)
    counts.setdefault("z", 1)
    counts.update({"y": 2})
    del counts["z"]
    print(sorted(counts.items(), key=lambda item: -item[1]), max(counts, key=lambda key: counts[key]), counts == {}, dict(counts))
    names = {1: "a", 2: "b"}
    names[3] = "c"
    print(names, names[1], names.get(4), names.get(4, "none"), 1 in names, sorted(names))
    squares = {n: n * n for n in range(5)}
    squares[7] = 1
    squares[7] += 1
    print(squares, squares[2], squares.get(9, 0), sum(squares.values()), 2 in squares, squares.items())
    texts = {"a": "x"}
    texts["b"] = "y"
    print(texts, texts["a"], texts.get("c"), "a" in texts)
    graph: dict[str, list[str]] = {"a": ["b"]}
    graph["b"] = []
    graph["a"].append("c")
    print(graph, graph["a"], graph.get("z", []), "a" in graph)
    edges: dict[int, list[int]] = {1: [2]}
    edges[2] = [1]
    edges[1].append(3)
    print(edges, edges[1], edges.get(3, []))
    places: dict[tuple[int, int], int] = {}
    places[1, 2] = 3
    print(places, (1, 2) in places, places.get((0, 0), 0), places[1, 2])
    totals: dict[str, float] = {}
    totals["a"] = totals.get("a", 0.0) + 1.5
    print(totals, totals["a"], sorted(totals.items()))
    groups: defaultdict[str, list[str]] = defaultdict(list)
    groups["a"].append("b")
    tally: defaultdict[str, int] = defaultdict(int)
    tally["a"] += 1
    near: defaultdict[int, list[int]] = defaultdict(list)
    near[1].append(2)
    print(dict(groups), dict(tally), near[1], groups.items(), sorted(tally.items()))
    letters = Counter("hello")
    digits = Counter([1, 2, 1])
    print(letters, letters.most_common(2), letters["l"], digits, digits.most_common())


def sets() -> None:
    numbers = {1, 2}
    numbers.add(3)
    numbers.discard(1)
    numbers.update([4])
    print(numbers, 2 in numbers, numbers | {9}, numbers & {2}, numbers - {2}, numbers ^ {2}, sorted(numbers), len(numbers), numbers <= {1}, set([1]))
    words = {"a"}
    words.add("b")
    words.remove("b")
    print(words, "a" in words, words | {"c"}, words & {"a"}, words - {"a"}, sorted(words), set("ab"))
    seen = {(1, 2)}
    seen.add((3, 4))
    print((1, 2) in seen, len(seen), sorted(seen))


def others() -> None:
    queue = deque([1, 2])
    queue.append(3)
    queue.appendleft(0)
    print(queue.popleft(), queue.pop(), len(queue), queue)
    todo = deque([(1, 2)])
    todo.append((3, 4))
    print(todo.popleft(), len(todo))
    waiting = deque(["a"])
    waiting.append("b")
    print(waiting.popleft(), waiting)
    heap = [3, 1]
    heapq.heapify(heap)
    heapq.heappush(heap, 2)
    print(heapq.heappop(heap))
    best = [(1, 2)]
    heapq.heappush(best, (0, 1))
    print(heapq.heappop(best))
    costs = [(1.5, "a")]
    heapq.heappush(costs, (0.5, "b"))
    print(heapq.heappop(costs))
    print(bisect.bisect_left([1, 2], 2), bisect.bisect([1, 2], 2))
    print(list(combinations([1, 2, 3], 2)), list(permutations([1, 2])), list(product([1], [2])))


lists()
dicts()
sets()
others()

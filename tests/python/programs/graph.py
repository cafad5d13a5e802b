class Graph:
    def __init__(self) -> None:
        self.edges: dict[str, list[tuple[str, int]]] = {}

    def connect(self, a: str, b: str, weight: int) -> None:
        self.edges.setdefault(a, []).append((b, weight))
        self.edges.setdefault(b, []).append((a, weight))

    def shortest(self, start: str) -> dict[str, int]:
        distances: dict[str, int] = {start: 0}
        done: dict[str, bool] = {}
        while True:
            nearest: str | None = None
            for node, distance in distances.items():
                if node not in done and (
                    nearest is None or distance < distances[nearest]
                ):
                    nearest = node
            if nearest is None:
                return distances
            done[nearest] = True
            for neighbour, weight in self.edges[nearest]:
                candidate = distances[nearest] + weight
                if neighbour not in distances or candidate < distances[neighbour]:
                    distances[neighbour] = candidate

    def breadth_first(self, start: str) -> list[str]:
        seen = [start]
        queue = [start]
        while queue:
            node = queue.pop(0)
            for neighbour, _ in self.edges[node]:
                if neighbour not in seen:
                    seen.append(neighbour)
                    queue.append(neighbour)
        return seen

    def depth_first(self, node: str, seen: list[str]) -> list[str]:
        seen.append(node)
        for neighbour, _ in self.edges[node]:
            if neighbour not in seen:
                self.depth_first(neighbour, seen)
        return seen


graph = Graph()
for line in "A B 4,A C 2,B C 1,B D 5,C D 8,C E 10,D E 2,D F 6,E F 3".split(","):
    a, b, weight = line.split()
    graph.connect(a, b, int(weight))
for node, distance in sorted(graph.shortest("A").items()):
    print(f"{node}: {distance:3}")
print(graph.breadth_first("A"), graph.depth_first("A", []))

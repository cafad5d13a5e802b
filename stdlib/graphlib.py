"""What has to come before what."""

__all__ = ["CycleError", "TopologicalSorter"]


class CycleError(ValueError):
    """Nodes of which each has to come before itself: the second argument has them."""


class TopologicalSorter[T]:
    """Puts the nodes of a graph in an order in which each comes behind those that it needs.

    >>> list(TopologicalSorter({"shirt": ["skin"], "coat": ["shirt"]}).static_order())
    ['skin', 'shirt', 'coat']
    """

    # How many nodes each one still waits for; how far each has come below zero.
    _waits: dict[T, int]
    _followers: dict[T, list[T]]
    _ready: list[T]
    _is_prepared: bool
    _passed: int
    _finished: int

    def __init__(self, graph=None) -> None:
        self._waits = {}
        self._followers = {}
        self._ready = []
        self._is_prepared = False
        self._passed = 0
        self._finished = 0
        if graph is not None:
            for node, needed in graph.items():
                self._add(node, list(needed))

    def add(self, node: T, *predecessors) -> None:
        """Add a node with those that have to come before it."""
        needed: list[T] = []
        for other in predecessors:
            needed.append(other)
        self._add(node, needed)

    def _add(self, node: T, needed: list[T]) -> None:
        if self._is_prepared:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._know(node)
        self._waits[node] += len(needed)
        for other in needed:
            self._know(other)
            self._followers[other].append(node)

    def _know(self, node: T) -> None:
        if node not in self._waits:
            self._waits[node] = 0
            self._followers[node] = []

    def prepare(self) -> None:
        """End adding nodes; raise a `CycleError` if no order is possible."""
        if self._is_prepared:
            raise ValueError("cannot prepare() more than once")
        self._is_prepared = True
        for node, count in self._waits.items():
            if count == 0:
                self._ready.append(node)
        cycle = self._cycle()
        if len(cycle) > 0:
            raise CycleError("nodes are in a cycle", cycle)

    def _cycle(self) -> list[T]:
        """Give nodes of which each has to come before the next one, the first one also last; nothing if there are none."""
        seen: set[T] = set()
        for start in self._waits:
            if start in seen:
                continue
            # The way from the start to here, and which of its followers is next for each node on it.
            way: list[T] = [start]
            places: list[int] = [0]
            seen.add(start)
            while len(way) > 0:
                followers = self._followers[way[-1]]
                if places[-1] == len(followers):
                    way.pop()
                    places.pop()
                    continue
                node = followers[places[-1]]
                places[-1] += 1
                if node in way:
                    return [*way[way.index(node) :], node]
                if node not in seen:
                    seen.add(node)
                    way.append(node)
                    places.append(0)
        return []

    def get_ready(self) -> tuple[T, ...]:
        """Give the nodes that nothing is missing for, each once."""
        if not self._is_prepared:
            raise ValueError("prepare() must be called first")
        result = tuple(self._ready)
        for node in result:
            self._waits[node] = -1
        self._passed += len(result)
        self._ready = []
        return result

    def is_active(self) -> bool:
        """Say whether there is more to come."""
        if not self._is_prepared:
            raise ValueError("prepare() must be called first")
        return self._finished < self._passed or len(self._ready) > 0

    def __bool__(self) -> bool:
        return self.is_active()

    def done(self, *nodes) -> None:
        """Say that nodes are done, which others may have waited for."""
        if not self._is_prepared:
            raise ValueError("prepare() must be called first")
        for node in nodes:
            self._finish(node)

    def _finish(self, node: T) -> None:
        if node not in self._waits:
            raise ValueError(f"node {node!r} was not added using add()")
        state = self._waits[node]
        if state >= 0:
            raise ValueError(f"node {node!r} was not passed out (still not ready)")
        if state == -2:
            raise ValueError(f"node {node!r} was already marked done")
        self._waits[node] = -2
        self._finished += 1
        for follower in self._followers[node]:
            self._waits[follower] -= 1
            if self._waits[follower] == 0:
                self._ready.append(follower)

    def static_order(self):
        """Give all nodes in order."""
        self.prepare()
        while self.is_active():
            group = self.get_ready()
            for node in group:
                yield node
            for node in group:
                self._finish(node)

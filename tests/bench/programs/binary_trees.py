"""Builds binary trees and counts their nodes: one that lives long, and many that don't.

pyc run --release tests/bench/programs/binary_trees.py [DEPTH]
"""

import sys


class Node:
    def __init__(self, left: "Node | None", right: "Node | None") -> None:
        self.left = left
        self.right = right

    def count(self) -> int:
        total = 1
        if self.left is not None:
            total += self.left.count()
        if self.right is not None:
            total += self.right.count()
        return total


def build(depth: int) -> Node:
    if depth == 0:
        return Node(None, None)
    return Node(build(depth - 1), build(depth - 1))


def main() -> None:
    depth = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    lasting = build(depth)
    for level in range(4, depth + 1, 2):
        times = 1 << (depth - level + 4)
        total = 0
        for _ in range(times):
            total += build(level).count()
        print(f"{times} trees of depth {level}: {total} nodes")
    print(f"lasting tree of depth {depth}: {lasting.count()} nodes")


main()

# RUN: %pyc build --release -o %t %s
# RUN: %faults %t lists | FileCheck %s

# Lists that come and go lie on the same pages each time.
import sys


# CHECK: lists: 0
def main(rounds: int) -> None:
    total = 0
    for start in range(rounds):
        row = [start] * 50_000
        other = row[1:]
        total += len(other) + other[-1]
    assert total > 0


main(int(sys.argv[2]))

# RUN: %pyc build --release --emit llvm %s | FileCheck %s

# What takes memory takes it from a list of free blocks, without a call where there is one.


def turned(count: int) -> int:
    row = [count, count + 1, count + 2]
    return len(row[::-1]) + row[0]


# CHECK: @pyc_free_blocks = external hidden
# CHECK: load ptr, ptr {{.*}}@pyc_free_blocks

for i in range(3):
    print(turned(i))

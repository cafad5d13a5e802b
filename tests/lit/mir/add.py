# RUN: %pyc build --emit mir %s | FileCheck %s
def add(a: int, b: int) -> int:
    return a + b


print(add(1, 2))
# CHECK: fn @{{.*}}add

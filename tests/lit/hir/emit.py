# RUN: %pyc build --emit hir %s | FileCheck %s
# CHECK-LABEL: module emit:
# CHECK: def double
total = 0


# CHECK-LABEL: def double(x: int) -> int
# CHECK: return
def double(x: int) -> int:
    return x + x


total = double(2)

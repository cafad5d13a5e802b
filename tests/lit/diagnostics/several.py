# Independent errors are all reported, each once, in the order of the text.
# RUN: %exits 1 %pyc check %s 2>&1 | FileCheck %s
def total(values: list[int]) -> int:
    return summ(values)


# CHECK: error[E0{{[0-9]+}}]: {{.*}}summ
# CHECK: several.py:4:12
x: int = "text"
# CHECK: warning[E0301]
# CHECK: several.py:[[@LINE-2]]:10
print(total("x"))
# CHECK: warning[E0301]
# CHECK: several.py:[[@LINE-2]]:13
# CHECK: 1 error;

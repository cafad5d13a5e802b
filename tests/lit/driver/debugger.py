# A debugger stops at lines of the source and names them.
# RUN: %pyc build --debug %s -o %t
# RUN: gdb --batch --nx -ex "break debugger.py:10" -ex run -ex "info source" -ex backtrace %t 2>&1 | FileCheck %s
# CHECK: Breakpoint 1, {{.*}}debugger.py:10
# CHECK: total = n * 3
# CHECK: #0 {{.*}}debugger.py:10
# CHECK: #1 {{.*}}debugger.py:14
def triple(n: int) -> int:
    print("in triple")
    total = n * 3
    return total


print(triple(14))

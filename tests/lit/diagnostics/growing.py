# Types that grow without end are a diagnostic.
# RUN: %exits 1 %pyc check %s 2>&1 | FileCheck %s
# CHECK: error[E03{{[0-9]+}}]
def nest(value, depth):
    def show():
        return str(value)

    while depth > 0:
        value = (value,)
        depth -= 1
    return show()


print(nest(1, 3))

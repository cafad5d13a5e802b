# Types that grow without end are a diagnostic.
# RUN: %exits 1 %pyc check %s 2>&1 | FileCheck %s
# CHECK: error[E03{{[0-9]+}}]
def collect(first, *items):
    def show():
        return len(items)

    while len(items) < first:
        items = (first,) + items
    return show()


print(collect(3))

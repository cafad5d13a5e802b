"""`graphlib`: orders in which nodes come behind those that they need."""

from graphlib import CycleError, TopologicalSorter

graph = {"D": {"B", "C"}, "C": ["A"], "B": ["A"]}
print(list(TopologicalSorter({"D": ["B", "C"], "C": ["A"], "B": ["A"]}).static_order()))
print(list(TopologicalSorter({3: [2, 2], 2: [1], 5: []}).static_order()), set(TopologicalSorter(graph).static_order()) == set("ABCD"))
sorter = TopologicalSorter()
sorter.add("coat", "shirt", "shoes")
sorter.add("shoes", "socks")
sorter.add("shirt")
sorter.add("hat")
sorter.prepare()
while sorter.is_active():
    ready = sorter.get_ready()
    print(ready, bool(sorter), sorter.get_ready())
    for node in ready:
        sorter.done(node)
print(sorter.is_active())
for edges in ({1: [2], 2: [3], 3: [1]}, {"a": ["a"]}, {0: [1], 1: [2, 5], 2: [3], 3: [1], 5: []}):
    try:
        print(list(TopologicalSorter(edges).static_order()))
    except CycleError as error:
        print(error.args[0], error.args[1], isinstance(error, ValueError))
for wrong in ("early", "twice", "unknown", "not ready", "done", "late"):
    sorter = TopologicalSorter({"b": ["a"]})
    try:
        if wrong == "early":
            sorter.get_ready()
        sorter.prepare()
        if wrong == "twice":
            sorter.prepare()
        if wrong == "unknown":
            sorter.done("z")
        if wrong == "not ready":
            sorter.done("b")
        if wrong == "late":
            sorter.add("c")
        sorter.get_ready()
        sorter.done("a")
        sorter.done("a")
    except ValueError as error:
        print(wrong, "-", error)

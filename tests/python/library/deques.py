from collections import deque

queue = deque([1, 2, 3])
queue.append(4)
queue.appendleft(0)
print(queue, len(queue), queue.popleft(), queue.pop(), list(queue))
queue.extend([7, 8])
queue.extendleft([5, 6])
print(queue, queue[0], queue[-1], 7 in queue, 99 in queue, queue.count(7))
queue.rotate(2)
print(queue)
queue.rotate(-1)
print(queue)
queue[1] = 42
print(queue, queue == deque([8, 42]), queue.copy() == queue)
queue.reverse()
print(queue)
queue.clear()
print(queue, bool(queue))
try:
    queue.pop()
except IndexError as e:
    print(e)
last = deque(maxlen=3)
for i in range(6):
    last.append(i)
print(last, last.maxlen)
last.appendleft(9)
print(last)
graph = {1: [2, 3], 2: [4], 3: [4], 4: []}
order = []
pending = deque()
pending.append(1)
seen = {1}
while pending:
    node = pending.popleft()
    order.append(node)
    for other in graph[node]:
        if other not in seen:
            seen.add(other)
            pending.append(other)
print(order)
for i in range(100):
    queue.append(i)
    if i % 3 == 0:
        queue.popleft()
print(len(queue), queue[0], sum(queue))
try:
    queue[1000]
except IndexError as e:
    print(e)
d = deque([1, 2, 3, 2])
d.insert(1, 9)
d.insert(-1, 8)
d.insert(100, 7)
print(d, d.index(2), d.index(2, 3), list(reversed(d)))
d.remove(2)
del d[0]
del d[-1]
print(
    d,
    d + deque([0]),
    d * 2,
    d == deque([9, 3, 8, 2]),
    d == [9],
    d < deque([10]),
    d >= deque([9]),
    d != deque(),
)
d += [5, 6]
d.extend(d)
d.extendleft(deque([1, 2]))
print(d)
for attempt in range(4):
    try:
        if attempt == 0:
            d.remove(77)
        elif attempt == 1:
            d.index(77)
        elif attempt == 2:
            del d[99]
        else:
            deque([1], maxlen=1).insert(0, 2)
    except (ValueError, IndexError) as e:
        print(type(e).__name__, e)


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


queue = deque([Noted("a"), Noted("b"), Noted("c"), Noted("d")])
taken = queue.popleft()
print("took", taken.name)
taken = None
queue.pop()
queue.rotate(1)
queue.clear()
print(len(queue))

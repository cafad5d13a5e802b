import queue
import threading
import time

log = []


def producer(q, n):
    for i in range(n):
        q.put(i)
        time.sleep(0.02)
    q.put(None)


def consumer(q):
    while True:
        item = q.get()
        if item is None:
            q.task_done()
            break
        log.append(item * 10)
        q.task_done()


q = queue.Queue(maxsize=2)
threads = [threading.Thread(target=producer, args=(q, 5)), threading.Thread(target=consumer, args=(q,))]
for t in threads:
    t.start()
q.join()
for t in threads:
    t.join()
print(log, q.qsize(), q.empty())

cond = threading.Condition()
items = []


def wait_item():
    with cond:
        cond.wait_for(lambda: len(items) > 0)
        print("got", items.pop())


t = threading.Thread(target=wait_item)
t.start()
time.sleep(0.05)
with cond:
    items.append("x")
    cond.notify()
t.join()

barrier = threading.Barrier(3, action=lambda: print("all here"))
order = []


def meet(i):
    time.sleep(0.05 * i)
    order.append(barrier.wait())


ts = [threading.Thread(target=meet, args=(i,)) for i in range(3)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(sorted(order))

sem = threading.Semaphore(2)
active = []
most = 0


def limited(i):
    global most
    with sem:
        active.append(i)
        most = max(most, len(active))
        time.sleep(0.02)
        active.remove(i)


ts = [threading.Thread(target=limited, args=(i,), name=f"w{i}") for i in range(5)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(most, active, [t.name for t in ts])

lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=0.01), lock.release(), lock.locked())
try:
    lock.release()
except RuntimeError as e:
    print(e)
rlock = threading.RLock()
with rlock:
    with rlock:
        print("twice")
try:
    rlock.release()
except RuntimeError as e:
    print(e)
try:
    threading.Condition().notify()
except RuntimeError as e:
    print(e)
try:
    threading.Thread(target=print).join()
except RuntimeError as e:
    print(e)


def show(*words, sep=" "):
    print(sep.join(words))


t = threading.Thread(target=show, args=("a", "b"), kwargs={"sep": "-"})
t.start()
t.join()
try:
    t.start()
except RuntimeError as e:
    print(e)
try:
    threading.Semaphore(-1)
except ValueError as e:
    print(e)
b = threading.BoundedSemaphore(1)
try:
    b.release()
except ValueError as e:
    print(e)
timer = threading.Timer(0.05, print, ["timer"])
timer.start()
timer.join()
cancelled = threading.Timer(10, print, ["never"])
cancelled.start()
cancelled.cancel()
cancelled.join()
e = threading.Event()
print(e.wait(0.01), e.is_set(), e.set(), e.wait())
print(threading.Thread(name="n", daemon=True).daemon, threading.current_thread().name, threading.active_count())


def leaves():
    raise SystemExit(3)


t = threading.Thread(target=leaves)
t.start()
t.join()


def generate(n):
    for i in range(n):
        time.sleep(0.01)
        yield i


results = {}


def use(name):
    results[name] = sum(generate(5))


ts = [threading.Thread(target=use, args=(c,)) for c in "abc"]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(sorted(results.items()))


def collect(into, named, start):
    for i in range(start, start + 3):
        into.append(i)
        named[f"n{i}"] = i


into = []
named = {}
ts = [threading.Thread(target=collect, args=(into, named, 10 * k)) for k in range(2)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(into, named)


def last():
    time.sleep(0.05)
    print("the last one")


threading.Thread(target=last).start()
print("main ends")

import concurrent.futures
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait


def square(n, plus=0):
    time.sleep(0.2 * (4 - n))
    return n * n + plus


def fails():
    raise ValueError("no")


with ThreadPoolExecutor(max_workers=4) as pool:
    futures = {pool.submit(square, n): n for n in range(1, 4)}
    for future in as_completed(futures):
        print(futures[future], future.result())
    print(list(pool.map(square, [3, 2, 1])), list(pool.map(lambda a, b: a + b, "ab", "cd")))
    f = pool.submit(square, 3, plus=5)
    print(f.done(), f.result(), f.done(), f.exception())
    g = pool.submit(fails)
    try:
        g.result()
    except ValueError as e:
        print("raised", e)
    print(repr(g.exception()))
    done, not_done = wait([f, pool.submit(square, 2)])
    print(len(done), len(not_done))
try:
    pool.submit(square, 1)
except RuntimeError as e:
    print(e)
with concurrent.futures.ThreadPoolExecutor(1) as one:
    slow = one.submit(time.sleep, 0.3)
    late = one.submit(square, 1)
    print(late.cancel(), late.cancelled(), slow.cancel())
    try:
        slow.result(timeout=0.01)
    except concurrent.futures.TimeoutError as e:
        print("too slow", repr(e))
try:
    ThreadPoolExecutor(0)
except ValueError as e:
    print(e)

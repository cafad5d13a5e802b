import base64
import time
from base64 import b64encode, b64decode

for d in [b"", b"a", b"ab", b"abc", b"abcd", bytes(range(256)), "h\u00e9".encode()]:
    e = b64encode(d)
    print(
        e,
        b64decode(e) == d,
        base64.urlsafe_b64encode(d),
        base64.b16encode(d)[:10],
        base64.b16decode(base64.b16encode(d)) == d,
        base64.urlsafe_b64decode(base64.urlsafe_b64encode(d)) == d,
    )
print(b64decode("YWJj"), b64decode(b"YW Jj\n"))
for bad in ["YWJ", "Y", "YQ="]:
    try:
        print(b64decode(bad))
    except ValueError as err:
        print(type(err).__name__, err)
t = time.time()
p = time.perf_counter()
time.sleep(0.01)
print(
    time.time() - t >= 0.009,
    time.perf_counter() > p,
    t > 1.6e9,
    time.monotonic() > 0,
    time.process_time() >= 0,
    time.perf_counter_ns() > 0,
)

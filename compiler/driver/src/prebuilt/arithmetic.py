import math
import random
import sys
import time


def main() -> None:
    number, real, flag = len(sys.argv), 1.5 * len(sys.argv), len(sys.argv) > 1
    maybe = number if flag else None
    print(number, real, flag, None, maybe, -number, number // 3, number % 3, number / 3, real // 2, real % 2, number**2, real**2, real**0.5)
    print(str(number), str(real), repr(number), repr(real), str(flag), f"{number}", f"{real}", f"{flag}", f"{maybe}")
    print(f"{number:5d} {number:05d} {number:,} {number:x} {number:b} {number:>5} {real:.2f} {real:8.3f} {real:e} {real:g} {real:.1%} {number:.2f}")
    print("%d %s %.2f %5d %x %r" % (number, number, real, number, number, real))
    print("{} {:d} {:.2f} {:>5}".format(number, number, real, number))
    print(int("12"), int(real), int("ff", 16), float("1.5"), float(number), round(real), round(real, 2), abs(-number), abs(-real))
    print(bin(number), hex(number), oct(number), chr(97), ord("a"), divmod(number, 3), pow(number, 3), pow(number, 3, 7), bool(number))
    print(number & 3, number | 3, number ^ 3, ~number, number << 3, number >> 1, number.bit_length())
    print(min(number, 3), max(number, 3), min(real, 1.0), max(1, 2, 3), sum([1, 2]), sum([1.5]), sum(n * n for n in range(3)))
    print(math.sqrt(real), math.sin(real), math.cos(real), math.pi, math.floor(real), math.ceil(real), math.gcd(4, 6), math.log(real), math.exp(real))
    print(math.factorial(5), math.isqrt(17), math.inf, math.hypot(3.0, 4.0), math.atan2(1.0, 2.0), math.comb(5, 2), math.log2(8.0), math.log10(10.0))
    random.seed(1)
    values = [1, 2, 3]
    random.shuffle(values)
    print(random.random(), random.randint(1, 6), random.choice(values), random.uniform(1.0, 2.0), random.randrange(5), random.sample(values, 2))
    print(time.time() > 0, time.perf_counter() > 0)
    print((1, 2.5, "a"), (1,), (number, real), [(1, "a")], [None, 1], [1.5, None])
    print(number, real, sep=", ", end="\n", flush=True)
    print(number, file=sys.stderr)
    sys.stdout.write("done\n")


main()

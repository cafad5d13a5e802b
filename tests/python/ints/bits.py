# Shifts and bit operations on numbers of both signs.
for value in [0, 1, 5, 255, -1, -2, -255]:
    print(
        value,
        value & 15,
        value | 8,
        value ^ 3,
        ~value,
        value << 3,
        value >> 1,
        value >> 70,
    )
print(1 << 62, -1 << 62, 1 << 0)
flags = 0
flags |= 1 << 3
flags |= 1 << 5
flags &= ~(1 << 3)
flags ^= 3
flags <<= 2
flags >>= 1
print(flags)
print(True & False, True | False, True ^ True, True & 3, True + True)


def popcount(n: int) -> int:
    count = 0
    while n:
        n &= n - 1
        count += 1
    return count


print([popcount(n) for n in range(20)])
print(bin(10), bin(-10), bin(0), hex(255), hex(-255), oct(8), oct(0))
print((255).bit_length(), (0).bit_length(), (-256).bit_length())

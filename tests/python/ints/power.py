# ** with ints, floats and both; pow() with a modulus.
print(2**10, 2**0, 0**0, (-2) ** 3, (-3) ** 2, 7**1)
print(2**62, (-2) ** 63)
print(2**-1, 4**-2, (-2) ** -3)
print(2.0**3, 2**0.5, 9**0.5, 10.0**-2)
print(-(2**2), (-2) ** 2)
print(2**3**2)
base = 3
base **= 4
print(base)
print(pow(3, 4), pow(3, 200, 13), pow(2, 10, 1000))


def power(b: int, e: int) -> int:
    result = 1
    while e > 0:
        if e & 1:
            result *= b
        e >>= 1
        if e > 0:
            b *= b
    return result


print(power(3, 13) == 3**13, power(7, 22) == 7**22)

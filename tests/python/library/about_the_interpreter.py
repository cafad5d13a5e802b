import sys

print(sys.version_info >= (3, 8), sys.version_info[0], sys.version_info.major, sys.version_info[:2], sys.version_info.releaselevel)
print(sys.version_info < (3,), sys.version_info > (3, 10, 0), sys.version_info)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.min, sys.float_info.dig, sys.float_info.mant_dig, sys.float_info.radix)
print(sys.int_info.bits_per_digit, sys.maxunicode, sys.byteorder, sys.platform, sys.getrecursionlimit())
print(sys.implementation.name, sys.hexversion >= 0x03080000, sys.getdefaultencoding(), sys.getfilesystemencoding())
print(sys.hash_info.modulus, sys.hash_info.width, sys.float_repr_style, sys.intern("abc"))
print(sys.maxsize, type(sys.version), sys.version.startswith("3.11"), sys.version.split()[0].split("."))
sys.set_int_max_str_digits(0)
sys.setrecursionlimit(5000)
print(sys.getrecursionlimit())
try:
    sys.setrecursionlimit(0)
except ValueError as e:
    print(e)
print(sys.api_version)
if sys.version_info < (3, 0):
    print("old")
sys.stdout.flush()
sys.stderr.flush()

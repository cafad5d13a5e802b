# args: one "two three" 4
import sys

print(len(sys.argv), sys.argv[1:])
for i, argument in enumerate(sys.argv[1:]):
    print(i, argument, len(argument))
print(int(sys.argv[3]) * 2)

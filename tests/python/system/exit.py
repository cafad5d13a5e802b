import sys


def leave(code: int) -> None:
    print("leaving")
    sys.exit(code)


try:
    sys.exit(3)
except SystemExit as error:
    print("caught", error.code)
try:
    leave(5)
finally:
    print("cleanup")

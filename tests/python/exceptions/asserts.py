def check(n: int) -> str:
    assert n > 0
    assert n < 100, f"{n} is too large"
    return "ok"


print(check(5))
try:
    check(-1)
except AssertionError as error:
    print("AssertionError", repr(str(error)))
try:
    check(500)
except AssertionError as error:
    print("AssertionError", error)
assert check(1) == "ok", "never shown"
assert False, "the end"

def fail() -> None:
    raise RuntimeError


try:
    fail()
finally:
    print("cleanup runs")

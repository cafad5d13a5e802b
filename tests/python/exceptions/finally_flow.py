def returns() -> int:
    try:
        return 1
    finally:
        print("cleanup")


def overrides() -> str:
    for i in range(5):
        try:
            if i == 2:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("finally", i)
    return "done"


def nested(fail: bool) -> str:
    try:
        try:
            if fail:
                raise ValueError("x")
            return "fine"
        finally:
            print("inner")
    except ValueError:
        return "handled"
    finally:
        print("outer")


print(returns())
print(overrides())
print(nested(False), nested(True))
log: list[str] = []


def work(n: int) -> int:
    try:
        log.append("start")
        return 10 // n
    except ZeroDivisionError:
        log.append("zero")
        return -1
    else:
        log.append("unreachable")
    finally:
        log.append("end")


print(work(3), work(0), log)
try:
    pass
except ValueError:
    print("never")
else:
    print("else runs")
while True:
    try:
        break
    finally:
        print("leaving")

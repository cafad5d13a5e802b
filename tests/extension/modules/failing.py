"""A module whose top raises."""


class Unready(RuntimeError):
    pass


def ready() -> bool:
    return state[0]


state = [True]
if len(state) == 1:
    raise Unready("not today")

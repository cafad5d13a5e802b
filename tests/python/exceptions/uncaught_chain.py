try:
    int("x")
except ValueError as error:
    raise KeyError("while handling") from error

f"{x["a"]}"
f'{f"{f'{f"{1}"}'}"}'
f"{'\n'.join(xs)}"
f"{
    x  # a comment
    + 1
}"
f"{x!r:>{width}.{precision}}"
f"""{
    a
    = }"""
f"{lambda_} {{}} \N{BULLET} {x:{'{'}>10} {x!=y}"

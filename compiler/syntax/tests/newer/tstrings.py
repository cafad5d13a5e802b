t"plain"
t"a {x} b {y!r:>{w}}"
rt'{ x + 1 = }' t"{z:.2f}"

name = "Ann"
age = 30
pi = 3.14159265
print(
    f"{name} is {age}", f"{name!r} {name!s}", f"{age + 1}", f"{{braces}}", f"{'nested'}"
)
print(f"[{age:5}] [{age:<5}] [{age:>5}] [{age:^5}] [{age:05}] [{age:+}] [{-age:06}]")
print(f"[{name:6}] [{name:>6}] [{name:^7}] [{name:*^9}] [{name:.2}] [{name:>8.1}]")
print(
    f"[{pi:.2f}] [{pi:8.3f}] [{pi:<8.1f}] [{pi:08.2f}] [{pi:+.1f}] [{pi:.0f}] [{pi:e}] [{pi:.3e}] [{pi:g}] [{pi:.3g}] [{pi:10}]"
)
print(f"{1234567:,} {1234567.891:,.2f} {1234567:_} {0.256:.1%} {1:%}")
print(
    f"{255:x} {255:X} {255:o} {255:b} {255:#x} {255:#b} {255:08b} {10:c}"
    if False
    else f"{255:x} {255:X} {255:o} {255:b} {255:#x} {255:#b} {255:08b}"
)
print(f"{True} {None} {[1, 2]} {(1,)} { {'a': 1} }")
print(f"{age=} {pi=:.2f} {name=}")
width = 10
precision = 3
print(f"[{pi:{width}.{precision}f}] [{name:>{width}}] [{name:{'^'}{width}}]")
print(
    f"{'yes' if age > 18 else 'no'} {len(name)} {name.upper()} {[n for n in range(3)]}"
)
print(f"multi {age} part {name} plain")
print(f"{age:d} {-5:d} {5: d} {1e10:.1f} {1e-7} {100000.0:g} {1e20:g} {0.0001:g}")
print(f"""triple {name}
line {age}""")
print(f"{12345.678:12,.1f}|{'é':>3}|{'日本':*<4}")
print(f"{float('inf')} {float('nan'):5} {-0.0}")

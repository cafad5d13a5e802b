"""`cmath`: on numbers of all sizes and signs."""

import cmath
import math
import random
from cmath import exp, phase, polar, rect, sqrt


def each(z) -> None:
    for function in (cmath.sqrt, cmath.exp, cmath.log, cmath.log10, cmath.phase, cmath.polar):
        try:
            print(function(z), end=" ")
        except Exception as e:
            print(type(e).__name__, e, end=" ")
    for function in (cmath.sin, cmath.cos, cmath.tan, cmath.sinh, cmath.cosh, cmath.tanh):
        try:
            print(function(z), end=" ")
        except Exception as e:
            print(type(e).__name__, e, end=" ")
    for function in (cmath.asin, cmath.acos, cmath.atan, cmath.asinh, cmath.acosh, cmath.atanh):
        try:
            print(function(z), end=" ")
        except Exception as e:
            print(type(e).__name__, e, end=" ")
    print(cmath.isnan(z), cmath.isinf(z), cmath.isfinite(z))


parts = [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 3e-9, 1e-310, -1e155, 1e300, 709.5, -1.7e308]
for a in parts:
    for b in parts:
        each(complex(a, b))
for x in (2, -3, True, 0.25, -1.5):
    each(x)
random.seed(3)
for _ in range(150):
    each(complex(random.uniform(-3, 3), random.gauss(0, 2)))

print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj)
print(rect(2, math.pi / 3), rect(1, 0), rect(-1.5, 2), rect(0, 5), rect(1, -0.0), polar(-1), phase(-1 - 0.0j), phase(-1))
print(cmath.log(8, 2), cmath.log(1j, 10), cmath.log(-2.5, 1 + 1j), sqrt(-1), exp(1j * math.pi))
print(cmath.isclose(1 + 1j, 1 + 1.0000000001j), cmath.isclose(1, 1.1), cmath.isclose(1j, 0, abs_tol=2), cmath.isclose(cmath.inf, cmath.inf))
for z in (complex(math.inf, 1), complex(2, math.nan), complex(-math.inf, math.nan)):
    print(cmath.isnan(z), cmath.isinf(z), cmath.isfinite(z), cmath.log(complex(math.inf, -1)), cmath.phase(z))
for call in (lambda: cmath.log(0), lambda: cmath.log10(0j), lambda: cmath.log(2, 0), lambda: cmath.isclose(1, 2, rel_tol=-1)):
    try:
        print(call())
    except ValueError as e:
        print(e)
roots = [rect(1, 2 * math.pi * k / 5) for k in range(5)]
print(roots, sum(roots), [abs(z) for z in roots])

# Numbers that are not finite
parts = (-math.inf, -2.5, -0.0, 0.0, 0.5, math.inf, math.nan)
for function in (cmath.exp, cmath.cosh, cmath.sinh, cmath.tanh, cmath.sqrt, cmath.acosh, cmath.asinh, cmath.atanh, cmath.acos):
    for real in parts:
        for imag in parts:
            if not math.isfinite(real) or not math.isfinite(imag):
                try:
                    print(function(complex(real, imag)), end=" ")
                except ValueError as error:
                    print(error, end=" ")
    print()
for function in (cmath.cos, cmath.sin, cmath.tan, cmath.asin, cmath.atan, cmath.log, cmath.log10):
    for real in parts:
        for imag in parts:
            if not math.isfinite(real) or not math.isfinite(imag):
                try:
                    print(function(complex(real, imag)), end=" ")
                except ValueError as error:
                    print(error, end=" ")
    print()

"""Packages run before what is taken from them; a module that fails has failed for its importer."""

from parts.wheel import spokes

print("spokes", spokes)

try:
    import broken
except ValueError as error:
    print("broken:", error)

import parts.frame

print(parts.frame.length, parts.maker)

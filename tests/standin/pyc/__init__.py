"""Stands in for the library under CPython, so that programs which use it can be compared: only what the tests need."""

"""Containers beside the built-in ones."""

from .deque import deque

__all__ = ["deque"]

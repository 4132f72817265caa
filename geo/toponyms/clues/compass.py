"""Bearings in words."""

from __future__ import annotations

_POINTS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")


def compass(degrees: float) -> str:
    """The nearest of the eight points of the compass.

    >>> compass(230.0)
    'south-west'
    """
    return _POINTS[round(degrees / 45) % 8]

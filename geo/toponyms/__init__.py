"""Toponyms: which place each mention is, decided for a whole article at once."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.toponyms.resolve import Resolver

__all__ = ["Resolver"]


def __getattr__(name: str) -> object:
    if name == "Resolver":
        return import_module("geo.toponyms.resolve").Resolver
    raise AttributeError(f"module 'geo.toponyms' has no attribute {name!r}")

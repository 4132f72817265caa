"""How much memory a process has taken."""

from __future__ import annotations

import sys


def peak_mb() -> float | None:
    """The most memory this process has held, in MB; None where the system does not tell (Windows)."""
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)

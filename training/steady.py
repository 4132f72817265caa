"""How fits are run: on one thread of the processor, and without looking for cycles of objects."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from threadpoolctl import threadpool_limits

from geo.gazetteer.making import uncollected


@contextmanager
def steady() -> Iterator[None]:
    """One thread for linear algebra, and no garbage collection, both as before afterwards.

    The fits' vectors are short: more threads only wait for each other, and may add up in another order. What is made
    here is kept and holds no cycles, so that collecting it again and again finds nothing.
    """
    with uncollected(), threadpool_limits(1, user_api="blas"):
        yield

"""Print how quickly the gazetteer opens and answers, in a process that does nothing else.

    python -m tools.bench_gazetteer

Medians of five runs on one core; ``make bench`` prints this too. A bare loop, timed at the end, tells how quick the
machine was meanwhile: a shared one may be half as quick an hour later.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from geo.gazetteer import Gazetteer, open_gazetteer
from geo.gazetteer.world import World

RUNS = 5
SEED = 7
SHORTEST = 5
EXACT, FUZZY = 20_000, 2_000
"""Names that are looked up in each run."""
ADDITIONS = 5_000_000


def median_seconds(work: Callable[[], object]) -> float:
    """The median time of ``RUNS`` runs, in seconds."""
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def every_name(least: int = 0) -> list[str]:
    """The main name of every place of the world file with at least so many people."""
    records = World().records
    places = map(records.make, range(len(records)))
    return [place.name for place in places if place.population >= least]


def drawn_names(*, fuzzy: bool, count: int) -> list[str]:
    """Names drawn from the whole world file with a seed; with a letter left out if ``fuzzy``."""
    draw = random.Random(SEED)
    names = draw.sample([name for name in every_name() if len(name) > SHORTEST], count)
    return [slip(name, draw.randrange(1, len(name) - 1)) for name in names] if fuzzy else names


def slip(name: str, at: int) -> str:
    """The name with a letter left out."""
    return name[:at] + name[at + 1 :]


def look_up(gazetteer: Gazetteer, names: list[str], *, fuzzy: bool) -> None:
    """Ask for the candidates of each name, for the first time."""
    for name in names:
        gazetteer.candidates(name, fuzzy=fuzzy)


def memory_to_open() -> float | None:
    """Megabytes that opening the gazetteer adds to a process that has imported it; None off Linux."""
    if not Path("/proc/self/statm").exists():
        return None
    program = (
        "from pathlib import Path; from geo.gazetteer.store import open_gazetteer\n"
        "held = lambda: int(Path('/proc/self/statm').read_text().split()[1])\n"
        "before = held(); gazetteer = open_gazetteer(here=False); print(held() - before)"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, encoding="utf-8")
    return int(done.stdout) * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> None:
    print(f"{'open the gazetteer':24s}{median_seconds(lambda: open_gazetteer(here=False)):8.3f} s")
    if (to_open := memory_to_open()) is not None:
        print(f"{'memory to open it':24s}{to_open:8.0f} MB")
    for kind, fuzzy, count in (("exact", False, EXACT), ("fuzzy", True, FUZZY)):
        names, rates = drawn_names(fuzzy=fuzzy, count=count), []
        for _ in range(RUNS):
            gazetteer = open_gazetteer(here=False)
            begun = time.perf_counter()
            look_up(gazetteer, names, fuzzy=fuzzy)
            rates.append(count / (time.perf_counter() - begun))
        print(f"{kind + ' look-ups':24s}{statistics.median(rates):8,.0f} a second")
    print(f"{'a bare loop':24s}{median_seconds(bare_loop):8.3f} s")


def bare_loop() -> int:
    """Add five million numbers, one by one."""
    total = 0
    for number in range(ADDITIONS):
        total += number
    return total


if __name__ == "__main__":
    main()

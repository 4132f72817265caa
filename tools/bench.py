"""Print the speed of each stage on this machine, on the articles in ``seeds/`` repeated.

    python -m tools.bench [--copies N]

Medians of five runs on one core; then one article of 100,000 words, with flashgeotext on the same text. ``make bench``.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from geo import Map, open_gazetteer, parse, read_sources
from geo.articles import make_article
from geo.gazetteer import Gazetteer
from geo.mentions import Recogniser
from geo.pipeline import Parsed
from geo.tables import build_tables
from geo.toponyms import Resolver
from tools.bench_gazetteer import RUNS, SEED, every_name, median_seconds
from tools.memory import peak_mb

SEEDS = Path("seeds")
LONG, DIFFERENT, LARGE = 8_000, 4_000, 3_000
"""Sentences of the long article, names that they draw on, and the people who live in the least of them."""
SENTENCES = (
    "Rain fell on the town of {} and the road to the coast was shut until the evening.",
    "The mayor of {} told reporters on Monday that nobody had been hurt.",
    "A lorry was found 12 km north of {} by a farmer.",
    "Trains ran late between {} and {} for a third day in a row.",
    "Police in {} said that two men from {} were held.",
)


def start_up() -> float:
    """Seconds from a cold interpreter to the first answer, files in the disk cache."""
    program = "import geo; geo.parse('Shells fell on Pokrovsk on Monday.')"
    return median_seconds(lambda: subprocess.run([sys.executable, "-c", program], check=True))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--copies", type=int, default=20, help="how often the seeds are repeated")
    args = parser.parse_args()
    seeds = list(read_sources([SEEDS]))
    articles = [replace(a, id=f"{copy}/{a.id}") for copy in range(args.copies) for a in seeds]
    words = sum(len(a.text.split()) for a in articles)

    gazetteer = open_gazetteer()
    recogniser, resolver = Recogniser.load(), Resolver.load()
    reading = median_seconds(lambda: [make_article(a.id, a.text) for a in articles])
    recognising = median_seconds(lambda: [recogniser.recognise(a, gazetteer) for a in articles])
    batch = [(a, recogniser.recognise(a, gazetteer)) for a in articles]
    resolving = median_seconds(lambda: resolver.resolve(batch, gazetteer))
    toponyms = tuple(resolver.resolve(batch, gazetteer))
    parsing_memory = peak_mb()
    result = Parsed(tuple(articles), toponyms, gazetteer)
    tables = median_seconds(lambda: build_tables(result.documents, result.toponyms, gazetteer=gazetteer))
    page = median_seconds(lambda: Map(result).page())

    print(
        f"{len(articles)} articles, {words:,} words, {sum(map(len, toponyms)):,} mentions; medians of {RUNS}"
    )
    for stage, seconds in (("read", reading), ("recognise", recognising), ("resolve", resolving)):
        print(f"{stage:24s}{seconds:8.3f} s{words / seconds:12,.0f} words/s")
    total = reading + recognising + resolving
    print(f"{'all of geo parse':24s}{total:8.3f} s{words / total:12,.0f} words/s")
    print(f"{'tables':24s}{tables:8.3f} s")
    print(f"{'page':24s}{page:8.3f} s")
    # In a process of its own, as start-up is: beside the objects of a whole map, Python's collector would be measured.
    subprocess.run([sys.executable, "-m", "tools.bench_gazetteer"], check=True)
    print(f"{'start to first answer':24s}{start_up():8.3f} s")
    if parsing_memory is not None:
        print(f"{'memory, parsing':24s}{parsing_memory:8.0f} MB")
    print_long(gazetteer, " ".join(a.text for a in articles))


def print_long(gazetteer: Gazetteer, news: str) -> None:
    """The cost of a long article, and of flashgeotext on the same texts as a yardstick: it looks names up, no more."""
    text = long_text(every_name(LARGE))
    begun = time.perf_counter()
    parsed = parse(make_article("long", text), gazetteer=gazetteer)
    seconds, words, mentions = time.perf_counter() - begun, len(text.split()), len(parsed.toponyms[0])
    print(f"one article of {words:,} words, {mentions:,} mentions")
    print(f"{'all of geo parse':24s}{seconds:8.3f} s{words / seconds:12,.0f} words/s")
    if (held := peak_mb()) is not None:
        print(f"{'memory, all so far':24s}{held:8.0f} MB")
    try:
        from flashgeotext.geotext import GeoText
    except ImportError:
        print("flashgeotext is not installed; `make bench` installs it")
        return
    finder = GeoText()
    for name, one in (("the article", text), ("the seeds", news)):
        found = finder.extract(input_text=one)
        seconds = median_seconds(partial(finder.extract, input_text=one))
        count = sum(place["count"] for kind in found.values() for place in kind.values())
        rate = len(one.split()) / seconds
        print(
            f"{'flashgeotext, ' + name:26s}{seconds:6.3f} s{rate:12,.0f} words/s{count:9,} names, unresolved"
        )


def long_text(names: Sequence[str]) -> str:
    """100,000 words with 10,000 mentions of places, drawn with a seed: many names, many ties between them."""
    draw = random.Random(SEED)
    chosen = draw.sample(names, DIFFERENT)
    sentences = [draw.choice(SENTENCES).format(draw.choice(chosen), draw.choice(chosen)) for _ in range(LONG)]
    return "\n\n".join(" ".join(sentences[n : n + 5]) for n in range(0, LONG, 5))


if __name__ == "__main__":
    main()

"""``docs/accuracy.md``: every figure in it is put there by `make evaluate`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geo.evaluate import figures_table
from geo.evaluate.scores import Figures
from training.evaluation.aims import AIMS, USAGE_AIM, USAGE_FLOOR
from training.evaluation.errors import Error
from training.evaluation.intervals import Interval
from training.evaluation.kinds import Tally
from training.evaluation.reliability import Pairs, bins

Intervals = Mapping[str, Mapping[str, Interval]]
SHOWN = (
    "rec.strict.f1", "rec.overlap.f1", "res.right", "res.right_of_all", "res.acc161", "res.exact", "e2e.p", "e2e.r",
    "e2e.f1", "e2e.exact_recall", "calib.ece", "demonym.f1",
)  # fmt: skip


def aims_section(by_article: Intervals, left_out: Intervals, usage: float) -> str:
    """The table of the issue: floor, aim, figure with its interval, and whether they hold."""
    rows = []
    for aim in AIMS:
        name = aim.figure if aim.corpus == "mean" else f"{aim.figure}, {aim.corpus}"
        cells = [f"| {name} "]
        for measured, floor, wanted in (
            (by_article, aim.floor, aim.aim),
            (left_out, aim.floor_left_out, aim.aim_left_out),
        ):
            one = measured[aim.corpus][aim.figure]
            verdict = (
                "aim"
                if aim.reached(one.value, wanted)
                else "floor"
                if aim.reached(one.value, floor)
                else "**below**"
            )
            sign = "≤ " if aim.below else ""
            cells.append(f"| {sign}{floor:.3g} | {sign}{wanted:.3g} | {_interval(one)} | {verdict} ")
        rows.append("".join(cells) + "|")
    verdict = "aim" if usage >= USAGE_AIM else "floor" if usage >= USAGE_FLOOR else "**below**"
    rows.append(
        f"| usage macro F1, gwn | {USAGE_FLOOR} | {USAGE_AIM} | {usage:.3f} | {verdict} | – | – | – | – |"
    )
    head = (
        "| mean of the three corpora | floor | aim | five folds [95 %] | holds | floor | aim | corpus left out [95 %] "
        "| holds |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    )
    return "\n".join([head, *rows])


def intervals_section(measured: Intervals) -> str:
    """Figures by corpus and their mean, each with its interval."""
    columns = list(measured)
    lines = [f"| | {' | '.join(columns)} |", "| --- " * (len(columns) + 1) + "|"]
    for figure in SHOWN:
        cells = " | ".join(_interval(measured[column][figure]) for column in columns)
        lines.append(f"| {figure} | {cells} |")
    return "\n".join(lines)


def differences_section(found: Intervals) -> str:
    """Differences with their intervals; those whose interval leaves out 0 in bold."""
    columns = list(found)
    lines = [f"| | {' | '.join(columns)} |", "| --- " * (len(columns) + 1) + "|"]
    for figure in SHOWN:
        cells = " | ".join(difference(found[column][figure]) for column in columns)
        lines.append(f"| {figure} | {cells} |")
    return "\n".join(lines)


def difference(one: Interval) -> str:
    """A difference with its interval, bold where 0 lies outside."""
    text = f"{one.value:+.4f} [{one.low:+.4f}, {one.high:+.4f}]"
    return f"**{text}**" if one.low > 0 or one.high < 0 else text


def kinds_section(by_article: Mapping[str, Tally], left_out: Mapping[str, Tally]) -> str:
    """Found, placed and right by kind of place."""
    lines = [
        "| kind | linked targets | found | right of those placed | right of all | the same, corpus left out |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for kind, tally in by_article.items():
        if not tally.targets:
            continue
        other = left_out[kind]
        cells = [
            str(tally.targets),
            _share(tally.found, tally.targets),
            _share(tally.right, tally.placed),
            _share(tally.right, tally.targets),
            f"{_share(other.found, other.targets)}, {_share(other.right, other.placed)}, "
            f"{_share(other.right, other.targets)}",
        ]
        lines.append(f"| {kind} | {' | '.join(cells)} |")
    return "\n".join(lines)


def reliability_section(series: Mapping[str, Mapping[str, Pairs]]) -> str:
    """Bins as a table: predictions, mean probability said, share that were so."""
    lines = ["| way | probability | " + " | ".join(f"{n / 10:.1f}–" for n in range(10)) + " | error |"]
    lines.append("| --- " * 13 + "|")
    for way, by_what in series.items():
        for what, pairs in by_what.items():
            found = bins(pairs)
            cells = ["–" if one is None else f"{one.right:.2f} ({one.count})" for one in found]
            error = sum(one.count * abs(one.said - one.right) for one in found if one) / max(1, len(pairs))
            lines.append(f"| {way} | {what} | {' | '.join(cells)} | {error:.3f} |")
    return "\n".join(lines)


def errors_section(errors: Sequence[Error]) -> str:
    """The worst errors by article id and offsets."""
    lines = [
        "| certainty | article | characters | km off | said | gold |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for one in errors:
        away = "not a place" if one.kilometres is None else f"{one.kilometres:,.0f}"
        lines.append(
            f"| {one.certainty:.2f} | {one.corpus} {one.article} | {one.start}–{one.end} | {away} | {one.said} "
            f"| {one.gold or '–'} |"
        )
    return "\n".join(lines)


def score_table(figures: Mapping[str, Figures]) -> str:
    """The scorer's own table, verbatim."""
    return f"```\n{figures_table(figures)}\n```"


def _interval(one: Interval) -> str:
    return f"{one.value:.3f} [{one.low:.3f}, {one.high:.3f}]"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"

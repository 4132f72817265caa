"""The figures of the corpora's ``score.py``, in our own words; a test holds the two together.

A *target* is a gold toponym that is a name; *linked* if it has coordinates. Demonyms and languages are *neutral*:
a prediction that overlaps one is neither right nor wrong. A pin is *right* on the same GeoNames id, within 161 km,
within the ``radius_km`` of a country, region, continent or ocean, or within the ``within_km`` that gold states.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from geo.evaluate.corpora import Document

Figures = dict[str, float | None]
Spans = list[Document]
Pairs = list[tuple[int, int]]

NOT_TOPONYMS = frozenset({"Literal_Expression", "Non_Lit_Expression", "Non_Toponym", "Homonym"})
NEUTRAL_TYPES = frozenset({"Demonym", "Language"})
NEAR_KM = 161.0
"""A hundred miles: what the geoparsing literature counts as right."""
EARTH_KM = 6371.0088
BINS = 10


@dataclass
class Tally:
    """True positives, false positives and false negatives."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def figures(self, name: str) -> Figures:
        precision = self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0
        recall = self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0
        both = precision + recall
        f1 = 2 * precision * recall / both if both else 0.0
        return {f"{name}.p": precision, f"{name}.r": recall, f"{name}.f1": f1}


@dataclass
class Counts:
    """All that is counted over the articles."""

    strict: Tally = field(default_factory=Tally)
    overlapping: Tally = field(default_factory=Tally)
    end_to_end: Tally = field(default_factory=Tally)
    end_to_end_near: Tally = field(default_factory=Tally)
    demonyms: Tally = field(default_factory=Tally)
    distances: list[float] = field(default_factory=list)
    rights: list[bool] = field(default_factory=list)
    exact: list[bool] = field(default_factory=list)
    scored: list[tuple[float, bool]] = field(default_factory=list)
    with_id: int = 0
    found_exactly: int = 0


def score(gold_docs: Sequence[Document], predicted_docs: Iterable[Document]) -> Figures:
    """All figures by name (``rec.strict.f1``, ``res.right``, ``e2e.f1.f1`` …); None where there is nothing to judge.

    Gold toponyms carry ``demonym`` (``read_corpus`` and ``mark_demonyms`` set it). ``*_km`` are kilometres, ``docs``
    and ``docs_without_prediction`` counts, all others shares from 0 to 1.
    """
    predicted = {str(document["id"]): document["toponyms"] for document in predicted_docs}
    counts = Counts()
    for document in gold_docs:
        _count(document, predicted.get(str(document["id"]), []), counts)
    without = sum(str(document["id"]) not in predicted for document in gold_docs)
    return {"docs": len(gold_docs), "docs_without_prediction": without, **_figures(counts)}


def count_article(document: Document, predictions: Spans) -> Counts:
    """What one article adds to the figures; ``document`` as in ``score``."""
    counts = Counts()
    _count(document, predictions, counts)
    return counts


def is_right(gold: Document, predicted: Document) -> bool:
    """Whether a predicted pin is right for a linked gold toponym (see the module's head)."""
    if _same_id(gold, predicted):
        return True
    bound = gold.get("within_km", max(NEAR_KM, gold.get("radius_km", 0)))
    return bool(kilometres(gold["lat"], gold["lon"], predicted["lat"], predicted["lon"]) <= bound)


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance by the haversine formula on a sphere of the Earth's mean radius, as the scorer has it."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half = (
        math.sin((phi2 - phi1) / 2) ** 2
        + math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def targets_of(document: Document) -> tuple[Spans, Spans, Spans]:
    """The targets, demonyms and neutral toponyms (which hold the demonyms) of a gold article."""
    meant = [gold for gold in document["toponyms"] if gold.get("type") not in NOT_TOPONYMS]
    demonyms = [gold for gold in meant if gold["demonym"]]
    neutral = demonyms + [gold for gold in meant if gold.get("type") in NEUTRAL_TYPES]
    return [gold for gold in meant if gold not in neutral], demonyms, neutral


def match(gold: Spans, predicted: Spans, *, strict: bool) -> Pairs:
    """One-to-one pairs of indices: the same span, or any overlap, the longest first."""
    pairs: list[tuple[int, int, int]] = []
    for i, one in enumerate(gold):
        for j, other in enumerate(predicted):
            if strict:
                if (one["start"], one["end"]) == (other["start"], other["end"]):
                    pairs.append((0, i, j))
            elif (shared := overlap(one, other)) > 0:
                pairs.append((-shared, i, j))
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    matched = []
    for _, i, j in sorted(pairs):
        if i not in taken_gold and j not in taken_predicted:
            taken_gold.add(i)
            taken_predicted.add(j)
            matched.append((i, j))
    return matched


def _count(document: Document, predictions: Spans, counts: Counts) -> None:
    targets, demonyms, neutral = targets_of(document)
    names = [p for p in predictions if p.get("kind", "name") != "demonym"]
    for strict, tally in ((True, counts.strict), (False, counts.overlapping)):
        pairs = match(targets, names, strict=strict)
        tally.tp += len(pairs)
        tally.fn += len(targets) - len(pairs)
        tally.fp += len(_unmatched(names, pairs, neutral))
    _count_pins(targets, names, pairs, counts)
    for prediction in _unmatched(names, pairs, neutral):
        if prediction.get("lat") is not None:
            counts.end_to_end.fp += 1
            counts.end_to_end_near.fp += 1
    for gold in targets:
        if gold.get("geonameid") and gold.get("lat") is not None:
            counts.with_id += 1
            counts.found_exactly += any(
                (p["start"], p["end"]) == (gold["start"], gold["end"]) and _same_id(gold, p) for p in names
            )
    said = [p for p in predictions if p.get("kind") == "demonym"]
    agreed = len(match(demonyms, said, strict=False))
    counts.demonyms.tp += agreed
    counts.demonyms.fn += len(demonyms) - agreed
    counts.demonyms.fp += len(said) - agreed


def _count_pins(targets: Spans, names: Spans, pairs: Pairs, counts: Counts) -> None:
    found = {i for i, _ in pairs}
    unseen = sum(i not in found and gold.get("lat") is not None for i, gold in enumerate(targets))
    counts.end_to_end.fn += unseen
    counts.end_to_end_near.fn += unseen
    for i, j in pairs:
        gold, prediction = targets[i], names[j]
        if gold.get("lat") is None:
            continue
        if prediction.get("lat") is None:
            counts.end_to_end.fn += 1
            counts.end_to_end_near.fn += 1
            continue
        distance = kilometres(gold["lat"], gold["lon"], prediction["lat"], prediction["lon"])
        right = is_right(gold, prediction)
        counts.distances.append(distance)
        counts.rights.append(right)
        if gold.get("geonameid"):
            counts.exact.append(_same_id(gold, prediction))
        if prediction.get("score") is not None:
            counts.scored.append((float(prediction["score"]), right))
        for tally, good in ((counts.end_to_end, right), (counts.end_to_end_near, distance <= NEAR_KM)):
            tally.tp += good
            tally.fp += not good
            tally.fn += not good


def _figures(counts: Counts) -> Figures:
    distances = sorted(counts.distances)
    return {
        **counts.strict.figures("rec.strict"),
        **counts.overlapping.figures("rec.overlap"),
        "res.right": _share(counts.rights),
        "res.acc161": _share([distance <= NEAR_KM for distance in distances]),
        "res.exact": _share(counts.exact),
        "res.median_km": distances[len(distances) // 2] if distances else None,
        "res.mean_km": sum(distances) / len(distances) if distances else None,
        **counts.end_to_end.figures("e2e.f1"),
        **counts.end_to_end_near.figures("e2e.f1_161"),
        "e2e.exact_recall": counts.found_exactly / counts.with_id if counts.with_id else None,
        "calib.ece": calibration_error(counts.scored),
        **counts.demonyms.figures("demonym"),
    }


def calibration_error(scored: Sequence[tuple[float, bool]]) -> float | None:
    """The expected calibration error over ten bins (Guo et al. 2017) of (probability, was right) pairs."""
    if not scored:
        return None
    total = 0.0
    for number in range(BINS):
        low, high = number / BINS, (number + 1) / BINS
        inside = [pair for pair in scored if low <= pair[0] < high or (number == BINS - 1 and pair[0] >= 1)]
        if inside:
            said = sum(probability for probability, _ in inside) / len(inside)
            true = sum(right for _, right in inside) / len(inside)
            total += len(inside) * abs(said - true)
    return total / len(scored)


def _share(values: Sequence[bool]) -> float | None:
    return sum(values) / len(values) if values else None


def _same_id(gold: Document, predicted: Document) -> bool:
    return bool(gold.get("geonameid")) and str(predicted.get("geonameid")) == str(gold["geonameid"])


def overlap(one: Document, other: Document) -> int:
    """How many characters two spans share; below 0 the gap between them."""
    return int(min(one["end"], other["end"]) - max(one["start"], other["start"]))


def _unmatched(names: Spans, pairs: Pairs, neutral: Spans) -> Spans:
    """The predictions that match no target and touch nothing neutral."""
    matched = {j for _, j in pairs}
    return [
        name
        for j, name in enumerate(names)
        if j not in matched and not any(overlap(gold, name) > 0 for gold in neutral)
    ]

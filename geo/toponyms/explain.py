"""Why a mention was placed where it was, as plain data and as text."""

from __future__ import annotations

from dataclasses import dataclass

from geo.records import Article, Clue, Ranked, Toponym
from geo.toponyms.clues import ALL, GIVEN
from geo.toponyms.publishers import publisher_of

_TELLING = 0.05
"""Points below which a clue is not worth a line."""

_MEANING = {spec.name: spec.meaning for spec in (*ALL, *GIVEN)}


@dataclass(frozen=True, slots=True)
class Contender:
    """One candidate: where it is, its points, its probability, and the clues that tell it from the others."""

    name: str
    where: str
    id: str
    points: float
    score: float
    clues: tuple[Clue, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One mention's contenders, best first, and the verdict.

    ``margin`` is the best one's lead over the second in points (log-odds), None without a second. ``turning``
    are the clues without any one of which the second would lead. ``reason`` says why a mention stays unplaced,
    ``decided_by`` the row of corrections that decided, as ``file:line``.
    ``publisher`` is the article's, "" if unknown; ``learned_from`` how many other articles taught its area.
    """

    article: str
    start: int
    text: str
    placed: bool
    score: float
    place_score: float
    contenders: tuple[Contender, ...]
    margin: float | None
    turning: tuple[Clue, ...]
    reason: str
    decided_by: str = ""
    publisher: str = ""
    learned_from: int | None = None


def explain(article: Article, toponym: Toponym, *, learned_from: int | None = None) -> Explanation:
    """The evidence for and against each candidate of a toponym of ``article``.

    ``learned_from`` is the number of the publisher's other articles in the batch, None where that is not known.
    """
    contenders = tuple(_contender(ranked) for ranked in toponym.candidates)
    # What a row decided, evidence did not: there is no margin to speak of.
    rivals = len(contenders) > 1 and not toponym.decided_by
    margin = contenders[0].points - contenders[1].points if rivals else None
    return Explanation(
        article=article.id,
        start=toponym.mention.start,
        text=toponym.mention.text,
        placed=toponym.place is not None,
        score=toponym.score,
        place_score=toponym.mention.place_score,
        contenders=contenders,
        margin=margin,
        turning=_turning(contenders, margin),
        reason=toponym.reason,
        decided_by=toponym.decided_by,
        publisher=publisher_of(article),
        learned_from=learned_from,
    )


def report(explanation: Explanation) -> str:
    """An explanation as lines of text."""
    lines = [f"{explanation.text}  ({explanation.article}, character {explanation.start})"]
    if explanation.placed:
        winner = explanation.contenders[0]
        sure = f"{explanation.score:.0%} sure of the pin"
        if explanation.decided_by:
            sure = f"decided by {explanation.decided_by}"
        lines.append(f"  → {winner.name}, {winner.where} [{winner.id}]: {sure}")
    else:
        lines.append(f"  → not placed: {explanation.reason}")
    lines.append(f"  a place name with {explanation.place_score:.0%}")
    lines += _of_publisher(explanation)
    for contender in explanation.contenders:
        lines.append(
            f"  {contender.points:+6.2f}  {contender.score:4.0%}  {contender.name}, {contender.where} [{contender.id}]"
        )
        lines += [f"          {clue.points:+6.2f}  {_words(clue)}" for clue in contender.clues]
    lines += _verdict(explanation)
    return "\n".join(lines) + "\n"


def _of_publisher(explanation: Explanation) -> list[str]:
    """Whether the batch taught what its publisher writes about."""
    if not explanation.publisher or explanation.learned_from is None:
        return []
    if not explanation.learned_from:
        return [f"  no other article of {explanation.publisher} was given, so its area is not known"]
    others = "article" if explanation.learned_from == 1 else "articles"
    return [
        f"  the area of {explanation.publisher} was learned from {explanation.learned_from} other {others}"
    ]


def _verdict(explanation: Explanation) -> list[str]:
    if explanation.margin is None or len(explanation.contenders) < 2:
        return []
    first, second = explanation.contenders[0], explanation.contenders[1]
    lines = [f"  margin {explanation.margin:+.2f} over {second.name}, {second.where}"]
    if explanation.turning:
        without = "; ".join(_words(clue) for clue in explanation.turning)
        changed = "would change it" if explanation.placed else "would put another place first"
        lines.append(f"  {changed}, if it were not so: {without}")
    elif explanation.placed:
        lines.append(f"  no single clue would change it from {first.name}")
    else:
        lines.append(f"  no single clue would put another place before {first.name}")
    return lines


def _turning(contenders: tuple[Contender, ...], margin: float | None) -> tuple[Clue, ...]:
    """The winner's clues that outweigh the margin against the same clue of the second."""
    if margin is None:
        return ()
    theirs = {clue.name: clue.points for clue in contenders[1].clues}
    return tuple(
        clue for clue in contenders[0].clues if clue.points - theirs.get(clue.name, 0.0) > max(margin, 0.0)
    )


def _contender(ranked: Ranked) -> Contender:
    place = ranked.candidate.place
    parts = [place.admin1_name if place.admin1_name != place.name else "", place.country_code]
    where = ", ".join(part for part in parts if part) or place.feature_code
    telling = tuple(clue for clue in ranked.clues if abs(clue.points) >= _TELLING)
    return Contender(place.name, where, place.id, ranked.points, ranked.score, telling)


def _words(clue: Clue) -> str:
    name = clue.name.replace("_", " ")
    if clue.phrase:
        return f"{name}: {clue.phrase}"
    meaning = _MEANING.get(clue.name)
    return f"{name}: {meaning}" if meaning else f"{name} = {clue.value:.2f}"

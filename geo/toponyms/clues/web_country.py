"""Whether it lies in the country of the paper's web address."""

from __future__ import annotations

from geo.toponyms.clues.spec import Spec
from geo.toponyms.setting import Look

_CODES = {
    "uk": "GB",
    "eu": "",
    "com": "",
    "org": "",
    "net": "",
    "info": "",
    "tv": "",
    "co": "",
    "io": "",
    "me": "",
    "cc": "",
}


def value(look: Look) -> float | None:
    """1 where it does, 0 where not; None where the address names no country."""
    domain = look.scene.article.domain or ""
    ending = domain.rpartition(".")[2].lower()
    country = _CODES.get(ending, ending.upper() if len(ending) == 2 else "")
    if not country or not look.sense.place.country_code:
        return None
    return 1.0 if look.sense.place.country_code == country else 0.0


def phrase(_look: Look, value: float) -> str:
    return "in the country of the paper’s web address" if value else ""


CLUE = Spec(
    "web_country",
    value,
    phrase,
    (0, 1),
    by_group=True,
    fixed=True,
    meaning="whether the paper’s web address is of its country",
)

# ruff: noqa: E501  (the stories read better unbroken)
"""An invented newsroom: twenty articles of four publishers over two months, hand-placed, for the page's tests.

    python tests/browser/newsroom.py OUT.html    # write the map to look at

No recogniser, no gazetteer: a sentence's names are marked by hand, in braces, as ``{Pokrovsk}`` or, where they are
more than a plain mention, ``{Ukrainian:demonym}``, ``{Kyiv:dateline}``, ``{Moscow:actor}``, ``{Nowheresk:none}``.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from geo.records import Article, Candidate, Clue, Mention, Place, Ranked, Sentence, Toponym


def _town(number: int, name: str, lat: float, lon: float, country: str, region: str, people: int) -> Place:
    return Place(f"gn:{number}", name, lat, lon, "P", "PPL", country, admin1_name=region, population=people)


def _country(number: int, name: str, lat: float, lon: float, code: str, km: float) -> Place:
    return Place(
        f"gn:{number}",
        name,
        lat,
        lon,
        "A",
        "PCLI",
        code,
        precision="area",
        radius_km=km,
        outline=code,
    )


PLACES = {
    place.name: place
    for place in (
        _town(704422, "Pokrovsk", 48.2801, 37.1771, "UA", "Donetsk Oblast", 61161),
        _town(706483, "Kharkiv", 49.9808, 36.2527, "UA", "Kharkiv Oblast", 1433886),
        _town(703448, "Kyiv", 50.4547, 30.5238, "UA", "Kyiv City", 2797553),
        _town(698740, "Odesa", 46.4857, 30.7438, "UA", "Odesa Oblast", 1015826),
        _town(702550, "Lviv", 49.8383, 24.0232, "UA", "Lviv Oblast", 717803),
        _town(687700, "Zaporizhzhia", 47.8229, 35.1903, "UA", "Zaporizhzhia Oblast", 738728),
        _town(691374, "Kupiansk", 49.7106, 37.6152, "UA", "Kharkiv Oblast", 28000),
        _town(709161, "Dobropillia", 48.4614, 37.0853, "UA", "Donetsk Oblast", 30000),
        _town(524901, "Moscow", 55.7522, 37.6156, "RU", "Moscow", 10381222),
        _town(2013348, "Vladivostok", 43.1056, 131.8735, "RU", "Primorye", 587022),
        _town(1871859, "Pyongyang", 39.0339, 125.7543, "KP", "Pyongyang", 3222000),
        _town(792680, "Belgrade", 44.804, 20.4651, "RS", "Belgrade", 1273651),
        _town(3194360, "Novi Sad", 45.2517, 19.8369, "RS", "Vojvodina", 215400),
        _town(756135, "Warsaw", 52.2298, 21.0118, "PL", "Mazovia", 1702139),
        _town(764679, "Medyka", 49.8047, 22.9319, "PL", "Subcarpathia", 2800),
        _town(683506, "Bucharest", 44.4323, 26.1063, "RO", "Bucharest", 1877155),
        _town(677697, "Galați", 45.4368, 28.0503, "RO", "Galați", 294087),
        _country(690791, "Ukraine", 49.0, 32.0, "UA", 438),
        _country(2017370, "Russia", 60.0, 100.0, "RU", 2300),
        _country(6290252, "Serbia", 44.8, 20.8, "RS", 160),
        Place(
            "gn:709716", "Donetsk Oblast", 48.0, 37.5, "A", "ADM1", "UA",
            precision="area", radius_km=92, outline="gn:709716",
        ),
        Place("air:UKBB", "Boryspil Airport", 50.345, 30.8947, "S", "AIRP", "UA", precision="site", radius_km=2),
        Place("csv:zmiinyi", "Snake Island", 45.2553, 30.204, "T", "ISL", "UA", precision="point"),
        Place("csv:izium-forest", "Izium Forest", 49.12, 37.3, "V", "FRST", "UA", precision="area", radius_km=14),
        Place("csv:black-sea", "Black Sea", 43.4, 34.3, "H", "SEA", "", precision="area", radius_km=900),
        Place("csv:camp@48.6,37.9", "Camp Birch", 48.6, 37.9, "S", "INSM", "UA", precision="approximate", radius_km=25),
    )
}  # fmt: skip
ALSO = {
    "Ukrainian": "Ukraine",
    "Russian": "Russia",
    "Serbian": "Serbia",
    "Donetsk region": "Donetsk Oblast",
    "Galati": "Galați",
}
OTHERS = {
    "Pokrovsk": (
        _town(506763, "Pokrovsk", 61.4844, 129.1482, "RU", "Sakha", 9495),
        _town(506764, "Pokrovskoye", 47.4148, 38.8984, "RU", "Rostov", 11000),
    ),
    "Kyiv": (_town(1, "Kyiv", 46.6, 34.5, "UA", "Kherson Oblast", 300),),
    "Warsaw": (_town(4303602, "Warsaw", 41.2381, -85.853, "US", "Indiana", 14000),),
    "Moscow": (_town(5601538, "Moscow", 46.7324, -117.0002, "US", "Idaho", 25146),),
}
DOUBTFUL = {"Dobropillia": 0.55, "Kupiansk": 0.72, "Izium Forest": 0.5}

COURIER, LEDGER, RADIO, WIRE = "Harbour Courier", "The Ledger", "Radio Dnipro", "Eastern Wire"
STORIES: tuple[tuple[str, str | None, str, str], ...] = (
    ("2025-05-03", COURIER, "Ferry to Odesa sails again",
     "The ferry from {Galați} reached {Odesa} at dawn. Crews said the {Black Sea} was calm.\nIn {Bucharest:dateline} the "
     "ministry promised a second ship. {Ukrainian:demonym} sailors waved from the quay."),
    ("2025-05-07", LEDGER, "Grain trains queue at Medyka",
     "Forty trains waited at {Medyka} on Wednesday. {Warsaw:actor} said that they would cross within a week.\nDrivers from "
     "{Lviv} slept in their cabs. A clerk from {Staryi Vyhin:none} sold them tea."),
    ("2025-05-12", RADIO, "Trams return to Kharkiv",
     "Trams ran in {Kharkiv} for the first time this year. The line to the north stays closed.\nThe mayor thanked crews from "
     "{Kyiv} and {Lviv}. \"{Kharkiv} has waited long,\" he said."),
    ("2025-05-18", WIRE, "Pokrovsk empties its schools",
     "The last pupils left {Pokrovsk} on Sunday. Buses took them to {Dobropillia} and on to {Zaporizhzhia}.\nThe governor of "
     "{Donetsk region} said that 900 families remained. Shells fell north of {Pokrovsk} all day."),
    ("2025-05-21", COURIER, "Danube pilots strike in Galați",
     "Pilots in {Galați} stopped work on Wednesday. Ships for {Odesa} wait off the delta, and some off {Snake Island}.\nThe "
     "union wants pay as in {Bucharest}."),
    ("2025-05-28", LEDGER, "Serbian students march to Novi Sad",
     "{Serbian:demonym} students walked from {Belgrade} to {Novi Sad} in two days.\n{Belgrade:actor} called the march calm. "
     "Farmers from across {Serbia} brought bread."),
    ("2025-06-02", RADIO, "A hospital moves underground",
     "Doctors in {Zaporizhzhia} now work below ground. The wards hold sixty beds.\nSupplies come by road from {Kyiv}, and the "
     "wounded from as far as {Pokrovsk}."),
    ("2025-06-05", WIRE, "Drones over Izium Forest",
     "Drones set fire to {Izium Forest} on Thursday. Crews from {Kharkiv} and {Kupiansk} fought the flames.\nA unit at "
     "{Camp Birch} lost its kitchen, nobody was hurt. {Russian:demonym} officials said nothing."),
    ("2025-06-09", COURIER, "Flights to Kyiv are still a dream",
     "Engineers at {Boryspil Airport} keep one runway ready. Nobody knows for when.\nTravellers for {Kyiv} change to the train at "
     "{Medyka} or {Lviv}."),
    ("2025-06-14", LEDGER, "Envoys fly from Pyongyang to Vladivostok",
     "Two envoys left {Pyongyang} for {Vladivostok} on Saturday. {Moscow:actor} confirmed the visit.\nTrade with {Russia} has "
     "doubled, the port of {Vladivostok} says."),
    ("2025-06-17", RADIO, "Kupiansk counts its bridges",
     "One bridge of four stands in {Kupiansk}. Engineers came from {Kharkiv}.\nThe river is low, and people wade."),
    ("2025-06-20", WIRE, "Shelling cuts the road to Pokrovsk",
     "The road from {Dobropillia} to {Pokrovsk} was cut on Friday. Drivers turned back.\nIn {Pokrovsk} the bakery closed. The "
     "governor of {Donetsk region} asked people to leave, and {Ukraine} to send buses."),
    ("2025-06-24", COURIER, "Odesa opens two beaches",
     "Two beaches opened in {Odesa} behind nets. The {Black Sea} is 21 degrees warm.\nVisitors came from {Kyiv} and even from "
     "{Lviv}."),
    ("2025-06-29", LEDGER, "Bucharest pays for a pipeline",
     "{Bucharest:actor} will pay for the pipe under the Danube. Work starts at {Galați}.\nShippers in {Odesa} hope for autumn."),
    ("2025-07-02", RADIO, "Night trains from Zaporizhzhia",
     "Night trains leave {Zaporizhzhia} at ten. They reach {Kyiv} at dawn and {Lviv} by noon.\nPeople from {Pokrovsk} fill two "
     "cars of eight."),
    ("2025-07-05", WIRE, "Pokrovsk holds, its commander says",
     "The commander at {Pokrovsk} said on Saturday that the town holds. Supply comes by night from {Dobropillia}.\n"
     "{Moscow:actor} claimed a village to the east, {Verkhnia Lypa:none}. {Ukrainian:demonym} maps show it as contested."),
    ("2025-07-09", LEDGER, "Belgrade's new trams come from Warsaw",
     "{Belgrade} bought trams that once ran in {Warsaw}. The first is blue.\nA workshop in {Novi Sad} will paint them."),
    ("2025-07-12", WIRE, "Kharkiv and Kupiansk without power",
     "Power failed in {Kharkiv} and {Kupiansk} on Saturday night. Crews from {Zaporizhzhia} are on the road.\nIn {Kharkiv} the "
     "metro ran on batteries."),
    (None, None, "What the sea gives back",  # type: ignore[arg-type]
     "Divers off {Snake Island} found a bell. A museum in {Odesa} will show it."),
    ("2025-07", COURIER, "A summer on the line to Pokrovsk",
     "All July our reporter rode the line from {Kyiv:dateline} to {Pokrovsk}. The last stop is {Dobropillia} now.\nPeople speak of "
     "{Pokrovsk} as of a relative who is ill."),
)  # fmt: skip
_NAME = re.compile(r"\{([^:}]+)(?::(\w+))?\}")


@dataclass(frozen=True)
class Newsroom:
    """What ``Map`` reads."""

    documents: tuple[Article, ...]
    toponyms: tuple[tuple[Toponym, ...], ...]


def newsroom() -> Newsroom:
    """All the stories."""
    made = [_story(number, *story) for number, story in enumerate(STORIES)]
    return Newsroom(tuple(article for article, _ in made), tuple(found for _, found in made))


def _story(
    number: int, date: str | None, publisher: str | None, headline: str, marked: str
) -> tuple[Article, tuple[Toponym, ...]]:
    text, spans, at = f"{headline}\n", [], 0
    for name in _NAME.finditer(marked):
        text += marked[at : name.start()]
        spans.append((len(text), name[1], name[2] or ""))
        text += name[1]
        at = name.end()
    text += marked[at:]
    article = Article(
        f"story-{number:02}.txt",
        text,
        title=headline,
        title_is_headline=True,
        date=date,
        publisher=publisher,
        url=f"https://news.example/{number}",
        sentences=tuple(_sentences(text)),
    )
    return article, tuple(_toponym(*span) for span in spans)


def _sentences(text: str) -> list[Sentence]:
    found, at = [], 0
    for paragraph, line in enumerate(text.split("\n")):
        ends = re.finditer(r"\S.*?(?:[.\"](?=\s|$)|$)", line)
        found += [Sentence(at + one.start(), at + one.end(), paragraph) for one in ends]
        at += len(line) + 1
    return found


def _toponym(start: int, name: str, how: str) -> Toponym:
    mention = Mention(
        start,
        start + len(name),
        name,
        "demonym" if how == "demonym" else "name",
        "associative" if how in ("actor", "demonym") else "literal",
        how == "dateline",
        0.98,
    )
    if how == "none":
        return Toponym(mention, reason="no place of this name is known")
    place = PLACES[ALSO.get(name, name)]
    score = DOUBTFUL.get(place.name, 0.97)
    others = OTHERS.get(place.name, ())
    clues = (
        Clue("near", 1.0, 2.5, "40 km from Dobropillia, named beside it"),
        Clue("kind", 1.0, 0.8, "a town, as the text says"),
        Clue("people", 1.0, -0.5, "few people live there"),
    )
    ranked = [Ranked(Candidate(place, "main", place.name), 2.0, score, clues)]
    ranked += [
        Ranked(Candidate(other, "main", other.name), 0.0, (1 - score) / (n + 2))
        for n, other in enumerate(others)
    ]
    return Toponym(mention, place, score, candidates=tuple(ranked))


def main(arguments: list[str]) -> int:
    """Write the map to look at."""
    from geo.map import Map

    if len(arguments) != 1:
        sys.stderr.write("python tests/browser/newsroom.py OUT.html\n")
        return 2
    Map(newsroom(), title="Two months along the line", text="full").save(Path(arguments[0]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

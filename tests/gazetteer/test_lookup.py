"""Look-ups in the whole gazetteer: what a name may mean, and what comes first."""

from __future__ import annotations

import random

import marisa_trie
import pytest

from geo.gazetteer import Gazetteer, lexicon
from geo.gazetteer.fuzzy import SHORTEST, one_edit_away
from geo.gazetteer.names import normalise


def ids(world: Gazetteer, name: str) -> list[str]:
    return [candidate.place.id for candidate in world.candidates(name)]


def names_of(world: Gazetteer, name: str) -> list[str]:
    return [candidate.place.name for candidate in world.candidates(name)]


# Answers by GeoNames' numbers and ICAO codes, from GeoNames itself and the seeds' key, not from our rows.
@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Kursk", "gn:538560"),
        ("Kursk", "gn:538555"),
        ("Kursk region", "gn:538555"),
        ("Kursk oblast", "gn:538555"),
        ("Pokrovsk", "gn:704422"),
        ("Pokrovsk", "gn:563464"),
        ("Sergeevka", "gn:2016961"),
        ("Sergeevka", "gn:2020626"),
        ("Primorskyi Krai", "gn:2017623"),
        ("Primorsky Territory", "gn:2017623"),
        ("Dunai", "gn:2024800"),
        ("Nakhodka", "gn:2019528"),
        ("Sunan airport", "air:ZKPY"),
        ("UK", "gn:2635167"),
        ("U.S.", "gn:6252001"),
        ("US", "gn:6252001"),
        ("UAE", "gn:290557"),
        ("DRC", "gn:203312"),
        ("DPRK", "gn:1873107"),
        ("North Korea", "gn:1873107"),
        ("Burma", "gn:1327865"),
        ("Czech Republic", "gn:3077311"),
        ("Ivory Coast", "gn:2287781"),
        ("Holland", "gn:2750405"),
        ("Calif.", "gn:5332921"),
        ("N.C.", "gn:4482348"),
        ("PA", "gn:6254927"),
        ("OR", "gn:5744337"),
        ("B.C.", "gn:5909050"),
        ("NSW", "gn:2155400"),
        ("NYC", "gn:5128581"),
        ("Kyiv", "gn:703448"),
        ("Kiev", "gn:703448"),
        ("Kharkov", "gn:706483"),
        ("Artemivsk", "gn:713174"),
        ("Stalingrad", "gn:472757"),
        ("Leningrad", "gn:498817"),
        ("Bombay", "gn:1275339"),
        ("Rangoon", "gn:1298824"),
        ("Saigon", "gn:1566083"),
        ("Firenze", "gn:3176959"),
        ("Wien", "gn:2761369"),
        ("Москва", "gn:524901"),
        ("서울", "gn:1835848"),
        ("Zurich", "gn:2657896"),
        ("Heathrow", "air:EGLL"),
        ("Georgia", "gn:614540"),
        ("Georgia", "gn:4197000"),
        ("Gaza City", "gn:281133"),
        ("Chechnya", "gn:569665"),
        ("Simferopol", "gn:693805"),
    ],
)
def test_a_name_reaches_its_place(world: Gazetteer, name: str, place_id: str) -> None:
    """Abbreviations, former and foreign names, other romanisations and type words find the place they mean."""
    assert place_id in ids(world, name)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Darfur", "Darfur"),
        ("Kremlin", "Kremlin"),
        ("Red Sea", "Red Sea"),
        ("Sahel", "Sahel"),
        ("Siberia", "Siberia"),
        ("Donbas", "Donbas"),
        ("Middle East", "Middle East"),
        ("Gaza Strip", "Gaza Strip"),
        ("the West Bank", "West Bank"),
        ("Black Sea", "Black Sea"),
        ("Mediterranean", "Mediterranean Sea"),
        ("Pentagon", "Pentagon"),
        ("Vostochny Cosmodrome", "Vostochny Cosmodrome"),
        ("Kashmir", "Kashmir"),
        ("USSR", "Soviet Union"),
        ("Transnistria", "Transnistria"),
    ],
)
def test_what_news_means_comes_first(world: Gazetteer, name: str, first: str) -> None:
    """A sea, region or seat of power is not shadowed by a hamlet or a governorate of the same name."""
    assert names_of(world, name)[0] == first


def test_a_main_name_outranks_an_alias(world: Gazetteer) -> None:
    """Engels has Pokrovsk among its aliases and thrice the people, yet the towns called so come before it."""
    found = {c.place.id: position for position, c in enumerate(world.candidates("Pokrovsk"))}
    assert found["gn:704422"] < found["gn:563464"]
    assert world.candidates("Pokrovsk")[0].match == "main"


def test_the_way_of_matching_is_told(world: Gazetteer) -> None:
    """Each candidate says how its name was met, and which type word was set aside."""
    assert world.candidates("Nakhodka")[0].match == "main"
    assert {c.match for c in world.candidates("Primorskyi Krai")} == {"romanised"}
    region = world.candidates("Kursk region")[0]
    assert (region.match, region.type_word) in {("type", "region"), ("alias", "")}
    assert world.candidates("Nakhotka") == () or "main" not in {c.match for c in world.candidates("Nakhotka")}
    assert "gn:2019528" in [c.place.id for c in world.candidates("Nakhotka", fuzzy=True)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Missisippi", "Mississippi"), ("Cincinatti", "Cincinnati"), ("Phillipines", "Philippines")],
)
def test_letters_doubled_wrongly_are_one_slip(world: Gazetteer, typed: str, meant: str) -> None:
    """Two letters doubled or single where they should not be are forgiven, as one other slip is."""
    assert meant in [c.place.name for c in world.candidates(typed, fuzzy=True)]


@pytest.mark.parametrize("alphabet", ["abc d", "абв"])
def test_a_slip_finds_every_name_one_edit_away(alphabet: str) -> None:
    """All known keys with one letter added, left out, changed or swapped with the next, however many begin alike."""
    draw = random.Random(6)
    letters = alphabet.replace(" ", "")
    known = {alphabet[0] + "".join(draw.choices(alphabet, k=draw.randrange(4, 9))) for _ in range(900)}
    trie = marisa_trie.Trie(sorted(known))
    for key in draw.sample(sorted(known), 60):
        for at in range(2, len(key) - 1):
            typed = draw.choice(
                [
                    key[:at] + key[at + 1 :],
                    key[:at] + draw.choice(letters) + key[at:],
                    key[:at] + draw.choice(letters) + key[at + 1 :],
                    key[:at] + key[at + 1] + key[at] + key[at + 2 :],
                ]
            )
            if len(typed) >= SHORTEST:
                found = set(one_edit_away(typed, trie))
                assert found >= {other for other in known if is_one_edit(other, typed, letters)}
                assert found <= known - {typed}


def is_one_edit(other: str, typed: str, letters: str) -> bool:
    """By trying all edits, the first letter left as it is."""
    tried = set()
    for at in range(1, len(typed) + 1):
        before, rest = typed[:at], typed[at:]
        tried |= {before + letter + rest for letter in letters}
        tried |= {before + letter + rest[1:] for letter in letters if rest}
        tried |= {before + rest[1:], before + rest[1:2] + rest[:1] + rest[2:]}
    return other in tried - {typed}


@pytest.mark.parametrize(
    "word", ["of", "Of", "in", "to", "will", "police", "Police", "us", "or", "miss", "me"]
)
def test_everyday_words_mean_no_place(world: Gazetteer, word: str) -> None:
    """A town called Of or Police is not looked up by that word, nor an abbreviation by the word in small letters."""
    assert world.candidates(word) == ()


@pytest.mark.parametrize(
    "text", ["", " ", "…", "\u200b", "'", "municipal airport", "border crossing", "x" * 100_000]
)
def test_nonsense_has_no_candidates(world: Gazetteer, text: str) -> None:
    """Empty, generic and endless texts are answered with nothing, not with an error."""
    assert world.candidates(text, fuzzy=len(text) < 100) == ()


def test_an_airport_is_not_meant_by_its_towns_name_alone(world: Gazetteer) -> None:
    """Kursk is a city and an oblast; its airport only comes when an airport is asked for."""
    assert not {c.place.feature_class for c in world.candidates("Kursk")} & {"S"}
    assert "AIRP" in {c.place.feature_code for c in world.candidates("Kursk airport")}


def test_places_carry_region_country_and_outline(world: Gazetteer) -> None:
    """A town knows its region and country; a region and a country name the outline that the map draws."""
    town = world.place("gn:704422")
    assert town is not None
    assert (town.admin1, town.admin1_code, town.country_code) == ("gn:709716", "UA.05", "UA")
    assert (town.precision, town.outline) == ("point", None)
    region, country = world.place("gn:538555"), world.place("gn:690791")
    assert region is not None and country is not None
    assert (region.precision, region.outline) == ("area", "gn:538555")
    assert (country.outline, country.feature_code) == ("UA", "PCLI")
    assert region.radius_km > 50 and country.radius_km > 300


def test_every_country_is_found_by_its_name(world: Gazetteer) -> None:
    """Each country code has a country that its English CLDR name finds."""
    from babel import Locale

    names = Locale("en").territories
    lost = [
        code
        for code in sorted(world.country_codes)
        if not any(c.place.outline == code for c in world.candidates(names.get(code, code)))
    ]
    assert lost == []


def test_the_lexicon_tells_kinds_without_the_places(world: Gazetteer) -> None:
    """The recogniser's masks: countries, regions, towns by size, sites, areas, own rows, common words."""
    classes = world.lexicon.classes
    assert classes("ukraine") & lexicon.COUNTRY
    assert classes("kursk") & lexicon.REGION and classes("kursk") & lexicon.CITY_100K
    assert classes("kyiv") & lexicon.CITY_1M and classes("kyiv") & lexicon.MAIN
    assert classes("black sea") & lexicon.AREA and classes("black sea") & lexicon.OWN
    assert classes("kremlin") & lexicon.SITE
    assert classes("drc") & lexicon.CAPITALS and not classes("kyiv") & lexicon.CAPITALS
    assert classes("police") & lexicon.COMMON
    assert classes("no such place at all") == 0
    assert world.lexicon.is_prefix("new york")
    assert world.lexicon.longest <= lexicon.LONGEST_KEY


def test_names_and_nearest(world: Gazetteer) -> None:
    """A place tells all its names, its main one first; a point tells the nearest towns with their distance."""
    assert world.names("gn:704422")[0] == "Pokrovsk"
    assert world.names("gn:0") == () and world.place("gn:0") is None
    km, place = world.nearest(42.88, 132.34)[0]
    assert place.id == "gn:2024800" and km < 2
    assert [km for km, _ in world.nearest(0, 0, 3)] == sorted(km for km, _ in world.nearest(0, 0, 3))
    assert world.nearest(-30, -150) == [] or world.nearest(-30, -150)[0][0] > 100
    with pytest.raises(ValueError, match="no such point"):
        world.nearest(91, 0)


@pytest.mark.parametrize(
    ("lat", "lon"), [(-17.8, 179.99), (-17.8, -179.99), (89.9, 10.0), (-89.9, 0.0), (65, -180)]
)
def test_nearest_works_at_the_edges_of_the_map(world: Gazetteer, lat: float, lon: float) -> None:
    """Neighbours are found over the antimeridian, and near a pole nothing breaks."""
    found = world.nearest(lat, lon, 2)
    assert all(km >= 0 for km, _ in found)
    if lat == -17.8:
        assert found[0][1].country_code == "FJ" and found[0][0] < 100


def test_answers_have_one_order(world: Gazetteer) -> None:
    """The same question has the same answer in the same order, asked twice or of another instance."""
    from geo.gazetteer import open_gazetteer

    other = open_gazetteer(here=False)
    for name in ("Washington", "Springfield", "San José", "Kursk region"):
        assert ids(world, name) == ids(other, name)
    assert world.digest == other.digest


def test_the_key_of_a_name_is_what_the_lexicon_knows(world: Gazetteer) -> None:
    """Any candidate's own spelling is known to the lexicon by its key."""
    for name in ("Washington", "Saint-Denis", "Al-Hasakah", "Kyiv"):
        for candidate in world.candidates(name):
            if candidate.match in {"main", "alias", "folded"}:
                assert world.lexicon.classes(normalise(candidate.name))

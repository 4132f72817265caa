"""What an article is about: the places that must lead, and those that must stay in the background."""

from __future__ import annotations

import pytest

from geo.records import Focus
from geo.toponyms.focus import find_focus
from tests.toponyms.placing import area, place_marked, town

PLACES = {
    "Ukraine": area("ua", "Ukraine", 49, 32, "UA"),
    "Ukrainian": area("ua", "Ukraine", 49, 32, "UA"),
    "Donetsk oblast": area("donetsk", "Donetsk", 48, 37.5, "UA", "ADM1", 130),
    "Pokrovsk": town("pokrovsk", "Pokrovsk", 48.28, 37.18, "UA", "donetsk"),
    "Myrnohrad": town("myrnohrad", "Myrnohrad", 48.30, 37.26, "UA", "donetsk"),
    "Toretsk": town("toretsk", "Toretsk", 48.39, 37.85, "UA", "donetsk"),
    "Selydove": town("selydove", "Selydove", 48.15, 37.30, "UA", "donetsk"),
    "Kyiv": town("kyiv", "Kyiv", 50.45, 30.52, "UA", "kyivcity"),
    "Russia": area("ru", "Russia", 60, 100, "RU", radius=2300),
    "Russian": area("ru", "Russia", 60, 100, "RU", radius=2300),
    "Moscow": town("moscow", "Moscow", 55.75, 37.62, "RU", "mow"),
    "Texas": area("texas", "Texas", 31, -98, "US", "ADM1", 460),
    "Paris": town("paris-tx", "Paris", 33.66, -95.55, "US", "texas"),
    "Dallas": town("dallas", "Dallas", 32.78, -96.8, "US", "texas"),
    "Sudan": area("sd", "Sudan", 15, 30, "SD", radius=700),
    "El Fasher": town("fasher", "El Fasher", 13.63, 25.35, "SD", "darfur-n"),
    "Nyala": town("nyala", "Nyala", 12.05, 24.88, "SD", "darfur-s"),
    "Port Sudan": town("portsudan", "Port Sudan", 19.6, 37.2, "SD", "redsea"),
    "Kassala": town("kassala", "Kassala", 15.45, 36.4, "SD", "kassala-st"),
    "Geneva": town("geneva", "Geneva", 46.2, 6.14, "CH"),
    "Nairobi": town("nairobi", "Nairobi", -1.29, 36.82, "KE"),
    "Africa": area("africa", "Africa", 5, 20, "", "CONT", 3500),
    "Washington": town("washington", "Washington", 38.9, -77.0, "US", "dc"),
}


def focus(text: str, associative: str = "", **given: str) -> Focus:
    return find_focus(*place_marked(text, PLACES, associative=associative, **given))


LEADS = {
    "the town rather than the region and the country that hold it": (
        "Shells fell on [Pokrovsk], in [Donetsk oblast], [Ukraine], on Monday. Two people died in [Pokrovsk].",
        ("pokrovsk",), ("UA",),
    ),
    "the town of the lead rather than the capital that commented": (
        "A depot burned in [Pokrovsk] overnight, the governor said. The fire was out by noon. [Moscow] said nothing. "
        "Later [Moscow] denied it.",
        ("pokrovsk",), ("UA",),
    ),
    "what happens, not where the story was filed": (
        "«Nairobi» — Fighters stormed a market in [El Fasher] on Friday. Hospitals in [El Fasher] were full.",
        ("fasher",), ("SD",),
    ),
    "two towns that are named alike": (
        "Roads between [Pokrovsk] and [Myrnohrad] were cut. Crews worked in [Pokrovsk] and in [Myrnohrad].",
        ("myrnohrad", "pokrovsk"), ("UA",),
    ),
    "a country where its towns are a mere list": (
        "Hunger is spreading across [Sudan]. [Sudan] has had no harvest, and [Sudan] needs aid, officials said. It is "
        "worst in [El Fasher], [Nyala], [Port Sudan] and [Kassala].",
        ("sd",), ("SD",),
    ),
    "the town, where the state only tells which it is": (
        "A tornado hit [Paris], [Texas], at dawn. Schools in [Paris] closed. Crews came from [Dallas].",
        ("paris-tx",), ("US",),
    ),
    "the one place that there is": ("Rain fell in [Geneva].", ("geneva",), ("CH",)),
    "a town before the continent": (
        "[El Fasher] has the largest camp in [Africa]. People in [El Fasher] wait for food.",
        ("fasher",), ("SD",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", LEADS)
def test_the_focus_is(what: str) -> None:
    """Each made-up article gets the places and countries it is about, and no others."""
    text, places, countries = LEADS[what]
    found = focus(text, associative="Moscow")
    assert set(found.places) == set(places)
    assert found.countries == countries


def test_the_headline_leads() -> None:
    """A headline apart from the text outweighs what the text names as often."""
    text = "Aid reached the camp. It went through [Port Sudan] by road. People in [Nyala] waited for weeks."
    assert focus(text).places[0] == "portsudan"
    found = focus(text, title="Nyala waits for aid", title_is_headline=True)  # type: ignore[arg-type]
    assert found.places[0] == "nyala"


def test_both_sides_of_a_war_are_its_countries() -> None:
    """Demonyms count for countries, hardly for places."""
    found = focus(
        "{Russian} guns shelled [Pokrovsk] again, {Ukrainian} officers said. {Russian} losses were heavy, and "
        "{Russian} units fell back from [Pokrovsk]."
    )
    assert found.places == ("pokrovsk",)
    assert found.countries == ("UA", "RU")


def test_there_are_at_most_three_places() -> None:
    """However many an article names alike."""
    found = focus("[Pokrovsk], [Myrnohrad], [Toretsk], [Selydove] and [Kyiv] had no power.")
    assert len(found.places) == 3


def test_nothing_placed_is_no_focus() -> None:
    """An article without places is about none."""
    assert focus("Nobody saw [Xyzzyfort].") == Focus()

"""Corrections at work: rows of corrections.csv decide, add and drop mentions, the most specific one winning."""

from __future__ import annotations

from pathlib import Path

import pytest

import geo
from geo.gazetteer import Corrections, Gazetteer, open_corrections
from geo.gazetteer.corrections import COLUMNS
from geo.pipeline import Parsed

TEXT = "Rain fell on Nakhodka. Crews left the old mill near Vladivostok. Nakhodka waited."
TEXAS, NAKHODKA, POKROVSK = "gn:4717560", "gn:2019528", "gn:704422"


def rows(folder: Path, *lines: str, name: str = "mine.csv") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([",".join(COLUMNS), *lines, ""]), encoding="utf-8")
    return path


def corrections(folder: Path, *lines: str) -> Corrections:
    return open_corrections([rows(folder, *lines)], here=False)


def parsed(world: Gazetteer, mending: Corrections, text: str = TEXT, id: str = "a") -> Parsed:
    return geo.parse(geo.make_article(id, text), gazetteer=world, corrections=mending)


def placed(result: Parsed) -> list[tuple[str, str | None]]:
    return [(t.mention.text, t.place.id if t.place else None) for t in result.toponyms[0]]


def test_a_row_places_every_mention_of_a_name_for_certain(tmp_path: Path, world: Gazetteer) -> None:
    """Score and place score are 1, and the toponym names the row as file:line; so do the tables."""
    result = parsed(world, corrections(tmp_path, f"place,NAKHODKA,,,,,{POKROVSK},,,"))
    decided = [t for t in result.toponyms[0] if t.mention.text == "Nakhodka"]
    assert [(t.place and t.place.id, t.certainty) for t in decided] == [(POKROVSK, 1.0)] * 2
    assert all(t.decided_by.endswith("mine.csv:2") for t in decided)
    assert result.mentions["decided_by"].dropna().str.endswith("mine.csv:2").sum() == 2


def test_ignore_makes_a_mention_no_place_at_all(tmp_path: Path, world: Gazetteer) -> None:
    """It is neither placed nor listed as unresolved; what was dropped is known, with the row."""
    result = parsed(world, corrections(tmp_path, "ignore,Nakhodka,,,,,,,,"))
    assert placed(result) == [("Vladivostok", "gn:2013348")]
    assert result.unresolved.empty
    assert [d.source.endswith("mine.csv:2") for d in result.dropped[0]] == [True, True]


def test_a_longer_phrase_is_ignored_with_the_names_in_it(tmp_path: Path, world: Gazetteer) -> None:
    """ "Nakhodka waited" is no place; the other Nakhodka is one."""
    result = parsed(world, corrections(tmp_path, "ignore,Nakhodka waited,,,,,,,,"))
    assert placed(result) == [("Nakhodka", NAKHODKA), ("Vladivostok", "gn:2013348")]


def test_a_missed_name_is_proposed_by_its_row(tmp_path: Path, world: Gazetteer) -> None:
    """In lower case too, at the point given, in the region and country of the nearest town."""
    result = parsed(world, corrections(tmp_path, "place,the old mill,,,,,,42.9,132.8,"))
    mill = next(t for t in result.toponyms[0] if "mill" in t.mention.text)
    assert mill.place is not None
    assert (mill.place.lat, mill.place.lon, mill.place.country_code) == (42.9, 132.8, "RU")
    assert mill.place.admin1_name.startswith("Primor")
    assert mill.place.id == "csv:old-mill@42.9,132.8"
    assert mill.place.source.endswith("mine.csv:2")


def test_one_occurrence_alone_may_be_meant(tmp_path: Path, world: Gazetteer) -> None:
    """With article, start and end a row speaks of that very span."""
    start = TEXT.rindex("Nakhodka")
    mending = corrections(tmp_path, f"place,Nakhodka,a,{start},{start + 8},,{TEXAS},,,")
    found = [id for text, id in placed(parsed(world, mending)) if text == "Nakhodka"]
    assert found == [NAKHODKA, TEXAS]
    assert TEXAS not in dict(placed(parsed(world, mending, id="b"))).values()


def test_the_most_specific_row_wins(tmp_path: Path, world: Gazetteer) -> None:
    """Occurrence before article before everywhere, whatever the order of rows."""
    start = TEXT.rindex("Nakhodka")
    mending = corrections(
        tmp_path,
        f"ignore,Nakhodka,a,{start},{start + 8},,,,,",
        "ignore,Nakhodka,,,,,,,,",
        f"place,Nakhodka,a,,,,{POKROVSK},,,",
    )
    assert placed(parsed(world, mending)) == [("Nakhodka", POKROVSK), ("Vladivostok", "gn:2013348")]
    assert placed(parsed(world, mending, id="b")) == [("Vladivostok", "gn:2013348")]


def test_a_later_layer_wins_between_equals(
    tmp_path: Path, world: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """./gazetteer/corrections.csv lies on the bundled rows, given files on that."""
    rows(tmp_path, "ignore,Nakhodka,,,,,,,,", name="gazetteer/corrections.csv")
    given = rows(tmp_path, f"place,Nakhodka,,,,,{POKROVSK},,,")
    monkeypatch.chdir(tmp_path)
    assert placed(geo.parse(TEXT, gazetteer=world)) == [("Vladivostok", "gn:2013348")]
    assert dict(placed(parsed(world, open_corrections([given]))))["Nakhodka"] == POKROVSK
    assert dict(placed(parsed(world, open_corrections(here=False))))["Nakhodka"] == NAKHODKA


def test_a_longer_recognised_name_is_another_name(tmp_path: Path, world: Gazetteer) -> None:
    """A row for York says nothing of New York."""
    result = parsed(world, corrections(tmp_path, f"place,York,,,,,{POKROVSK},,,"), "He flew to New York.")
    assert [t.decided_by for t in result.toponyms[0]] == [""]


def test_the_other_names_are_resolved_knowing_it(tmp_path: Path, world: Gazetteer) -> None:
    """Where Millerton is settled, its neighbour of many namesakes follows."""
    text = "Fire broke out in Zarn Hollow on Monday, near Springfield."
    near = {"US-IL": (39.7, -89.7), "US-MO": (37.2, -93.3)}
    for code, (lat, lon) in near.items():
        result = parsed(world, corrections(tmp_path, f"place,Zarn Hollow,,,,,,{lat},{lon},"), text)
        springfield = next(t for t in result.toponyms[0] if t.mention.text == "Springfield")
        assert springfield.candidates[0].candidate.place.admin1_code == code.replace("-", ".")


def test_a_row_for_a_country_applies_where_the_country_leads(tmp_path: Path, world: Gazetteer) -> None:
    """An article about Ukraine obeys, one about Russia does not; the row's own name has no say."""
    mending = corrections(tmp_path, "place,Berezivka,,,,UA,,48.6,37.3,")
    for text, is_meant in (
        ("Shells fell on Kyiv, Kharkiv and Berezivka, in Ukraine.", True),
        ("Shells fell on Moscow, Tula and Berezivka, in Russia.", False),
        ("Shells fell on Berezivka.", False),
    ):
        decided = [t.decided_by for t in parsed(world, mending, text).toponyms[0] if t.decided_by]
        assert bool(decided) is is_meant, text


def test_offsets_that_no_longer_match_are_named_and_not_applied(tmp_path: Path, world: Gazetteer) -> None:
    """An edited article moves its names: the row is named as file:line, and the article is read as without it."""
    mending = corrections(tmp_path, f"place,Nakhodka,a,14,22,,{TEXAS},,,", f"place,Omsk,a,,,,{TEXAS},,,")
    result = parsed(world, mending)
    assert TEXAS not in dict(placed(result)).values()
    assert len(result.warnings) == 2
    assert "mine.csv:2" in result.warnings[0] and "akhodka" in result.warnings[0]
    assert "mine.csv:3" in result.warnings[1] and "does not stand in a" in result.warnings[1]


@pytest.mark.parametrize(
    "written", ["seeds/story.txt", "STORY.TXT", "story", "./story.txt", "seeds\\story.txt"]
)
def test_an_article_written_otherwise_is_asked_for(tmp_path: Path, world: Gazetteer, written: str) -> None:
    """A row with an article's path, or without its ending, is not applied in silence; one of another article is."""
    result = parsed(world, corrections(tmp_path, f"ignore,Nakhodka,{written},,,,,,,"), id="story.txt")
    (warning,) = result.warnings
    assert warning.endswith(
        f"mine.csv:2: there is no article {written!r}; if 'story.txt' is meant, write that"
    )
    other = parsed(world, corrections(tmp_path, "ignore,Nakhodka,another.txt,,,,,,,"), id="story.txt")
    assert other.warnings == ()


def test_an_unknown_place_stops_the_run(tmp_path: Path, world: Gazetteer) -> None:
    """Every row whose place the gazetteer does not know is named."""
    mending = corrections(tmp_path, "place,Omsk,,,,,gn:999999999,,,", "place,Tula,,,,,csv:nowhere,,,")
    with pytest.raises(geo.GazetteerError, match=r"mine\.csv:2: [^\n]+\n.*mine\.csv:3: "):
        parsed(world, mending)


def test_a_demonym_may_be_ignored_too(tmp_path: Path, world: Gazetteer) -> None:
    """Whatever was recognised under that text."""
    text = "A Russian salad was served in Omsk."
    assert placed(parsed(world, corrections(tmp_path, "ignore,Russian,,,,,,,,"), text)) == [
        ("Omsk", "gn:1496153")
    ]

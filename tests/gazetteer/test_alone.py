"""--only-gazetteer: nothing but users' own rows, for historians and fiction."""

from __future__ import annotations

from pathlib import Path

import pytest

import geo
from geo.gazetteer import open_gazetteer

FANTASY = """name,latitude,longitude,feature_code,alternate_names,radius_km
Karhûl,12.5,-31.25,CSTL,the Red Keep,
Paris,13.0,-31.0,village,,
Sea of Glass,11.0,-33.0,sea,,300
Ib,12.0,-30.0,village,,
"""
HISTORY = """name,latitude,longitude,feature_code,alternate_names,start,end,source
Ur,30.9626,46.1031,ruin,,-3800,-500,editor
Carthage,36.8528,10.3233,ruin,Carthago,-0814,0698,pleiades
Byzantium,41.0082,28.9784,city,,-0660,0330,pleiades
"""


@pytest.fixture
def books(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an invented gazetteer and one of former places."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fantasy.csv").write_text(FANTASY, encoding="utf-8")
    (tmp_path / "history.csv").write_text(HISTORY, encoding="utf-8")
    return tmp_path


def found(text: str, *paths: Path) -> list[tuple[str, str | None]]:
    gazetteer = open_gazetteer(paths, alone=True)
    (toponyms,) = geo.parse(text, gazetteer=gazetteer, corrections=geo.Corrections()).toponyms
    return [(t.mention.text, t.place.name if t.place else None) for t in toponyms]


def test_an_invented_world_is_all_there_is(books: Path) -> None:
    """Its names are found, whatever their accents, and placed; London and the French are not even mentioned."""
    text = "From Paris they rode to KARHUL, past the Red Keep, over the Sea of Glass. "
    text += "No Frenchman came from London to Ib."
    assert found(text, books / "fantasy.csv") == [
        ("Paris", "Paris"),
        ("KARHUL", "Karhûl"),
        ("Red Keep", "Karhûl"),
        ("Sea of Glass", "Sea of Glass"),
        ("Ib", "Ib"),
    ]


def test_former_places_of_a_historian(books: Path) -> None:
    """A name of two letters counts as it is written; a row is the user's whatever its source says."""
    text = "Merchants of Ur met those of Carthago before Byzantium fell; in Rome nobody knew. They said ur."
    assert found(text, books / "history.csv") == [
        ("Ur", "Ur"),
        ("Carthago", "Carthage"),
        ("Byzantium", "Byzantium"),
    ]


def test_several_files_and_the_folders_own(books: Path) -> None:
    """./gazetteer/places.csv is the user's own too; the project's rows are not."""
    (books / "gazetteer").mkdir()
    (books / "gazetteer" / "places.csv").write_text(
        "name,latitude,longitude\nMirefen,1,2\n", encoding="utf-8"
    )
    text = "Mirefen, Carthage, Karhûl and the Kremlin."
    assert [name for name, _ in found(text, books / "fantasy.csv", books / "history.csv")] == [
        "Mirefen",
        "Carthage",
        "Karhûl",
    ]


def test_nothing_of_the_world_answers(books: Path) -> None:
    """Neither names nor ids nor neighbours; a country code in a row is still checked."""
    gazetteer = open_gazetteer([books / "fantasy.csv"], alone=True)
    assert gazetteer.candidates("London", fuzzy=True) == ()
    assert [c.place.name for c in gazetteer.candidates("Paris")] == ["Paris"]
    assert gazetteer.place("gn:2988507") is None
    assert [place.name for _, place in gazetteer.nearest(12.4, -31.2)] == ["Karhûl"]
    (books / "bad.csv").write_text("name,latitude,longitude,country_code\nX,1,2,QQ\n", encoding="utf-8")
    with pytest.raises(geo.GazetteerError, match="unknown country"):
        open_gazetteer([books / "bad.csv"], alone=True)

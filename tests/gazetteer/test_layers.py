"""Layers: the world, our rows, the rows of the folder, the files given."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Literal

import pytest

from geo.gazetteer import Gazetteer, open_gazetteer
from geo.gazetteer.compiled import fingerprint, load_compiled
from geo.gazetteer.names import normalise
from geo.gazetteer.own import OwnRows
from geo.gazetteer.store import COMPILED, our_table
from geo.gazetteer.world import World

HEADER = "name,latitude,longitude,feature_code,country_code,alternate_names,geonameid,radius_km,note\n"


def layer(folder: Path, *rows: str, name: str = "mine.csv") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + "".join(row + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_users_row_is_a_candidate_and_required(tmp_path: Path) -> None:
    """A new place is found by all its names, said to be the user's, and proposed wherever its name stands."""
    path = layer(tmp_path, "Zorgville,48.5,37.2,village,UA,Зоргвіль|Zorg Town,,,")
    gazetteer = open_gazetteer([path], here=False)
    for name in ("Zorgville", "zorgville", "Зоргвіль", "Zorg Town"):
        (candidate,) = gazetteer.candidates(name)
        assert candidate.place.source.endswith("mine.csv:2")
        assert normalise(name) in gazetteer.required
    place = gazetteer.candidates("Zorgville")[0].place
    assert (place.admin1_code, place.country_code) == ("UA.05", "UA")


def test_a_row_without_a_country_is_in_the_one_that_holds_its_point(tmp_path: Path) -> None:
    """A town or site by the stance on borders; an area, or a point at sea, has none."""
    rows = [
        "Zorgville,48.5,37.2,village,,,,,",
        "Zorg Point,45.0,34.5,village,,,,,",
        "Zorg Reef,44,34,base,,,,,",
        "Zorg Plain,48.5,37.2,plain,,,,,",
    ]
    path = layer(tmp_path, *rows)
    places = {stance: open_gazetteer([path], here=False, borders=stance) for stance in ("un", "de-facto")}
    found = {
        name: places["un"].candidates(name)[0].place
        for name in ("Zorgville", "Zorg Point", "Zorg Reef", "Zorg Plain")
    }
    assert [place.country_code for place in found.values()] == ["UA", "UA", "", ""]
    assert found["Zorgville"].admin1_name == "Donetsk Oblast"
    assert places["de-facto"].candidates("Zorg Point")[0].place.country_code == "RU"


def test_short_and_everyday_names_are_not_required(tmp_path: Path) -> None:
    """A row called Or, or an alias "it", is found when looked up, but does not flood every article."""
    path = layer(tmp_path, "Zorgville,48.5,37.2,village,UA,or|Zz|The Port,,,")
    assert open_gazetteer([path], here=False).required == {"zorgville"}


def test_a_row_with_a_known_geonameid_amends_that_place(tmp_path: Path) -> None:
    """The place keeps its id, population and other names, and takes the row's point, name and note."""
    path = layer(tmp_path, "Pokrovsk,48.29,37.18,,,Pokrovske Misto,704422,7,moved")
    gazetteer = open_gazetteer([path], here=False)
    place = gazetteer.place("gn:704422")
    assert place is not None
    assert (place.lat, place.radius_km, place.note, place.population) == (48.29, 7, "moved", 60127)
    assert gazetteer.candidates("Pokrovske Misto")[0].place.id == "gn:704422"
    assert {"Pokrovsk", "Pokrovske Misto", "Krasnoarmiisk"} <= set(gazetteer.names("gn:704422"))


def test_the_same_name_and_class_near_by_is_the_same_place(tmp_path: Path) -> None:
    """Within five kilometres a row amends the package's place; farther off, or of another class, it is a new one."""
    near = open_gazetteer([layer(tmp_path, "Nakhodka,42.84,132.92,town,RU,,,,", name="a.csv")], here=False)
    far = open_gazetteer([layer(tmp_path, "Nakhodka,42.74,132.92,town,RU,,,,", name="b.csv")], here=False)
    other = open_gazetteer([layer(tmp_path, "Nakhodka,42.84,132.92,port,RU,,,,", name="c.csv")], here=False)
    assert [c.place.id for c in near.candidates("Nakhodka")] == ["gn:2019528"]
    assert len(far.candidates("Nakhodka")) == len(other.candidates("Nakhodka")) == 2


def test_later_layers_lie_on_top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """./gazetteer/places.csv lies on the bundled rows, given files on that, each replacing rows of the same place."""
    layer(tmp_path, "Zorgville,48.5,37.2,village,UA,,,,here", name="gazetteer/places.csv")
    given = layer(tmp_path, "Zorgville,48.51,37.2,village,UA,,,,given", name="given.csv")
    monkeypatch.chdir(tmp_path)
    assert open_gazetteer().candidates("Zorgville")[0].place.note == "here"
    (candidate,) = open_gazetteer([given]).candidates("Zorgville")
    assert (candidate.place.note, candidate.place.lat) == ("given", 48.51)
    assert open_gazetteer(here=False).candidates("Zorgville") == ()


def test_the_digest_follows_every_layer(tmp_path: Path) -> None:
    """Another row, another stance or another layer gives another digest; the same ones the same."""
    path = layer(tmp_path, "Zorgville,48.5,37.2,village,UA,,,,")
    digests = [
        open_gazetteer(here=False).digest,
        open_gazetteer(here=False, borders="de-facto").digest,
        open_gazetteer(here=False, bundled=False).digest,
        open_gazetteer([path], here=False).digest,
    ]
    layer(tmp_path, "Zorgville,48.6,37.2,village,UA,,,,")
    digests.append(open_gazetteer([path], here=False).digest)
    assert len(set(digests)) == 5
    assert open_gazetteer([path], here=False).digest == digests[-1]


def test_borders_follow_the_stance() -> None:
    """Simferopol is in Ukraine by the United Nations' view and in Russia by who holds it; Kyiv is Ukraine's in both."""
    un, held = open_gazetteer(here=False), open_gazetteer(here=False, borders="de-facto")
    for gazetteer, country in ((un, "UA"), (held, "RU")):
        assert gazetteer.candidates("Simferopol")[0].place.country_code == country
        kyiv = gazetteer.place("gn:703448")
        assert kyiv is not None and kyiv.country_code == "UA"


@pytest.mark.parametrize(
    ("name", "un", "de_facto"),
    [
        ("Katzrin", ("SY", "Quneitra Governorate"), ("IL", "Northern District")),
        ("Majdal Shams", ("SY", "Quneitra Governorate"), ("IL", "Northern District")),
        ("Sevastopol", ("UA", "Sevastopol"), ("RU", "Sevastopol")),
        ("Guantanamo Bay Naval Base", ("CU", "Guantánamo Province"), ("US", "Guantánamo Province")),
        ("Laayoune", ("EH", ""), ("MA", "")),
        ("Tel Aviv", ("IL", "Tel Aviv District"), ("IL", "Tel Aviv District")),
        ("Damascus", ("SY", "Damascus Governorate"), ("SY", "Damascus Governorate")),
        ("Tiberias", ("IL", "Northern District"), ("IL", "Northern District")),
    ],
)
def test_towns_on_disputed_land_follow_the_stance(
    name: str, un: tuple[str, str], de_facto: tuple[str, str]
) -> None:
    """Whatever GeoNames files them under, towns of the Golan or Western Sahara are in the country of the stance in
    force, and in its region; their neighbours across the line stay where they are.
    """
    for stance, expected in (("un", un), ("de-facto", de_facto)):
        place = open_gazetteer(here=False, borders=stance).candidates(name)[0].place
        assert (place.country_code, place.admin1_name) == expected


def test_ready_made_rows_answer_like_the_rows_themselves(root: Path, tmp_path: Path) -> None:
    """Our rows read from the CSV give the same candidates as those left ready by the build."""
    rows = root / "gazetteer" / "places.csv"
    ready = open_gazetteer(here=False)
    copy = tmp_path / "places.csv"
    copy.write_bytes(rows.read_bytes())
    slow = open_gazetteer([copy], bundled=False, here=False)
    for name in ("UK", "Danube", "Kyiv", "Red Sea", "Calif.", "Sunan airport", "Far East", "the Gulf"):
        told = [(c.place.id, c.match, c.name, c.type_word) for c in ready.candidates(name)]
        assert told == [(c.place.id, c.match, c.name, c.type_word) for c in slow.candidates(name)], name


@pytest.mark.parametrize("stance", ["un", "de-facto"])
def test_ready_made_rows_stand_where_the_rows_themselves_do(
    root: Path, tmp_path: Path, stance: Literal["un", "de-facto"]
) -> None:
    """The build has read off the borders which country and region hold each of our rows: no look-up does so again."""
    copy = tmp_path / "places.csv"
    copy.write_bytes((root / "gazetteer" / "places.csv").read_bytes())
    ready = open_gazetteer(here=False, borders=stance)
    slow = open_gazetteer([copy], bundled=False, here=False, borders=stance)
    asked = [id for id in ready._own.places if not ready._own.places[id].admin1]
    assert len(asked) > 100

    def standing(gazetteer: Gazetteer, id: str) -> tuple[str, str | None, str]:
        place = gazetteer.place(id)
        assert place is not None
        return place.country_code, place.admin1, place.admin1_name

    found = {id: standing(ready, id) for id in asked}
    assert "outlines" not in vars(ready._world)
    assert found == {id: standing(slow, id) for id in asked}


def test_a_users_row_that_moves_ours_stands_where_it_says(tmp_path: Path) -> None:
    """The region that the build found for a row of ours is not that of a user's row of the same id."""
    ours = open_gazetteer(here=False)
    place = ours.candidates("Camp David")[0].place
    path = tmp_path / "mine.csv"
    header = "id;name;latitude;longitude;feature_code;country_code"
    path.write_text(f"{header}\n{place.id};{place.name};40.71;-74.0;building;US\n", encoding="utf-8")
    theirs = open_gazetteer([path], here=False).place(place.id)
    assert theirs is not None and (place.admin1_name, theirs.admin1_name) == ("Maryland", "New York")


def test_the_build_leaves_our_rows_ready() -> None:
    """The ready-made rows beside the world file belong to the rows and the world of this checkout."""
    world = World()
    own = OwnRows(world)
    rows = our_table("places.csv")
    assert load_compiled(own, fingerprint(rows, world.digest), COMPILED, users=False)
    assert len(own.places) > 3_000
    assert not load_compiled(own, fingerprint(rows, "another world"), COMPILED, users=False)


def test_the_world_file_is_the_committed_one(root: Path) -> None:
    """The content hash of the built world is the one in gazetteer/world.sha256."""
    assert World().digest == (root / "gazetteer" / "world.sha256").read_text(encoding="utf-8").strip()


def test_the_gazetteer_opens_without_heavy_libraries() -> None:
    """Opening and looking up needs neither pandas nor geopandas nor geopy."""
    code = (
        "import sys, geo.gazetteer as g; g.open_gazetteer(here=False).candidates('Kyiv');"
        "print(sorted({'pandas', 'geopandas', 'geopy', 'shapely', 'folium'} & set(sys.modules)))"
    )
    out = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert out.stdout.strip() == "[]"

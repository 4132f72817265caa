"""Gazetteers that people download, as rows of ours: good files, broken ones, hostile ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.cli import run
from geo.errors import GazetteerError
from geo.gazetteer import open_gazetteer, read_additions
from geo.gazetteer.fields import Addition
from geo.gazetteer.imports import FORMATS, format_of, reader_of
from geo.gazetteer.sheet import Fault


def geonames(number: str, name: str, lat: str, lon: str, **more: str) -> str:
    cells = [
        number,
        name,
        name,
        more.get("others", ""),
        lat,
        lon,
        "P",
        "PPL",
        "UA",
        "",
        "05",
        "",
        "",
        "",
        "123",
        "",
        "9",
    ]
    return "\t".join([*cells, "Europe/Kyiv", "2020-01-01"]) + "\n"


DUMP = geonames("1", "Verkhovo", "48.51", "37.71", others="VRK,Верхово,verkhovo,Рим,北京") + geonames(
    "2", "Nizovo", "48.52", "37.9"
)
PLEIADES = (
    "id,title,reprLat,reprLong,minDate,maxDate,featureTypes,description\n"
    '579885,Athenae/Athens,37.97,23.72,-750.0,640.0,"settlement,unlocated","An ancient, large city"\n'
    "1,Nowhere,,,-30.0,300.0,settlement,\n"
)
LP_TSV = (
    "id\ttitle\ttitle_source\tstart\tend\tccodes\tmatches\tvariants\ttypes\tlon\tlat\n"
    "a/1\tAbydos\tmap\t-0700-01-01\t1300\tTR\tgn:323786;wd:Q190953\tAvido;Αβυδος\tsettlement\t26.4\t40.19\n"
    "a/2\t\tmap\t\t\t\t\t\t\t1\t2\n"
)


def feature(properties: object, geometry: object, **more: object) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry, **more}


SQUARE = {"type": "Polygon", "coordinates": [[[10, 50], [12, 50], [12, 52], [10, 52], [10, 50]]]}
LPF = {
    "type": "FeatureCollection",
    "@context": "https://example.org/linkedplaces-context.jsonld",
    "features": [
        feature(
            {"title": "Abydos", "ccodes": ["TR"]},
            {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [26.4, 40.19]}]},
            **{"@id": "https://example.org/places/81010"},
            names=[{"toponym": "Abydos"}, {"toponym": "Avido"}],
            types=[{"label": "town"}],
            when={"timespans": [{"start": {"in": "-0700"}, "end": {"latest": "1300-12-31"}}]},
        ),
        feature({"title": "Lost"}, None),
        "no feature",
    ],
}
GEOJSON = {
    "type": "FeatureCollection",
    "features": [
        feature(
            {"Name": "Camp One", "kind": "refugee camp", "cc": "JO"},
            {"type": "Point", "coordinates": [36.3, 32.3]},
        ),
        feature({"title": "The Square", "note": "<b>bold</b>"}, SQUARE),
        feature({}, SQUARE),
    ],
}
FILES = {
    "geonames": ("UA.txt", DUMP),
    "pleiades": ("pleiades.csv", PLEIADES),
    "lp-tsv": ("places.tsv", LP_TSV),
    "lpf": ("places.json", json.dumps(LPF)),
    "geojson": ("camps.geojson", json.dumps(GEOJSON)),
}


def imported(folder: Path, format: str) -> tuple[int, list[Addition]]:
    name, text = FILES[format]
    source, target = folder / name, folder / "out.csv"
    source.write_text(text, encoding="utf-8")
    code = run(["gazetteer", "import", str(source), "-o", str(target)])
    return code, read_additions(target)


@pytest.mark.parametrize("format", FORMATS)
def test_a_format_is_found_out(tmp_path: Path, format: str) -> None:
    """Each file says by its beginning what it is."""
    name, text = FILES[format]
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert format_of(tmp_path / name) == format


def test_a_geonames_dump(tmp_path: Path) -> None:
    """Numbers, regions, people and the alternate names that people write; the rows amend by GeoNames' number."""
    code, (first, second) = imported(tmp_path, "geonames")
    assert code == 0
    assert (first.place.id, first.place.population, first.admin1) == ("gn:1", 123, "UA.05")
    assert first.names == ("Verkhovo", "Верхово", "Рим", "北京")
    assert second.place.name == "Nizovo"


def test_pleiades(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Titles with a slash give two names, years their century; a place without a point is named and left out."""
    code, (place,) = imported(tmp_path, "pleiades")
    assert code == 2
    assert place.names == ("Athenae", "Athens")
    assert (place.place.start, place.place.end, place.place.id) == (-750, 640, "csv:pleiades-579885")
    assert "pleiades.csv:3: 1: no point; left out" in capsys.readouterr().err


def test_linked_places_as_a_table(tmp_path: Path) -> None:
    """Variants, years, GeoNames' number from the matches; a row without a title is left out."""
    code, (place,) = imported(tmp_path, "lp-tsv")
    assert code == 2
    assert place.names == ("Abydos", "Avido", "Αβυδος")
    assert (place.place.id, place.place.start, place.place.end) == ("csv:whg-a-1", -700, 1300)
    assert "gn:323786" in place.place.note


def test_linked_places_as_json(tmp_path: Path) -> None:
    """Names, kind, country, time spans and a point out of a collection of geometries; odd features are left out."""
    code, (place,) = imported(tmp_path, "lpf")
    assert code == 2
    assert place.names == ("Abydos", "Avido")
    assert (place.place.lat, place.place.lon, place.place.country_code) == (40.19, 26.4, "TR")
    assert (place.place.start, place.place.end) == (-700, 1300)


def test_any_geojson(tmp_path: Path) -> None:
    """Properties by our columns' aliases; an area is put at a point inside it; text stays text."""
    code, (camp, square) = imported(tmp_path, "geojson")
    assert code == 2
    assert (camp.place.name, camp.place.feature_code, camp.place.country_code) == ("Camp One", "CMPRF", "JO")
    assert 50 <= square.place.lat <= 52
    assert square.place.note == "<b>bold</b>"


def test_the_side_file_is_a_layer(tmp_path: Path) -> None:
    """What was imported is found through `--gazetteer`."""
    imported(tmp_path, "geonames")
    found = open_gazetteer([tmp_path / "out.csv"], here=False).candidates("Верхово")
    assert [c.place.id for c in found][:1] == ["gn:1"]


def test_broken_lines_are_counted_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Torn lines, bad bytes, points off the Earth: each is named, the rest is kept, the exit code is 2."""
    torn = "3\tTorn\n" + geonames("4", "Far", "948.5", "37.7") + geonames("1", "Twice", "1", "1")
    source = tmp_path / "UA.txt"
    source.write_bytes(
        DUMP.encode() + torn.encode() + b"\xff\xfe broken\n" + geonames("5", "Last", "48.6", "37.7").encode()
    )
    assert run(["gazetteer", "import", str(source), "-o", str(tmp_path / "out.csv")]) == 2
    said = capsys.readouterr()
    for part in (
        "UA.txt:3: 2 columns",
        "UA.txt:4: latitude 948.5",
        "UA.txt:5: the id gn:1",
        "UA.txt:6: not UTF-8",
    ):
        assert part in said.err
    assert "3 places; 4 faults" in said.out
    assert read_additions(tmp_path / "out.csv")[-1].place.name == "Last"


def test_many_faults_are_listed_in_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Beyond twenty, the terminal gets the first and a file gets all: none is silent."""
    source = tmp_path / "UA.txt"
    source.write_text(DUMP + "torn\n" * 50, encoding="utf-8")
    assert run(["gazetteer", "import", str(source), "-o", str(tmp_path / "out.csv")]) == 2
    assert "and 30 more" in capsys.readouterr().err
    assert len((tmp_path / "out.csv.faults.txt").read_text(encoding="utf-8").splitlines()) == 50


def test_only_what_was_asked_for(tmp_path: Path) -> None:
    """`--country` and `--min-population` leave the rest out without a fault."""
    (tmp_path / "UA.txt").write_text(DUMP, encoding="utf-8")
    arguments = ["gazetteer", "import", str(tmp_path / "UA.txt"), "-o", str(tmp_path / "out.csv")]
    assert run([*arguments, "--country", "RU"]) == 0
    assert read_additions(tmp_path / "out.csv") == []
    assert run([*arguments, "--min-population", "100"]) == 0
    assert len(read_additions(tmp_path / "out.csv")) == 2


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.zip", b"PK\x03\x04....", "unpack it"),
        ("a.txt", b"just words\n", "say --format"),
        ("a.json", b"{not json", "not JSON"),
        ("b.json", b'{"type": "Feature"}', "no FeatureCollection"),
        ("none.txt", None, "cannot be read"),
    ],
)
def test_what_is_no_gazetteer_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes | None, said: str
) -> None:
    """One line, exit code 2, nothing written."""
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert run(["gazetteer", "import", str(tmp_path / name), "-o", str(tmp_path / "out.csv")]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize("format", FORMATS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(data=st.data())
def test_no_file_breaks_a_reader(tmp_path: Path, format: str, data: st.DataObject) -> None:
    """Whatever bytes are put into a good file, a reader gives rows and faults, or says that it is no such file."""
    good = FILES[format][1].encode()
    at = data.draw(st.integers(0, len(good)))
    path = tmp_path / "file"
    path.write_bytes(
        good[:at] + data.draw(st.binary(max_size=30)) + good[data.draw(st.integers(at, len(good))) :]
    )
    try:
        for one in reader_of(format)(path):
            assert isinstance(one, (Fault, tuple))
    except GazetteerError as error:
        assert str(error).startswith(path.as_posix())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "properties",
                        "geometry",
                        "title",
                        "name",
                        "type",
                        "coordinates",
                        "names",
                        "types",
                        "when",
                    ]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_no_feature_breaks_a_reader(tmp_path: Path, odd: object) -> None:
    """Features of any shape are rows or faults."""
    path = tmp_path / "file.json"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [odd]}), encoding="utf-8")
    for format in ("lpf", "geojson"):
        assert len(list(reader_of(format)(path))) == 1


def test_a_file_without_a_place_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The wrong --format finds no place: an error, and what was imported before stays as it was."""
    monkeypatch.chdir(tmp_path)
    name, text = FILES["geojson"]
    (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "mine.csv").write_text("edited by hand", encoding="utf-8")
    assert run(["gazetteer", "import", name, "--format", "lp-tsv", "-o", "mine.csv"]) == 2
    assert f"{name}:1: no place in it; is it not lp-tsv?" in capsys.readouterr().err
    assert (tmp_path / "mine.csv").read_text(encoding="utf-8") == "edited by hand"

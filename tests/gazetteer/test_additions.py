"""The CSV that people extend: what is understood, what is refused and how it is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from geo.errors import GazetteerError
from geo.gazetteer import check_additions, open_gazetteer, read_additions
from geo.gazetteer.fields import Addition

HEADER = "name,latitude,longitude"
FULL = (
    "name,latitude,longitude,id,feature_code,country_code,population,radius_km,start,end,geonameid,wikidata"
)


def write(folder: Path, text: str | bytes, name: str = "rows.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(folder: Path, text: str | bytes) -> list[Addition]:
    return read_additions(write(folder, text))


def test_three_columns_are_enough(tmp_path: Path) -> None:
    """A name and a point make a place, with an id made of them."""
    (row,) = read(tmp_path, f"{HEADER}\nNew Farm,48.5,37.25\n")
    assert row.place.id == "csv:new-farm@48.5,37.25"
    assert (row.place.name, row.place.lat, row.place.lon) == ("New Farm", 48.5, 37.25)
    assert row.place.source.endswith("rows.csv:2")


@pytest.mark.parametrize(
    "text",
    [
        "title,lat,lng\nNew Farm,48.5,37.25\n",
        "Name;Latitude;Longitude\nNew Farm;48,5;37,25\n",
        "\ufeffname\tlat\tlon\r\nNew Farm\t48.5\t37.25\r\n",
        '"name","latitude","longitude"\r\n"New Farm","48.5","37.25"\r\n',
        "# ours\nlong,name,reprLat,mine\n# the farm\n37.25,New Farm,48.5,kept\n",
        "name,repr_lat,reprLong\nNew Farm,48.5,37.25",
        "name,latitude,longitude\n\nNew Farm,48.5,37.25\n\n\n",
        "\ufeffsep=;\r\nName;Latitude;Longitude\r\nNew Farm;48,5;37,25\r\n",
        "SEP=,\nname,latitude,longitude\nNew Farm,48.5,37.25\n",
        "sep=\t\n# ours\nname\tlat\tlon\nNew Farm\t48.5\t37.25\n",
        '"sep=|"\nname|lat|lon\nNew Farm|48.5|37.25\n',
        "sep=:\nname:lat:lon\nNew Farm:48.5:37.25\n",
    ],
)
def test_dialects_of_spreadsheets(tmp_path: Path, text: str) -> None:
    """Header aliases, tabs, semicolons with decimal commas, Excel's mark and its line ``sep=``, CRLF, comments and
    blank lines are read.
    """
    (row,) = read(tmp_path, text)
    assert (row.place.name, row.place.lat, row.place.lon) == ("New Farm", 48.5, 37.25)


@pytest.mark.parametrize(
    ("lat", "lon"),
    [
        ("48°16′48″N", "37°10′48″E"),
        ("48° 16' 48\" N", "37° 10' 48\" E"),
        ("N 48°16.8′", "E 37°10.8′"),
        ("48º16’48’’", "37º10’48’’"),
        ("48 16 48 N", "37 10 48 E"),
        ("48 deg 16 min 48 sec north", "37 deg 10 min 48 sec east"),
        ("48.28N", "37.18E"),
        ("48,28° N", "37,18° E"),
        ("lat: 48.28", "lon: 37.18"),
        ("+48.28°", "37.18°"),
    ],
)
def test_degrees_are_read_as_the_texts_write_them(tmp_path: Path, lat: str, lon: str) -> None:
    """Degrees, minutes and seconds with marks, words or letters, in a row as in an article."""
    cells = (f"New Farm\t{cell}".replace('"', '""') for cell in (lat, lon))
    first, second = (cell.partition("\t")[2] for cell in cells)
    (row,) = read(tmp_path, f'{HEADER}\nNew Farm,"{first}","{second}"\n')
    assert (row.place.lat, row.place.lon) == (48.28, 37.18)


@pytest.mark.parametrize(
    ("lat", "lon"), [("33°30′S", "70°45′W"), ("-33.5", "−70.75"), ("−33°30′", "70.75 W")]
)
def test_south_and_west_are_negative(tmp_path: Path, lat: str, lon: str) -> None:
    """By their letter or by a sign, a typesetter's minus too."""
    (row,) = read(tmp_path, f"{HEADER}\nNew Farm,{lat},{lon}\n")
    assert (row.place.lat, row.place.lon) == (-33.5, -70.75)


def test_excel_unicode_text_is_read(tmp_path: Path) -> None:
    """UTF-16 with its mark, as Excel's "Unicode text" has it."""
    (row,) = read(tmp_path, "name\tlat\tlon\r\nНова\t48.5\t37.25\r\n".encode("utf-16"))
    assert row.place.name == "Нова"


@pytest.mark.parametrize(
    ("word", "code", "precision"),
    [
        ("village", "PPL", "point"), ("PPLC", "PPLC", "point"), ("P.PPL", "PPL", "point"), ("base", "MILB", "site"),
        ("air base", "AIRB", "site"), ("port", "PRT", "site"), ("Sea", "SEA", "area"),
        ("nuclear power plant", "PSN", "site"),        ("region", "ADM1", "area"), ("spaceport", "SPACEPORT", "site"),
    ],
)  # fmt: skip
def test_kinds_in_plain_words(tmp_path: Path, word: str, code: str, precision: str) -> None:
    """A kind is GeoNames' code or a plain word, and says how the place is drawn."""
    (row,) = read(tmp_path, f"{HEADER},feature_code\nNew Farm,48.5,37.25,{word}\n")
    assert (row.place.feature_code, row.place.precision) == (code, precision)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("1991", 1991),
        ("-0500", -500),
        ("1991-12-26", 1991),
        ("1984?", 1984),
        ("19XX", 1900),
        ("500 BC", -499),
        ("-12000", -12000),
        ("12001 BC", -12000),
        ("Y-750000", -750000),
        ("Y12000", 12000),
        ("0500", 500),
        ("9999", 9999),
    ],
)
def test_years_of_any_age(tmp_path: Path, text: str, year: int) -> None:
    """Years are plain or EDTF, before our era too, however long ago; far ahead with EDTF's Y."""
    (row,) = read(tmp_path, f"{HEADER},start\nNew Farm,48.5,37.25,{text}\n")
    assert row.place.start == year


def test_names_are_parted_by_bars_or_semicolons(tmp_path: Path) -> None:
    """Alternate names stand in one cell."""
    rows = read(tmp_path, f'{HEADER},aliases\nA,1,2,B|C;D\nE,3,4,"F; G"\n')
    assert [row.names for row in rows] == [("A", "B", "C;D"), ("E", "F", "G")]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("name,latitude\nA,1\n", 1, "no column 'longitude'"),
        ("", 1, "empty"),
        (" \n\n", 1, "empty"),
        ("sep=;\r\n", 1, "no header"),
        ("sep=;\nname;lat\nA;1\n", 2, "no column 'longitude'"),
        ("sep=;\nname;lat;lon\nA;x;37\n", 3, "not a number"),
        (f"{HEADER}\nA,91,37\n", 2, "latitude 91"),
        (f"{HEADER}\nA,48,181\n", 2, "longitude 181"),
        (f"{HEADER}\nA,137.5,48.2\n", 2, "swapped"),
        (f"{HEADER}\nA,north,37\n", 2, "not a number"),
        (f"{HEADER}\nA,nan,37\n", 2, "not a finite number"),
        (f"{HEADER}\nA,37°10′E,48°16′N\n", 2, "latitude '37°10′E': a longitude by its letter; swap the two"),
        (f"{HEADER}\nA,48°16′N,37°10′N\n", 2, "longitude '37°10′N': a latitude by its letter"),
        (f"{HEADER}\nA,48°61′N,37\n", 2, "not a number"),
        (f"{HEADER}\nA,-48°16′S,37\n", 2, "not a number"),
        (f"{HEADER}\nA,91°16′N,37\n", 2, "beyond the pole"),
        (f"{HEADER}\nA,48 28,37\n", 2, "not a number"),
        (f"{HEADER}\nA,48°16′N 37°10′E,37\n", 2, "not a number"),
        (f"{HEADER}\nA,48,inf\n", 2, "not a finite number"),
        (f"{HEADER}\nA,0,0\n", 2, "nobody knew"),
        (f"{HEADER}\nA,,37\n", 2, "no latitude"),
        (f"{HEADER}\n,48,37\n", 2, "no name"),
        (f"{HEADER}\n…,48,37\n", 2, "no letter"),
        (f"{HEADER}\nA,48\n", 2, "2 cells where the header has 3"),
        (f"{HEADER}\nA,48,37,5\n", 2, "4 cells where the header has 3"),
        (f"{HEADER}\n\nA\x07,48,37\n", 3, "control character U+0007"),
        (f'{HEADER}\nA,48,37\n"B,48,38\n', 3, "not CSV"),
        (f"{HEADER},country\nA,48,37,XX\n", 2, "unknown country"),
        (f"{HEADER},type\nA,48,37,gizmo\n", 2, "unknown feature code"),
        (f"{HEADER},population\nA,48,37,many\n", 2, "not a number"),
        (f"{HEADER},population\nA,48,37,-5\n", 2, "not a number of people"),
        (f"{HEADER},radius_km\nA,48,37,-1\n", 2, "not a radius"),
        (f"{HEADER},geonameid\nA,48,37,abc\n", 2, "not a GeoNames id"),
        (f"{HEADER},wikidata\nA,48,37,12\n", 2, "not a Wikidata id"),
        (f"{HEADER},start\nA,48,37,soon\n", 2, "not a year"),
        (f"{HEADER},start\nA,48,37,19999\n", 2, "more than four digits"),
        (f"{HEADER},end\nA,48,37,19911226\n", 2, "more than four digits"),
        (f"{HEADER},end\nA,48,37,19911-12-26\n", 2, "more than four digits"),
        (f"{HEADER},geonameid\nA,48,37,999999999999\n", 2, "not a GeoNames id"),
        (f"{HEADER},geonameid\nA,48,37,gn:1234567890\n", 2, "not a GeoNames id"),
        (f"{HEADER},start,end\nA,48,37,1991,1922\n", 2, "after end"),
        (f"{HEADER},id\nA,48,37,a\nB,49,37,a\n", 3, "rows.csv:2"),
        (f"{HEADER},id\nA,48,37,a b\n", 2, "not an id"),
        (f"{HEADER},lat\nA,48,37,48\n", 1, "two columns for latitude"),
        (b"name,latitude,longitude\nM\xfcnchen,48,11\n", 2, "not UTF-8"),
        (b"\x89PNG\x00\x00", 1, "not UTF-8"),
        (f"{HEADER}\nA\0,48,37\n", 2, "NUL"),
    ],
)
def test_faults_say_where_what_and_what_to_do(
    tmp_path: Path, text: str | bytes, line: int, says: str
) -> None:
    """Every fault is an error with file:line, what is wrong and what to do."""
    path = write(tmp_path, text)
    with pytest.raises(GazetteerError, match=rf"rows\.csv:{line}: .*; .+") as caught:
        read_additions(path)
    assert says in str(caught.value)


@pytest.mark.parametrize(("code", "meant"), [("UK", "GB"), ("uk", "GB"), ("EL", "GR")])
def test_a_code_in_wide_use_is_told_the_standard_one(tmp_path: Path, code: str, meant: str) -> None:
    """Whoever writes UK or EL learns that the country's code is GB or GR."""
    with pytest.raises(GazetteerError, match=f"unknown country; write {meant}"):
        read(tmp_path, f"{HEADER},country\nA,48,2,{code}\n")


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """One reading finds them all, in order."""
    path = write(tmp_path, f"{HEADER},country_code\nA,91,37,XX\nB,x,37,UA\n,1,2,UA\n")
    with pytest.raises(GazetteerError) as caught:
        read_additions(path)
    assert [line.split(":")[-2] for line in str(caught.value).split("\n")] == ["2", "2", "3", "4"] or len(
        str(caught.value).split("\n")
    ) == 4


def test_a_missing_file_or_a_folder_is_a_fault(tmp_path: Path) -> None:
    """A path that cannot be read is a fault like any other."""
    with pytest.raises(GazetteerError, match="check the path"):
        read_additions(tmp_path / "none.csv")
    with pytest.raises(GazetteerError, match="cannot be read"):
        read_additions(tmp_path)
    with pytest.raises(GazetteerError, match="no such file"):
        open_gazetteer([tmp_path / "none.csv"])


CELL = st.text(st.characters(codec="utf-8"), max_size=12)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.one_of(st.binary(max_size=200), st.lists(st.lists(CELL, max_size=5), max_size=5)))
@example(b"\n\r\x01")
def test_no_file_breaks_the_reader(tmp_path: Path, content: bytes | list[list[str]]) -> None:
    """Whatever stands in a file, it is read or refused with a fault; nothing else is raised."""
    if isinstance(content, list):
        content = "\n".join([HEADER, *(",".join(row) for row in content)]).encode()
    path = write(tmp_path, content)
    try:
        read_additions(path)
    except GazetteerError as error:
        assert "rows.csv:" in str(error)


def test_check_finds_what_a_row_alone_cannot_tell(tmp_path: Path) -> None:
    """Two rows for one place, swapped coordinates within range, a doubtful neighbour, everyday and short aliases."""
    path = write(
        tmp_path,
        f"{HEADER},country_code,alternate_names,admin1\n"
        "New Farm,48.5,37.25,UA,,\n"
        "New Farm,48.51,37.25,UA,,\n"
        "Old Mill,37.3,48.6,UA,,\n"
        "East Farm,48.5,37.2,UA,will|Q,\n"
        "East Farm,48.6,37.2,UA,,\n"
        "Far Farm,10,10,UA,,\n"
        "West Farm,48.2,37.2,UA,,Atlantis\n",
    )
    found = {(fault.line, fault.warning): str(fault) for fault in check_additions([path])}
    assert "from the one in " in found[3, False] and "rows.csv:2" in found[3, False]
    assert "swap latitude and longitude" in found[4, False]
    assert "everyday word" in found[5, True] or "fewer than three" in found[5, True]
    assert "say in note" in found[6, True]
    assert "not in UA" in found[7, False]
    assert "unknown region" in found[8, False]


def test_a_good_file_has_no_faults(tmp_path: Path) -> None:
    """Nothing to say about a good row."""
    path = write(tmp_path, f"{FULL}\nNew Farm,48.5,37.25,nf,village,UA,120,0.5,1950,,,Q42\n")
    assert check_additions([path]) == []

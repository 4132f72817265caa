"""Coordinates in the text: every usual typography is read, and what only looks like them is not."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geo.mentions import find_coordinates

POKROVSK = (48.2833, 37.1833)
WRITTEN = """
48°17′N 37°11′E
48° 17' 0" N, 37° 11' 0" E
48º17’00”N 37º11’00”E
48°17'00''N, 37°11'00''E
N 48° 17.000' E 37° 11.000'
48 degrees 17 minutes north, 37 degrees 11 minutes east
48 deg 17 min N, 37 deg 11 min E
48°17′ N. lat., 37°11′ E. long
37°11′E 48°17′N
48 17 00 N 37 11 00 E
48-17-00N 037-11-00E
4817N03711E
481700N0371100E
N48.2833 E37.1833
48.2833N 37.1833E
48.2833 N, 37.1833 E
48.2833°N 37.1833°E
48.2833° N / 37.1833° E
48,2833° N, 37,1833° E
48.2833°, 37.1833°
48.2833, 37.1833
48.2833; 37.1833
48.2833 37.1833
Latitude: 48.2833° N, Longitude: 37.1833° E
latitude 48.2833 and longitude 37.1833
lat 48.2833, lon 37.1833
37U CP 65228 49383
37UCP6522849383
37U CP 6523 4938
""".strip().split("\n")  # fmt: skip


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("around", ["It fell at {}.", "({})", "{}"])
def test_every_usual_typography_is_read(written: str, around: str) -> None:
    """The point is right to what its digits say, and the span holds the whole of it and no more."""
    text = around.format(written)
    (found,) = find_coordinates(text)
    assert text[found.start : found.end] == written
    assert found.lat == pytest.approx(POKROVSK[0], abs=0.0005)
    assert found.lon == pytest.approx(POKROVSK[1], abs=0.0005)


SIGNED = [
    ("33.8688° S, 151.2093° E", -33.8688, 151.2093),
    ("-33.8688, 151.2093", -33.8688, 151.2093),
    ("−33.8688, 151.2093", -33.8688, 151.2093),
    ("S33.8688 W70.52", -33.8688, -70.52),
    ("12°30′S 77°02′W", -12.5, -77.0333),
    ("20 degrees south, 30 degrees west", -20, -30),
]


@pytest.mark.parametrize(("written", "lat", "lon"), SIGNED)
def test_south_and_west_are_negative(written: str, lat: float, lon: float) -> None:
    """By letter, by word, by hyphen or by minus sign."""
    (found,) = find_coordinates(f"at {written}.")
    assert (found.lat, found.lon) == (pytest.approx(lat, abs=1e-3), pytest.approx(lon, abs=1e-3))


NONE = """
Minutes of 60 and more: 48°77′N 37°10′E
A latitude of 98.2833, 37.1833
A longitude: 48.2833, 197.1833
Prices rose by 12.5, 13.7 percent
It cost $48.2833, 37.1833 or less
The rouble fell to 92.4532, 97.1234 a dollar
The rate was 92.4532, 97.1234 at noon
Servers 10.0.0.1, 10.0.0.2 were down
Versions 1.2345, 1.2346 are affected
He had 36.6°, 37.2° in the morning
Temperatures of 36°N and more
They won 21-14, 7-3
On 12.05.2024, 13.05.2024
Call 555.1234, 555.4321
Along the 38th parallel north
A 4K HD 2024 screen
At 5 W 10th Street N 20
A p-value of 0.1234, 0.4567
It lies at 48.2833° N
Highway 12 30 N 20 15 E
Three of them: 48.2833, 37.1833, 22.1234
48°17′N 12°10′N
A plate 37ZZZ12345678
Grid 37U ZZ 65228 49383
""".strip().split("\n")  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_coordinates_is_none(text: str) -> None:
    """Out of range, money, versions, addresses, temperatures, scores, dates, telephones, lists, one half alone."""
    assert find_coordinates(text) == []


def test_words_that_announce_them_let_shorter_ones_in() -> None:
    """ "Coordinates 48.28, 37.18" are ones; the same numbers alone are not; nor is a short grid reference."""
    assert find_coordinates("The coordinates 48.28, 37.18 were given.")
    assert not find_coordinates("It was 48.28, 37.18 then.")
    assert find_coordinates("MGRS 37U CP 652 493")
    assert not find_coordinates("37U CP 652 493")


def test_the_radius_is_what_the_digits_leave_open() -> None:
    """Half of the last digit's worth: half a degree, half a minute, half a second, half a grid square."""
    radii = [
        find_coordinates(text)[0].radius_km
        for text in ("54° N and 12° W", "48°17′N 37°11′E", "48°17′10″N 37°11′10″E", "MGRS 37U CP 652 493")
    ]
    assert radii == [pytest.approx(km, rel=0.02) for km in (55.6, 0.927, 0.0154, 0.05)]


def dms(value: float, letters: str, mark: str) -> str:
    seconds = round(abs(value) * 3600)
    return (
        f"{seconds // 3600}°{seconds // 60 % 60:02d}{mark[0]}{seconds % 60:02d}{mark[1]}{letters[value < 0]}"
    )


LAT = st.floats(-89, 89).filter(lambda v: abs(v) > 3)
LON = st.floats(-179, 179).filter(lambda v: abs(v) > 3)


@given(LAT, LON, st.sampled_from(["′″", "'\"", "’”"]), st.sampled_from([" ", ", ", " / ", "; "]))
def test_degrees_minutes_and_seconds_round_trip(lat: float, lon: float, mark: str, between: str) -> None:
    """Any point so written is found again, to half a second."""
    text = f"at {dms(lat, 'NS', mark)}{between}{dms(lon, 'EW', mark)} today"
    (found,) = find_coordinates(text)
    assert math.isclose(found.lat, lat, abs_tol=0.6 / 3600)
    assert math.isclose(found.lon, lon, abs_tol=0.6 / 3600)


@given(LAT, LON, st.sampled_from([", ", "; ", " ", "/"]), st.sampled_from("-−"))
def test_decimal_degrees_round_trip(lat: float, lon: float, between: str, minus: str) -> None:
    """Any point with five decimals is found again."""
    text = f"({lat:.5f}{between}{lon:.5f})".replace("-", minus)
    (found,) = find_coordinates(text)
    assert (found.lat, found.lon) == (round(lat, 5), round(lon, 5))


@given(st.floats(-79, 83), LON)
def test_grid_references_round_trip(lat: float, lon: float) -> None:
    """Any point as MGRS of ten digits is found again, to a metre or two."""
    from mgrs import MGRS

    # A metre south of the equator the library names a square that it cannot read back itself.
    assume(not -1e-5 < lat < 0)
    (found,) = find_coordinates(f"at {MGRS().toMGRS(lat, lon)}.")
    assert math.isclose(found.lat, lat, abs_tol=3e-5)
    assert math.isclose(found.lon, lon, abs_tol=3e-5 / math.cos(math.radians(lat)))


@given(
    st.text(alphabet="0123456789°′″'\"NSEWnsew.,;/ -−latongdegmi37UCP\n", max_size=80) | st.text(max_size=80)
)
def test_no_text_raises(text: str) -> None:
    """Whatever the text, what is found lies on Earth, in order, within the text."""
    last = 0
    for found in find_coordinates(text):
        assert last <= found.start < found.end <= len(text)
        assert -90 <= found.lat <= 90
        assert -180 <= found.lon <= 180
        last = found.end

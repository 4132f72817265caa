"""The model file: small, whole, and the one its card describes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from geo.errors import GeoError
from geo.mentions.model import BUNDLED, Calibration, Model, read_model, write_model
from geo.mentions.tagger import Tagger


def test_the_card_describes_this_model() -> None:
    """The card's hash is the model's, and the figures it states are there for folds and for corpora left out."""
    card = json.loads(BUNDLED.with_name("recogniser.json").read_text(encoding="utf-8"))
    assert card["sha256"] == hashlib.sha256(BUNDLED.read_bytes()).hexdigest()
    assert card["figures_f1"]["5-fold"]["rec.strict"]["mean"] >= 0.86
    assert card["figures_f1"]["leave-one-corpus-out"]["rec.strict"]["mean"] >= 0.825


def test_never_trained_on_the_exam() -> None:
    """The files the model was trained on are the three corpora and our own text; the seeds are not among them."""
    card = json.loads(BUNDLED.with_name("recogniser.json").read_text(encoding="utf-8"))
    public = {name for name in card["data_sha256"] if name.endswith(".jsonl")}
    assert public == {"lgl.jsonl", "trnews.jsonl", "gwn.jsonl"}


def test_small_enough_for_a_wheel() -> None:
    """At most a megabyte."""
    assert BUNDLED.stat().st_size <= 1_000_000


def test_reads_what_it_wrote(tmp_path: Path) -> None:
    """A model comes back as it was, but for weights that round to nothing."""
    tagger = Tagger(
        {"b": (1.25, -0.5), "a": (0.001, 0.0)}, ((0.1, 0.2, -9.0), (0.0, 0.5, 1.0), (0.0, 0.0, 2.0))
    )
    model = Model(tagger, -0.25, Calibration(0.5, -0.1), frozenset({"reading", "town"}))
    path = tmp_path / "some.model"
    path.write_bytes(write_model(model))
    back = read_model(path)
    assert back.tagger == Tagger({"b": (1.25, -0.5)}, tagger.transitions)
    assert (back.eagerness, back.calibration, back.ordinary) == (
        model.eagerness,
        model.calibration,
        model.ordinary,
    )
    assert write_model(back) == path.read_bytes()


@pytest.mark.parametrize("content", [b"", b"not deflated"])
def test_a_broken_model_is_named(tmp_path: Path, content: bytes) -> None:
    """The message says which file, and what to run."""
    path = tmp_path / "broken.model"
    path.write_bytes(content)
    with pytest.raises(GeoError, match=r"broken\.model.*make train"):
        read_model(path)


def test_calibration_keeps_order_and_bounds() -> None:
    """More probable stays more probable, and nothing is certain."""
    calibration = Calibration(0.5, -0.2)
    values = [calibration(p / 100) for p in range(101)]
    assert values == sorted(values)
    assert 0 < values[0] < values[-1] < 1

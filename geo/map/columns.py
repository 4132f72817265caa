"""Lists of like records as columns, and of like phrases as forms with gaps: the same data in fewer bytes.

``docs/page-contract.md`` documents both; ``static/js/columns.js`` reads them too.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

Record = dict[str, Any]
_GAP = "{}"
_TOLD = re.compile(r"\d[\d,.]*|\b[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)*")
"""What differs between phrases of one form: numbers, and runs of words that begin with a capital."""


def to_columns(records: Sequence[Record]) -> Record:
    """Records as ``{"count": n, "columns": {member: column}}``.

    A column is a list with an item a record; or ``{"value": v, "but": {"3": w}}``, ``v`` for all records but those
    listed (without ``value`` the others lack the member); or ``{"values": […], "of": […]}``, of each record the index
    of its value.
    """
    members = dict.fromkeys(member for record in records for member in record)
    return {"count": len(records), "columns": {member: _column(records, member) for member in members}}


def to_records(table: Mapping[str, Any]) -> list[Record]:
    """The records of such columns."""
    records: list[Record] = [{} for _ in range(table["count"])]
    for member, column in table["columns"].items():
        if isinstance(column, list) or "of" in column:
            values = column if isinstance(column, list) else [column["values"][n] for n in column["of"]]
            for record, value in zip(records, values, strict=True):
                record[member] = value
            continue
        if "value" in column:
            for record in records:
                record[member] = column["value"]
        for number, value in column.get("but", {}).items():
            records[int(number)][member] = value
    return records


def to_forms(phrases: Sequence[str]) -> Record:
    """Phrases as ``{"forms": ["{} km from {}"], "of": [[0, "95", "Nakhodka"]]}``: its form and what fills it."""
    forms: dict[str, int] = {}
    filled = []
    for phrase in phrases:
        form, told = (_TOLD.sub(_GAP, phrase), _TOLD.findall(phrase))
        if _GAP in phrase:
            form, told = _GAP, [phrase]
        filled.append([forms.setdefault(form, len(forms)), *told])
    return {"forms": list(forms), "of": filled}


def to_phrases(table: Mapping[str, Any]) -> list[str]:
    """The phrases of such forms."""
    parted = [form.split(_GAP) for form in table["forms"]]
    return [
        "".join(piece + told for piece, told in zip(parted[form], [*filled, ""], strict=True))
        for form, *filled in table["of"]
    ]


def _column(records: Sequence[Record], member: str) -> Any:
    """The shortest of the three forms."""
    holding = {str(number): record[member] for number, record in enumerate(records) if member in record}
    if len(holding) < len(records):
        return {"but": holding}
    keys = [_json(value) for value in holding.values()]
    counted = Counter(keys)
    often = sorted(counted, key=lambda one: (-counted[one], one))
    numbers = {one: number for number, one in enumerate(often)}
    but = {number: v for (number, v), one in zip(holding.items(), keys, strict=True) if one != often[0]}
    forms: list[Any] = [
        list(holding.values()),
        {"value": json.loads(often[0]), **({"but": but} if but else {})},
        {"values": [json.loads(one) for one in often], "of": [numbers[one] for one in keys]},
    ]
    return min(forms, key=lambda form: len(_json(form)))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)

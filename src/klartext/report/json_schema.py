"""JSON schema of the report, generated from ``json_types``.

``python -m klartext.report.json_schema`` writes the file that is shipped.
"""

from __future__ import annotations

import inspect
import types
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from klartext.report.dump import dump
from klartext.report.json_types import SCHEMA_ID, ReportJson

SCHEMA_FILE = Path(__file__).with_name("klartext-report-1.schema.json")
_SIMPLE = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


def report_schema(*, closed: bool = False) -> dict[str, Any]:
    """The schema (draft 2020-12).

    Args:
        closed: refuse fields that are not described. The shipped schema is open, because new
            fields may come within a version.
    """
    definitions: dict[str, Any] = {}
    root = _schema(ReportJson, definitions, closed)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        **root,
        "$defs": definitions,
    }


def shipped_text() -> str:
    """What ``SCHEMA_FILE`` has to contain."""
    return dump(report_schema())


def _schema(kind: Any, definitions: dict[str, Any], closed: bool) -> dict[str, Any]:
    if kind in _SIMPLE:
        return {"type": _SIMPLE[kind]}
    if is_typeddict(kind):
        if kind.__name__ not in definitions:
            definitions[kind.__name__] = {}
            definitions[kind.__name__] = _object(kind, definitions, closed)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is list:
        return {"type": "array", "items": _schema(arguments[0], definitions, closed)}
    if origin is tuple:
        items = [_schema(argument, definitions, closed) for argument in arguments]
        return {
            "type": "array",
            "prefixItems": items,
            "minItems": len(items),
            "maxItems": len(items),
        }
    if origin is dict:
        return {
            "type": "object",
            "additionalProperties": _schema(arguments[1], definitions, closed),
        }
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(argument, definitions, closed) for argument in arguments]}
    raise TypeError(kind)


def _object(kind: Any, definitions: dict[str, Any], closed: bool) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {
        "type": "object",
        "description": inspect.cleandoc(kind.__doc__ or ""),
        "properties": {name: _schema(hint, definitions, closed) for name, hint in hints.items()},
        "required": sorted(kind.__required_keys__),
        **({"additionalProperties": False} if closed else {}),
    }


if __name__ == "__main__":
    SCHEMA_FILE.write_text(shipped_text(), encoding="utf-8")

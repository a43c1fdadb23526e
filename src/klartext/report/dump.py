"""JSON as text that any console can take."""

from __future__ import annotations

import json


def dump(document: object, encoding: str = "utf-8") -> str:
    """JSON with sorted keys; characters are escaped unless the encoding is a Unicode one."""
    escaped = not encoding.lower().replace("-", "").startswith("utf")
    return json.dumps(document, ensure_ascii=escaped, indent=1, sort_keys=True) + "\n"

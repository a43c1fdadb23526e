"""Path patterns of the configuration: ``*`` within a folder, ``**`` over folders."""

from __future__ import annotations

import re
from functools import lru_cache


def matches(pattern: str, path: str) -> bool:
    """Whether a posix path relative to the project root fits a pattern.

    ``*`` and ``?`` stop at a slash, ``**`` does not, ``[abc]`` is one of the characters. A
    pattern without a slash fits the file name in any folder, as in ``.gitignore``.
    """
    return _compiled(pattern).fullmatch(path) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    if "/" not in pattern:
        pattern = f"**/{pattern}"
    pattern = pattern.removeprefix("./")
    out, at = "", 0
    while at < len(pattern):
        if pattern.startswith("**/", at):
            out, at = out + "(?:[^/]+/)*", at + 3
        elif pattern.startswith("**", at):
            out, at = out + ".*", at + 2
        elif pattern[at] == "*":
            out, at = out + "[^/]*", at + 1
        elif pattern[at] == "?":
            out, at = out + "[^/]", at + 1
        elif pattern[at] == "[" and (end := pattern.find("]", at + 2)) > 0:
            chosen = pattern[at + 1 : end].replace("\\", "\\\\").replace("[", "\\[")
            negated = chosen.startswith("!")
            out += f"[^/{chosen[1:]}]" if negated else f"[{chosen.replace('^', chr(92) + '^')}]"
            at = end + 1
        else:
            out, at = out + re.escape(pattern[at]), at + 1
    return re.compile(out)

"""Write the generated documents: ``python docs/generate.py`` (``--check`` compares only).

* ``docs/regeln.md`` from the rule files,
* ``docs/befehle.md`` from ``--help`` of every command,
* the marked blocks of ``README.md`` and ``CONTRIBUTING.md`` from what klartext really prints or
  from a real file. A block starts with a comment and ends with ``<!-- Ende -->``::

      <!-- Ausgabe: klartext check samples/brief.docx | Zeilen 1-30 -->
      <!-- Datei: rules/satz/SA10-sein-zu-infinitiv.toml -->

With ``--check`` nothing is written; the exit code is 1 if a document is stale.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

from klartext.cli.group import COMMANDS
from klartext.rules import Example, Rule, load_rules

ROOT = Path(__file__).parent.parent
MARKED = ("README.md", "CONTRIBUTING.md")
GROUPS = {
    "WO": "Wörter",
    "SA": "Sätze",
    "SZ": "Schreibweise",
    "TO": "Ton",
    "TX": "Text",
    "NA": "Nachvollziehbarkeit",
    "IN": "Information",
    "WI": "Wege",
}
STATES = {
    "stabil": "aktiv",
    "entwurf": "Entwurf: aus, bis Sie die Regel nennen",
    "veraltet": "veraltet",
}
_HEAD = "<!-- Diese Seite ist erzeugt (make docs). Bitte nicht von Hand ändern. -->\n"
_BLOCK = re.compile(
    r"<!-- (?P<kind>Ausgabe|Datei): (?P<what>.+?)(?: \| Zeilen (?P<first>\d+)-(?P<last>\d+))? -->\n"
    r".*?<!-- Ende -->",
    re.DOTALL,
)


def main(arguments: list[str] | None = None) -> int:
    """Write or compare all generated documents; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    options = parser.parse_args(arguments)
    pages = {
        Path("docs/regeln.md"): rules_page(load_rules(), _sources()),
        Path("docs/befehle.md"): commands_page(),
    }
    pages |= {Path(name): filled(_text(ROOT / name)) for name in MARKED}
    stale = [path for path, text in pages.items() if _text(ROOT / path) != text]
    for path in stale:
        if not options.check:
            (ROOT / path).write_text(pages[path], encoding="utf-8", newline="\n")
        print(f"{path}: {'veraltet, bitte make docs' if options.check else 'erneuert'}")
    return 1 if options.check and stale else 0


def rules_page(rules: tuple[Rule, ...], sources: dict[str, str]) -> str:
    """Return the catalogue of all rules; ``sources`` maps a source key to its title."""
    active = sum(rule.state == "stabil" for rule in rules)
    lines = [
        "# Regeln",
        "",
        _HEAD,
        f"klartext kennt {len(rules)} Regeln. {active} davon sind aktiv. Eine Regel im Entwurf "
        "meldet erst, wenn Sie sie mit `--extend-select` nennen.",
        "",
        "| Regel | Titel | Stand |",
        "|---|---|---|",
    ]
    lines += [f"| [{rule.id}](#{_anchor(rule)}) | {rule.title} | {rule.state} |" for rule in rules]
    for group, title in GROUPS.items():
        members = [rule for rule in rules if rule.group == group]
        if members:
            lines += ["", f"## {title}"]
        for rule in members:
            lines += ["", *_rule_section(rule, sources)]
    return "\n".join(lines) + "\n"


def _rule_section(rule: Rule, sources: dict[str, str]) -> list[str]:
    lines = [
        f"### {rule.id} {rule.title}",
        "",
        f"Name: `{rule.name}` · Stand: {STATES[rule.state]} · Schwere: {_severity(rule)}",
        "",
        " ".join(rule.why.split()),
    ]
    bad = next((example for example in rule.examples if example.bad), None)
    good = next((example for example in rule.examples if example.good), None)
    if bad:
        lines += ["", *_example(bad)]
    if good:
        lines += ["", "Hier meldet die Regel nichts:", "", *_quote(good.good or "")]
    if rule.references:
        lines += ["", "Quelle: " + "; ".join(_reference(rule, sources))]
    if rule.known_problems:
        lines += ["", "Bekannte Schwäche: " + " ".join(rule.known_problems.split())]
    return lines


def _severity(rule: Rule) -> str:
    if rule.severity:
        return rule.severity
    levels = rule.levels_for("brief")
    steps = (("Hinweis", levels.hinweis), ("Warnung", levels.warnung), ("Fehler", levels.fehler))
    return ", ".join(f"{name} ab {value:g}" for name, value in steps if value is not None)


def _example(example: Example) -> list[str]:
    marked = re.sub(r"\[\[(?:\d+:)?(.+?)\]\]", r"**\1**", example.bad or "")
    lines = ["Das meldet die Regel:", "", *_quote(marked)]
    if example.fixed:
        lines += ["", "Vorschlag:", "", *_quote(example.fixed)]
    return lines


def _quote(text: str) -> list[str]:
    return [f"> {line}".rstrip() for line in text.strip().splitlines()]


def _reference(rule: Rule, sources: dict[str, str]) -> list[str]:
    return [
        sources.get(reference.source, reference.source)
        + (f", {reference.section}" if reference.section else "")
        + ("" if reference.checked else " (Quelle noch nicht geprüft)")
        for reference in rule.references
    ]


def _anchor(rule: Rule) -> str:
    return re.sub(r"[^\w\- ]", "", f"{rule.id} {rule.title}".lower()).replace(" ", "-")


def _sources() -> dict[str, str]:
    with (ROOT / "rules" / "sources.toml").open("rb") as file:
        return {key: str(value["title"]) for key, value in tomllib.load(file).items()}


def commands_page() -> str:
    """Return the help of klartext and of every command, as the terminal shows it."""
    lines = ["# Befehle", "", _HEAD, "```text", printed(["--help"]).rstrip(), "```"]
    for name in COMMANDS:
        lines += [
            "",
            f"## klartext {name}",
            "",
            "```text",
            printed([name, "--help"]).rstrip(),
            "```",
        ]
    return "\n".join(lines) + "\n"


def filled(text: str) -> str:
    """Fill every marked block of a page."""
    return _BLOCK.sub(_block, text)


def _block(match: re.Match[str]) -> str:
    what = match["what"]
    if match["kind"] == "Datei":
        content, language = _text(ROOT / what), Path(what).suffix.lstrip(".")
    else:
        program, *arguments = shlex.split(what)
        if program != "klartext":
            raise ValueError(f"only klartext can be run, not {program}")
        content, language = printed(arguments), "text"
    chosen = content.splitlines()
    if match["first"]:
        first, last = int(match["first"]), int(match["last"])
        chosen = chosen[first - 1 : last] + (["…"] if last < len(chosen) else [])
    opening = match[0].split("\n", 1)[0]
    return "\n".join([opening, f"```{language}", *chosen, "```", "<!-- Ende -->"])


def printed(arguments: list[str]) -> str:
    """Run klartext in the root of the repository and return what it prints on stdout.

    Raises ``RuntimeError`` if it could not run (exit code above 1).
    """
    code = "import sys; sys.argv[0] = 'klartext'; from klartext.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env=os.environ | {"NO_COLOR": "1", "COLUMNS": "100", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode > 1:
        raise RuntimeError(f"klartext {shlex.join(arguments)}: {done.stderr}")
    return done.stdout


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main())

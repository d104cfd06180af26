"""Writes docs/rules.md from the standards: each rule with its source. `--check` tells whether it is current."""

import sys
from pathlib import Path

from trainer_desktop.rules.local_settings import CONTRADICTIONS, LocalSettings
from trainer_desktop.rules.standard import Standard, Text
from trainer_desktop.rules.standard_base import Rule
from trainer_desktop.services.standards import files

PAGE = Path(__file__).resolve().with_name("rules.md")
HEAD = """# The rules

Generated from `resources/standards/` by `python3 dev.py rules`; do not edit it by hand.
Each rule stands in plain Danish of our own, with its place in the standard (a line of the source file) and its key in our file.
What a standard does not say is not here: silence stays silence.
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for file in files.shipped():
        parts += _standard(file, files.load_standard(file))
    parts += _choices()
    return "\n".join(parts) + "\n"


def _standard(file: Path, standard: Standard) -> list[str]:
    about = standard.standard
    since = f"valid from {about.valid_from}" if about.valid_from else "undated"
    lines = [f"\n## {about.title} ({about.municipality})\n"]
    lines.append(f"`{file.name}`, version {about.version}, {since}, source `{about.source}`.\n")
    lines += ["| key | row | rule | place |", "|---|---|---|---|"]
    for key, rule in standard.rules():
        lines.append(f"| {_key(key, rule)} | {_row(rule)} | {_cell(rule.text)} | {rule.place} |")
    lines.append(f"\n{len(standard.example)} worked examples.")
    return lines


def _key(key: str, rule: Rule) -> str:
    return rule.topic if isinstance(rule, Text) else f"`{key}`"


def _row(rule: Rule) -> str:
    rows = rule.row if isinstance(rule.row, list) else [rule.row]
    return ", ".join(str(r) for r in rows if r)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _choices() -> list[str]:
    defaults = LocalSettings()
    lines = ["\n## What a centre decides where standards contradict each other or themselves\n"]
    lines += ["| no. | setting | default | reason |", "|---|---|---|---|"]
    for one in CONTRADICTIONS:
        default = getattr(defaults, one.field)
        shown = "not set" if default is None else str(default).lower()
        lines.append(f"| {one.number} | `{one.field}` | {shown} | {one.reason} |")
    return lines


def main(arguments: list[str]) -> int:
    """Write the page, or check it."""
    made = page()
    if "--check" not in arguments:
        PAGE.write_text(made, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == made:
        return 0
    sys.stderr.write("docs/rules.md is not current: run python3 dev.py rules\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

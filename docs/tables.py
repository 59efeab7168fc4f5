"""Writes the table of rules into README.md from the rules and their pages."""

from __future__ import annotations

from pathlib import Path

from fixer.cli.output import page_of
from fixer.cli.rule import fixes
from fixer.rule import builtin_rules, load_rules

README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- rules: written by `make tables` -->\n", "<!-- end of rules -->\n"


def rules_table() -> str:
    """A row a rule: its page, how bad it is, when it can be fixed, what it does."""
    rows = [
        f"| [{loaded.rule.id}](rules/{loaded.page.name}) | {loaded.rule.severity.value} "
        f"| {fixes(loaded)} | {page_of(loaded).summary} |\n"
        for loaded in load_rules([builtin_rules()])
    ]
    return "".join(("| rule | severity | fix | |\n", "|---|---|---|---|\n", *rows))


def with_table(text: str) -> str:
    """README's text with the table between its marks."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{rules_table()}{END}{after}"


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")

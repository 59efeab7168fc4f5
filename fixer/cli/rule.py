"""`fixer rule`: the rules in a table, or the page of one."""

from __future__ import annotations

from pathlib import Path

import click

from fixer.cli.output import page_of
from fixer.cli.session import InputError, settings_for
from fixer.diagnostics import Applicability
from fixer.rule import Fixes, LoadedRule, builtin_rules, load_rules


@click.command()
@click.argument("id", required=False)
@click.option("--config", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def rule(id: str | None, config: Path | None) -> int:
    """List the rules, or show the page of rule ID."""
    settings = settings_for((), config)
    rules = {found.rule.id: found for found in load_rules([builtin_rules(), *settings.rules])}
    if id is None:
        width = max(map(len, rules), default=0)
        for found in rules.values():
            summary = page_of(found).summary
            click.echo(
                f"{found.rule.id:<{width}}  {found.rule.severity.value:<7}  "
                f"{fixes(found):<18}  {summary}"
            )
        return 0
    if id not in rules:
        raise InputError(f"there is no rule '{id}'; `fixer rule` lists them")
    click.echo(rules[id].text(), nl=False)
    return 0


def fixes(found: LoadedRule) -> str:
    """When its findings can be fixed, in two or three words."""
    if found.rule.fixes is Fixes.NEVER:
        return "by hand"
    safety = "" if found.rule.level is Applicability.SAFE else ", unsafe"
    return f"{found.rule.fixes.value} fixed{safety}"

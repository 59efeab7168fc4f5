"""Names of an Angular template's own and texts that are keys: which are a renamed property's."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import fixed, project

RULE = load_rule(builtin_rules() / "legacy_field.py")
CONTRACT = """## Credits
Endpoint: GET /v1/credits/

Returns:

{ "credits": 100, "plan": "a" }

- `credits` (NOT `balance`)
"""
SCRIPT = """import { Component, Directive, Input } from '@angular/core';
import { FormControl, FormGroup } from '@angular/forms';
import { HttpClient } from '@angular/common/http';
interface Credits { balance: number; plan: string }
interface Other { balance: string }
@Component({ selector: 'app-a', templateUrl: './a.html' })
export class A {
  row?: Credits;
  form = new FormGroup({ balance: new FormControl('') });
  constructor(http: HttpClient) {
    http.get<Credits>('/v1/credits/').subscribe((row) => (this.row = row));
  }
  MORE
}
"""
MAKES = "make() { this.row = { balance: 1, plan: '' }; }"


def _is_safe(folder: Path, template: str, more: str = "") -> bool:
    """Whether the declaration is renamed by a safe fix."""
    script = SCRIPT.replace("MORE", more)
    files = {"contract.md": CONTRACT, "a.component.ts": script, "a.html": template}
    texts = fixed(project(folder, files), [RULE]).texts
    return b"{ credits: number; plan" in texts.get(folder / "a.component.ts", b"")


@pytest.mark.parametrize(
    "named",
    ["@let all = form; FORM", "@if (form; as all) { FORM }", "@let f = form; @let all = f; FORM"],
)
def test_a_form_that_a_template_gives_a_name(tmp_path: Path, named: str) -> None:
    """It is the form still, whose value is followed in the script."""
    inner = '<form [formGroup]="all"><input formControlName="balance"></form>'
    template = named.replace("FORM", inner)
    assert _is_safe(tmp_path, template)
    assert not _is_safe(tmp_path, template, "save() { this.row = this.form.value as Credits; }")


@pytest.mark.parametrize(
    ("texts", "is_safe"),
    [
        ("const TEXTS = { balance: 'b', plan: 'p' };", True),
        ("const TEXTS: Other = { balance: 'b' };", False),
        ("const TEXTS: Credits = { balance: 1, plan: '' };", False),
        ("declare const TEXTS: any;", False),
    ],
)
def test_a_text_that_is_a_key_of_an_object(tmp_path: Path, texts: str, *, is_safe: bool) -> None:
    """Of one that the program writes down, which can be none of the renamed type's."""
    hint = """@Directive({ selector: '[appHint]' })
export class HintDirective {
  @Input() appHint: keyof typeof TEXTS = 'balance';
  get shown() { return TEXTS[this.appHint]; }
}
"""
    template = '<input appHint="balance">'
    more = MAKES + "} " + texts + hint + "class B {"
    assert _is_safe(tmp_path, template, more) is is_safe

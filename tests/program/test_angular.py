"""Angular's templates: where they are, what is an expression in them, and what is not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from fixer.program.angular.markup import AngularMarkup
from fixer.program.angular.microsyntax import Role
from fixer.program.angular.pipes import without_colons
from fixer.program.markup import RegionKind
from fixer.program.module import Module
from fixer.program.program import Program


def _markup(text: str, name: str = "row.component.html") -> AngularMarkup:
    markup = Module(Path(name), text.encode()).markup
    assert isinstance(markup, AngularMarkup)
    return markup


def _texts(text: str, name: str = "row.component.html") -> list[str]:
    data = text.encode()
    regions = _markup(text, name).regions
    return [data[r.start : r.end].decode().strip() for r in regions]


def _program(folder: Path, files: Mapping[str, str]) -> Program:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return Program(folder)


@pytest.mark.parametrize(
    ("template", "expressions"),
    [
        ("<p>{{ a }} {{b}} é {{ c < d }}</p>", ["a", "b", "c < d"]),
        ('<p [a]="b" (c)="d($event)" [(e)]="f">', ["b", "d($event)", "f"]),
        ('<p bind-g="h" on-i="j()">', ["h", "j()"]),
        ("<p [class.w-1/2]='a' title=\"{{ b }} of {{ c }}\" [@anim]='d'>", ["a", "b", "c", "d"]),
        ('<p *ngIf="a as b; else c">', ["a", "c"]),
        ('<p *ngIf="a; then b; else c">', ["a", "b", "c"]),
        ('<p *ngIf="a.else(\' else \') else c">', ["a.else(' else ')", "c"]),
        ('<p *ngIf="a | b as d then c else e">', ["a | b", "c", "e"]),
        ('<p *ngFor="let a of bs; let i = index; trackBy: by">', ["bs", "by"]),
        ('<p *ngFor="let a of bs let i = index trackBy: by">', ["bs", "by"]),
        ('<p *ngFor="let a of bs | async as cs, index as i">', ["bs | async"]),
        ('<p *ngIf="f({a: 1, b: 2}); else c">', ["f({a: 1, b: 2})", "c"]),
        ("@if (a > b(1); as c) { {{ c }} } @else { {{ d }} }", ["a > b(1)", "c", "d"]),
        ("@if (a) { } @else if (b) { }", ["a", "b"]),
        ("@for (a of bs; track a.id; let i = $index) { {{ i }} } @empty { }", ["bs", "a.id", "i"]),
        ("@switch (a) { @case ('(') { {{ b }} } @default { } }", ["a", "'('", "b"]),
        ("@let a = b({c: ';'}); {{ a }}", ["b({c: ';'})", "a"]),
        ("@defer (when a; on viewport) { {{ b }} } @placeholder (minimum 5ms) { }", ["a", "b"]),
        ("a & b < {{ c }} <p [d]='e'> > f </p>", ["c", "e"]),
        ("{a, plural, =1 {one {{ b }}} other {{{c}} more}}", ["a", "b", "c"]),
    ],
)  # fmt: skip
def test_expressions(template: str, expressions: list[str]) -> None:
    assert _texts(template) == expressions
    markup = _markup(template)
    assert all(markup.is_read(r) for r in markup.regions)


@pytest.mark.parametrize(
    "template",
    [
        "<!-- {{ a }} <p [b]='c'> -->",
        "<p a='b' i18n>user@example.com { } c</p>",
        "<style>p { a: b }</style><script>{{ c }}</script>",
        "<p #a let-b><input disabled />",
        "@Component @media (a) b",
    ],
)
def test_what_is_no_expression(template: str) -> None:
    assert _texts(template) == []


@pytest.mark.parametrize(
    ("template", "names"),
    [
        ('<p *ngFor="let a of bs; let i = index">{{ a }} {{ i }}</p>', ["item", "number"]),
        ('<p *ngFor="let a of as">{{ a }}</p>{{ a }}', ["item", None]),
        ('<p *ngIf="a | async as a">{{ a }}</p>{{ a }}', ["value", None]),
        ("@if (a; as a) { {{ a }} } @else { {{ a }} }", [None, "value", None]),
        ("@for (a of a.b; track a) { {{ a }} }", ["item", "item"]),
        ("@for (a of bs; track 1) { {{ $index }} {{ $odd }} }", ["number", "boolean"]),
        ("@if (x) { @let a = 1; {{ a }} } {{ a }}", ["value", None]),
        ('<p *ngIf="x"><b #a></b>{{ a }}</p>{{ a }}', ["unknown", None]),
        ("<p #a></p>", []),
        ('<ng-template let-a let-b="c">{{ a }} {{ b }}</ng-template>', ["unknown", "unknown"]),
    ],
)  # fmt: skip
def test_names_of_a_template(template: str, names: list[str | None]) -> None:
    markup = _markup(template)
    data = template.encode()
    found: list[str | None] = []
    for region in markup.regions:
        name = data[region.start : region.end].decode().strip()
        local = markup.local(name, region)
        if name.strip("$").isalpha() and name not in ("bs", "as", "x"):
            found.append(local.role.value if local is not None else None)
    assert found == names


def test_what_is_no_html_is_told() -> None:
    template = '<p>{{ a }}</p><b [c]="d" ="e.f" >'
    markup = _markup(template)
    assert markup.is_broken(template.index("e.f"))
    assert not markup.is_broken(template.index("d"))
    stray = "<pre>a = &#123; b, c => d.e > f</pre>"
    assert not any(_markup(stray).is_broken(offset) for offset in range(len(stray)))


def test_a_loop_reads_its_source_outside() -> None:
    markup = _markup('<p *ngFor="let a of a">{{ a }}</p>')
    source, shown = markup.regions
    assert markup.local("a", source) is None
    local = markup.local("a", shown)
    assert local is not None
    assert (local.role, local.source) == (Role.ITEM, source)


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("a | date:'short':b", "a | date|'short'|b"),
        ("a ? b : c", "a ? b : c"),
        ("(a | p : (b ? c : d)) ? e : f", "(a | p | (b ? c : d)) ? e : f"),
        ("{ a: b | p: 1, c: d }", "{ a: b | p| 1, c: d }"),
        ("a || b ? c : d", "a || b ? c : d"),
        ("f(a | p: 1, b ? c : d)", "f(a | p| 1, b ? c : d)"),
        ("a | p: b ? c : d", "a | p| b ? c : d"),
        ("a | p: ':|' : b?.c ?? d : e", "a | p| ':|' | b?.c ?? d | e"),
    ],
)
def test_arguments_of_pipes(source: str, read: str) -> None:
    assert without_colons(source.encode()).decode() == read


def test_templates_in_a_script() -> None:
    script = """import { Component } from '@angular/core';
@Component({ selector: 'a', host: { '(click)': 'b()', '[title]': "c", class: 'd' },
  template: `<p>{{ e }} ${f} {{ g + ${h} }} {{ 'i\\`' }}</p>` })
export class A { j = '{{ k }}'; }
@Component({ template: '<p>{{ l }}</p>' })
class B {}
"""
    texts = _texts(script, "a.component.ts")
    assert texts == ["b()", "c", "e", "g + ${h}", "'i\\`'", "l"]
    opaque = [r.kind is RegionKind.OPAQUE for r in _markup(script, "a.component.ts").regions]
    assert opaque == [False, False, False, True, True, False]


def test_only_what_components_name_is_a_template(tmp_path: Path) -> None:
    core = "import { Component } from '@angular/core';\n"
    program = _program(
        tmp_path,
        {
            "a/a.component.ts": f"{core}@Component({{ templateUrl: '../b/a.html' }}) class A {{}}",
            "a/index.html": "<p>{{ a }}</p>",
            "a/old.ts": "app.directive('a', () => ({ templateUrl: 'old.html' }));",
            "a/old.html": "<p>{{ a }}</p>",
            "a/gone.ts": f"{core}@Component({{ templateUrl: './gone.html' }}) class B {{}}",
            "a/vue.ts": "@Component({ templateUrl: './old.html' }) class C {}",
            "b/a.html": "<p>{{ a }}</p>",
        },
    )
    names = [path.relative_to(tmp_path).as_posix() for path in program.files]
    assert names == ["a/a.component.ts", "a/gone.ts", "a/old.ts", "a/vue.ts", "b/a.html"]
    assert tmp_path / "b/a.html" not in Program(tmp_path, exclude=["b"]).files


def test_a_script_without_components_has_no_template() -> None:
    assert Module(Path("a.ts"), b"const template = `{{ a }}`;").markup is None

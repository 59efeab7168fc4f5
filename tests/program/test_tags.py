"""Paths that a tagged template writes, and parts of paths that are cut off."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.frontends import sent

TAGS = {
    "loop": (
        "function api(strings: TemplateStringsArray, ...values: string[]) {\n"
        "  let url = ''\n"
        "  strings.forEach((s, i) => { url += s + encodeURIComponent(values[i] ?? '') })\n"
        "  return '/api' + url\n"
        "}\n"
    ),
    "reduce": (
        "const api = (s: TemplateStringsArray, ...v: string[]) =>\n"
        "  `/api${s.reduce((all, part, i) => all + part + (v[i] ?? ''), '')}`\n"
    ),
    "raw": "const api = (s, ...v) => '/api' + String.raw({ raw: s }, ...v)\n",
    "another": (
        "const encoded = (s, ...v) => s.map((part, i) => part + (v[i] ?? '')).join('')\n"
        "const api = (s, ...v) => '/api' + encoded(s, ...v)\n"
    ),
}


@pytest.mark.parametrize("tag", TAGS)
def test_a_tag_gives_the_template_behind_what_it_writes(tmp_path: Path, tag: str) -> None:
    code = TAGS[tag] + "fetch(api`/users/${id}/roles`)\n"
    assert sent(tmp_path, {"api.ts": code}) == ["GET /api/users/{}/roles"]


def test_a_tag_that_makes_no_text_makes_no_path(tmp_path: Path) -> None:
    code = "const api = (s, ...v) => ({ s, v })\nfetch(api`/users/${id}`)\n"
    assert sent(tmp_path, {"api.ts": code}) == ["GET (the whole URL is computed)"]


@pytest.mark.parametrize(
    "cut",
    ["path.slice(0, path.length - 1)", "path.slice(0, -1)", "path.substring(0, path.length - 1)"],
)
def test_an_end_that_is_cut_off(tmp_path: Path, cut: str) -> None:
    code = (
        "function item(path: string, id: string) {\n"
        f"  if (path.endsWith('/')) path = {cut}\n"
        "  return fetch(`${path}/${id}`)\n"
        "}\n"
        "item(`/api/teams/${team}/users/`, '1')\nitem('/api/teams', '1')\n"
    )
    assert sent(tmp_path, {"api.ts": code}) == ["GET /api/teams/{}/users/1", "GET /api/teams/1"]

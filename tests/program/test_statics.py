"""Clients that a class holds as a static member."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.frontends import sent

API = """
import axios, {{ type AxiosInstance }} from 'axios';
export class DockApi {{
  {held}
  static get<T>(url: string) {{ return {reader}.get<T>(url).then((res) => res.data); }}
}}
export const load = () => DockApi.get<string[]>('/ships');
"""


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ("private static http: AxiosInstance; static setup() { this.http = MADE; }", "/api/ships"),
        (
            "static http: AxiosInstance | null = null; static setup() { this.http = MADE; }",
            "/api/ships",
        ),
        ("static http; static { this.http = MADE; }", "/api/ships"),
        ("static http: AxiosInstance; static setup(http) { this.http = http; }", "/ships"),
        (
            "static http: AxiosInstance; static one() { this.http = MADE; }"
            " static other() { this.http = axios.create({ baseURL: '/other' }); }",
            "/ships",
        ),
        ("static http = MADE; static forget() { this.http = null; }", "/api/ships"),
    ],
)
def test_a_static_client_that_is_set_later(tmp_path: Path, held: str, expected: str) -> None:
    held = held.replace("MADE", "axios.create({ baseURL: '/api' })")
    assert sent(tmp_path, {"a.ts": API.format(held=held, reader="this.http")}) == [
        f"GET {expected}"
    ]


def test_a_static_client_of_a_base(tmp_path: Path) -> None:
    held = "static http: AxiosInstance; static setup() { this.http = axios.create(); }"
    files = {
        "a.ts": API.format(held=held, reader="this.http"),
        "b.ts": "import { DockApi } from './a'; class Ports extends DockApi {"
        " static all() { return this.http.get('/ports'); } } Ports.all();",
    }
    assert sent(tmp_path, files) == ["GET /ships", "GET /ports"]


@pytest.mark.parametrize(
    ("held", "read"),
    [
        ("static base: Base = '/api'; static use(base: Base) { this.base = base; }", "this.base"),
        (
            "static base = ref<Base>('/api');"
            " static use(base: Base) { PortApi.base.value = base; }",
            "PortApi.base.value",
        ),
    ],
)
def test_a_text_that_a_static_method_sets_may_be_either(
    tmp_path: Path, held: str, read: str
) -> None:
    text = (
        "import { ref } from 'vue';\ntype Base = '/api' | '/trial';\n"
        f"class PortApi {{ {held} static all() {{ return fetch(`${{{read}}}/ports`); }} }}"
    )
    assert sent(tmp_path, {"a.ts": text}) == ["GET /api/ports | /trial/ports"]


def test_a_text_that_nothing_sets_is_as_it_begins(tmp_path: Path) -> None:
    text = (
        "class PortApi { static base = '/api'; static other = '';"
        " static use(to) { this.other = to; }"
        " static all() { return fetch(`${this.base}/ports`); } }"
    )
    assert sent(tmp_path, {"a.ts": text}) == ["GET /api/ports"]

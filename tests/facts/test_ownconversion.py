"""A project's own function that converts the keys of responses is a conversion layer."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from fixer.facts.ownconversion import load_own
from fixer.program.program import Program
from fixer.rule import builtin_rules

RECURSIVE = """
export function camelizeKeys(value) {
  if (Array.isArray(value)) return value.map(camelizeKeys);
  return Object.keys(value).reduce((all, key) => ({ ...all, [toCamel(key)]: value[key] }), {});
}
"""
OWN = "const toCamel = (key) => key.replace(/_([a-z])/g, (_, c) => c.toUpperCase());" + RECURSIVE
BARE = "export function camelizeKeys(o) { return Object.keys(o).map((k) => k.replace(/* */)); }"
THEN = """
import { camelizeKeys } from './case';
export const get = (path) => fetch(path).then((r) => r.json()).then(camelizeKeys);
"""
HELD = """
import { camelizeKeys } from './case';
export async function get(path) {
  const response = await fetch(path);
  const body = await response.json();
  return camelizeKeys(body);
}
"""
HOOKED = """
import { camelizeKeys } from './case';
export const client = axios.create({ transformResponse: [parse, camelizeKeys] });
"""
INTERCEPTED = """
import { camelizeKeys } from './case';
client.interceptors.response.use((r) => ({ ...r, data: camelizeKeys(r.data) }));
"""
FETCHED = """
import { camelCase, mapKeys } from 'lodash';
const camelize = (row) => mapKeys(row, (_, key) => camelCase(key));
export const get = async (path) => camelize(await (await fetch(path)).json());
"""
METHOD = """
import camelCase from 'lodash/camelCase';
class Api {
  camelize(value) {
    if (Array.isArray(value)) return value.map((item) => this.camelize(item));
    return Object.keys(value).reduce((all, key) => ({ ...all, [camelCase(key)]: value[key] }), {});
  }
  async get(path) {
    let content;
    content = await (await fetch(path)).json();
    return this.camelize(content);
  }
}
"""


def converts(folder: Path, files: Mapping[str, str]) -> bool:
    for name, source in files.items():
        (folder / name).write_text(source)
    return load_own(builtin_rules() / "conversions.toml").is_in(Program(folder))


@pytest.mark.parametrize(
    "files",
    [
        {"case.ts": OWN, "client.ts": INTERCEPTED},
        {"client.ts": FETCHED},
        {"client.ts": METHOD},
        {"case.ts": OWN, "client.ts": THEN},
        {"case.ts": OWN, "client.ts": HELD},
        {"case.ts": OWN, "client.ts": HOOKED},
        {
            "key.ts": "export const toCamel = (k) => k.replace(/_./g, (m) => m[1].toUpperCase());",
            "case.ts": "import { toCamel } from './key'; // toUpperCase" + RECURSIVE,
            "client.ts": INTERCEPTED,
        },
    ],
    ids=[
        "in an interceptor",
        "around a fetch",
        "a method",
        "behind it",
        "on a variable",
        "as a hook",
        "with a helper of another file",
    ],
)
def test_a_function_that_converts_responses(files: Mapping[str, str], tmp_path: Path) -> None:
    assert converts(tmp_path, files)


@pytest.mark.parametrize(
    "files",
    [
        {"case.ts": OWN},
        {"case.ts": OWN, "style.ts": "import { camelizeKeys } from './case'; camelizeKeys(css);"},
        {"case.ts": OWN.replace("toCamel(key)", "key"), "client.ts": INTERCEPTED},
        {"case.ts": OWN.replace("Object.keys(value)", "value"), "client.ts": INTERCEPTED},
        {"case.ts": BARE, "client.ts": THEN},
    ],
    ids=[
        "used nowhere",
        "on what is no response",
        "that keeps keys",
        "that goes over no keys",
        "that replaces nothing",
    ],
)
def test_anything_else_is_none(files: Mapping[str, str], tmp_path: Path) -> None:
    assert not converts(tmp_path, files)

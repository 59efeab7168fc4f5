"""What a name means across files: re-exports, default exports, namespaces, cycles."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.program.program import External
from tests.program.frontends import Files, shown, written

SHOW = "show(path)\n"


@pytest.mark.parametrize(
    "files",
    [
        {"a.ts": "import { path } from './b'\n", "b.ts": "export const path = '/x'"},
        {"a.ts": "import path from './b'\n", "b.ts": "export default '/x'"},
        {"a.ts": "import path from './b'\n", "b.ts": "const p = '/x'; export default p"},
        {"a.ts": "import path from './b'\n", "b.ts": "const p = '/x'; export { p as default }"},
        {"a.ts": "import { p as path } from './b'\n", "b.ts": "const p = '/x'; export { p }"},
        {
            "a.ts": "import { path } from './b'\n",
            "b.ts": "export { p as path } from './c'",
            "c.ts": "export const p = '/x'",
        },
        {
            "a.ts": "import { path } from './b'\n",
            "b.ts": "export { default as path } from './c'",
            "c.ts": "export default '/x'",
        },
        {
            "a.ts": "import { path } from './b'\n",
            "b.ts": "export * from './none'; export * from './c'",
            "c.ts": "export const path = '/x'",
        },
        {
            "a.ts": "import { path } from './b'\n",
            "b.ts": "export type * from './c'",  # of types, of course
            "c.ts": "export const path = '/x'",
        },
        {
            "a.ts": "import * as b from './b'\nconst path = b.path\n",
            "b.ts": "export const path = '/x'",
        },
        {
            "a.ts": "import { c } from './b'\nconst path = c.path\n",
            "b.ts": "export * as c from './c'",
            "c.ts": "export const path = '/x'",
        },
        {
            "a.ts": "import { path } from './b'\n",
            "b.ts": "import { path } from './c'; export { path }",
            "c.ts": "export const path = '/x'",
        },
        {"a.ts": "const { path } = require('./b')\n", "b.js": "module.exports = { path: '/x' }"},
        {"a.ts": "const { path } = require('./b')\n", "b.js": "exports.path = '/x'"},
    ],
)
def test_a_constant_through_files(tmp_path: Path, files: Files) -> None:
    assert shown(tmp_path, {**files, "a.ts": files["a.ts"] + SHOW}) == ["/x"]


def test_files_that_export_each_other_end(tmp_path: Path) -> None:
    files = {
        "a.ts": "import { path, none } from './b'\nshow(path); show(none)\n",
        "b.ts": "export * from './c'; export * from './b'",
        "c.ts": "export * from './b'; export const path = '/x'",
    }
    assert shown(tmp_path, files)[0] == "/x"


def test_files_that_import_each_others_values_end(tmp_path: Path) -> None:
    files = {
        "a.ts": "import { one } from './b'\nshow(one)\n",
        "b.ts": "import { two } from './c'; export const one = two + '/b'",
        "c.ts": "import { one } from './b'; export const two = one + '/c'",
    }
    assert shown(tmp_path, files) == ["{}/c/b"]


def test_what_no_file_exports_comes_from_the_package_behind_a_star(tmp_path: Path) -> None:
    files = {
        "a.ts": "import { own, useQuery } from './lib'\n",
        "lib.ts": "export * from './own'; export * from '@tanstack/react-query'",
        "own.ts": "export const own = 1",
    }
    program = written(tmp_path, files)
    path = tmp_path / "lib.ts"
    assert program.exported(path, "useQuery") == (External("@tanstack/react-query", "useQuery"),)
    (own,) = program.exported(path, "own")
    assert not isinstance(own, External)


def test_files_that_all_export_all_others_are_each_asked_once(tmp_path: Path) -> None:
    count = 30
    stars = "\n".join(f"export * from './m{index}'" for index in range(count))
    files = {f"m{i}.ts": f"{stars}\nexport const k{i} = '/{i}'" for i in range(count)}
    files["a.ts"] = "import { k7, none } from './m0'\nshow(k7); show(none)\n"
    assert shown(tmp_path, files)[0] == "/7"


@pytest.mark.parametrize(
    "statement",
    [
        "import load from './api/rows'",
        "import type load from './api/rows'",
        'import load, { other } from "./api/rows.js"',
        "import load, * as all from './api/rows'",
        "import load\nfrom './api/rows'",
        "import /* the rows */ load from './api/rows'",
        "import load from 'src/api/rows'",
    ],
)
def test_what_files_call_a_default_export(tmp_path: Path, statement: str) -> None:
    files = {
        "tsconfig.json": '{ "compilerOptions": { "baseUrl": "." } }',
        "src/api/rows.ts": "export default () => 1",
        "src/a.ts": statement,
        "src/b.ts": "import { rows } from './api/rows'; const x = 'api/rows'",
    }
    program = written(tmp_path, files)
    assert [*program.default_names(program.module(tmp_path / "src/api/rows.ts"))] == ["load"]

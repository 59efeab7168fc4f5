"""A path that can become another one: of what is renamed, every answer must have the field."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import findings, project, unchanged

RULE = load_rule(builtin_rules() / "legacy_field.py")
ENDPOINTS = load_rule(builtin_rules() / "unknown_endpoint.py")
METHODS = load_rule(builtin_rules() / "wrong_method.py")
CONTRACT = """## Credits
Endpoint: GET /v1/credits/

Returns:

{ "credits": 100 }

- `credits` (NOT `balance`)

## Old
Endpoint: GET /v1/old/

Returns:

{ "balance": 100 }

## Settings
Endpoint: PATCH /v1/settings/
"""
COMPONENT = """import { useEffect, useState } from 'react';
interface Credits { balance: number }
export function A() {
  const [state, setState] = useState(FIRST);
  const [row, setRow] = useState<Credits>();
  useEffect(() => { fetch(PATH).then((r) => r.json()).then((d: Credits) => setRow(d)); }, []);
  return <Row onClick={SETTER}>{row?.balance}</Row>;
}
"""


@pytest.mark.parametrize(
    ("first", "path", "setter"),
    [
        ("'/v1/credits/'", "state", "() => setState('/v1/old/')"),
        ("'/v1/credits/'", "state", "setState"),
        ("{ path: '/v1/credits/' }", "state.path", "() => setState({ path: '/v1/old/' })"),
    ],
)
def test_a_state(tmp_path: Path, first: str, path: str, setter: str) -> None:
    code = COMPONENT.replace("FIRST", first).replace("PATH", path).replace("SETTER", setter)
    unchanged(tmp_path, {"contract.md": CONTRACT, "a.tsx": code}, RULE)


def test_a_state_that_is_kept_with_its_setter(tmp_path: Path) -> None:
    code = COMPONENT.replace("[state, setState]", "state").replace("FIRST", "'/v1/credits/'")
    code = code.replace("PATH", "state[0]").replace("SETTER", "() => state[1]('/v1/old/')")
    unchanged(tmp_path, {"contract.md": CONTRACT, "a.tsx": code}, RULE)


FUNCTION = """interface Credits { balance: number }
const PATHS = { a: '/v1/old/', b: '/v1/credits/' } as const;
export async function load(kind: 'a' | 'b'): Promise<Credits> {
  let path = kind === 'a' ? '/v1/old/' : '/v1/credits/';
  const chosen = PATHS[kind];
  BODY
  throw new Error();
}
"""


@pytest.mark.parametrize(
    "body",
    [
        "switch (kind) { case 'a': case 'b': return (await fetch(chosen)).json(); }",
        "switch (path) {\n"
        "    case '/v1/old/': case '/v1/credits/': return (await fetch(path)).json(); }",
        "kind = 'b'; switch (kind) { case 'b': return (await fetch(chosen)).json(); }",
        "const turn = () => { path = '/v1/old/'; };\n"
        "  if (path === '/v1/credits/') { turn(); return (await fetch(path)).json(); }",
        "if (path !== '/v1/old/') for (;;) {\n    const found: Credits = await (await fetch(path))"
        ".json();\n    path = '/v1/old/'; if (turned) return found;\n  }",
    ],
)
def test_a_condition(tmp_path: Path, body: str) -> None:
    files = {"contract.md": CONTRACT, "a.ts": FUNCTION.replace("BODY", body)}
    unchanged(tmp_path, files, RULE)


@pytest.mark.parametrize(
    "code",
    [
        "const q = [told].filter(Boolean);\nconst pick = () => (q.length > 0 ? NEW : OLD);\n",
        "const q = ['a'];\nconst pick = () => (q.pop(), q.length > 0 ? NEW : OLD);\n",
        "const s = { q: ['a'] };\nconst pick = () => (s.q.length > 0 ? NEW : OLD);\n",
    ],
)
def test_a_list_that_may_be_empty(tmp_path: Path, code: str) -> None:
    paths = code.replace("NEW", "'/v1/credits/'").replace("OLD", "'/v1/old/'")
    load = (
        "interface Credits { balance: number }\nexport const load = (): Promise<Credits> =>"
        " fetch(pick()).then((r) => r.json());\n"
    )
    unchanged(tmp_path, {"contract.md": CONTRACT, "a.ts": paths + load}, RULE)


def test_a_setting_that_begins_as_something_unknown(tmp_path: Path) -> None:
    files = {
        "contract.md": CONTRACT,
        "config.ts": "export const config = { path: localStorage.getItem('path') };\n",
        "b.ts": "import { config } from './config';\n"
        "export function reset() { config.path = '/v1/credits/'; }\n",
        "a.ts": "import { config } from './config';\ninterface Credits { balance: number }\n"
        "export const load = (): Promise<Credits> => fetch(config.path).then((r) => r.json());\n",
    }
    unchanged(tmp_path, files, RULE)


def test_an_upload_that_isnt_sent_as_others_are(tmp_path: Path) -> None:
    files = {
        "contract.md": CONTRACT,
        "a.tsx": "import { Upload } from 'antd';\n"
        "export const A = () => <Upload action='/v1/settings/' method='PATCH' />;\n"
        "export const B = () => <Upload action='/v1/nowhere/' customRequest={send} />;\n",
        "b.vue": "<template><div><el-upload action='/v1/nowhere/' :http-request='send' />"
        "</div></template>\n",
    }
    assert not findings(project(tmp_path, files), [ENDPOINTS, METHODS]).diagnostics


def test_a_list_that_something_else_fills(tmp_path: Path) -> None:
    code = (
        "import { fill } from './other';\ninterface Credits { balance: number }\n"
        "export function load(): Promise<Credits> {\n  const ids: string[] = [];\n  fill(ids);\n"
        "  return fetch('/v1/credits/' + ids).then((r) => r.json());\n}\n"
    )
    unchanged(tmp_path, {"contract.md": CONTRACT, "a.ts": code}, RULE)


CLIENTS = """interface Credits { balance: number }
abstract class Client { abstract get(path: string): Promise<any>; }
class First extends Client { get(p: string) { return fetch('/v1' + p).then((r) => r.json()); } }
export class Api {
  constructor(private client: Client) {}
  load(): Promise<Credits> { return this.client.get('/credits/'); }
}
"""
SEND = "{ get(p: string) { return fetch('/v2' + p).then((r) => r.json()); } }\n"


@pytest.mark.parametrize(
    "more",
    [
        "class Second extends First " + SEND,
        "abstract class Base extends Client {}\nclass Second extends Base " + SEND,
        "".join(f"class C{n} extends Client {SEND.replace('v2', 'v1')}" for n in range(8))
        + "class Second extends Client "
        + SEND,
    ],
)
def test_a_class_that_sends_in_its_own_way(tmp_path: Path, more: str) -> None:
    contract = CONTRACT + CONTRACT.partition("## Settings")[0].partition("## Old")[2].replace(
        "Endpoint: GET /v1/old/", "## Second\nEndpoint: GET /v2/credits/"
    )
    unchanged(tmp_path, {"contract.md": contract, "a.ts": CLIENTS + more}, RULE)

"""What an expression can be, without running it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.frontends import shown


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("'/users'", "/users"),
        (r"'a\u0062c'", "abc"),
        ("`/users/${id}`", "/users/{}"),
        ("'/a' + '/' + id + '/b'", "/a/{}/b"),
        ("['a', 'b', id].join('/')", "a/b/{}"),
        ("['a', null, 'b'].filter(Boolean).join('/')", "a/b"),
        ("encodeURIComponent(id)", "{}"),
        ("encodeURIComponent('plain')", "plain"),
        ("String(3)", "3"),
        ("'/x/{id}/'.replace('{id}', String(id))", "/x/{}/"),
        ("'/a//'.replace(/\\/+$/, '')", "/a"),
        ("'/API'.toLowerCase()", "/api"),
        ("'/a/b'.split('/')[2]", "b"),
        ("'/a/b'.slice(1)", "a/b"),
        ("'/a/b/'.slice(0, -1)", "/a/b"),
        ("'abcdef'.substr(1, 2)", "bc"),
        ("`/a/${id}/`.substring(1)", "a/{}/"),
        ("`/a/${id}/`.slice(0, -1)", "/a/{}"),
        ("((u) => u.substring(0, u.length - 1))(`/a/${id}/`)", "/a/{}"),
        ("`/a/${id}`.slice(0, -1)", "/a/{}"),
        ("('/api' + '/v1/users').slice(5)", "v1/users"),
        ("((q) => q.substr(1, q.length - 1))('?a=b')", "a=b"),
        ("'/a'.startsWith('/') ? 'yes' : 'no'", "yes"),
        ("new URL('/b', 'https://x.org/a').toString()", "https://x.org/b"),
        ("new URL('b', 'https://x.org/a/').toString()", "https://x.org/a/b"),
        ("new URL('./b', 'https://x.org/a/').toString()", "https://x.org/a/b"),
        ("new URL('/b', 'https://x.org/a').pathname", "/b"),
        ("new URL('https://x.org/a/b').pathname", "/a/b"),
        ("new URL('/b', location.origin).pathname", "/b"),
        ("`?${new URLSearchParams({ a: '1', b: x })}`", "?a={}&b={}"),
        ("new URLSearchParams('a=1').toString()", "a={}"),
        ("(null ?? '/a')", "/a"),
        ("('' || '/a')", "/a"),
        ("(x ? '/a' : '/b')", "/a | /b"),
        ("`/a/${null}`", "/a/{}"),
        ("'/a' + []", "/a"),
        ("`/a/${x ? id : other}`", "/a/{}"),
        ("(['a'].length > 0 ? '/a' : '/b')", "/a"),
        ("import.meta.env.VITE_API", "{base}"),
        ("(process.env.API || 'http://x:1/api') + '/a'", "{base}http://x:1/api/a"),
        ("`${location.origin}/a`", "{base}/a"),
        ("({ a: { b: '/c' } }).a.b", "/c"),
        ("({ ...{ a: '/x' }, a: '/y' }).a", "/y"),
        ("({ ['a' + 'b']: '/c' })['ab']", "/c"),
        ("((p) => `/x/${p}`)('y')", "/x/y"),
        ("(function (p = '/d') { return p; })()", "/d"),
        ("Object.entries({ a: 1, b: 2 }).map(([k]) => k).join()", "a,b"),
        ("['a', 'b'].reduce((all, one) => all + '/' + one, '')", "/a/b"),
        ("['/a', 'b'].reduce((all, one) => all + '/' + one)", "/a/b"),
        ("['/a', id].reduce((all, one) => `${all}/${one}`)", "/a/{}"),
        ("['/a'].reduce((all, one) => all + '/' + one)", "/a"),
        ("['a', 'b'].reduceRight((all, one) => all + '/' + one, '')", "/b/a"),
        ("((v) => (v.length === 0 ? '' : v))('/a')", "/a"),
        ("await Promise.resolve('/a')", "/a"),
        ("('/a' as const)", "/a"),
        ("<string>'/a'", "/a"),
    ],
)
def test_an_expression(tmp_path: Path, expression: str, expected: str) -> None:
    assert shown(tmp_path, {"a.ts": f"show({expression});"}) == [expected]


def test_a_constant_through_barrels_namespaces_and_defaults(tmp_path: Path) -> None:
    files = {
        "paths.ts": "export const USERS = '/users';\nexport default { team: '/team' } as const;",
        "index.ts": "export * from './paths';\nexport { default as table } from './paths';",
        "a.ts": "import * as all from './index';\nimport { table, USERS as U } from './index';\n"
        "show(all.USERS); show(table.team); show(U);",
    }
    assert shown(tmp_path, files) == ["/users", "/team", "/users"]


def test_common_js(tmp_path: Path) -> None:
    files = {
        "paths.js": "module.exports = { USERS: '/users' };",
        "more.js": "exports.TEAM = '/team';",
        "a.ts": "const { USERS } = require('./paths');\nconst more = require('./more');\n"
        "show(USERS); show(more.TEAM);",
    }
    assert shown(tmp_path, files) == ["/users", "/team"]


def test_an_enum(tmp_path: Path) -> None:
    code = "enum Path { Users = '/users', Team = '/team' }\nshow(Path.Team); show(Path['Users']);"
    assert shown(tmp_path, {"a.ts": code}) == ["/team", "/users"]


def test_a_variable_that_is_written_under_a_condition(tmp_path: Path) -> None:
    code = "let url = '/a';\nif (x) url += '?b=1';\nelse url = '/c';\nshow(url);"
    assert shown(tmp_path, {"a.ts": code}) == ["/a?b=1 | /c"]


def test_writes_of_one_branch_belong_together(tmp_path: Path) -> None:
    code = (
        "const parts = ['a'];\nif (x) { parts.push('b'); parts.push('c'); }\nshow(parts.join('/'));"
    )
    assert shown(tmp_path, {"a.ts": code}) == ["a | a/b/c"]


def test_a_write_in_a_branch_that_returns_is_not_seen_after_it(tmp_path: Path) -> None:
    code = "function f() { let u = '/a'; if (x) { u = '/b'; return; } show(u); }"
    assert shown(tmp_path, {"a.ts": code}) == ["/a"]


def test_conditions_on_known_arguments_are_decided(tmp_path: Path) -> None:
    code = (
        "function makeUrl(path: string, o?: { id?: number; tail?: string }) {\n"
        "  const parts = ['', 'api', path];\n"
        "  if (o?.id) parts.push(String(o.id));\n"
        "  if (o?.tail !== undefined) parts.push(o.tail);\n"
        "  parts.push('');\n  return parts.join('/');\n}\n"
        "show(makeUrl('users')); show(makeUrl('users', { id: n }));\n"
        "show(makeUrl('users', { tail: 'me' }));"
    )
    assert shown(tmp_path, {"a.ts": code}) == [
        "/api/users/",
        "/api/users/ | /api/users/{}/",
        "/api/users/me/",
    ]


def test_types_say_what_a_parameter_can_be(tmp_path: Path) -> None:
    code = (
        "enum E { A = 'a', B = 'b' }\ntype P = 'x' | 'y';\nconst T = ['s', 't'] as const;\n"
        "function f(p: P, e: E, n: number, s: string, t: (typeof T)[number], o: { k: P }) {\n"
        "  show(p); show(e); show(n); show(s); show(t); show(o.k);\n}"
    )
    expected = ["{x|y}", "{a|b}", "{number}", "{string}", "{s|t}", "{x|y}"]
    assert shown(tmp_path, {"a.ts": code}) == expected


def test_fields_of_a_class_its_bases_and_its_construction(tmp_path: Path) -> None:
    code = (
        "abstract class Base { abstract path: string; static root = '/r';\n"
        "  constructor(readonly prefix = '/v1') {}\n"
        "  get url() { return `${this.prefix}${this.path}`; } }\n"
        "class Users extends Base { path = '/users'; constructor() { super('/v2'); } }\n"
        "class Team extends Base { path;\n"
        "  constructor(name: string) { super(); this.path = name; } }\n"
        "show(new Users().url); show(new Team('/team').url); show(Base.root);"
    )
    assert shown(tmp_path, {"a.ts": code}) == ["/v2/users", "/v1/team", "/r"]


def test_a_table_of_functions(tmp_path: Path) -> None:
    code = "const R = { user: (id: string) => `/users/${id}`, all() { return '/users'; } };\n"
    code += "show(R.user(x)); show(R.all()); show(R['user']('me'));"
    assert shown(tmp_path, {"a.ts": code}) == ["/users/{}", "/users", "/users/me"]


@pytest.mark.parametrize(
    "code",
    [
        "const f = (n) => f(n - 1) + f(n - 2);\nshow(f(9));",
        "let a = b; let b = a;\nshow(a);",
        "const o = { get x() { return o.x; } };\nshow(o.x);",
        "class A extends B {} class B extends A {}\nshow(new A().x);",
        "type T = T | 'a';\nfunction f(t: T) { show(t); }",
        "show(" + " + ".join(["x"] * 3000) + ");",
        "show(`" + "${x ? 'a' : 'b'}" * 60 + "`);",
        "show(" + "[" * 200 + "]" * 200 + ");",
    ],
)
def test_what_has_no_end_is_cut_off(tmp_path: Path, code: str) -> None:
    assert len(shown(tmp_path, {"a.ts": code})) == 1


def test_two_modules_that_import_each_other(tmp_path: Path) -> None:
    files = {
        "a.ts": "import { b } from './b';\nexport const a = '/a' + b;\nshow(a);",
        "b.ts": "import { a } from './a';\nexport const b = '/b';\nexport const c = a;",
    }
    assert shown(tmp_path, files) == ["/a/b"]


def test_variables_that_decide_about_each_other_are_each_asked_once(tmp_path: Path) -> None:
    names = [f"v{number}" for number in range(10)]
    lines = [f"let {name} = '/{name}'" for name in names]
    for name in names:
        changes = (f"if ({other}) {name} = {other}" for other in names if other != name)
        lines += [f"function set_{name}() {{", *changes, "}"]
    files = {"a.ts": "\n".join([*lines, "show('/x' + (v0 ? '/y' : '/z'))"])}
    assert shown(tmp_path, files) == ["/x/y | /x/z"]


@pytest.mark.parametrize(
    ("use", "expected"),
    [
        ("u.endsWith('/') ? u : u + '/'", "/a/ | /b/"),
        ("!u.endsWith('/') ? u : u.slice(0, -1)", "/b | /a"),
        ("u === '/b' ? '/c' : u", "/c | /a/"),
        ("u.length > 9 ? u : '/c'", "/a/ | /b | /c"),
    ],
)
def test_a_variable_is_what_the_condition_lets_through(
    tmp_path: Path, use: str, expected: str
) -> None:
    code = f"const u = x ? '/a/' : '/b';\nshow({use});"
    assert shown(tmp_path, {"a.ts": code}) == [expected]


def test_a_branch_changes_what_its_condition_lets_through(tmp_path: Path) -> None:
    code = (
        "let u = x ? '/a/' : '/b';\nif (u.endsWith('/')) u = u.slice(0, -1);\nshow(u + '/c');\n"
        "const q = [];\nif (y) q.push('b=1');\nshow('/p' + (q.length > 0 ? `?${q.join('&')}` : q));"
    )
    assert shown(tmp_path, {"a.ts": code}) == ["/b/c | /a/c", "/p?b=1 | /p"]


def test_what_is_written_in_a_branch_counts_more_than_its_condition(tmp_path: Path) -> None:
    code = "let u = x ? '/a' : '/b';\nif (u === '/a') { u = '/c'; show(u); }"
    assert shown(tmp_path, {"a.ts": code}) == ["/c"]


def test_a_key_that_is_known_sets_its_member(tmp_path: Path) -> None:
    code = (
        "const key = 'id';\nconst o = { id: '', to: '/x' };\no[key] = '7';\nshow(o.id);\n"
        "const each = (p) => Object.keys(p).reduce((all, k) => { all[k] = String(p[k]); "
        "return all; }, { id: '', to: '' });\nshow(`/a/${each({ id: n }).id}`);"
    )
    assert shown(tmp_path, {"a.ts": code}) == ["7", "/a/{}"]


def test_a_key_that_is_not_known_may_fill_what_is_empty(tmp_path: Path) -> None:
    code = "const o = { id: '', f() {} };\no[k] = v;\nshow(`/a/${o.id}`); show(o.f);"
    assert shown(tmp_path, {"a.ts": code}) == ["/a/ | /a/{}", "Function"]


def test_an_object_of_a_module_is_filled_by_another(tmp_path: Path) -> None:
    files = {
        "config.ts": "export class Config { static settings: any = {}; }",
        "main.ts": "import { Config } from './config';\nimport { Other } from './other';\n"
        "Config.settings.users = Config.settings.base + '/users/';\nOther.settings.team = '/no';",
        "other.ts": "export class Other { static settings: any = {}; }",
        "a.ts": "import { Config as C } from './config';\n"
        "show(C.settings.users + id); show(C.settings.team);",
    }
    assert shown(tmp_path, files) == ["/users/{}", "Nothing"]


def test_a_case_says_what_a_table_has(tmp_path: Path) -> None:
    code = (
        "enum Kind { A = 'a', B = 'b' }\nconst PATHS = { [Kind.A]: '/as', [Kind.B]: '/bs' };\n"
        "function f(o) { const path = PATHS[o.kind];\n"
        "  switch (o.kind) { case Kind.A: show(path); break; case Kind.B: show(path + '/x'); } }"
    )
    assert shown(tmp_path, {"a.ts": code}) == ["/as", "/bs/x"]


def test_what_a_build_chooses_is_not_known(tmp_path: Path) -> None:
    files = {
        "environments/environment.ts": "export const environment = { mock: true, api: '/api' };",
        "a.ts": "import { environment as env } from './environments/environment';\n"
        "show(env.mock ? '/a' : env.api + '/b');",
    }
    assert shown(tmp_path, files) == ["/a | /api/b"]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("u[u.length - 1] === '/'", "/b/c | /a/c"),
        ("u.charAt(u.length - 1) == '/'", "/b/c | /a/c"),
        ("u.at(-1) === '/'", "/b/c | /a/c"),
        ("u.slice(-1) === '/'", "/b/c | /a/c"),
        ("u[u.length - 1] !== 'b'", "/b/c | /a/c"),
        ("u.slice(-2) === 'x/'", "/a//c | /b/c"),
        ("v[v.length - 1] === '/'", "/a//c | /b/c | /a/c | //c"),
    ],
)
def test_a_condition_on_the_last_character(tmp_path: Path, condition: str, expected: str) -> None:
    code = f"let u = x ? '/a/' : '/b';\nif ({condition}) u = u.slice(0, -1);\nshow(u + '/c');\n"
    assert shown(tmp_path, {"a.ts": code}) == [expected]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("u[0] === '/'", "/a | /b"),
        ("u.charAt(0) === '/'", "/a | /b"),
        ("u.substring(0, 1) === '/'", "/a | /b"),
        ("u[1] === '/'", "/a | b | //a | /b"),
    ],
)
def test_a_condition_on_the_first_character(tmp_path: Path, condition: str, expected: str) -> None:
    code = f"const u = x ? '/a' : 'b';\nshow({condition} ? u : '/' + u);\n"
    assert shown(tmp_path, {"a.ts": code}) == [expected]

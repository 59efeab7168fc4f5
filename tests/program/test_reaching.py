"""Requests to which a function comes, or doesn't, by what its caller gives it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.frontends import sent

BY_METHOD = """
function request(method: 'GET' | 'POST', path: string, extra?: { again: boolean }) {
  %s
}
request('GET', '/first'); request('POST', '/second')
"""

BODIES = {
    "a branch": "if (method === 'GET') { return fetch(path) }"
    " else { return fetch(path, { method: 'POST' }) }",
    "a branch that was left": "if (method !== 'POST') return fetch(path);"
    " return fetch(path, { method })",
    "a switch": "switch (method) { case 'GET': return fetch(path);"
    " case 'POST': return fetch(path, { method: 'POST' }) }",
    "a choice": "return method === 'GET' ? fetch(path) : fetch(path, { method: 'POST' })",
    "a variable": "const isRead = method === 'GET';"
    " if (isRead) return fetch(path); return fetch(path, { method: 'POST' })",
    "a condition with what isn't known": "if (method === 'GET' && window.top) return fetch(path);"
    " if (method === 'POST' || !window.top && method !== 'GET')"
    " return fetch(path, { method: 'POST' })",
    "a function inside": "const send = () => { if (method === 'GET') { return fetch(path) }"
    " return fetch(path, { method: 'POST' }) }; return queue(send)",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_a_request_behind_a_condition_on_a_parameter(tmp_path: Path, body: str) -> None:
    assert sent(tmp_path, {"a.ts": BY_METHOD % body}) == ["GET /first", "POST /second"]


def test_what_a_caller_leaves_out(tmp_path: Path) -> None:
    text = """
        function load(name: string, id?: string) {
          if (id) return fetch(`/${name}/${id}`)
          return fetch(`/${name}`)
        }
        load('users'); load('teams', '7')
    """
    assert sent(tmp_path, {"a.ts": text}) == ["GET /users", "GET /teams/7"]


def test_a_value_that_is_not_known_reaches_both(tmp_path: Path) -> None:
    text = """
        function load(name: string, id?: string) {
          if (id) return fetch(`/${name}/${id}`)
          return fetch(`/${name}`)
        }
        export const show = (id: string) => load('users', id)
    """
    assert sorted(sent(tmp_path, {"a.ts": text})) == ["GET /users", "GET /users/{}"]


def test_a_value_that_changes_reaches_both(tmp_path: Path) -> None:
    text = """
        import { useState } from 'react'
        function load(kind: string, path: string) {
          if (kind === 'all') return fetch(`${path}/all`)
          return fetch(path)
        }
        export function Page() {
          const [kind, setKind] = useState('all')
          let other = 'all'
          const choose = () => { other = 'mine' }
          load(kind, '/users'); load(other, '/teams')
        }
    """
    found = ["GET /teams", "GET /teams/all", "GET /users", "GET /users/all"]
    assert sorted(sent(tmp_path, {"a.ts": text})) == found


def test_a_variable_that_nothing_sets_on_the_way(tmp_path: Path) -> None:
    text = """
        function request(method: string, path: string, query?: string) {
          let longer: string | undefined
          if (method === 'GET') { longer = `${path}?${query}` }
          return fetch('/api' + (longer || path), { method })
        }
        request('POST', '/first'); request('GET', '/second', 'a=1')
    """
    assert sent(tmp_path, {"a.ts": text}) == ["POST /api/first", "GET /api/second"]


def test_a_variable_that_a_loop_sets_for_its_next_round(tmp_path: Path) -> None:
    text = """
        export async function all() {
          let cursor: string | undefined
          do {
            const page = await fetch(cursor ? `/after/${cursor}` : '/first')
            cursor = page.next
          } while (cursor)
        }
    """
    assert sent(tmp_path, {"a.ts": text}) == ["GET /after/{} | /first"]


def test_a_variable_that_is_set_by_a_pattern(tmp_path: Path) -> None:
    text = """
        function request(given: { path: string }) {
          let path: string | undefined
          ({ path } = given)
          return fetch('/api' + (path || '/none'))
        }
        export const first = () => request({ path: '/first' })
    """
    assert sent(tmp_path, {"a.ts": text}) == ["GET /api/none | /api{}"]


def test_what_is_nothing_for_now_may_be_something(tmp_path: Path) -> None:
    text = """
        import { useState } from 'react'
        function load(given: { id: string | null }) {
          if (given.id == null) throw new Error('missing')
          return fetch(`/users/${given.id}`)
        }
        export function Page() {
          const [id] = useState(null)
          return load({ id })
        }
    """
    assert sent(tmp_path, {"a.tsx": text}) == ["GET /users/{}"]


def test_a_parameter_that_is_filled_where_it_is_left_out(tmp_path: Path) -> None:
    text = """
        function load(id?: string) {
          id = id ?? read()
          if (id) return fetch('/one')
          return fetch('/all')
        }
        load()
    """
    assert sent(tmp_path, {"a.ts": text}) == ["GET /one", "GET /all"]


def test_what_is_left_out_further_away(tmp_path: Path) -> None:
    text = """
        const load = (name: string, { id }: { id?: string } = {}) =>
          id ? fetch(`/${name}/${id}`) : fetch(`/${name}`)
        const handOn = (name: string, options?: { id?: string }) => load(name, options)
        handOn('users'); handOn('teams', { id: '7' }); load('plans', {})
    """
    assert sent(tmp_path, {"a.ts": text}) == ["GET /users", "GET /teams/7", "GET /plans"]


@pytest.mark.parametrize(
    ("parameters", "condition", "given", "found"),
    [
        ("id: string | undefined = '7'", "id", "undefined", "/yes"),
        ("id: string = '7'", "id", "handed", "/yes"),
        ("id?: string | null", "id === null", "", "/no"),
        ("id?: string | null", "id === undefined", "null", "/no"),
        ("id?: string | null", "id == undefined", "null", "/yes"),
        ("{ id = '7' }: { id?: string } = {}", "id", "", "/yes"),
        ("{ id = '7' }: { id?: string } = {}", "id", "{ id: null }", "/no"),
        ("n: number", "n === 1", "1.0", "/yes /no"),
        ("n: number", "n", "0", "/yes /no"),
        ("n: number", "n", "7", "/yes"),
        ("n: number", "n === 7", "8", "/no"),
        ("{ body }: { body?: unknown } = {}", "body", "{ body: {} }", "/yes"),
        ("given: { body?: unknown } = {}", "given.body", "{ body: [] }", "/yes"),
    ],
)
def test_what_a_condition_says_of_what_is_given(
    tmp_path: Path, parameters: str, condition: str, given: str, found: str
) -> None:
    handing = "const handOn = (a: string, id?: string) => load(a, id); handOn('users')"
    call = handing if given == "handed" else f"load('users', {given})"
    text = f"""
        function load(a: string, {parameters}) {{
          return {condition} ? fetch(`/${{a}}/yes`) : fetch(`/${{a}}/no`)
        }}
        {call}
    """
    assert sent(tmp_path, {"a.ts": text}) == [f"GET /users{path}" for path in found.split()]


CHANGING = {
    "a field": """class Page {
        loading = false
        show() { this.load('users') }
        load(name: string) {
          if (!this.loading) return
          return fetch(`/${name}`)
        }
      }""",
    "a box of React": """export function Page() {
        const isDone = useRef(false)
        const load = (name: string) => { if (isDone.current) return fetch(`/${name}`) }
        load('users')
      }""",
    "a box of Vue": """export function usePage() {
        const isOpen = ref(false)
        const load = (name: string) => { if (isOpen.value) return fetch(`/${name}`) }
        load('users')
      }""",
    "an object": """export const state = { token: '' }
      const load = (name: string) => { if (state.token) return fetch(`/${name}`) }
      load('users')""",
    "a variable in a loop": """function load(name: string, ids: string[]) {
        let isFirst = true
        for (const id of ids) { if (isFirst) { isFirst = false; continue } fetch(`/${name}`) }
      }
      load('users', read())""",
    "a parameter by a pattern": """function load(name: string, id?: string) {
        ({ id } = read())
        if (id) return fetch(`/${name}`)
      }
      load('users')""",
    "a member of a parameter": """function load(name: string, given: { id?: string } = {}) {
        given.id ??= read()
        if (given.id) return fetch(`/${name}`)
      }
      load('users')""",
    "a parameter that another fills": """function load(name: string, given: { id?: string } = {}) {
        const filled = fill(given)
        if (given.id) return fetch(`/${name}`)
      }
      load('users')""",
    "a constant that is switched by hand": """const ONLINE = false
      const load = (name: string) => { if (ONLINE) return fetch(`/${name}`) }
      load('users')""",
}


@pytest.mark.parametrize("text", CHANGING.values(), ids=CHANGING.keys())
def test_what_no_caller_says_refutes_nothing(tmp_path: Path, text: str) -> None:
    imports = "import { useRef } from 'react'; import { ref } from 'vue'\n"
    assert sent(tmp_path, {"a.ts": imports + text}) == ["GET /users"]


def test_a_function_below_what_left_is_called_before_it(tmp_path: Path) -> None:
    text = """
        function load(path: string, method: string) {
          if (method === 'GET') return send()
          return null
          function send() { return fetch(path) }
        }
        load('/users', 'GET')
    """
    assert sent(tmp_path, {"a.ts": text}) == ["GET /users"]


def test_a_caller_whose_own_caller_is_refuted_sends_nothing(tmp_path: Path) -> None:
    text = """
        const load = (name: string, id?: string) =>
          id ? fetch(`/${name}/${id}`) : fetch(`/${name}`)
        const handOn = (...given: string[]) => load(...given)
        handOn('users', '7'); load('teams')
    """
    assert sent(tmp_path, {"a.ts": text}) == ["GET /users/7", "GET /teams"]

"""What texts may do with a function, by their bytes: nothing that the tree says may be missed."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.program.callnames import called_name
from fixer.program.module import Module
from fixer.program.renamings import alias_of, handed_at, may_be_called, may_be_renamed


def aliases(source: str) -> list[str]:
    """The other names of `get` in a source."""
    module = Module(Path("/project/a.tsx"), source.encode())
    found = [alias_of(node) for node in module.occurrences("get")]
    return [name for name in found if name is not None and name != "get"]


@pytest.mark.parametrize(
    "source",
    [
        "const load = get;",
        "const load = get\nload()",
        "const load = api.get as Fetcher",
        "const load = get satisfies Fetcher",
        "const load = useCallback(get, [])",
        "const api = { load: get };",
        "const api = { load: get!, save }",
        "const { get: load } = api;",
        "const { get: load = other } = api;",
        "const { save, get : load } = api;",
        "import { get as load } from './api';",
        "export { get as load };",
        "this.load = api.get",
        "class Api { load = get; }",
        "const load = get /* the old one */;",
        "const load = /* the old one */ get",
        "const load = wrap({ retry: 3 }, get)",
        "const load = wrap('a)', get)",
        'const load = wrap("b(", get, [])',
    ],
)
def test_a_text_that_renames_is_read(source: str) -> None:
    assert "load" in aliases(source)
    assert may_be_renamed(source.encode(), "get")


@pytest.mark.parametrize(
    "source",
    [
        "get('/users/')",
        "await api.get<User[]>('/users/')",
        "const { get } = api;",
        "const { get, post } = api;",
        "<Form get={get} />",
        "interface Api { get: (url: string) => Promise<User>; }",
        "import { get } from './api';",
        "const budget = target;",
        "useEffect(run, [first, get])",
        "const api = {\n  post,\n  get,\n};",
        "return { data, error, get };",
    ],
)
def test_a_text_that_only_calls_or_declares_is_not(source: str) -> None:
    assert aliases(source) == []
    assert not may_be_renamed(source.encode(), "get")


@pytest.mark.parametrize(
    "source",
    [
        "get('/users/')",
        "api.get<User[]>('/users/')",
        "api?.get?.('/users/')",
        "get!('/users/')",
        "(api || get)('/users/')",
        "get ('/users/')",
        "api['get']('/users/')",
        "get\n('/users/')",
        "get/* all */('/users/')",
    ],
)
def test_a_text_that_calls_is_read(source: str) -> None:
    module = Module(Path("/project/a.ts"), source.encode())
    assert "get" in [called_name(node) for node in module.calls]
    assert may_be_called(source.encode(), "get")


@pytest.mark.parametrize(
    "source",
    ["<Form get={get} />", "const { get, post } = api;", "type A = { get: string }", "forget()"],
)
def test_a_text_that_calls_nothing_by_the_name_is_not(source: str) -> None:
    assert not may_be_called(source.encode(), "get")


@pytest.mark.parametrize(
    "source",
    [
        "send(get, url)",
        "send(url, get)",
        "send(api.get)",
        "send(on ? get : undefined)",
        "send(on ? other : get)",
        "send(on && get)",
        "send(get || other)",
        "send(get as Fetcher)",
        "send(get! , url)",
        "send(/* the fetcher */ get)",
    ],
)
def test_a_text_that_hands_on_is_read(source: str) -> None:
    assert any(handed_at(source.encode(), "get"))


@pytest.mark.parametrize(
    "source", ["get('/users/')", "const get = () => 1", "<Form get={get} />", "{ get: load }"]
)
def test_a_text_that_hands_nothing_on_is_not(source: str) -> None:
    assert not any(handed_at(source.encode(), "get"))

"""What a request's body may hold beside what its operation says that it takes."""

from __future__ import annotations

from pathlib import Path

from fixer.contract.model import Contract, Kind, Operation, Property, Schema
from fixer.facts.bodies import accepted, sent_bodies
from tests.facts.frontends import frontend


def record(*names: str) -> Schema:
    return Schema(Kind.OBJECT, tuple(Property(n, Schema(Kind.STRING), True) for n in names))


def either(*variants: Schema) -> Schema:
    return Schema(Kind.UNION, variants=variants)


def names(operation: Operation, *others: Operation) -> list[list[str]]:
    """The names that each alternative of the body takes."""
    found = accepted(operation, Contract("api", (operation, *others)))
    assert found is not None
    return [[p.name for p in v.properties] for v in found.variants or (found,)]


def test_what_comes_may_be_sent_back() -> None:
    put = Operation("PUT", "/me", body=record("name"), response=record("id", "name"))
    assert names(put) == [["name", "id"]]


def test_what_one_of_several_alternatives_has_may_be_sent_back() -> None:
    came = either(record("id", "name"), record("name", "avatar"))
    put = Operation("PUT", "/me", body=either(record("name"), record("mail")), response=came)
    assert names(put) == [["name", "id", "avatar"], ["mail", "id", "name", "avatar"]]


def test_what_a_get_of_the_same_path_gives_may_be_sent_back() -> None:
    get = Operation("GET", "/me", response=record("id", "name"))
    assert names(Operation("PUT", "/me", body=record("name")), get) == [["name", "id"]]
    put = Operation("PUT", "/me", body=record("name"), response=record("state"))
    assert names(put, get) == [["name", "state", "id"]]


def test_what_a_list_holds_may_be_sent_back_not_what_is_around_it() -> None:
    rows = Schema(Kind.ARRAY, items=record("id"))
    page = Schema(Kind.OBJECT, (Property("count", Schema(Kind.INTEGER)), Property("results", rows)))
    add = Operation("POST", "/rows/", body=record("name"))
    assert names(add, Operation("GET", "/rows/", response=page)) == [["name", "id"]]
    assert names(add, Operation("GET", "/rows/", response=rows)) == [["name", "id"]]


def test_an_open_body_stays_open() -> None:
    loose = Schema(Kind.OBJECT, (Property("name", Schema(Kind.STRING)),), loose=True)
    assert names(Operation("PUT", "/me", body=loose, response=record("id"))) == [["name"]]


def test_what_the_backend_fills_in_need_not_be_sent(tmp_path: Path) -> None:
    text = Schema(Kind.STRING)
    team = Schema(
        Kind.OBJECT,
        (Property("name", text), Property("owner", text), Property("size", text, has_default=True)),
    )
    add = Operation("POST", "/teams/", body=team)
    files = {"api.ts": "fetch('/teams/', { method: 'POST', body: JSON.stringify({ name: 'a' }) });"}
    found = frontend(tmp_path, files, add)
    (body,) = sent_bodies(found.calls, found.contract, found.types)
    assert [p.name for p in body.lacking] == ["owner"]

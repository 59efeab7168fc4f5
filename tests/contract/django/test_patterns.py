"""URL patterns as path templates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixer.contract.django.patterns import template
from tests.contract.django.tools import shown


@pytest.mark.parametrize(
    ("pattern", "path", "schemas"),
    [
        ("items/", "/items/", []),
        ("items/<pk>/", "/items/{pk}/", ["string"]),
        ("items/<int:pk>/<slug:name>", "/items/{pk}/{name}", ["integer", "slug"]),
        ("<uuid:id>.<str:format>", "/{id}.{format}", ["uuid", "string"]),
        ("files/<path:rest>", "/files/{rest}", ["path"]),
        ("<special:code>/", "/{code}/", ["any"]),
    ],
)
def test_routes(pattern: str, path: str, schemas: list[str]) -> None:
    made = template([(pattern, False)])
    assert (made.path, [shown(p.schema) for p in made.parameters]) == (path, schemas)


@pytest.mark.parametrize(
    ("pattern", "path", "schemas"),
    [
        (r"^items/$", "/items/", []),
        (r"^items/(?P<pk>\d+)/$", "/items/{pk}/", ["integer"]),
        (r"^items/(?P<pk>[^/.]+)/$", "/items/{pk}/", ["string"]),
        (r"^items/(\d+)/(\w+)$", "/items/{arg1}/{arg2}", ["integer", "string"]),
        (r"^items\.json\Z", "/items.json", []),
        (r"^items.json$", "/items.json", []),
        (r"^(?:api/)items$", "/api/items", []),
        (r"^a(?:/b)?/$", "/a/", []),
        (r"^(?P<kind>one|two)/$", "/{kind}/", ["(one|two)"]),
        (r"^a/(?P<y>[0-9]{4})-(?P<m>\d{2})/$", "/a/{y}-{m}/", ["integer", "integer"]),
        (r"^a/(?P<id>[0-9a-f]{8}-[0-9a-f]{4}-.{22})/$", "/a/{id}/", ["uuid"]),
        (r"^a/(?P<x>(b|c)(?=d))/?$", "/a/{x}/", ["string"]),
        (r"(?i)^a/$", "/a/", []),
        (r"^files/(?P<key>.*)$", "/files/{key}", ["path"]),
        (r"^files/(?P<key>[\w/-]+)/$", "/files/{key}/", ["path"]),
        (r"^files/.+$", "/files/{arg1}", ["path"]),
    ],
)
def test_regular_expressions(pattern: str, path: str, schemas: list[str]) -> None:
    made = template([(pattern, True)])
    assert (made.path, [shown(p.schema) for p in made.parameters]) == (path, schemas)


@pytest.mark.parametrize(
    ("pattern", "any_slash"),
    [
        (r"^items", True),
        (r"^items/?$", True),
        (r"^items$", False),
        (r"^items\Z", False),
        (r"^items/$", False),
        (r"^items/", False),
    ],
)
def test_a_regular_expression_may_leave_the_slash_open(pattern: str, any_slash: bool) -> None:
    assert template([("api/", False), (pattern, True)]).any_slash is any_slash
    assert not template([(pattern, True), ("more", False)]).any_slash


def test_pieces_follow_each_other_and_names_stay_apart() -> None:
    made = template([("api/", False), (r"^(?P<pk>\d+)/", True), ("b/<pk>/", False)])
    assert made.path == "/api/{pk}/b/{pk_2}/"


@given(st.text(alphabet="ab/^$.\\()[]{}?*+|<>:P0-9"), st.booleans())
def test_any_text_has_a_template(text: str, is_regex: bool) -> None:
    made = template([(text, is_regex)])
    assert made.path.startswith("/")

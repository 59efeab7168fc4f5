"""Django Ninja: the routes of its routers, and what its schemas say."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from fixer.contract.model import In
from tests.contract.django.tools import backend, contract, operation, served, shown

API = "from ninja import NinjaAPI, Router\napi = NinjaAPI(openapi_url=None)\n"
URLS = "from django.urls import path\nfrom api import api\nurlpatterns = [path('api/', api.urls)]\n"


def routes(folder: Path, text: str, files: dict[str, str] | None = None) -> list[str]:
    """What a project serves whose API is `text`, without the API's own root."""
    given = {"urls.py": URLS, "api.py": API + textwrap.dedent(text), **(files or {})}
    found = served(folder, given)
    return [route for route in found if route != " /api/"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('@api.get("/items")\ndef items(request): ...\n', ["GET /api/items"]),
        ('@api.get(path="items/")\ndef items(request): ...\n', ["GET /api/items/"]),
        ('@api.delete("/items/{pk}")\ndef drop(request, pk): ...\n', ["DELETE /api/items/{pk}"]),
        ('@api.put("/items/{int:pk}")\ndef put(request, pk): ...\n', ["PUT /api/items/{pk}"]),
        ('@api.patch("a")\nasync def change(request): ...\n', ["PATCH /api/a"]),
        (
            '@api.api_operation(["POST", "PATCH"], "/a")\ndef both(request): ...\n',
            ["POST,PATCH /api/a"],
        ),
        (
            '@api.get("/a")\ndef read(request): ...\n\n@api.post("/a")\ndef make(request): ...\n',
            ["GET /api/a", "POST /api/a"],
        ),
    ],
)
def test_operations(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert routes(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ('api.add_router("/items/", router)', ["GET /api/items/all"]),
        ('api.add_router("/items", "things.router")', ["GET /api/items/all"]),
        ('api.add_router("", router)', ["GET /api/all"]),
        (
            'outer = Router()\nouter.add_router("/in/", router)\napi.add_router("/out/", outer)',
            ["GET /api/out/in/all"],
        ),
        (
            'api.add_router("/owners/{uuid:owner}/", router)',
            ["GET /api/owners/{owner}/all"],
        ),
    ],
)
def test_routers(tmp_path: Path, added: str, expected: list[str]) -> None:
    things = (
        "from ninja import Router\nrouter = Router()\n"
        '@router.get("/all")\ndef all_of_them(request): ...\n'
    )
    text = f"from things import router\n{added}\n"
    assert routes(tmp_path, text, {"things.py": things}) == expected


def test_a_module_that_only_registers_needs_no_one_to_name_its_functions(tmp_path: Path) -> None:
    """As Python imports it for its effects: `from . import reading`."""
    found = routes(
        tmp_path,
        'from things import router\napi.add_router("/things", router)\n',
        {
            "things/__init__.py": "from . import reading\nfrom .router import router\n",
            "things/router.py": "from ninja import Router\nrouter = Router()\n",
            "things/reading.py": "from things.router import router\n"
            '@router.get("")\ndef things(request): ...\n',
        },
    )
    assert found == ["GET /api/things"]


def test_its_documentation_is_served_too(tmp_path: Path) -> None:
    files = {"urls.py": URLS, "api.py": "from ninja import NinjaAPI\napi = NinjaAPI()\n"}
    assert served(tmp_path, files) == ["GET /api/openapi.json", "GET /api/docs", " /api/"]
    assert [str(op) for op in contract(tmp_path, files).operations] == [
        "GET /api/openapi.json",
        "GET /api/docs",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "import elsewhere\napi = elsewhere.API()\n",
        'api.add_router(PREFIX, Router())\n@api.get("/a")\ndef a(request): ...\n',
    ],
)
def test_what_can_not_be_read_is_left_open(tmp_path: Path, text: str) -> None:
    found = backend(tmp_path, {"urls.py": URLS, "api.py": API + text})
    assert found.open_paths == ("/api/",)


SCHEMAS = """
    from datetime import datetime
    from decimal import Decimal
    from enum import Enum
    from typing import Annotated, List, Literal, Optional
    from django.db import models
    from ninja import Field, FilterSchema, ModelSchema, NinjaAPI, Query, Schema
    from ninja.pagination import PageNumberPagination, paginate
    from pydantic import ConfigDict, computed_field
    api = NinjaAPI()

    class Owner(models.Model):
        name = models.CharField()

    class Item(models.Model):
        name = models.CharField()
        note = models.TextField(null=True, blank=True)
        price = models.DecimalField()
        owner = models.ForeignKey(Owner, on_delete=models.CASCADE)

    class Kind(str, Enum):
        OLD = "old"
        NEW = "new"

    class Message(Schema):
        message: str
"""


def said(folder: Path, text: str, name: str, body: str = "response") -> str:
    """The response, or the body, of one operation, what it refers to written out."""
    api = textwrap.dedent(SCHEMAS) + textwrap.dedent(text)
    read = contract(folder, {"urls.py": URLS, "api.py": api})
    schema = getattr(operation(read, name), body)
    for _ in range(4):
        schema = read.resolve(schema) if schema is not None else None
    return shown(schema)


OUT = """
    class Out(Schema):
        {}

    @api.get("/a", response=Out)
    def a(request): ...
"""


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("id: int", "{id: integer}"),
        ("id: Optional[int] = None", "{id: integer|null}"),
        ("id: int | None = None", "{id: integer|null}"),
        ("at: datetime", "{at: date-time}"),
        ("price: Decimal", "{price: decimal}"),
        ("messages: List[Message]", "{messages: [Message]}"),
        ("name: Annotated[str, Field(min_length=1)]", "{name: string}"),
        ('legal_name: str = Field(..., alias="owner.legal_name")', "{legal_name: string}"),
        ("any: object", "{any: any}"),
        ("model_config = ConfigDict(alias_generator=camel)\n        a_b: int", "{a_b: integer}"),
        ("@computed_field\n        @property\n        def n(self) -> int: ...", "{n: integer}"),
    ],
)
def test_fields(tmp_path: Path, field: str, expected: str) -> None:
    assert said(tmp_path, OUT.format(field), "GET /api/a") == expected


def test_an_enum_has_its_values(tmp_path: Path) -> None:
    text = textwrap.dedent(SCHEMAS) + textwrap.dedent(OUT.format("kind: Kind"))
    read = contract(tmp_path, {"urls.py": URLS, "api.py": text})
    assert read.schemas["Out"].properties[0].schema.enum == ("old", "new")


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        ('fields = ["id", "note", "price"]', "{id: integer, note: string|null, price: decimal}"),
        ('fields = ["owner"]', "{owner: integer}"),
        ('exclude = ["note", "price", "owner"]', "{id: integer, name: string}"),
        (
            'fields = "__all__"',
            "{id: integer, name: string, note: string|null, price: decimal, owner: integer}",
        ),
    ],
)
def test_fields_of_a_model(tmp_path: Path, meta: str, expected: str) -> None:
    text = f"""
        class Out(ModelSchema):
            class Meta:
                model = Item
                {meta}

        @api.get("/a", response=Out)
        def a(request): ...
    """
    assert said(tmp_path, text, "GET /api/a") == expected


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("Message", "{message: string}"),
        ("List[Message]", "[Message]"),
        ("{200: Message, 404: Kind}", "{message: string}"),
        ("{200: List[Message], codes_4xx: Message}", "[Message]"),
        ("{204: None}", "-"),
        ("{200: Message, 201: Other}", "-"),
        ("Message, by_alias=True", "-"),
        ("Message, exclude_none=True", "-"),
        ("ANSWERS", "-"),
    ],
)
def test_responses(tmp_path: Path, response: str, expected: str) -> None:
    text = f"""
        @api.get("/a", response={response})
        def a(request): ...
    """
    assert said(tmp_path, text, "GET /api/a") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return JsonResponse({'data': [1]})", "{data: [integer]}"),
        ("return JsonResponse({'error': 'no'}, status=404)", "{message: string}"),
        ("return HttpResponseNotFound()", "{message: string}"),
        ("return HttpResponse(b'')", "-"),
        ("answer = JsonResponse({'a': 1})\n    return answer", "-"),
        ("if request.GET: return JsonResponse({'a': 1})\n    return Message(message='')", "-"),
        ("return {'message': 'yes'}", "{message: string}"),
    ],
)
def test_a_response_that_the_function_makes_is_sent_as_it_is(
    tmp_path: Path, body: str, expected: str
) -> None:
    text = f"""
@api.get("/a", response=Message)
def a(request):
    {body}
"""
    assert said(tmp_path, text, "GET /api/a") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return {'id': 1, 'row': request.row}", "{id: integer, row: any}"),
        ("return [{'id': 1}]", "[{id: integer}]"),
        ("rows = []\n    rows.append({'id': 1})\n    return rows", "[{id: integer}]"),
        ("if request.GET: return {'id': 1}\n    return {'error': ''}", "-"),
        ("return {'error': ''}, 400", "-"),
        ("return Item.objects.all()", "-"),
        ("return 'yes'", "-"),
    ],
)
def test_what_no_schema_describes_is_sent_as_it_is(
    tmp_path: Path, body: str, expected: str
) -> None:
    text = f"""
@api.get("/a")
def a(request):
    {body}
"""
    assert said(tmp_path, text, "GET /api/a") == expected


@pytest.mark.parametrize("base", ["Schema", "BaseResponse"])
def test_a_schema_that_is_named_like_a_response_is_none(tmp_path: Path, base: str) -> None:
    text = f"""
class BaseResponse(Schema): ...
class ItemResponse({base}):
    id: int
@api.get("/a", response=ItemResponse)
def a(request):
    return ItemResponse(id=1)
"""
    assert said(tmp_path, text, "GET /api/a") == "{id: integer}"


def test_an_object_that_renders_itself_is_handed_on(tmp_path: Path) -> None:
    text = """
@api.get("/a", response=Message)
def a(request):
    return request.report.render()
"""
    assert said(tmp_path, text, "GET /api/a") == "{message: string}"


def test_what_a_decorator_of_the_project_may_change_is_not_known(tmp_path: Path) -> None:
    text = """
def wrapped(view):
    return lambda *given: {"data": view(*given)}
@api.get("/a")
@wrapped
def a(request):
    return {"id": 1}
"""
    assert said(tmp_path, text, "GET /api/a") == "-"


GENERIC = """
    from typing import Generic, TypeVar
    T = TypeVar("T")
    U = TypeVar("U")

    class Answer(Schema, Generic[T]):
        code: int
        data: Optional[T] = None

    class Pair(Answer[T], Generic[T, U]):
        rows: list[U]

    class Told(Answer[Message]):
        at: datetime

    class Tree(Schema, Generic[T]):
        value: T
        parts: list["Tree[T]"]

    @api.get("/a", response={})
    def a(request): ...
"""


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("Answer[Message]", "{code: integer, data: Message|null}"),
        ("Answer[List[Message]]", "{code: integer, data: [Message]|null}"),
        ("Answer[Answer[int]]", "{code: integer, data: {code: integer, data: integer|null}|null}"),
        ("Answer", "{code: integer, data: any|null}"),
        ("Pair[int, Message]", "{code: integer, data: integer|null, rows: [Message]}"),
        ("Told", "{code: integer, data: Message|null, at: date-time}"),
        ("Tree[int]", "{value: integer, parts: [any]}"),
        ("List[Answer[str]]", "[{code: integer, data: string|null}]"),
    ],
)
def test_generic_schemas(tmp_path: Path, response: str, expected: str) -> None:
    assert said(tmp_path, GENERIC.replace("{}", response), "GET /api/a") == expected


@pytest.mark.parametrize(
    ("paginator", "expected"),
    [
        ("paginate", "{items: [Message], count: integer}"),
        ("paginate(PageNumberPagination)", "{items: [Message], count: integer}"),
        ("paginate(Own)", "{results: [Message], total: integer}"),
        ("paginate(unknown)", "-"),
    ],
)
def test_pages(tmp_path: Path, paginator: str, expected: str) -> None:
    text = f"""
        class Own(PageNumberPagination):
            items_attribute = "results"

            class Output(Schema):
                results: List[str]
                total: int

        @api.get("/a", response=List[Message])
        @{paginator}
        def a(request): ...
    """
    assert said(tmp_path, text, "GET /api/a") == expected


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ("payload: Message", "{message: string}"),
        ("payload: Message, other: Message", "{payload: Message, other: Message}"),
        ("payload: Message, q: str = ''", "{message: string}"),
        ("payload: Form[Message]", "-"),
        ("payload: List[Message]", "-"),
        ("q: str", "-"),
    ],
)
def test_bodies(tmp_path: Path, parameters: str, expected: str) -> None:
    text = f"""
        from ninja import Form

        @api.post("/a")
        def a(request, {parameters}): ...
    """
    found = said(tmp_path, text, "POST /api/a", "body")
    assert found.replace("Request", "") == expected


def test_what_a_body_takes_is_not_what_is_answered(tmp_path: Path) -> None:
    text = """
        class In(ModelSchema):
            kind: Kind = Kind.NEW
            code: str = Field(..., alias="theCode")
            class Meta:
                model = Item
                fields = ["name", "note", "price", "owner"]

        @api.post("/a")
        def a(request, payload: In): ...
    """
    shape = said(tmp_path, text, "POST /api/a", "body")
    assert shape == (
        "{name: string, note?: string|null, price: any, owner: integer, kind?: (old|new), "
        "theCode: string}"
    )


def test_query_parameters(tmp_path: Path) -> None:
    text = """
        class Filters(FilterSchema):
            name: str | None = None

        @api.get("/a/{pk}", response=List[Message])
        @paginate(PageNumberPagination)
        def a(request, pk: int, filters: Filters = Query(...), sort: str = "name",
              tags: str = Query(None, alias="tag")): ...
    """
    api = textwrap.dedent(SCHEMAS) + textwrap.dedent(text)
    read = contract(tmp_path, {"urls.py": URLS, "api.py": api})
    found = operation(read, "GET /api/a/{pk}").parameters
    assert [p.name for p in found if p.where is In.QUERY] == [
        "name",
        "sort",
        "tag",
        "page",
        "page_size",
    ]

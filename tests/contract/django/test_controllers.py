"""django-ninja-extra: the routes of controllers, and what their methods take and answer."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from tests.contract.django.tools import backend, contract, operation, served, shown

API = "from ninja_extra import NinjaExtraAPI\napi = NinjaExtraAPI(openapi_url=None)\n"
URLS = "from django.urls import path\nfrom api import api\nurlpatterns = [path('api/', api.urls)]\n"
HEAD = """
from ninja import Schema
from ninja_extra import ControllerBase, ModelControllerBase, api_controller, route
from ninja_extra import http_delete, http_generic, http_get, http_post

class Item(Schema):
    id: int
"""


def files(controllers: str, register: str) -> dict[str, str]:
    given = HEAD + textwrap.dedent(controllers)
    return {"urls.py": URLS, "shop.py": given, "api.py": f"{API}import shop\n{register}\n"}


def routes(folder: Path, controllers: str, register: str) -> list[str]:
    """What is served, without the API's own root."""
    found = served(folder, files(controllers, register))
    return [route for route in found if route != " /api/"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('@http_get("/all")', "GET /api/items/all"),
        ("@http_post()", "POST /api/items"),
        ('@http_delete("/{int:pk}")', "DELETE /api/items/{pk}"),
        ('@route.put(path="/{pk}/")', "PUT /api/items/{pk}/"),
        ('@http_generic("/both", methods=["PUT", "PATCH"])', "PUT,PATCH /api/items/both"),
    ],
)
def test_methods_of_a_controller(tmp_path: Path, written: str, expected: str) -> None:
    text = f"""
@api_controller("/items", tags=["items"])
class Items(ControllerBase):
    {written}
    def it(self, pk=None): ...
"""
    assert routes(tmp_path, text, "api.register_controllers(shop.Items)") == [expected]


@pytest.mark.parametrize(
    "register",
    [
        "api.register_controllers(shop.Items)",
        'api.register_controllers("shop.Items")',
        "api.auto_discover_controllers()",
    ],
)
def test_registration(tmp_path: Path, register: str) -> None:
    text = """
class Reading:
    @http_get("/a")
    def a(self): ...
@api_controller
class Items(Reading):
    @route.post("/b")
    def b(self): ...
"""
    assert routes(tmp_path, text, register) == ["POST /api/b", "GET /api/a"]


def test_what_a_method_takes_and_answers(tmp_path: Path) -> None:
    text = """
@api_controller("/items")
class Items:
    @http_post("", response={201: Item, 404: dict})
    def make(self, request, item: Item, notify: bool = False): ...
"""
    made = operation(
        contract(tmp_path, files(text, "api.register_controllers(shop.Items)")), "POST /api/items"
    )
    assert shown(made.response) == "Item"
    assert shown(made.body) == "ItemRequest"
    assert [parameter.name for parameter in made.parameters] == ["notify"]


def test_the_controllers_of_tokens_that_a_package_has(tmp_path: Path) -> None:
    register = (
        "from ninja_jwt.controller import NinjaJWTDefaultController\n"
        "api.register_controllers(NinjaJWTDefaultController)"
    )
    found = routes(tmp_path, "", register)
    assert sorted(found) == [f"POST /api/token/{last}" for last in ("pair", "refresh", "verify")]


def test_what_a_model_makes_is_left_open(tmp_path: Path) -> None:
    text = """
@api_controller("/items")
class Items(ModelControllerBase):
    model_config = object()
"""
    found = backend(tmp_path, files(text, "api.register_controllers(shop.Items)"))
    assert found.open_paths == ("/api/items",)


def test_a_router_of_this_package(tmp_path: Path) -> None:
    text = """
from ninja_extra import Router
router = Router()
@router.get("/", response=list[Item])
def items(request): ...
"""
    assert routes(tmp_path, text, 'api.add_router("/items", shop.router)') == ["GET /api/items/"]

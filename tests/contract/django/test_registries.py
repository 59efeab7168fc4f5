"""Views that modules put into a list, of which a router takes its routes."""

from pathlib import Path

import pytest

from tests.contract.django.tools import urls

ROUTER = """
from rest_framework import routers
from registry import {imported}
from items import Reader

class Router(routers.DefaultRouter):
    include_root_view = False

    def __init__(self):
        super().__init__()
        self._register_all()
        self.register("reader", Reader, basename="reader")

    def _register(self, view):
        self.register(view["name"], view["class"], basename="x")

    def _register_all(self):
        for view in {listed}:
            self._register(view)

urlpatterns = Router().urls
"""
REGISTRY = """
all_views = []

def register_view(view, name):
    entry = {{"class": view, "name": name}}
    {adding}
"""
ITEMS = """
from rest_framework import viewsets
import registry
from registry import register_view

class Reader(viewsets.ViewSet):
    def list(self, request): ...

class Item(viewsets.ViewSet):
    def list(self, request): ...

{registering}
"""
READER, ITEM = "GET /reader/", "GET /item/"


def routes(folder: Path, **changed: str) -> list[str]:
    said = {
        "imported": "all_views",
        "listed": "all_views",
        "adding": "all_views.append(entry)",
        "registering": 'register_view(Item, "item")',
    } | changed
    files = {"registry": REGISTRY.format(**said), "items": ITEMS.format(**said)}
    return urls(folder, ROUTER.format(**said), **files)


@pytest.mark.parametrize("adding", ["all_views.append(entry)", "all_views.extend([entry])"])
def test_what_a_function_put_into_a_list_is_there(tmp_path: Path, adding: str) -> None:
    assert routes(tmp_path, adding=adding) == [ITEM, READER]


def test_it_may_be_called_by_its_module(tmp_path: Path) -> None:
    registering = 'registry.register_view(Item, "item")'
    assert routes(tmp_path, registering=registering) == [ITEM, READER]


def test_the_list_may_be_a_member_of_its_module(tmp_path: Path) -> None:
    assert routes(tmp_path, imported="all_views as views", listed="views") == [ITEM, READER]


def test_a_function_that_nothing_calls_registers_nothing(tmp_path: Path) -> None:
    registering = 'def later():\n    register_view(Item, "item")'
    assert routes(tmp_path, registering=registering) == [READER]

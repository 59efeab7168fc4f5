"""The Python that routes are made by: loops, slices, records, what is asked of objects."""

from pathlib import Path

import pytest

from tests.contract.django.tools import URLS, served, urls

VIEW = "def view(request): ...\n"


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ('all = [path("a/", view), path("b/", view)]\nurlpatterns = [*all[:-1]]', ["/a/"]),
        ('BASE = "/shop"\nurlpatterns = [path(BASE[1:] + "/a/", view)]', ["/shop/a/"]),
        (
            "urlpatterns = []\nfor n in 'abc':\n    if n == 'b':\n        continue\n"
            "    urlpatterns.append(path(n, view))",
            ["/a", "/c"],
        ),
        (
            "urlpatterns = []\nfor n in 'abc':\n    if n == 'b':\n        break\n"
            "    urlpatterns.append(path(n, view))\nelse:\n    urlpatterns = []",
            ["/a"],
        ),
        (
            "import elsewhere\nurlpatterns = []\nfor n in 'ab':\n"
            "    if elsewhere.on(n):\n        pass\n"
            "    else:\n        continue\n    urlpatterns.append(path(n, view))",
            ["/a", "/b"],
        ),
        (
            "from collections import namedtuple\nWay = namedtuple('Way', 'from to', rename=True)\n"
            "urlpatterns = [path('a', view)]",
            ["/a"],
        ),
        (
            "urlpatterns = [path('a', view), path('b', view)]\nurlpatterns.pop(0)",
            ["/b"],
        ),
        (
            "from collections import namedtuple\nPage = namedtuple('Page', 'name, text')\n"
            "pages = [Page('a', '')]\nurlpatterns = [path(p.name, view) for p in pages]",
            ["/a"],
        ),
        (
            "from dataclasses import dataclass\n@dataclass\nclass Page:\n    name: str\n"
            "    end: str = '/'\npage = Page(name='a')\n"
            "urlpatterns = [path(page.name + page.end, view)]",
            ["/a/"],
        ),
        (
            "urls = dict((n, path(n, view)) for n in 'ab')\nurlpatterns = [*urls.values()]",
            ["/a", "/b"],
        ),
        (
            "def made(entry):\n    if isinstance(entry, str):\n        return path(entry, view)\n"
            "    return entry\nurlpatterns = [made('a'), made(path('b', view))]",
            ["/a", "/b"],
        ),
        (
            "def made():\n    yield path('a', view)\n    yield from [path('b', view)]\n"
            "urlpatterns = list(made())",
            ["/a", "/b"],
        ),
        (
            "def made():\n    if False:\n        yield\nurlpatterns = [*made(), path('a', view)]",
            ["/a"],
        ),
        (
            "left = ['b', 'a']\nurlpatterns = []\n"
            "while left:\n    urlpatterns.append(path(left.pop(), view))",
            ["/a", "/b"],
        ),
        (
            "names = []\ndef made():\n    try:\n        return [path('a', view)]\n"
            "    finally:\n        names.append('b')\n"
            "urlpatterns = made()\nurlpatterns += [path(n, view) for n in names]",
            ["/a", "/b"],
        ),
        (
            "from collections import defaultdict\npages = defaultdict(list)\n"
            "pages['x'].append('a')\nurlpatterns = [path(n, view) for n in pages['x']]",
            ["/a"],
        ),
        (
            "from collections import namedtuple\nPage = namedtuple('Page', 'name, end')\n"
            "page = Page(name='a', end='')\n"
            "urlpatterns = [path(p.name + p.end, view) for p in (page, page._replace(end='/'))]",
            ["/a", "/a/"],
        ),
    ],
)
def test_patterns(tmp_path: Path, text: str, paths: list[str]) -> None:
    assert urls(tmp_path, VIEW + text) == [f"any {path}" for path in paths]


def test_a_class_of_several_type_arguments_is_a_base(tmp_path: Path) -> None:
    views = """
from typing import Generic, TypeVar
from rest_framework.views import APIView
M = TypeVar("M")
S = TypeVar("S")
class Base(APIView, Generic[M, S]):
    def get(self, request): ...
class Items(Base[int, str]): ...
"""
    text = "import views\nurlpatterns = [path('a/', views.Items.as_view())]"
    assert urls(tmp_path, text, views=views) == ["GET /a/"]


def test_a_prefix_that_a_dict_of_settings_falls_back_to(tmp_path: Path) -> None:
    conf = """
class Config(dict):
    defaults = {"ROOT": "/shop"}
    def root(self):
        return self.get("ROOT", "/")
    def api(self):
        return self.get("API", "/api")

config = Config()
for key in Config.defaults:
    config[key] = Config.defaults[key]
"""
    text = """
from conf import config
prefix = (config.root() + config.api())[1:] + "/"
urlpatterns = [path(prefix, include([path("a/", view)]))]
"""
    assert urls(tmp_path, VIEW + text, conf=conf) == ["any /shop/api/a/"]


def test_a_router_of_the_project_s_own(tmp_path: Path) -> None:
    """Methods that a decorator marks are found by `dir`, as copies of old routers do."""
    routing = """
from django.urls import re_path

def marked(methods=("get",)):
    def decorator(function):
        function.answers = methods
        return function
    return decorator

class Router:
    def __init__(self):
        self.registry = []
    def register(self, prefix, view):
        self.registry.append((prefix, view))
    @property
    def urls(self):
        found = []
        for prefix, view in self.registry:
            for name in dir(view):
                methods = getattr(getattr(view, name), "answers", None)
                if not methods:
                    continue
                actions = dict((method, name) for method in methods)
                found.append(re_path(rf"^{prefix}/{name}$", view.as_view(actions)))
        return found
"""
    views = """
from rest_framework import viewsets
from routing import marked
class Items(viewsets.ViewSet):
    limit = 5
    def helper(self): ...
    @marked()
    def recent(self, request): ...
    @marked(methods=["post"])
    def merge(self, request): ...
"""
    text = """
from routing import Router
from views import Items
router = Router()
router.register("items", Items)
urlpatterns = router.urls
"""
    files = {"urls.py": URLS + text, "routing.py": routing, "views.py": views}
    assert served(tmp_path, files) == ["POST /items/merge", "GET /items/recent"]


def test_suffixes_that_the_project_adds_itself(tmp_path: Path) -> None:
    text = r"""
from django.urls import URLResolver
def suffixed(patterns):
    found = []
    for pattern in patterns:
        text = pattern.pattern.regex.pattern
        if isinstance(pattern, URLResolver):
            found.append(re_path(text, include(suffixed(pattern.url_patterns))))
        else:
            found += [pattern, re_path(text.rstrip("$") + r"\.json$", pattern.callback)]
    return found
urlpatterns = suffixed([re_path("^x/", include([re_path("^a$", view)]))])
"""
    assert urls(tmp_path, VIEW + text) == ["any /x/a", "any /x/a.json"]

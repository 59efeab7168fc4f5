"""Routers of Django REST framework and drf-nested-routers."""

from pathlib import Path

import pytest

from tests.contract.django.tools import URLS, backend, contract, urls

VIEWS = """
from rest_framework import mixins, viewsets
from rest_framework.decorators import action

class Items(viewsets.ModelViewSet): ...
class Readers(viewsets.ReadOnlyModelViewSet): ...
class Makers(mixins.CreateModelMixin, viewsets.GenericViewSet): ...
class Plain(viewsets.ViewSet):
    def list(self, request): ...

class Acting(viewsets.GenericViewSet):
    @action(detail=False)
    def recent(self, request): ...
    @action(detail=True, methods=["post"], url_path="set-name")
    def rename(self, request, pk=None): ...
    @rename.mapping.delete
    def unname(self, request, pk=None): ...
    @action(detail=True, methods=["PUT"], url_path=r"to/(?P<target>[^/.]+)")
    def move(self, request, pk=None, target=None): ...

class Inheriting(Acting):
    lookup_field = "slug"
    recent = None

class Named(viewsets.ReadOnlyModelViewSet):
    lookup_url_kwarg = "item_id"
    lookup_value_regex = r"\\d+"
    http_method_names = ["get"]
"""
ROUTER = "from rest_framework import routers\nimport views\n"
REGISTERED = "router.register('x', views.{}, basename='x')\nurlpatterns = router.urls\n"


@pytest.mark.parametrize(
    ("viewset", "routes"),
    [
        ("Items", ["GET,POST /x/", "GET,PUT,PATCH,DELETE /x/{pk}/"]),
        ("Readers", ["GET /x/", "GET /x/{pk}/"]),
        ("Makers", ["POST /x/"]),
        ("Plain", ["GET /x/"]),
        (
            "Acting",
            ["GET /x/recent/", "PUT /x/{pk}/to/{target}/", "POST,DELETE /x/{pk}/set-name/"],
        ),
        ("Inheriting", ["PUT /x/{slug}/to/{target}/", "POST,DELETE /x/{slug}/set-name/"]),
        ("Named", ["GET /x/", "GET /x/{item_id}/"]),
    ],
)
def test_viewsets(tmp_path: Path, viewset: str, routes: list[str]) -> None:
    text = ROUTER + "router = routers.SimpleRouter()\n" + REGISTERED.format(viewset)
    assert urls(tmp_path, text, views=VIEWS) == routes


@pytest.mark.parametrize(
    ("router", "routes"),
    [
        ("routers.SimpleRouter(trailing_slash=False)", ["GET /x", "GET /x/{pk}"]),
        ("routers.SimpleRouter(use_regex_path=False)", ["GET /x/", "GET /x/{pk}/"]),
        ("routers.DefaultRouter()", ["GET /x/", "GET /x/{pk}/", "GET /"]),
    ],
)
def test_kinds_of_routers(tmp_path: Path, router: str, routes: list[str]) -> None:
    text = ROUTER + f"router = {router}\n" + REGISTERED.format("Readers")
    assert urls(tmp_path, text, views=VIEWS) == routes


def test_format_suffixes_stand_beside_the_routes(tmp_path: Path) -> None:
    text = ROUTER + "router = routers.DefaultRouter()\n" + REGISTERED.format("Makers")
    read = backend(tmp_path, {"urls.py": text, "views.py": VIEWS})
    assert [e.route.pattern for e in read.endpoints] == [
        "^x/$",
        r"^x\.(?P<format>[a-z0-9]+)/?$",
        "",
        "<drf_format_suffix:format>",
    ]


@pytest.mark.parametrize(
    "built",
    [
        "for name in ['a', 'b']:\n    router.register(name, views.Makers, basename=name)\n",
        "other = routers.SimpleRouter()\nother.register('a', views.Makers, basename='a')\n"
        "other.register('b', views.Makers, basename='b')\n"
        "router.registry.extend(other.registry)\n",
        "ROUTES = {'a': views.Makers, 'b': views.Makers}\n"
        "for name, view in ROUTES.items():\n    router.register(name, view, name)\n",
    ],
)
def test_registering_in_other_ways(tmp_path: Path, built: str) -> None:
    text = f"{ROUTER}router = routers.SimpleRouter()\n{built}urlpatterns = router.urls\n"
    assert urls(tmp_path, text, views=VIEWS) == ["POST /a/", "POST /b/"]


def test_an_empty_prefix_and_an_include(tmp_path: Path) -> None:
    text = (
        ROUTER + "router = routers.SimpleRouter()\nrouter.register('', views.Readers, 'x')\n"
        "urlpatterns = [path('api/', include(router.urls))]\n"
    )
    assert urls(tmp_path, text, views=VIEWS) == ["GET /api/", "GET /api/{pk}/"]


def test_nested_routers(tmp_path: Path) -> None:
    text = (
        "from rest_framework_nested import routers\nimport views\n"
        "router = routers.SimpleRouter()\nrouter.register('x', views.Named, 'x')\n"
        "inner = routers.NestedSimpleRouter(router, 'x', lookup='parent')\n"
        "inner.register('y', views.Makers, 'y')\n"
        "last = routers.NestedSimpleRouter(inner, 'y', lookup='middle')\n"
        "last.register('z', views.Makers, 'z')\n"
        "urlpatterns = [path('', include(inner.urls)), path('', include(last.urls))]\n"
    )
    assert urls(tmp_path, text, views=VIEWS) == [
        "POST /x/{parent_item_id}/y/",
        "POST /x/{parent_item_id}/y/{middle_pk}/z/",
    ]


def test_a_router_of_the_projects_own(tmp_path: Path) -> None:
    text = (
        ROUTER + "class Router(routers.SimpleRouter):\n"
        "    def __init__(self, *args, **kwargs):\n"
        "        super().__init__(*args, **kwargs)\n        self.more = []\n"
        "        self.routes[0].mapping.update({'delete': 'clear'})\n"
        "    def add(self, route):\n        self.more.append(route)\n"
        "    @property\n    def urls(self):\n        return super().urls + self.more\n"
        "class Clearing(views.Plain):\n    def clear(self, request): ...\n"
        "def view(request): ...\n"
        "router = Router()\nrouter.register('x', Clearing, 'x')\nrouter.add(path('y/', view))\n"
        "urlpatterns = router.urls\n"
    )
    assert urls(tmp_path, text, views=VIEWS) == ["GET,DELETE /x/", "any /y/"]


def test_routes_written_by_the_project(tmp_path: Path) -> None:
    text = (
        ROUTER + "class Router(routers.SimpleRouter):\n    routes = [routers.Route(\n"
        "        url=r'^{prefix}$', mapping={'get': 'retrieve'}, name='{basename}',\n"
        "        detail=True, initkwargs={})]\n"
        "router = Router()\n" + REGISTERED.format("Readers")
    )
    assert urls(tmp_path, text, views=VIEWS) == ["GET /x"]


def test_a_registration_that_can_not_be_known(tmp_path: Path) -> None:
    text = (
        ROUTER + "import plugins\nrouter = routers.SimpleRouter()\n"
        "router.register('x', plugins.load(), 'x')\nurlpatterns = router.urls\n"
    )
    read = backend(tmp_path, {"urls.py": text, "views.py": VIEWS})
    assert read.endpoints == ()
    (entry,) = read.unresolved
    assert str(entry).endswith("urls.py:5: the viewset that is registered can't be known")


def test_a_viewset_with_an_unknown_ancestor_is_named(tmp_path: Path) -> None:
    views = (
        "from rest_framework import viewsets\nfrom elsewhere import Mixin\n"
        "class Items(Mixin, viewsets.ReadOnlyModelViewSet): ...\n"
    )
    text = ROUTER + "router = routers.SimpleRouter()\n" + REGISTERED.format("Items")
    read = backend(tmp_path, {"urls.py": text, "views.py": views})
    assert [e.route.path for e in read.endpoints] == ["/x/", "/x/{pk}/"]
    assert "Items inherits from elsewhere.Mixin" in str(read.unresolved[0])


def test_routers_of_drf_extensions(tmp_path: Path) -> None:
    text = (
        "from rest_framework_extensions.routers import ExtendedSimpleRouter\nimport views\n"
        "router = ExtendedSimpleRouter()\n"
        "one = router.register('x', views.Named, basename='x')\n"
        "two = one.register('y', views.Makers, 'y', parents_query_lookups=['x'])\n"
        "two.register('z', views.Makers, basename='z', parents_query_lookups=['x', 'y'])\n"
        "urlpatterns = router.urls\n"
    )
    assert urls(tmp_path, text, views=VIEWS) == [
        "GET /x/",
        "GET /x/{item_id}/",
        "POST /x/{parent_lookup_x}/y/",
        "POST /x/{parent_lookup_x}/y/{parent_lookup_y}/z/",
    ]


def test_a_router_that_renames_its_patterns(tmp_path: Path) -> None:
    text = (
        ROUTER + "class Router(routers.SimpleRouter):\n"
        "    def get_urls(self):\n"
        "        made = super().get_urls()\n"
        "        return [path('alias', u.callback) if u.name == 'x-list' else u for u in made]\n"
        "router = Router()\n" + REGISTERED.format("Readers")
    )
    assert urls(tmp_path, text, views=VIEWS) == ["GET /alias", "GET /x/{pk}/"]


def test_what_apps_register_when_django_starts(tmp_path: Path) -> None:
    files = {
        "site_settings.py": 'ROOT_URLCONF = "urls"\nINSTALLED_APPS = ["plugin", "a.apps.Other"]\n',
        "registry.py": (
            "class Registry:\n    def __init__(self):\n        self.found = {}\n"
            "    def register(self, name, urls):\n        self.found[name] = urls\n"
            "    @property\n    def urls(self):\n"
            "        return [one for urls in self.found.values() for one in urls]\n"
            "registry = Registry()\n"
        ),
        "plugin/__init__.py": "",
        "plugin/apps.py": (
            "from django.apps import AppConfig\nclass Plugin(AppConfig):\n"
            "    def ready(self):\n        from registry import registry\n"
            "        from .urls import urlpatterns\n"
            "        registry.register('plugin', urlpatterns)\n"
        ),
        "plugin/urls.py": (
            "from django.urls import path\ndef view(request): ...\n"
            "urlpatterns = [path('plugin/', view)]\n"
        ),
        "urls.py": "from registry import registry\nurlpatterns = [*registry.urls]\n",
    }
    assert [e.route.path for e in backend(tmp_path, files).endpoints] == ["/plugin/"]


def test_what_is_registered_in_some_environments_only_is_optional(tmp_path: Path) -> None:
    text = """
        import os
        from rest_framework import routers, viewsets

        class Items(viewsets.ViewSet):
            def list(self, request): ...

        router = routers.SimpleRouter()
        router.register("items", Items, basename="item")
        if os.getenv("BETA"):
            router.register("beta", Items, basename="beta")
        urlpatterns = router.urls
        """
    assert urls(tmp_path, text) == ["GET /items/", "GET /beta/ ?"]


def test_a_viewset_s_own_method_answers_wherever_it_is_served(tmp_path: Path) -> None:
    text = """
        from rest_framework import routers, viewsets

        class Items(viewsets.ViewSet):
            def list(self, request): ...
            def delete(self, request): ...

        class Read(Items):
            http_method_names = ["get"]

        router = routers.SimpleRouter()
        router.register("items", Items, basename="item")
        router.register("read", Read, basename="read")
        urlpatterns = router.urls
        """
    assert urls(tmp_path, text) == ["GET,DELETE /items/", "GET /read/"]


def test_a_viewset_whose_base_is_not_there_may_answer_anything(tmp_path: Path) -> None:
    text = """
from rest_framework.routers import SimpleRouter
from elsewhere.viewsets import OtherViewSet
class Items(OtherViewSet):
    def list(self, request): ...
router = SimpleRouter()
router.register("items", Items, "items")
urlpatterns = router.urls
"""
    assert urls(tmp_path, text) == ["any /items/", "any /items/{pk}/"]


def test_a_router_of_lists_of_objects(tmp_path: Path) -> None:
    text = """
from rest_framework_bulk.generics import BulkModelViewSet
from rest_framework_bulk.routes import BulkRouter
class Notes(BulkModelViewSet): ...
router = BulkRouter()
router.register("notes", Notes, "note")
urlpatterns = router.urls
"""
    assert urls(tmp_path, text) == [
        "GET,POST,PUT,PATCH,DELETE /notes/",
        "GET,PUT,PATCH,DELETE /notes/{pk}/",
        "GET /",
    ]


def test_suffixes_that_are_allowed(tmp_path: Path) -> None:
    text = """
from rest_framework.urlpatterns import format_suffix_patterns
def view(request): ...
urlpatterns = format_suffix_patterns([path("a/", view)], allowed=["json", "csv"])
urlpatterns += format_suffix_patterns([re_path("^b/$", view)], True, ["json"])
"""
    read = backend(tmp_path, {"urls.py": URLS + text})
    assert [endpoint.route.pattern for endpoint in read.endpoints] == [
        "a/",
        "a<drf_format_suffix_json_csv:format>",
        r"^b\.(?P<format>json)/?$",
    ]


@pytest.mark.parametrize(
    ("hook", "routes"),
    [
        (
            """
    def get_lookup_regex(self, viewset, lookup_prefix=""):
        return super().get_lookup_regex(viewset, lookup_prefix) + "/(?P<part>[^/.]+)"
""",
            ["GET,POST /x/", "GET,PUT,PATCH,DELETE /x/{pk}/{part}/"],
        ),
        (
            """
    def get_method_map(self, viewset, method_map):
        bound = super().get_method_map(viewset, method_map)
        bound.pop("delete", None)
        return bound
""",
            ["GET,POST /x/", "GET,PUT,PATCH /x/{pk}/"],
        ),
        (
            """
    def get_routes(self, viewset):
        if not issubclass(viewset, views.Items):
            return super().get_routes(viewset)
        before = self.routes
        self.routes = [
            route._replace(mapping={**route.mapping, "post": "list"})
            if isinstance(route, routers.Route) and route.detail else route
            for route in before
        ]
        try:
            return super().get_routes(viewset)
        finally:
            self.routes = before
""",
            ["GET,POST /x/", "GET,POST,PUT,PATCH,DELETE /x/{pk}/"],
        ),
    ],
)
def test_a_router_with_hooks_of_its_own(tmp_path: Path, hook: str, routes: list[str]) -> None:
    router = f"class Own(routers.SimpleRouter):{hook}\nrouter = Own()\n"
    text = ROUTER + router + REGISTERED.format("Items")
    assert urls(tmp_path, text, views=VIEWS) == routes


def test_routes_of_a_router_that_can_not_be_known_are_open(tmp_path: Path) -> None:
    router = (
        "class Own(routers.SimpleRouter):\n"
        "    def get_routes(self, viewset):\n        return plan(viewset)\n"
        "router = Own()\n"
    )
    text = URLS + ROUTER + router + REGISTERED.format("Items")
    read = backend(tmp_path, {"urls.py": text, "views.py": VIEWS})
    assert (read.endpoints, read.open_paths) == ((), ("/x/",))


def test_a_router_that_has_more_routes_than_are_known(tmp_path: Path) -> None:
    router = (
        "class Own(routers.SimpleRouter):\n"
        "    def get_routes(self, viewset):\n"
        "        return [*super().get_routes(viewset), *plan(viewset)]\n"
        "router = Own()\n"
    )
    text = URLS + ROUTER + router + REGISTERED.format("Makers")
    read = backend(tmp_path, {"urls.py": text, "views.py": VIEWS})
    assert [e.route.path for e in read.endpoints] == ["/x/"]
    assert read.open_paths == ("/x/",)


@pytest.mark.parametrize(
    ("registered", "open_path"),
    [
        ("router.register('images', packaged.Images)", "/api/images/"),
        ("router.register(packaged.NAME, views.Makers, 'x')", "/api/"),
        ("router.registry.extend(packaged.router.registry)", "/api/"),
        ("for name in packaged.NAMES:\n    router.register(name, views.Makers, 'x')", "/api/"),
    ],
)
def test_below_what_is_registered_and_can_not_be_known_paths_are_open(
    tmp_path: Path, registered: str, open_path: str
) -> None:
    text = (
        f"{URLS}{ROUTER}import packaged\nrouter = routers.SimpleRouter()\n"
        f"router.register('a', views.Makers, 'a')\n{registered}\n"
        "urlpatterns = [path('api/', include(router.urls))]\n"
    )
    read = backend(tmp_path, {"urls.py": text, "views.py": VIEWS})
    assert [e.route.path for e in read.endpoints] == ["/api/a/"]
    assert read.open_paths == (open_path,)


def test_a_viewset_that_chooses_its_actions(tmp_path: Path) -> None:
    views = (
        VIEWS
        + """
class Choosing(Acting):
    @classmethod
    def get_extra_actions(cls):
        return [one for one in super().get_extra_actions() if one.__name__ != "rename"]
"""
    )
    text = ROUTER + "router = routers.SimpleRouter()\n" + REGISTERED.format("Choosing")
    assert urls(tmp_path, text, views=views) == ["GET /x/recent/", "PUT /x/{pk}/to/{target}/"]


def test_a_view_of_one_action(tmp_path: Path) -> None:
    views = (
        VIEWS
        + """
class Base(viewsets.GenericViewSet):
    @classmethod
    def as_action_view(cls, name):
        return cls.as_view(dict(getattr(cls, name).mapping))
class Boxes(Base):
    @action(methods=["post"], detail=True)
    def close(self, request, pk): ...
"""
    )
    text = "import views\nurlpatterns = [path('close/', views.Boxes.as_action_view('close'))]\n"
    assert urls(tmp_path, text, views=views) == ["POST /close/"]


def test_actions_that_can_not_be_known_may_be_any(tmp_path: Path) -> None:
    text = """
import views
from elsewhere import actions
made = views.Items.as_view(dict(actions))
urlpatterns = [path("a/", views.Items.as_view(actions)), path("b/", made)]
"""
    assert urls(tmp_path, text, views=VIEWS) == ["any /a/", "any /b/"]


def test_viewsets_that_a_call_makes(tmp_path: Path) -> None:
    text = """
import views
made = type("Made", (views.Readers,), {"lookup_field": "slug"})
urlpatterns = [path("a/", made.as_view({"get": "list"}))]
"""
    assert urls(tmp_path, text, views=VIEWS) == ["GET /a/"]


@pytest.mark.parametrize(
    ("year", "paths"),
    [
        (r"[0-9]{4}", ["/x/", "/x/{pk}/", "/x/{year}/"]),
        (r"[^/.]+", ["/x/", "/x/{year}/"]),  # nothing is left for another
    ],
)
def test_a_parameter_in_the_place_of_the_key(tmp_path: Path, year: str, paths: list[str]) -> None:
    views = f"""
from rest_framework import viewsets
from rest_framework.decorators import action
class Items(viewsets.ReadOnlyModelViewSet):
    @action(detail=False, url_path=r"(?P<year>{year})")
    def of_year(self, request, year): ...
"""
    text = "router = routers.SimpleRouter()\nrouter.register('x', views.Items, basename='x')\n"
    files = {"urls.py": URLS + ROUTER + text + "urlpatterns = router.urls\n", "views.py": views}
    found = contract(tmp_path, files)
    assert sorted(operation.path for operation in found.operations) == paths


def test_what_actions_were_called_before(tmp_path: Path) -> None:
    views = """
from rest_framework import viewsets
from rest_framework.decorators import detail_route, list_route
class Items(viewsets.GenericViewSet):
    @detail_route(methods=["post"], url_path="set-name")
    def rename(self, request, pk=None): ...
    @list_route()
    def recent(self, request): ...
"""
    text = ROUTER + "router = routers.SimpleRouter()\n" + REGISTERED.format("Items")
    assert urls(tmp_path, text, views=views) == ["GET /x/recent/", "POST /x/{pk}/set-name/"]

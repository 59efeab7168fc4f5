"""URLconfs in the ways that people write them."""

from pathlib import Path

import pytest

from fixer.contract.django import contract_of
from tests.contract.django.tools import URLS, backend, served, urls

VIEW = "def view(request): ...\n"


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ('urlpatterns = [path("a/", view), path("b/<int:pk>/", view)]', ["/a/", "/b/{pk}/"]),
        ('urlpatterns = [re_path(r"^a/(?P<year>[0-9]{4})/$", view)]', ["/a/{year}/"]),
        ('urlpatterns = [re_path(r"^a/?$", view)]', ["/a/"]),
        ('urlpatterns = [re_path(r"^v\\d+\\.json$", view)]', ["/v{arg1}.json"]),
        ('BASE = "api"\nurlpatterns = [path(f"{BASE}/a/", view)]', ["/api/a/"]),
        ('urlpatterns = [path("%s/a/" % "v1", view)]', ["/v1/a/"]),
        ('urlpatterns = [path("{}/a/".format("v1"), view)]', ["/v1/a/"]),
        ('urlpatterns = [path("a/" "b/", view)]', ["/a/b/"]),
        ('urlpatterns = []\nurlpatterns += [path("a/", view)]', ["/a/"]),
        ('urlpatterns = []\nurlpatterns += path("a/", view),', ["/a/"]),
        ('urlpatterns = []\nurlpatterns.append(path("a/", view))', ["/a/"]),
        ('urlpatterns = []\nurlpatterns.extend([path("a/", view)])', ["/a/"]),
        ('more = [path("b/", view)]\nurlpatterns = [path("a/", view), *more]', ["/a/", "/b/"]),
        ('urlpatterns = [path(f"{n}/", view) for n in ("a", "b")]', ["/a/", "/b/"]),
        ('urlpatterns = []\nfor n in "ab":\n    urlpatterns += [path(n, view)]', ["/a", "/b"]),
        ('urlpatterns = [path("x/", include([path("a/", view)]))]', ["/x/a/"]),
        (
            'inner = [path("a/", view)]\nurlpatterns = [path("x/", include((inner, "n")))]',
            ["/x/a/"],
        ),
        (
            "def versioned(version):\n    return path(f'{version}/a/', view)\n"
            "urlpatterns = [versioned('v1'), versioned('v2')]",
            ["/v1/a/", "/v2/a/"],
        ),
        (
            "from django.conf.urls.i18n import i18n_patterns\n"
            'urlpatterns = i18n_patterns(path("a/", view))',
            ["/{locale}/a/"],
        ),
        (
            "from django.conf.urls import url\nurlpatterns = [url(r'^a/$', view)]",
            ["/a/"],
        ),
        (
            "from django.utils.translation import gettext_lazy as _\n"
            'urlpatterns = [path(_("a/"), view)]',
            ["/a/"],
        ),
        (
            "import operator\nfrom functools import reduce\n"
            'groups = [[path("a/", view)], [path("b/", view)]]\n'
            "urlpatterns = reduce(operator.add, groups)",
            ["/a/", "/b/"],
        ),
        (
            'urlpatterns = sum([[path("a/", view)], [path("b/", view)]], [])',
            ["/a/", "/b/"],
        ),
        ('urlpatterns = list(map(lambda n: path(n, view), ["a/"]))', ["/a/"]),
        (
            "def more(apps):\n    if not apps:\n        return []\n"
            '    return [path("a/", view)]\n'
            "urlpatterns = more(unknown)",
            ["/a/"],
        ),
        (
            "from pathlib import Path\nhere = Path(__file__).parent\n"
            'urlpatterns = [path(f"{f.stem}/", view) for f in here.glob("*.py") if f.is_file()]',
            ["/manage/", "/site_settings/", "/urls/"],
        ),
    ],
)
def test_patterns(tmp_path: Path, text: str, paths: list[str]) -> None:
    assert urls(tmp_path, VIEW + text) == [f"any {path}" for path in paths]


def test_an_included_module_and_a_namespace(tmp_path: Path) -> None:
    app = VIEW + 'from django.urls import path\napp_name = "a"\nurlpatterns = [path("x/", view)]\n'
    text = 'urlpatterns = [path("a/", include("app.urls")), path("b/", include("app.urls", "b"))]'
    assert urls(tmp_path, text, app__urls=app) == ["any /a/x/", "any /b/x/"]


def test_a_list_imported_from_another_module(tmp_path: Path) -> None:
    app = VIEW + 'from django.urls import path\nroutes = [path("x/", view)]\n'
    text = "from app.urls import routes as urlpatterns\n"
    assert urls(tmp_path, text, app__urls=app) == ["any /x/"]


def test_lists_gathered_in_a_package(tmp_path: Path) -> None:
    files = {
        "app/__init__.py": "",
        "app/urls/__init__.py": "from .one import urlpatterns as one\nurlpatterns = [*one]\n",
        "app/urls/one.py": VIEW
        + 'from django.urls import path\nurlpatterns = [path("1/", view)]\n',
        "urls.py": URLS + 'urlpatterns = [path("api/", include("app.urls"))]\n',
    }
    assert served(tmp_path, files) == ["any /api/1/"]


@pytest.mark.parametrize(("debug", "there"), [("True", True), ("False", False)])
def test_a_condition_on_the_settings(tmp_path: Path, debug: str, there: bool) -> None:
    text = "from django.conf import settings\nfrom django.urls import path\n" + VIEW
    text += 'urlpatterns = []\nif settings.DEBUG:\n    urlpatterns += [path("debug/", view)]\n'
    settings = f'ROOT_URLCONF = "urls"\nDEBUG = {debug}\n'
    files = {"urls.py": text, "site_settings.py": settings}
    assert served(tmp_path, files) == (["any /debug/"] if there else [])


@pytest.mark.parametrize(
    ("value", "prefix"),
    [
        ("os.environ.get('PREFIX', 'api')", "api"),
        ("os.getenv('PREFIX', default='api')", "api"),
        ("env('PREFIX', default='api')", "api"),
        ("env.str('PREFIX', 'api')", "api"),
        ("config('PREFIX', default='api')", "api"),
        ("'API'.lower().strip()", "api"),
        ("{'one': 'api'}['one']", "api"),
        ("'api' if VERSION >= (1, 2) else 'old'", "api"),
        ("'/'.join(['api', 'v1'])", "api/v1"),
    ],
)
def test_a_prefix_from_the_settings(tmp_path: Path, value: str, prefix: str) -> None:
    settings = (
        "import os\nimport environ\nfrom decouple import config\nenv = environ.Env()\n"
        f'VERSION = (1, 3)\nROOT_URLCONF = "urls"\nPREFIX = {value}\n'
    )
    text = "from django.conf import settings\nfrom django.urls import path\n" + VIEW
    text += 'urlpatterns = [path(settings.PREFIX + "/a/", view)]\n'
    files = {"urls.py": text, "site_settings.py": settings}
    assert served(tmp_path, files) == [f"any /{prefix}/a/"]


def test_what_can_not_be_known_is_left_open_with_its_place(tmp_path: Path) -> None:
    text = (
        "import socket\nfrom django.urls import include, path\n" + VIEW + "urlpatterns = [\n"
        '    path(socket.gethostname(), view),\n    path("x/", include("missing.urls")),\n'
        '    path("a/", view),\n]\n'
    )
    read = backend(tmp_path, {"urls.py": text})
    assert [endpoint.route.path for endpoint in read.endpoints] == ["/a/"]
    said = [str(entry).removeprefix(f"{tmp_path}/") for entry in read.unresolved]
    assert said == [
        "urls.py:5: the route can't be known",
        "urls.py:6: the patterns are missing.urls, which isn't there to be read",
    ]


def test_urlconfs_that_include_each_other_end(tmp_path: Path) -> None:
    text = 'urlpatterns = [path("a/", include("urls"))]'
    assert urls(tmp_path, text) == []


def test_locations_are_those_of_the_patterns(tmp_path: Path) -> None:
    text = VIEW + 'from django.urls import path\nurlpatterns = [\n    path("a/", view),\n]\n'
    (endpoint,) = backend(tmp_path, {"urls.py": text}).endpoints
    assert str(endpoint.route.location) == "urls.py:4"
    assert str(endpoint.route.view_location) == "urls.py:1"


def test_a_file_that_does_not_parse_is_left_open(tmp_path: Path) -> None:
    files = {"urls.py": "urlpatterns = [path('a/', view]\n", "app.py": ""}
    read = backend(tmp_path, files)
    assert read.endpoints == ()
    assert [entry.reason for entry in read.unresolved][:1] == ["libcst can't parse this statement"]


def test_views_that_decorators_register_are_read_and_their_list_is_left_open(
    tmp_path: Path,
) -> None:
    files = {
        "urls.py": URLS
        + "from registry import urls_of\n"
        + "urlpatterns = [path('sites/', include(urls_of('site')))]\n",
        "registry.py": """
            from collections import defaultdict
            from django.urls import path
            registry = {"views": defaultdict(list)}
            def register(model):
                def wrapper(cls):
                    registry["views"][model].append(cls)
                    return cls
                return wrapper
            def urls_of(model):
                paths = []
                for view in registry["views"][model]:
                    paths.append(path(f"{view.name}/", view.as_view()))
                return paths
        """,
        "views.py": """
            from django.views.generic import View
            from registry import register
            @register("site")
            class Sites(View):
                name = "all"
                def get(self, request): ...
        """,
    }
    read = backend(tmp_path, files)
    assert [f"{e.route.methods} {e.route.path}" for e in read.endpoints] == ["('GET',) /sites/all/"]
    assert read.open_paths == ("/sites/",)
    said = [str(entry).removeprefix(f"{tmp_path}/") for entry in read.unresolved]
    assert "urls.py:3: what it includes is filled while the backend runs, if at all" in said


REGISTRY = """
    from django.urls import path
    views = []
    def register_view(route):
        def wrapper(view):
            views.append(path(route, view.as_view()))
            return view
        return wrapper
"""


@pytest.mark.parametrize("note", ["", "# The second one registers it.\n"])
def test_a_list_that_decorators_fill_is_the_urlconf(tmp_path: Path, note: str) -> None:
    views = (
        "from django.views.generic import View\nfrom registry import register_view\n"
        f"@named('all')\n{note}@register_view('all/')\n"
        "class All(View):\n    def get(self, request): ...\n"
    )
    files = {
        "urls.py": "from registry import views as urlpatterns\nimport views\n",
        "registry.py": REGISTRY,
        "views.py": views,
    }
    assert served(tmp_path, files) == ["GET /all/"]


@pytest.mark.parametrize(
    ("said", "routes"),
    [
        ("'public'", ["any /items/", "any /tenants/"]),
        ("'urls'", ["any /items/"]),
        ("'elsewhere'", ["any /items/"]),
    ],
)
def test_the_urlconf_of_the_public_schema_is_served_too(
    tmp_path: Path, said: str, routes: list[str]
) -> None:
    view = "def view(request): ...\n"
    files = {
        "site_settings.py": f'ROOT_URLCONF = "urls"\nPUBLIC_SCHEMA_URLCONF = {said}\n',
        "urls.py": URLS + view + "urlpatterns = [path('items/', view)]\n",
        "public.py": URLS + view + "urlpatterns = [path('tenants/', view)]\n",
    }
    assert served(tmp_path, files) == routes


def test_an_empty_list_of_patterns_is_empty(tmp_path: Path) -> None:
    text = "urlpatterns = [path('later/', include('later'))]\n"
    read = backend(tmp_path, {"urls.py": URLS + text, "later.py": "urlpatterns = []\n"})
    assert (read.endpoints, read.open_paths) == ((), ())


TWO_CONFIGS = """
from django.apps import AppConfig
class Bare(AppConfig):
    name = "shop"
class Full(AppConfig):
    name = "shop"
    {}
    def ready(self):
        from urls import urlpatterns, path
        from shop.views import items
        urlpatterns.append(path("items/", items))
"""


@pytest.mark.parametrize(
    ("named", "said", "routes"),
    [
        ("shop", "default = True", ["any /items/"]),
        ("shop", "default = False", []),  # `Bare` is the only one left
        ("shop", "label = 'shop'", []),  # neither is chosen
        ("shop.apps.Full", "label = 'shop'", ["any /items/"]),
    ],
)
def test_which_of_the_configurations_of_an_app_is_taken(
    tmp_path: Path, named: str, said: str, routes: list[str]
) -> None:
    files = {
        "site_settings.py": f'ROOT_URLCONF = "urls"\nINSTALLED_APPS = ["{named}"]\n',
        "urls.py": URLS + "urlpatterns = []\n",
        "shop/__init__.py": "",
        "shop/apps.py": TWO_CONFIGS.format(said),
        "shop/views.py": "def items(request): ...\n",
    }
    assert served(tmp_path, files) == routes


def test_below_what_can_not_be_read_paths_are_open(tmp_path: Path) -> None:
    files = {
        "urls.py": """
            from django.contrib import admin
            from django.urls import include, path
            from sso.urls import urlpatterns as sso

            urlpatterns = [
                path("auth/", include("headless.urls")),
                path("admin/", admin.site.urls),
                path("api/<int:tenant>/", include([path("items/", view), *sso])),
            ]
        """
    }
    read = backend(tmp_path, files)
    assert read.open_paths == ("/auth/", "/admin/", "/api/{tenant}/")
    assert contract_of(read).open_paths == read.open_paths


OPTIONAL = {
    "a list that grows": (
        'urlpatterns = [path("a/", view)]\n'
        'if env.bool("BETA", False):\n    urlpatterns += [path("beta/", view)]\n',
        ["any /a/", "any /beta/ ?"],
    ),
    "a list made anew": (
        'urlpatterns = [path("a/", view)]\n'
        'if os.environ.get("BETA"):\n    urlpatterns = [path("beta/", view), *urlpatterns]\n',
        ["any /a/", "any /beta/ ?"],
    ),
    "the other branch": (
        'urlpatterns = []\nif not env.bool("BETA", default=False):\n'
        '    urlpatterns.append(path("a/", view))\nelse:\n'
        '    urlpatterns.append(path("beta/", view))\n',
        ["any /a/", "any /beta/ ?"],
    ),
    "a text that is compared": (
        'urlpatterns = []\nif os.getenv("STORE", "s3") == "files":\n'
        '    urlpatterns += [path("files/", view)]\n',
        ["any /files/ ?"],
    ),
    "what the source alone decides": (
        'BETA = False\nurlpatterns = []\nif BETA:\n    urlpatterns += [path("beta/", view)]\n',
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), OPTIONAL.values(), ids=OPTIONAL)
def test_what_the_environment_decides_is_optional(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    assert urls(tmp_path, "import os, environ\nenv = environ.Env()\n" + text) == expected


def test_what_is_optional_includes_is_optional(tmp_path: Path) -> None:
    text = (
        "import os\nurlpatterns = []\n"
        'if os.getenv("BETA"):\n    urlpatterns += [path("beta/", include("beta"))]\n'
    )
    inner = 'from django.urls import path\nurlpatterns = [path("a/", view)]\n'
    assert urls(tmp_path, text, beta=inner) == ["any /beta/a/ ?"]


def test_a_module_first_imported_for_what_is_optional_is_whole(tmp_path: Path) -> None:
    text = (
        "import os\nurlpatterns = []\n"
        'if os.getenv("BETA"):\n    urlpatterns += [path("beta/", include("shared"))]\n'
        'urlpatterns += [path("now/", include("shared"))]\n'
    )
    inner = 'from django.urls import path\nurlpatterns = [path("a/", view)]\n'
    assert urls(tmp_path, text, shared=inner) == ["any /beta/a/ ?", "any /now/a/"]


def test_a_name_that_a_star_import_brings_back_is_the_package_s_own(tmp_path: Path) -> None:
    """`from .b import *` where b has `from package import view`."""
    files = {
        "urls.py": URLS + "from package import View\nurlpatterns = [path('a/', View.as_view())]\n",
        "package/__init__.py": "from .a import *\nfrom .b import *\n",
        "package/a.py": "from django.views import View as Base\nclass View(Base):\n"
        "    def get(self, request): ...\n",
        "package/b.py": "from package import View\n",
    }
    assert served(tmp_path, files) == ["GET /a/"]


def test_what_a_package_binds_hides_its_module_of_that_name(tmp_path: Path) -> None:
    files = {
        "urls.py": URLS + "from package import router\nurlpatterns = router\n",
        "package/__init__.py": "from .router import router\n",
        "package/router.py": URLS + "router = [path('a/', view)]\n",
    }
    assert served(tmp_path, files) == ["any /a/"]


GATHERS = """
import glob, importlib, os, sys
for file in glob.glob(os.path.join(os.path.dirname(__file__), "*.py")):
    name = os.path.basename(file)[:-3]
    if name != "__init__":
        module = importlib.import_module(f".{name}", package=__name__)
        for known in dir(module):
            setattr(sys.modules[__name__], known, getattr(module, known))
"""


def test_a_package_that_takes_all_names_of_its_modules(tmp_path: Path) -> None:
    view = "from django.views import View\nclass {0}(View):\n    def {1}(self, request): ...\n"
    files = {
        "urls.py": URLS
        + "from package import Ship, Port\nimport package\nurlpatterns = ["
        + "path('a/', Ship.as_view()), path('b/', package.Ship.as_view()),"
        + "path('c/', Port.as_view())]\n",
        "package/__init__.py": GATHERS,
        "package/ships.py": view.format("Ship", "get"),
        "package/ports.py": view.format("Port", "get"),
        "package/others.py": view.format("Port", "post"),
    }
    assert served(tmp_path, files) == ["GET /a/", "GET /b/", "any /c/"]


def test_a_prefix_that_only_some_environments_have_adds_nothing(tmp_path: Path) -> None:
    text = """
import os
from django.urls import include
urlpatterns = [path("a/", view)]
if prefix := os.getenv("PREFIX", ""):
    urlpatterns = [path(prefix, include(urlpatterns))]
"""
    found = backend(tmp_path, {"urls.py": URLS + VIEW + text})
    assert [endpoint.route.path for endpoint in found.endpoints] == ["/a/"]
    assert found.open_paths == ()


def test_a_prefix_from_the_path_of_a_url(tmp_path: Path) -> None:
    settings = 'import os\nROOT_URLCONF = "urls"\nROOT = os.getenv("ROOT", "http://x.org/site")\n'
    text = """
from urllib.parse import urlparse
from django.conf import settings
prefix = ""
if _path := urlparse(settings.ROOT).path.lstrip("/"):
    prefix = f"{_path}/"
urlpatterns = [path(f"{prefix}a/", view)]
"""
    files = {"urls.py": URLS + VIEW + text, "site_settings.py": settings}
    assert served(tmp_path, files) == ["any /site/a/"]


def test_apps_that_say_that_they_are_plugins(tmp_path: Path) -> None:
    config = "from django.apps import AppConfig\nclass Config(AppConfig):\n    name = {!r}\n"
    plugin = "    class PluginMeta: ...\n"
    text = """
from django.apps import apps
urlpatterns = []
for app in apps.get_app_configs():
    if hasattr(app, "PluginMeta") and getattr(app, "PluginMeta", None):
        try:
            urlpatterns.append(path("", include(app.name + ".urls")))
        except ModuleNotFoundError:
            pass
"""
    files = {
        "urls.py": URLS + text,
        "site_settings.py": 'ROOT_URLCONF = "urls"\nINSTALLED_APPS = ["one", "two", "three"]\n',
        "one/apps.py": config.format("one") + plugin,
        "one/urls.py": URLS + VIEW + 'urlpatterns = [path("a/", view)]\n',
        "two/__init__.py": "",
        "two/apps.py": config.format("two") + plugin,
        "three/apps.py": config.format("three"),
        "three/urls.py": URLS + VIEW + 'urlpatterns = [path("c/", view)]\n',
    }
    found = backend(tmp_path, files)
    assert [endpoint.route.path for endpoint in found.endpoints] == ["/a/"]
    assert found.open_paths == ()


def test_static_files_are_served_while_debugging(tmp_path: Path) -> None:
    text = (
        "from django.contrib.staticfiles.urls import staticfiles_urlpatterns\n"
        'urlpatterns = [path("a/", view)]\nurlpatterns += staticfiles_urlpatterns()\n'
    )
    for debug, paths in ((False, ["any /a/"]), (True, ["any /a/", "any /static/{path}"])):
        settings = f'ROOT_URLCONF = "urls"\nDEBUG = {debug}\nSTATIC_URL = "/static/"\n'
        files = {"urls.py": URLS + VIEW + text, "site_settings.py": settings}
        assert served(tmp_path, files) == paths


def test_where_too_much_is_to_be_carried_out_all_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fixer.contract.django.execute.MOST_STEPS", 5)
    found = backend(tmp_path, {"urls.py": URLS + VIEW + 'urlpatterns = [path("a/", view)]\n'})
    assert found.open_paths == ("/",)


def test_a_controller_s_method_by_a_class_method(tmp_path: Path) -> None:
    text = """
class Pages:
    @classonlymethod
    def urls(cls, base):
        return [path(f"{base}/{cls.word}/", view)]
class Notes(Pages):
    word = "notes"
urlpatterns = Notes.urls("x")
"""
    assert urls(tmp_path, VIEW + text) == ["any /x/notes/"]


def test_what_raises_gives_no_value(tmp_path: Path) -> None:
    text = """
import os
def said(name):
    value = os.environ.get(name)
    if value is None:
        raise ValueError(name)
    return value
if said("MODE") == "plain":
    urlpatterns = [path("a/", plain)]
elif said("MODE") == "other":
    urlpatterns = [path("a/", other)]
"""
    assert urls(tmp_path, text) == ["any /a/"]


def test_an_instance_s_view_is_the_class_s(tmp_path: Path) -> None:
    text = """
from django.views import View
class Notes(View):
    def get(self, request): ...
urlpatterns = [path("a/", Notes().as_view())]
"""
    assert urls(tmp_path, text) == ["GET /a/"]


def test_handlers_set_in_a_loop(tmp_path: Path) -> None:
    text = """
from django.views import View
class Relay(View):
    def relay(self, request): ...
for name in ("get", "post"):
    setattr(Relay, name, Relay.relay)
urlpatterns = [path("a/", Relay.as_view())]
"""
    assert urls(tmp_path, text) == ["GET,POST /a/"]


def test_a_class_without_handlers_may_answer_anything(tmp_path: Path) -> None:
    text = """
class Chosen(metaclass=Choosing):
    default = Notes
urlpatterns = [path("a/", Chosen.as_view())]
"""
    assert urls(tmp_path, text) == ["any /a/"]


def test_what_is_no_viewset_leaves_its_prefix_open(tmp_path: Path) -> None:
    text = """
from rest_framework import routers
class Chosen(metaclass=Choosing):
    default = Notes
router = routers.SimpleRouter()
router.register("notes", Chosen)
urlpatterns = router.urls
"""
    assert backend(tmp_path, {"urls.py": URLS + text}).open_paths == ("/notes/",)


def test_a_urlconf_wrapped_to_decorate_its_views(tmp_path: Path) -> None:
    text = """
class Decorated:
    def __init__(self, module, decorator):
        self.module = module
        self.decorator = decorator
    @property
    def urlpatterns(self):
        return [decorated(pattern) for pattern in getattr(self.module, "urlpatterns", self.module)]
def decorated_include(decorator, name):
    module, app_name, namespace = include(name)
    return Decorated(module, decorator), app_name, namespace
urlpatterns = [path("x/", decorated_include(login, "inner"))]
"""
    inner = URLS + VIEW + 'urlpatterns = [path("a/", view)]\n'
    assert urls(tmp_path, text, inner=inner) == ["any /x/a/"]


def test_an_admin_of_which_the_prefix_is_secret_opens_nothing(tmp_path: Path) -> None:
    text = """
from django.conf import settings
from django.contrib import admin
urlpatterns = [path(settings.SECRET_PREFIX, admin.site.urls), path("a/", view)]
"""
    found = backend(tmp_path, {"urls.py": URLS + VIEW + text})
    assert found.open_paths == ()
    assert [entry.site.line for entry in found.unresolved] == [6]


def test_patterns_made_of_django_s_own_classes(tmp_path: Path) -> None:
    text = """
from django.urls import URLPattern, URLResolver
from django.urls.resolvers import RegexPattern, RoutePattern
def event_url(route, view, name=None):
    if callable(view):
        pattern = RegexPattern(route, name=name, is_endpoint=True)
        pattern.is_live = True
        return URLPattern(pattern, view, {}, name)
    raise TypeError("the view must be callable")
urlpatterns = [
    event_url("^a/$", view),
    URLPattern(RoutePattern("b/<int:pk>/"), view),
    URLResolver(RoutePattern("c/"), [path("d/", view)]),
]
"""
    assert urls(tmp_path, VIEW + text) == ["any /a/", "any /b/{pk}/", "any /c/d/"]


def test_what_a_urlconf_registers_at_another_when_it_is_imported(tmp_path: Path) -> None:
    routing = """
from rest_framework import routers
import importlib
import importlib.util
router = routers.SimpleRouter()
for name in ("shop", "blog"):
    if importlib.util.find_spec(name + ".urls"):
        importlib.import_module(name + ".urls")
urlpatterns = router.urls
"""
    shop = """
from api.urls import router
from rest_framework import viewsets
class Items(viewsets.ReadOnlyModelViewSet): ...
urlpatterns = []
router.register("items", Items, basename="items")
"""
    text = "urlpatterns = [path('', include('api.urls'))]"
    files = {
        "urls.py": URLS + text,
        "api/__init__.py": "",
        "api/urls.py": routing,
        "shop/__init__.py": "",
        "shop/urls.py": shop,
        "blog/__init__.py": "",
    }
    assert served(tmp_path, files) == ["GET /items/", "GET /items/{pk}/"]


@pytest.mark.parametrize(
    ("middleware", "expected"),
    [
        ("request.path_info = request.path_info.replace('/t1/', '/')", ("/**",)),
        ("if request.path_info == '/': self.log(request.path)", ()),
    ],
)
def test_a_middleware_may_decide_which_path_is_served(
    tmp_path: Path, middleware: str, expected: tuple[str, ...]
) -> None:
    written = f"class Tenants:\n    def __call__(self, request):\n        {middleware}\n"
    settings = 'ROOT_URLCONF = "urls"\nMIDDLEWARE = ["tenants.Tenants"]\n'
    files = {"urls.py": URLS + "urlpatterns = []", "tenants.py": written}
    assert backend(tmp_path, {**files, "site_settings.py": settings}).open_paths == expected


def test_what_an_app_adds_to_the_patterns_when_it_starts(tmp_path: Path) -> None:
    """Also an app that another one's package adds to the settings."""
    files = {
        "site_settings.py": 'ROOT_URLCONF = "urls"\nINSTALLED_APPS = ["shop"]\n',
        "urls.py": URLS + VIEW + 'urlpatterns = [path("a/", view)]\n',
        "shop/__init__.py": "from site_settings import INSTALLED_APPS\n"
        'INSTALLED_APPS.append("stock")\n',
        "stock/__init__.py": "",
        "stock/apps.py": """
            from django.apps import AppConfig
            class StockConfig(AppConfig):
                name = "stock"
                def ready(self):
                    from django.urls import include, path
                    from urls import urlpatterns
                    urlpatterns.append(path("stock/", include("stock.urls")))
        """,
        "stock/urls.py": URLS + VIEW + 'urlpatterns = [path("b/", view)]\n',
    }
    assert served(tmp_path, files) == ["any /a/", "any /stock/b/"]


def test_what_the_settings_package_imports_may_change_the_settings(tmp_path: Path) -> None:
    files = {
        "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.conf")\n',
        "site/__init__.py": "from site import more\n",
        "site/more.py": 'from site.conf import PAGES\nPAGES.append("b/")\n',
        "site/conf.py": 'ROOT_URLCONF = "urls"\nPAGES = ["a/"]\n',
        "urls.py": URLS
        + VIEW
        + "from django.conf import settings\n"
        + "urlpatterns = [path(page, view) for page in settings.PAGES]\n",
    }
    assert served(tmp_path, files) == ["any /a/", "any /b/"]


@pytest.mark.parametrize(
    "loop",
    [
        "for name in load():\n    pages.append(name)\n",
        "while more():\n    pages += [more.name]\n",
        "pages.extend([name for name in load()])\n",
        "pages = [*pages, *(name for name in load())]\n",
        "found = {}\nfound[load()] = 1\npages += [name for name in found]\n",
    ],
)
def test_what_is_made_of_an_unknown_list_is_left_open(tmp_path: Path, loop: str) -> None:
    conf = f'from elsewhere import load, more\npages = ["a"]\n{loop}'
    text = "from conf import pages\nurlpatterns = [path(f'{name}/', view) for name in pages]\n"
    read = backend(tmp_path, {"urls.py": URLS + VIEW + text, "conf.py": conf})
    assert [endpoint.route.path for endpoint in read.endpoints] == ["/a/"]
    assert read.open_paths == ("/",)


def test_modules_that_an_app_discovers_in_all_others(tmp_path: Path) -> None:
    files = {
        "site_settings.py": 'ROOT_URLCONF = "urls"\nINSTALLED_APPS = ["shop", "pages"]\n',
        "urls.py": URLS
        + VIEW
        + "from pages import registered\n"
        + "urlpatterns = [path(name, view) for name in registered]\n",
        "pages/__init__.py": "registered = {}\n",
        "pages/apps.py": """
            from django.apps import AppConfig
            from django.utils.module_loading import autodiscover_modules
            class PagesConfig(AppConfig):
                name = "pages"
                def ready(self):
                    autodiscover_modules("pages")
        """,
        "shop/__init__.py": "",
        "shop/pages.py": 'from pages import registered\nregistered["items/"] = 1\n',
    }
    assert served(tmp_path, files) == ["any /items/"]


def test_paths_named_after_models(tmp_path: Path) -> None:
    files = {
        "site_settings.py": 'ROOT_URLCONF = "urls"\nINSTALLED_APPS = ["shop"]\n',
        "shop/__init__.py": "",
        "shop/models.py": """
            from django.db import models
            class Item(models.Model):
                class Meta:
                    default_related_name = "items"
        """,
        "urls.py": URLS
        + VIEW
        + "from django.apps import apps\n"
        + 'options = apps.get_model("shop", "Item")._meta\n'
        + "names = [options.app_label, options.model_name, options.default_related_name]\n"
        + "urlpatterns = [path('/'.join(names), view)]\n",
    }
    assert served(tmp_path, files) == ["any /shop/item/items"]


@pytest.mark.parametrize(
    "code",
    [
        "def made():\n    for name in os.listdir('.'):\n        yield path(name, f)\n",
        "def made():\n    while os.more():\n        yield path('b/', f)\n",
        "def made():\n    by = defaultdict(list)\n    by['a'] += [path('a/', f)]\n"
        "    by[os.name].append(path('b/', f))\n    return by['a']\n",
    ],
)
def test_what_is_made_in_part_leaves_the_rest_open(tmp_path: Path, code: str) -> None:
    text = f"import os\nfrom collections import defaultdict\ndef f(request): ...\n{code}"
    files = {"urls.py": URLS + text + "urlpatterns = list(made())\n"}
    assert backend(tmp_path, files).open_paths == ("/",)


def test_what_is_yielded_in_another_environment_is_optional(tmp_path: Path) -> None:
    text = (
        "import os\ndef f(request): ...\ndef made():\n"
        "    if os.environ.get('X'):\n        yield path('b/', f)\n    yield path('a/', f)\n"
        "urlpatterns = list(made())\nnone = list(reversed())\n"
    )
    assert urls(tmp_path, text) == ["any /b/ ?", "any /a/"]

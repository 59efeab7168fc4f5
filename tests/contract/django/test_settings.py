"""Where a Django project is found in a folder."""

from pathlib import Path

import pytest

from fixer.contract.django import NotDjangoError, routes
from tests.contract.django.tools import MANAGE, SETTINGS, contract, operation, shown

URLS = 'from django.urls import include, path\nurlpatterns = [path("a/", view)]\n'


def write(folder: Path, *files: tuple[str, str]) -> None:
    for name, text in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "files",
    [
        [("manage.py", MANAGE), ("site_settings.py", SETTINGS), ("urls.py", URLS)],
        [
            ("apps/api/manage.py", MANAGE),
            ("apps/api/site_settings.py", SETTINGS),
            ("apps/api/urls.py", URLS),
        ],
        [
            ("src/site/__init__.py", ""),
            ("src/site/wsgi.py", MANAGE.replace("site_settings", "site.settings.prod")),
            ("src/site/settings/__init__.py", ""),
            ("src/site/settings/prod.py", "from .base import *\n"),
            ("src/site/settings/base.py", 'ROOT_URLCONF = "site.urls"\n'),
            ("src/site/urls.py", URLS),
        ],
        [("site_settings.py", ""), ("settings.py", SETTINGS), ("urls.py", URLS)],
        [("core/__init__.py", ""), ("core/urls.py", URLS)],
        [
            ("src/manage.py", "from site_env import prepare\nprepare()\n"),
            ("src/site_env.py", MANAGE.replace("site_settings", "conf.local")),
            ("src/conf/__init__.py", ""),
            ("src/conf/local.py", "from .base import *\n"),
            ("src/conf/base.py", 'ROOT_URLCONF = "routes.main"\n'),
            ("src/routes/__init__.py", ""),
            ("src/routes/main.py", URLS),
        ],
        [  # a settings package of which the environment names one module
            ("manage.py", MANAGE),
            ("site_settings/__init__.py", ""),
            ("site_settings/dev.py", "from .common import *\n"),
            ("site_settings/common.py", SETTINGS),
            ("urls.py", URLS),
        ],
        [  # manage.py beside src/
            ("manage.py", MANAGE.replace("site_settings", "site.settings")),
            ("src/site/__init__.py", ""),
            ("src/site/settings.py", 'ROOT_URLCONF = "site.urls"\n'),
            ("src/site/urls.py", URLS),
        ],
        [  # a package whose own tests have the settings
            ("pyproject.toml", ""),
            ("__init__.py", ""),
            ("shop/__init__.py", ""),
            ("shop/settings.py", "LIMIT = 5\n"),
            ("tests/__init__.py", ""),
            ("tests/test_settings.py", 'ROOT_URLCONF = "tests.urls"\n'),
            ("tests/urls.py", URLS),
        ],
        [  # names made of the folder's, modules in a folder that the settings add
            ("manage.py", MANAGE.replace("site_settings", "site.base")),
            ("site/__init__.py", ""),
            (
                "site/base.py",
                "import sys\nfrom os.path import abspath, basename, dirname, join\n"
                "ROOT = dirname(abspath(__file__))\nsys.path.insert(0, join(ROOT, 'apps'))\n"
                "ROOT_URLCONF = '{}.urls'.format(basename(ROOT))\n",
            ),
            ("site/urls.py", URLS.replace('path("a/", view)', 'path("", include("shop.urls"))')),
            ("site/apps/shop/urls.py", URLS),
        ],
        [
            ("manage.py", MANAGE),
            (
                "site_settings.py",
                "import sys\nfrom pathlib import Path\nBASE = Path(__file__).resolve().parent\n"
                "sys.path.append(str(BASE / 'apps'))\nROOT_URLCONF = 'shop.urls'\n",
            ),
            ("apps/shop/urls.py", URLS),
        ],
        [  # manage.py inside the package
            ("src/shop/manage.py", MANAGE.replace("site_settings", "shop.conf")),
            ("src/shop/__init__.py", ""),
            ("src/shop/conf.py", 'ROOT_URLCONF = "shop.urls"\n'),
            ("src/shop/urls.py", URLS),
        ],
        [  # settings that each copies for himself
            ("web/manage.py", MANAGE.replace("site_settings", "shop.conf.settings")),
            ("web/shop/conf/base.py", 'ROOT_URLCONF = "shop.urls"\n'),
            ("web/shop/conf/settings.py.example", "from .base import *\n"),
            ("web/shop/urls.py", URLS),
            ("web/changes/urls.py", URLS.replace("a/", "b/")),
        ],
        [  # settings of which a package has the most
            ("manage.py", MANAGE.replace("site_settings", "shop.conf.dev")),
            ("shop/__init__.py", ""),
            ("shop/conf/__init__.py", ""),
            ("shop/conf/dev.py", "from framework.conf import *\nDEBUG = True\n"),
            ("shop/urls.py", URLS),
            ("blog/urls.py", URLS.replace("a/", "b/")),
        ],
        [  # a folder that manage.py adds, which the settings name
            (
                "manage.py",
                "import os\nimport sys\n"
                "def main():\n"
                '    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_settings")\n'
                "    from django.conf import settings\n"
                "    sys.path.append(settings.APPS)\n"
                'if __name__ == "__main__":\n    main()\n',
            ),
            (
                "site_settings.py",
                'import os\nROOT_URLCONF = "urls"\n'
                "APPS = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'apps')\n",
            ),
            ("urls.py", URLS.replace('path("a/", view)', 'path("", include("shop.urls"))')),
            ("apps/shop/urls.py", URLS),
        ],
    ],
)
def test_projects(tmp_path: Path, files: list[tuple[str, str]]) -> None:
    write(tmp_path, *files)
    assert [route.path for route in routes(tmp_path)] == ["/a/"]


def test_a_virtual_environment_is_no_project_but_gives_packages(tmp_path: Path) -> None:
    urls = (
        'from django.urls import include, path\nurlpatterns = [path("p/", include("pack.urls"))]\n'
    )
    packages = ".venv/lib/python3.11/site-packages"
    write(
        tmp_path,
        ("manage.py", MANAGE),
        ("site_settings.py", SETTINGS),
        ("urls.py", urls),
        (".venv/pyvenv.cfg", ""),
        (f"{packages}/pack/urls.py", URLS),
        (f"{packages}/other/manage.py", MANAGE),
    )
    assert [route.path for route in routes(tmp_path)] == ["/p/a/"]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ([("readme.py", "")], "a folder without a Django project"),
        (
            [("manage.py", MANAGE), ("site_settings.py", SETTINGS)],
            "ROOT_URLCONF is 'urls', which isn't in the project",
        ),
        ([("manage.py", MANAGE), ("site_settings.py", "")], "sets ROOT_URLCONF"),
    ],
)
def test_what_is_no_project_is_refused(
    tmp_path: Path, files: list[tuple[str, str]], message: str
) -> None:
    write(tmp_path, *files)
    with pytest.raises(NotDjangoError) as error:
        routes(tmp_path)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


IMPORTED = "from composed import Composed\n"
CONFIGURATIONS = """
from configurations import Configuration, values

class Base(Configuration):
    ROOT_URLCONF = "urls"
    VERSION = "v1"
    BETA = values.BooleanValue(False, environ_name="BETA")
    DOMAIN = values.Value(environ_name="DOMAIN")

    @property
    def COMPUTED(self):
        return self.VERSION

class Development(Base):
    VERSION = "v2"
"""


def test_a_settings_class_of_a_package_may_say_anything_else(tmp_path: Path) -> None:
    settings = CONFIGURATIONS.replace("(Configuration)", "(Composed)")
    views = (
        "from rest_framework import generics, serializers\n"
        "class Row(serializers.Serializer):\n    id = serializers.IntegerField()\n"
        "class Rows(generics.ListAPIView):\n    serializer_class = Row\n"
    )
    urls = "from django.urls import path\nfrom views import Rows\n"
    files = {"urls.py": urls + 'urlpatterns = [path("x/", Rows.as_view())]', "views.py": views}
    for text, response in ((settings, "-"), (CONFIGURATIONS, "[Row]")):
        found = contract(
            tmp_path, {**files, "site_settings.py": "from composed import Composed\n" + text}
        )
        assert shown(operation(found, "GET /x/").response) == response


@pytest.mark.parametrize(
    ("named", "path"),
    [('os.environ.setdefault("DJANGO_CONFIGURATION", "Development")\n', "/v2/a/"), ("", "/v1/a/")],
)
def test_a_settings_class(tmp_path: Path, named: str, path: str) -> None:
    urls = (
        "from django.conf import settings\nfrom django.urls import path\n"
        'urlpatterns = [path(f"{settings.VERSION}/a/", view)]\n'
        'if settings.BETA:\n    urlpatterns += [path("beta/", view)]\n'
        'urlpatterns += [path(f"{settings.DOMAIN}/{settings.COMPUTED}/", view)]\n'
    )
    write(
        tmp_path,
        ("manage.py", MANAGE + named),
        ("site_settings.py", CONFIGURATIONS),
        ("urls.py", urls),
    )
    found = [(route.path, route.is_optional) for route in routes(tmp_path)]
    assert found == [(path, False), ("/beta/", True)]


@pytest.mark.parametrize(
    "settings",
    [
        "import base\nfound = {k: v for k, v in vars(base).items() if k.isupper()}\n"
        "globals().update(found)\n",
        "from split_settings.tools import include, optional\n"
        'include("base.py", optional("local.py"))\n',
    ],
)
def test_settings_that_other_modules_hand_on(tmp_path: Path, settings: str) -> None:
    write(
        tmp_path,
        ("manage.py", MANAGE),
        ("site_settings.py", settings),
        ("base.py", SETTINGS),
        ("urls.py", URLS),
    )
    assert [route.path for route in routes(tmp_path)] == ["/a/"]


@pytest.mark.parametrize("folder", ["", "src/"])
def test_a_package_beside_the_project_that_tries_it(tmp_path: Path, folder: str) -> None:
    urls = (
        'from django.urls import include, path\nurlpatterns = [path("p/", include("pack.urls"))]\n'
    )
    write(
        tmp_path,
        ("trial/manage.py", MANAGE),
        ("trial/site_settings.py", SETTINGS),
        ("trial/urls.py", urls),
        (f"{folder}pack/__init__.py", ""),
        (f"{folder}pack/urls.py", URLS),
    )
    assert [route.path for route in routes(tmp_path)] == ["/p/a/"]


@pytest.mark.parametrize(
    ("settings", "urls", "paths"),
    [
        (
            "import environ\nenv = environ.Env(PREFIX=(str, 'v1'))\nPREFIX = env('PREFIX')\n",
            'urlpatterns = [path(f"{settings.PREFIX}/a/", view)]\n',
            ["/v1/a/"],
        ),
        (
            "",
            'urlpatterns = [path("a/", view)]\n'
            'if hasattr(settings, "EXTRA"):\n    urlpatterns += settings.EXTRA\n'
            'if hasattr(settings, "DEBUG"):\n    urlpatterns += [path("b/", view)]\n'
            'if getattr(settings, "MORE", True):\n    urlpatterns += [path("c/", view)]\n',
            ["/a/", "/b/", "/c/"],
        ),
        *(
            (  # what each machine may have of its own
                f"{guard}{star}\n{end}",
                'urlpatterns = [path("a/", view)]\n'
                'if getattr(settings, "MORE", False):\n    urlpatterns += [path("b/", view)]\n'
                'if not getattr(settings, "LESS", False):\n    urlpatterns += [path("c/", view)]\n',
                ["/a/", "/b/ ?", "/c/"],
            )
            for guard, end in (
                ("try:\n    ", "except ImportError:\n    pass\n"),
                ("from contextlib import suppress\nwith suppress(ImportError):\n    ", ""),
            )
            for star in ("from local_settings import *",)
        ),
        (
            "from shop import configuration\n"
            'PREFIX = getattr(configuration, "PREFIX", "")\n'
            'EXTRA = getattr(configuration, "EXTRA", False)\n',
            'urlpatterns = [path(f"{settings.PREFIX}a/", view)]\n'
            'if settings.EXTRA:\n    urlpatterns += [path("b/", view)]\n',
            ["/a/", "/b/ ?"],
        ),
    ],
)
def test_what_settings_say(tmp_path: Path, settings: str, urls: str, paths: list[str]) -> None:
    head = "from django.conf import settings\nfrom django.urls import path\n"
    write(
        tmp_path,
        ("manage.py", MANAGE),
        ("site_settings.py", SETTINGS + settings),
        ("urls.py", head + urls),
        ("shop/__init__.py", ""),
    )
    found = [f"{route.path}{' ?' if route.is_optional else ''}" for route in routes(tmp_path)]
    assert found == paths

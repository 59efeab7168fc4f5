"""A backend's routes held against a contract."""

from pathlib import Path

import pytest

from fixer.backend import compare
from fixer.cli import main
from fixer.contract.model import Contract, In, Kind, Location, Operation, Parameter, Schema
from fixer.rule import builtin_rules, load_rules
from tests.contract.django.tools import backend
from tests.igny8 import BACKEND, CONTRACT

APP = """
from django.urls import path
from rest_framework.generics import RetrieveAPIView
class One(RetrieveAPIView): ...
urlpatterns = [
    path("items/<int:pk>/", One.as_view()),
    path("more", One.as_view()),
]
"""
URLS = 'from django.urls import include, path\nurlpatterns = [path("v1/", include("app.urls"))]\n'
ID = Parameter("id", In.PATH, Schema(Kind.INTEGER))


RULES = [loaded for loaded in load_rules([builtin_rules()]) if loaded.survey]


def findings(folder: Path, *operations: str, mount: str | None = None) -> list[str]:
    """`unregistered-route app/urls.py "marked text": message` for each finding."""
    read = backend(folder, {"urls.py": URLS, "app/urls.py": APP})
    made = [Operation(*name.split(), location=Location("api.md", 3)) for name in operations]
    comparison = compare(read, Contract("api.md", tuple(made)), mount)
    found = [finding for rule in RULES if rule.survey for finding in rule.survey(comparison)]
    return [
        f"{one.rule} {one.path.relative_to(folder)} "
        f'"{one.path.read_bytes()[one.span.start : one.span.end].decode()}": {one.message}'
        for one in found
    ]


SERVED = ("GET /v1/items/{id}/", "GET /v1/more")


def test_what_is_served_is_right(tmp_path: Path) -> None:
    assert findings(tmp_path, *SERVED) == []


def test_a_route_that_is_missing_belongs_where_its_neighbours_are(tmp_path: Path) -> None:
    assert findings(tmp_path, *SERVED, "GET /v1/items/") == [
        'unregistered-route app/urls.py "urlpatterns": '
        "GET /v1/items/ answers 404: the route is not registered"
    ]


def test_a_route_without_neighbours_belongs_to_the_root(tmp_path: Path) -> None:
    assert findings(tmp_path, *SERVED, "GET /v2/items/") == [
        'unregistered-route urls.py "urlpatterns": '
        "GET /v2/items/ answers 404: the route is not registered"
    ]


def test_a_method_that_is_not_answered(tmp_path: Path) -> None:
    assert findings(tmp_path, *SERVED, "PATCH /v1/items/{id}/") == [
        'unregistered-route app/urls.py "path("items/<int:pk>/", One.as_view()),": '
        "PATCH /v1/items/{id}/ is not served: /v1/items/{pk}/ answers GET"
    ]


def test_a_slash_that_differs(tmp_path: Path) -> None:
    assert findings(tmp_path, *SERVED, "GET /v1/more/") == [
        'unregistered-route app/urls.py "path("more", One.as_view()),": '
        "GET /v1/more/ is not served: the route is /v1/more"
    ]


def test_a_route_that_the_contract_does_not_know(tmp_path: Path) -> None:
    assert findings(tmp_path, "GET /v1/more") == [
        'undocumented-route app/urls.py "path("items/<int:pk>/", One.as_view()),": '
        "GET /v1/items/{pk}/ is served by app.urls.One, and the contract doesn't know it"
    ]


@pytest.mark.parametrize("mount", ["/v1", "/v1/", None])
def test_a_contract_that_begins_below_a_mount(tmp_path: Path, mount: str | None) -> None:
    paths = [name.replace("/v1", "") for name in SERVED]
    assert findings(tmp_path, *paths, mount=mount) == []


def test_the_settings_choose_rules_and_severities(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    backend(tmp_path, {"urls.py": URLS, "app/urls.py": APP})
    (tmp_path / "api.md").write_text("## Items\nEndpoint: GET /v1/items/\n")
    (tmp_path / "fixer.toml").write_text(
        'contract = "api.md"\nignore = ["undocumented-route"]\n'
        '[severity]\nunregistered-route = "warning"\n'
    )
    assert main(["backend", ".", "--output-format", "concise"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("app/urls.py:5:1: warning[unregistered-route] GET /v1/items/")


def test_the_igny8_backend_serves_its_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backend", str(BACKEND), "--contract", str(CONTRACT)]) == 0
    assert "14 of 14 endpoint(s)" in capsys.readouterr().out


def test_a_folder_without_django(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backend", str(tmp_path), "--contract", str(CONTRACT)]) == 2
    assert "a folder without a Django project" in capsys.readouterr().err

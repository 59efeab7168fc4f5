"""Scripts without imports, which find each other's functions by global names."""

from __future__ import annotations

from pathlib import Path

from tests.program.frontends import sent

APP = (
    "App.Api = {};\n"
    "App.Api.Get = function (path, done) {\n"
    "  var request = new XMLHttpRequest();\n"
    "  request.open('GET', address('/api/' + path), true);\n"
    "  request.send();\n"
    "};\n"
    "window.App.Api.Remove = function (path) { return send(address('/api/' + path), 'DELETE'); };\n"
)
HELPERS = (
    "address = function (path) { return App.base.replace(/\\/$/, '') + path; };\n"
    "function send(url, method) { return fetch(url, { method: method }); }\n"
)
PAGE = "App.Api.Get('users', show);\nApp.Api.Remove('users/' + id);\nsend('/api/teams', 'POST');\n"


def test_functions_under_global_names_send_where_they_are_called(tmp_path: Path) -> None:
    files = {"js/app.js": APP, "js/helpers.js": HELPERS, "views/page.js": PAGE}
    assert sent(tmp_path, files) == ["GET /api/users", "DELETE /api/users/{}", "POST /api/teams"]


def test_a_module_s_names_are_its_own(tmp_path: Path) -> None:
    files = {
        "js/helpers.js": HELPERS + "export default send;\n",
        "views/page.js": "send('/api/teams', 'POST');\n",
    }
    assert "POST /api/teams" not in sent(tmp_path, files)

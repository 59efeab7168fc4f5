"""Bases that are said of a client after it is made: defaults, interceptors, bound methods."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.frontends import sent

AXIOS = "import axios from 'axios'\n"
API = AXIOS + "const api = axios.create()\n"


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("api.defaults.baseURL = '/v1'", "/v1/users"),
        ("axios.defaults.baseURL = '/v1'", "/v1/users"),
        ("axios.create().defaults.baseURL = '/v1'", "/users"),
        (
            "api.interceptors.request.use((config) => { config.baseURL = '/v1'; return config })",
            "/v1/users",
        ),
        (
            "api.interceptors.request.use(async (c) => ({ ...c, baseURL: `/v1` }))",
            "/v1/users",
        ),
        (
            "axios.create().interceptors.request.use((c) => { c.baseURL = '/v1'; return c })",
            "/users",
        ),
        ("api.interceptors.request.use((c) => { c.headers.a = 1; return c })", "/users"),
    ],
)
def test_the_base_that_is_said_later(tmp_path: Path, said: str, path: str) -> None:
    assert sent(tmp_path, {"a.ts": f"{API}{said}\napi.get('/users')\n"}) == [f"GET {path}"]


def test_an_interceptor_sees_the_base_that_there_is(tmp_path: Path) -> None:
    text = (
        f"{AXIOS}const api = axios.create({{ baseURL: '/own' }})\n"
        "api.interceptors.request.use((config) => {\n"
        "  if (!config.baseURL) config.baseURL = '/v1'\n"
        "  return config\n"
        "})\n"
        "api.get('/users')\n"
    )
    assert sent(tmp_path, {"a.ts": text}) == ["GET /own/users"]


def test_instances_of_one_factory_keep_their_own_bases(tmp_path: Path) -> None:
    text = (
        f"{AXIOS}const make = (base) => axios.create({{ baseURL: base }})\n"
        "const one = make('/one'), two = make('/two')\n"
        "one.get('/users'); two.get('/users')\n"
    )
    assert sent(tmp_path, {"a.ts": text}) == ["GET /one/users", "GET /two/users"]


def test_methods_that_are_bound_and_given_to_a_function(tmp_path: Path) -> None:
    files = {
        "http.js": (
            f"{API}function http() {{}}\nhttp.get = api.get.bind(api)\nexport default http\n"
        ),
        "store.js": "import http from './http'\nhttp\n  .get('/users')\n  .then(show)\n",
    }
    assert sent(tmp_path, files) == ["GET /users"]


def test_a_url_of_another_scheme_is_no_request(tmp_path: Path) -> None:
    text = "window.location.href = 'myapp://verify'; window.open('vscode://file/a')\n"
    assert sent(tmp_path, {"a.ts": text}) == []

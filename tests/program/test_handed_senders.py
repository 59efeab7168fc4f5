"""A client that is handed to a function which returns one that sends by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.frontends import sent

CLIENT = "import ky from 'ky';\nconst client = ky.create({ prefixUrl: '/api' });\n"


@pytest.mark.parametrize(
    "made",
    [
        "const signed = (send) => async (path, options) => await send(path, options);",
        "function signed(send) { return async function (path) { return send(path); }; }",
        "const signed = (send) => { return (path) => { try { return send(path); } catch {} }; };",
    ],
)
@pytest.mark.parametrize(
    "use",
    [
        "const ask = signed(client);\nexport const rows = () => ask('rows');",
        "export const rows = () => signed(client)('rows');",
        "const ask = signed(ky.create({ prefixUrl: '/api' }));\n"
        "export const rows = () => ask('rows');",
        "const ask = async (path) => await signed(client)(path);\n"
        "export const rows = () => ask('rows');",
    ],
)
def test_what_is_returned_sends_by_the_client(tmp_path: Path, made: str, use: str) -> None:
    assert sent(tmp_path, {"a.ts": f"{CLIENT}{made}\n{use}\n"}) == ["GET /api/rows"]


@pytest.mark.parametrize(
    "use",
    [
        "const ask = signed(plain);\nexport const rows = () => ask('rows');",
        "export const rows = () => signed(plain)('rows');",
    ],
)
def test_so_does_a_function_of_ones_own(tmp_path: Path, use: str) -> None:
    made = "const signed = (send) => async (path) => await send(path);"
    plain = "const plain = (path) => client.get(path);"
    assert sent(tmp_path, {"a.ts": f"{CLIENT}{plain}\n{made}\n{use}\n"}) == ["GET /api/rows"]


@pytest.mark.parametrize(
    "base",
    [
        "signed(base)",
        "signed(fetchBaseQuery({ baseUrl: '/api' }))",
        "async (request, api, extra) => await signed(base)(request, api, extra)",
        "async (request, api, extra) => timed({ name: 'x' }, async () => {"
        " const result = await signed(base)(request, api, extra);"
        " return result.error ? { error: 1 } : result; })",
    ],
)
def test_the_base_query_of_an_api(tmp_path: Path, base: str) -> None:
    files = {
        "api.ts": "import { createApi, fetchBaseQuery, retry }"
        " from '@reduxjs/toolkit/query/react';\n"
        "import { timed } from 'timing';\n"
        "const base = retry(fetchBaseQuery({ baseUrl: '/api' }), { maxRetries: 2 });\n"
        "const signed = (query) => async (request, api, extra) => {\n"
        "  const result = await query(request, api, extra);\n"
        "  return result.error ? result : { ...result };\n"
        "};\n"
        f"export const api = createApi({{ baseQuery: {base}, endpoints: () => ({{}}) }});\n",
        "rows.ts": "import { api } from './api';\n"
        "export const rows = api.injectEndpoints({ endpoints: (build) => ({\n"
        "  getRows: build.query({ query: () => 'rows' }) }) });\n",
    }
    assert sent(tmp_path, files) == ["GET /api/rows"]

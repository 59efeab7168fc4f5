"""What an interceptor hands on for a request of the contract, where it may be the answer itself."""

from __future__ import annotations

from pathlib import Path
from warnings import catch_warnings, simplefilter

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import rewritten, unchanged

RENAMES = load_rule(builtin_rules() / "legacy_field.py")
CONTRACT = """
openapi: 3.1.0
info: { title: t, version: "1" }
paths:
  /rows:
    get:
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                type: object
                required: [code, data]
                properties:
                  code: { type: integer }
                  id: { type: integer }
                  data: { type: array, items: { $ref: "#/components/schemas/Row" } }
components:
  schemas:
    Row:
      type: object
      required: [id, title]
      properties: { id: { type: integer }, title: { type: string, x-renamed-from: name } }
"""
ONE = CONTRACT[CONTRACT.index("  /rows:") : CONTRACT.index("components:")].replace(
    "/rows", "/rows/{which}"
)
SOURCE = """import axios from 'axios';
const client = axios.create();
client.interceptors.response.use((response) => { INTERCEPTOR });
interface Row { id: number; name: string }
export async function show(): Promise<string> {
  const answer: any = await client.get('/rows');
  const rows: Row[] = answer.data;
  return rows[0].name;
}
"""
HANDS_ON = [
    "if (response.headers['content-type'].startsWith('application/')) return response.data;"
    " return response;",
    "if (response.config.responseType === 'blob') return response; return response.data;",
    "if (response.request.responseType !== 'blob') { return response.data } return response;",
    "const isFile = response.config?.responseType === 'arraybuffer';"
    " return isFile ? response : response.data;",
    "if (['blob', 'stream'].includes(response.config.responseType)) return response;"
    " return response.data;",
    "const { code } = response.data; if (code === 0) return response.data;"
    " if (response.data instanceof ArrayBuffer) return response; return Promise.reject(code);",
    "if (response.headers['content-disposition']) return response; return response.data;",
    "if (response.headers['content-type'].includes('application/json')) return response.data;"
    " return response;",
    "if (response.status === 204) return response; return response.data;",
    "if (response.config.url.startsWith('/maps')) return response; return response.data;",
    "if (response.config.url.match(/^\\/maps\\/\\d+\\.json$/)) return response;"
    " return response.data;",
    "if (response.headers['content-type'].indexOf('application/json') === -1) return response;"
    " return response.data;",
    "if (response.headers['content-type'].indexOf('octet-stream') > -1) return response;"
    " return response.data;",
    "let kind = response.headers['content-type'] || response.headers['Content-Type'] || '';"
    " if (kind.toLowerCase().includes('octet-stream')) return response; return response.data;",
    "const { headers } = response; const kind = headers.get('content-type');"
    " if (kind && kind.includes('octet-stream')) return response; return response.data;",
    "const { config: asked } = response;"
    " if (asked.responseType === 'blob') return response; return response.data;",
    "if (response.status === 201) return response; return response.data;",
    "if (response.status >= 200 && response.status < 300) return response.data; return response;",
    "return response.data || response;",
    "return response.data ?? response;",
    "if (response.data) return response.data; return response;",
    "if (typeof response.data === 'string') return response; return response.data;",
    "const { code } = response.data; if (code === undefined) return response;"
    " return response.data;",
    "return 'code' in response.data ? response.data : response;",
    # Only what is no success is handed on as it is.
    "return response.data.code === 0 ? response.data : response;",
    "if (response.data.code !== 200) return response; return response.data;",
    "if (response.data.code === ResultEnum.SUCCESS) return response.data; return response;",
    "if (!(response.data.code === 0 && response.config.responseType === 'blob'))"
    " { return response.data } else { return response }",
]
EITHER = [
    "if (response.config.responseType === 'json') return response; return response.data;",
    "if (response.data.code === 0 || response.config.responseType === 'blob') return response;"
    " return response.data;",
    "if (response.config.url.includes('rows')) return response; return response.data;",
    "if (response.config.url.match(/rows$/)) return response; return response.data;",
    "if (response.headers['x-kind'].indexOf('json') === -1) return response; return response.data;",
    "let kind = response.headers['content-type']; if (retried) kind = 'text/plain';"
    " if (kind.includes('application/json')) return response.data; return response;",
    "const kind = response.headers['content-type'] || response.headers['x-kind'];"
    " if (kind.includes('application/json')) return response.data; return response;",
    "const { kind = 'x' } = response.data; if (kind) return response; return response.data;",
    # Which code hands on the answer itself is not supposed, nor what `1` stands for.
    "return response.data.code === 0 ? response : response.data;",
    "return response.data.code === 1 ? response.data : response;",
    "return response.data.id === 0 ? response.data : response;",
    "return response.data.more ? response.data : response;",
    # What a body, a request or the server's configuration says is another thing.
    "if (response.data.status === 204) return response; return response.data;",
    "const body = response.data; if (body.status === 304) return response; return body;",
    "const { status } = response.data; if (status === 204) return response; return response.data;",
    "if (response.config.headers['Content-Type'] === 'text/plain') return response;"
    " return response.data;",
    "if (response.headers['content-type'].includes('charset')) return response;"
    " return response.data;",
    "if (response.headers['content-type'].includes('utf-8')) return response;"
    " return response.data;",
]


@pytest.mark.parametrize("interceptor", HANDS_ON)
def test_what_is_for_files_or_other_urls_is_left_out(tmp_path: Path, interceptor: str) -> None:
    source = SOURCE.replace("INTERCEPTOR", interceptor)
    after = rewritten(tmp_path, {"contract.yaml": CONTRACT, "a.ts": source}, RENAMES)
    renamed = source.replace("id: number; name", "id: number; title")
    assert after["a.ts"] == renamed.replace("[0].name", "[0].title")


@pytest.mark.parametrize(
    "sent", ["responseType", "responseType: options.responseType", "responseType: kind"]
)
def test_a_wrapper_that_hands_on_the_kind_of_answer(tmp_path: Path, sent: str) -> None:
    wrapper = (
        "const ask = (options: any) => {\n"
        "  const { url, responseType } = options; const kind = responseType;\n"
        f"  return client({{ url, {sent} }});\n}};\n"
    )
    interceptor = "return response.config.responseType === 'blob' ? response : response.data;"
    source = SOURCE.replace("INTERCEPTOR", interceptor)
    source = source.replace("interface", f"{wrapper}interface")
    source = source.replace("client.get('/rows')", "ask({ url: '/rows' })")
    files = {"contract.yaml": CONTRACT, "a.ts": source}
    assert "id: number; title" in rewritten(tmp_path, files, RENAMES)["a.ts"]
    files["a.ts"] = source.replace("'/rows' }", "'/rows', responseType: 'blob' }")
    unchanged(tmp_path, files, RENAMES)
    files["a.ts"] = source.replace(sent, "responseType: url ? 'blob' : kind")
    unchanged(tmp_path, files, RENAMES)


def test_what_is_made_has_another_status(tmp_path: Path) -> None:
    interceptor = "return response.status === 200 ? response.data : response;"
    source = SOURCE.replace("INTERCEPTOR", interceptor).replace("client.get", "client.post")
    contract = CONTRACT.replace("    get:", "    post:")
    unchanged(tmp_path, {"contract.yaml": contract, "a.ts": source}, RENAMES)


@pytest.mark.parametrize("interceptor", EITHER)
def test_nothing_is_known_where_it_may_be_either(tmp_path: Path, interceptor: str) -> None:
    source = SOURCE.replace("INTERCEPTOR", interceptor)
    unchanged(tmp_path, {"contract.yaml": CONTRACT, "a.ts": source}, RENAMES)


@pytest.mark.parametrize(
    ("asked", "condition"),
    [
        ("'/rows?raw=1'", "response.config.url.includes('raw=1')"),
        ("'/rows?raw=1'", "response.config.url.endsWith('raw=1')"),
        ("'/rows?raw=1'", "response.config.url.match(/raw=\\d/)"),
        ("`/rows/${which}`", "response.config.url.match(/^\\/rows\\/[a-z-]+$/)"),
        ("'/rows', { responseType: 'blob' }", "response.config.responseType === 'blob'"),
        ("'/rows', { responseType }", "['blob'].includes(response.config.responseType)"),
    ],
)
def test_nor_where_the_request_may_be_such_a_one(
    tmp_path: Path, asked: str, condition: str
) -> None:
    source = SOURCE.replace("'/rows'", asked).replace(
        "INTERCEPTOR", f"if ({condition}) return response; return response.data;"
    )
    contract = CONTRACT.replace("components:", ONE + "components:")
    unchanged(tmp_path, {"contract.yaml": contract, "a.ts": source}, RENAMES)


@pytest.mark.parametrize(
    "condition",
    [
        "response.config.url.match(/^\\/rows/)",  # of the URL without the client's base
        "/^\\/rows$/.test(response.config.url)",
        "/^rows$/.test(response.config.url)",  # as a client that adds the slash is asked
        "/^\\/api/.test(response.config.url)",
        "/^(\\/?\\w+)+!$/.test(response.config.url)",  # would take a time exponential in it
    ],
)
def test_a_pattern_may_be_of_a_url_without_its_base(tmp_path: Path, condition: str) -> None:
    interceptor = f"if ({condition}) return response; return response.data;"
    source = SOURCE.replace("INTERCEPTOR", interceptor).replace("create()", "create(BASE)")
    source = source.replace("BASE", "{ baseURL: '/api' }")
    contract = CONTRACT.replace("  /rows:", "  /api/rows:")
    unchanged(tmp_path, {"contract.yaml": contract, "a.ts": source}, RENAMES)


def test_a_pattern_that_python_warns_of_is_read_without_a_word(tmp_path: Path) -> None:
    interceptor = "if (/[[\\]]/.test(response.config.url)) return response; return response.data;"
    files = {"contract.yaml": CONTRACT, "a.ts": SOURCE.replace("INTERCEPTOR", interceptor)}
    with catch_warnings(record=True) as said:
        simplefilter("always")
        rewritten(tmp_path, files, RENAMES)
    assert not said


FLAG = "if (response.config.isRaw) return response; return response.data;"
RAW = "export const raw = () => client.get('/maps', { isRaw: true });\n"


@pytest.mark.parametrize(
    "interceptor",
    [
        FLAG,
        "return response.config.isRaw === true ? response : response.data;",
        "const { config } = response; return !config.isRaw ? response.data : response;",
        "const { isRaw } = response.config; return isRaw ? response : response.data;",
    ],
)
def test_an_option_of_other_requests_alone(tmp_path: Path, interceptor: str) -> None:
    source = SOURCE.replace("INTERCEPTOR", interceptor) + RAW
    after = rewritten(tmp_path, {"contract.yaml": CONTRACT, "a.ts": source}, RENAMES)
    renamed = source.replace("id: number; name", "id: number; title")
    assert after["a.ts"] == renamed.replace("[0].name", "[0].title")


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("const client = axios.create();", "const client = axios.create({ isRaw: true });"),
        ("interface Row", "client.defaults.isRaw = true;\ninterface Row"),
        ("interface Row", "const options = { isRaw: true };\ninterface Row"),
        ("'/rows')", "'/rows', { isRaw: true })"),
        ("async function show()", "async function show(isRaw = true)"),
        (RAW, ""),
    ],
    ids=["the client has it", "by default", "in a variable", "itself", "a parameter", "nobody"],
)
def test_an_option_that_a_request_may_have(tmp_path: Path, was: str, now: str) -> None:
    source = (SOURCE.replace("INTERCEPTOR", FLAG) + RAW).replace(was, now)
    unchanged(tmp_path, {"contract.yaml": CONTRACT, "a.ts": source}, RENAMES)


def test_an_option_that_a_wrapper_has(tmp_path: Path) -> None:
    wrapper = "const ask = (url: string) => client.get(url, { isRaw: true });\ninterface Row"
    source = SOURCE.replace("INTERCEPTOR", FLAG).replace("interface Row", wrapper)
    source = source.replace("client.get('/rows')", "ask('/rows')")
    unchanged(tmp_path, {"contract.yaml": CONTRACT, "a.ts": source}, RENAMES)


MAPPED = "{ data: response.data.data.map((row: any) => ({ id: row.id, name: row.title })) }"


@pytest.mark.parametrize(
    "interceptor",
    [
        f"if (!response.config.isRaw) return {MAPPED}; return response.data;",
        f"if (response.config.isRaw === undefined) return {MAPPED}; return response.data;",
        f"if (typeof response.data === 'object') return {MAPPED}; return response.data;",
        f"return response.config.responseType === 'blob' ? response.data : {MAPPED};",
    ],
)
def test_what_is_made_of_the_answer_keeps_its_name(tmp_path: Path, interceptor: str) -> None:
    source = SOURCE.replace("INTERCEPTOR", interceptor) + RAW
    unchanged(tmp_path, {"contract.yaml": CONTRACT, "a.ts": source}, RENAMES)


@pytest.mark.parametrize(
    ("listed", "code"), [("integer, enum: [1]", "0"), ("string, enum: [A]", "'ok'")]
)
def test_no_answer_has_a_code_that_the_contract_does_not_list(
    tmp_path: Path, listed: str, code: str
) -> None:
    interceptor = f"return response.data.code === {code} ? response : response.data;"
    contract = CONTRACT.replace("code: { type: integer", "code: { type: " + listed)
    source = SOURCE.replace("INTERCEPTOR", interceptor)
    unchanged(tmp_path, {"contract.yaml": CONTRACT, "a.ts": source}, RENAMES)
    after = rewritten(tmp_path, {"contract.yaml": contract, "a.ts": source}, RENAMES)
    renamed = source.replace("id: number; name", "id: number; title")
    assert after["a.ts"] == renamed.replace("[0].name", "[0].title")

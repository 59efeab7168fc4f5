"""A variable that a question decides, where the same question was answered."""

from pathlib import Path

import pytest

from tests.program.frontends import calls, sent

HEAD = "import axios from 'axios';\nexport async function save(id, body, more, again) {\n"
URL = "const url = id ? `/rows/${id}` : '/rows';\n"
ONE, ALL = "/rows/{}", "/rows"
EITHER = f"{ALL} | {ONE}"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("if (id) axios.put(url); else axios.post(url);", [f"PUT {ONE}", f"POST {ALL}"]),
        ("return !id ? axios.post(url) : axios.put(url);", [f"POST {ALL}", f"PUT {ONE}"]),
        ("if (id && more) { await axios.put(url); }", [f"PUT {ONE}"]),
        ("if (!id || more) return; axios.put(url);", [f"PUT {ONE}"]),
        ("if (id) { axios.put(url); return; }\naxios.post(url);", [f"PUT {ONE}", f"POST {ALL}"]),
        ("if (more) axios.get(url);", [f"GET {EITHER}"]),
        ("if (id || more) axios.put(url);", [f"PUT {EITHER}"]),
        ("id = more; if (id) axios.put(url);", [f"PUT {EITHER}"]),
        ("items.map((id) => (id ? axios.put(url) : 0));", [f"PUT {EITHER}"]),
    ],
)
def test_the_same_question(tmp_path: Path, code: str, expected: list[str]) -> None:
    assert sent(tmp_path, {"a.js": f"{HEAD}{URL}{code}\n}}"}) == expected


@pytest.mark.parametrize("question", ["id === null", "!this.row", "props.row?.id", "more > 1"])
def test_questions_of_other_forms(tmp_path: Path, question: str) -> None:
    code = (
        f"const url = {question} ? '/rows' : `/rows/${{again}}`;\n"
        f"if ({question}) axios.post(url); else axios.put(url);"
    )
    assert sent(tmp_path, {"a.js": f"{HEAD}{code}\n}}"}) == [f"POST {ALL}", f"PUT {ONE}"]


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("more = body.row.name; other.kind = 1;", [f"PUT {ONE}"]),
        ("await fill(body);", [f"PUT {EITHER}"]),
        ("other.id++;", [f"PUT {EITHER}"]),
        ("[other.row] = more;", [f"PUT {EITHER}"]),
        ("for (const it of more)", [f"PUT {EITHER}"]),
        ("return () => {", [f"PUT {EITHER}"]),
    ],
)
def test_members_may_be_others_once_something_ran(
    tmp_path: Path, between: str, expected: list[str]
) -> None:
    code = (
        "const url = body.row.id ? `/rows/${id}` : '/rows';\n"
        f"{between} if (body.row.id) axios.put(url);{'}' * between.count('{')}"
    )
    assert sent(tmp_path, {"a.js": f"{HEAD}{code}\n}}"}) == expected


def test_an_inequality_is_the_other_answer(tmp_path: Path) -> None:
    code = "const url = id === null ? '/rows' : `/rows/${id}`;\nif (id !== null) axios.put(url);"
    assert sent(tmp_path, {"a.js": f"{HEAD}{code}\n}}"}) == [f"PUT {ONE}"]


def test_what_a_call_answers_may_be_otherwise_later(tmp_path: Path) -> None:
    code = "const url = has() ? '/rows' : `/rows/${id}`;\nif (has()) axios.put(url);"
    assert sent(tmp_path, {"a.js": f"{HEAD}{code}\n}}"}) == [f"PUT {EITHER}"]


@pytest.mark.parametrize(
    "code",
    [
        "const send = id ? axios.put : axios.post; send('/rows');",
        "const send = id\n  ? axios.put\n  : axios.post\nsend('/rows')",
        "axios[id ? 'put' : 'post']('/rows');",
        "const verb = id ? 'put' : 'post'; axios[verb]('/rows');",
    ],
)
def test_a_function_of_a_client_that_is_chosen(tmp_path: Path, code: str) -> None:
    assert sent(tmp_path, {"a.js": f"{HEAD}{code}\n}}"}) == ["PUT/POST /rows"]


def test_a_tail_that_may_be_empty_is_none(tmp_path: Path) -> None:
    code = (
        "export const rows = (search: string) => fetch(`/rows/${search || ''}`);\n"
        "export const row = (id: string) => fetch(`/rows/${id || ''}/parts`);\n"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["GET /rows/ | /rows/{}", "GET /rows/{}/parts"]


@pytest.mark.parametrize(
    "code",
    [
        "(id ? one : other).get('/rows');",
        "const http = id ? one : other; http.get('/rows');",
        "const send = id ? one.get : other.get; send('/rows');",
    ],
)
def test_a_client_that_is_chosen(tmp_path: Path, code: str) -> None:
    clients = "const [one, other] = ['/one', '/other'].map((baseURL) => axios.create({ baseURL }));"
    assert sent(tmp_path, {"a.js": f"{HEAD}{clients}\n{code}\n}}"}) == [
        "GET /one/rows | /other/rows"
    ]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("`/x${more}` === '/y'", "/b"),
        ("more + '/x' === `${id}/y`", "/b"),
        ("more + 1 === 10", "/a | /b"),
        ("(' x' + more).trim() === `x${more}`", "/a | /b"),
    ],
)
def test_texts_that_begin_or_end_otherwise_are_not_equal(
    tmp_path: Path, question: str, expected: str
) -> None:
    code = f"axios.get({question} ? '/a' : '/b');"
    assert sent(tmp_path, {"a.js": f"{HEAD}{code}\n}}"}) == [f"GET {expected}"]


BY_NAME = """
import axios, { Method } from 'axios';
export const send = async <T>(given: { method: Method; url: string; body?: any }) => {
  const { method, url, body } = given;
  const verb = method.toLowerCase();
  return body
    ? verb === 'delete'
      ? axios.delete<T>(process.env.API_URL + url, { data: body })
      : axios[method]<T>(process.env.API_URL + url, body)
    : axios[verb](process.env.API_URL + url);
};
%s
"""


@pytest.mark.parametrize(
    ("called", "expected"),
    [
        ("send({ method: 'get', url: '/rows' });", ["GET /rows"]),
        ("send({ method: 'delete', url: '/rows', body: {} });", ["DELETE /rows"]),
        ("send({ method: 'patch', url: '/rows', body: { a: 1 } });", ["PATCH /rows"]),
        ("export const to = (method: Method) => send({ method, url: '/rows' });", ["? /rows"]),
        (
            "export const to = (method: 'put' | 'post') => send({ method, url: '/rows' });",
            ["PUT/POST /rows"],
        ),
    ],
)
def test_a_function_of_a_client_by_a_name_that_callers_give(
    tmp_path: Path, called: str, expected: list[str]
) -> None:
    assert sent(tmp_path, {"a.ts": BY_NAME % called}) == expected


@pytest.mark.parametrize("verb", ["'get' | 'post'", "string"])
def test_what_is_given_second_is_a_body_to_some_of_a_clients_functions_alone(
    tmp_path: Path, verb: str
) -> None:
    code = f"export const to = (verb: {verb}) => axios[verb]('/rows', {{ params: {{ a: 1 }} }});"
    (call,) = calls(tmp_path, {"a.ts": "import axios from 'axios';\n" + code})
    assert (call.bodies, [url.query for url in call.urls]) == ((), [()])


QUERY = "const p = new URLSearchParams();\np.set('q', again);\nconst qs = p.toString();\n"


@pytest.mark.parametrize(
    "choice",
    [
        "qs !== '' ? `?${qs}` : qs",
        "qs === '' ? qs : `?${qs}`",
        "qs ? '?' + qs : qs",
        "!qs ? qs : '?' + qs",
        "qs.length > 0 ? `?${qs}` : qs",
        "qs.length === 0 ? qs : `?${qs}`",
        "qs.length ? `?${qs}` : (qs)",
    ],
)
def test_a_branch_of_what_is_empty_adds_nothing(tmp_path: Path, choice: str) -> None:
    code = f"{QUERY}axios.get(`/rows${{{choice}}}`);"
    assert sent(tmp_path, {"a.js": f"{HEAD}{code}\n}}"}) == ["GET /rows"]


@pytest.mark.parametrize(
    "choice", ["more ? `?${qs}` : qs", "qs !== 'all' ? '?all' : qs", "qs > 1 ? '?more' : qs"]
)
def test_a_branch_of_what_may_be_filled_adds_it(tmp_path: Path, choice: str) -> None:
    code = f"const qs = String(id);\naxios.get(`/rows/${{{choice}}}`);"
    found = sent(tmp_path, {"a.js": f"{HEAD}{code}\n}}"})
    assert "/rows/{}" in found[0]

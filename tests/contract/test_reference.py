"""What a reference document says, as people write or paste it, is what the contract holds."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixer.contract.errors import ContractError
from fixer.contract.model import Contract, In, Kind, LegacyRoute, Operation, Schema
from fixer.contract.reference import read_reference
from fixer.contract.renames import renamings

ROOT = Path(__file__).parents[2]
PASTED = ROOT.parent / "shared/reference/correct-api-endpoints.txt"


def read(text: str) -> Contract:
    return read_reference(text, "api.md", markdown=True)


def operation(contract: Contract, wanted: str) -> Operation:
    return next(op for op in contract.operations if str(op) == wanted)


def igny8() -> Contract:
    text = (ROOT / "rules/igny8.md").read_text(encoding="utf-8")
    return read_reference(text, "rules/igny8.md", markdown=True)


def facts(contract: Contract) -> Contract:
    """The contract without the words that each document chooses for itself."""
    return replace(
        contract,
        source="",
        title="",
        operations=tuple(
            replace(op, summary="")
            for op in sorted(contract.operations, key=lambda op: (op.path, op.method))
        ),
        checklist=tuple(replace(item, text="") for item in contract.checklist),
    )


def test_own_markdown_and_the_pasted_text_state_the_same_contract() -> None:
    if not PASTED.exists():
        pytest.skip(f"needs the pasted reference at {PASTED}; ask the project's steering folder")
    pasted = read_reference(PASTED.read_text(encoding="utf-8"), PASTED.name, markdown=False)
    assert facts(igny8()) == facts(pasted)


def test_igny8_has_fourteen_operations_and_nine_checklist_items() -> None:
    contract = igny8()
    assert [str(op) for op in contract.operations] == [
        "GET /v1/billing/credits/balance/balance/",
        "GET /v1/billing/transactions/",
        "GET /v1/billing/credits/usage/",
        "GET /v1/billing/invoices/",
        "GET /v1/billing/payments/",
        "GET /v1/billing/payment-methods/",
        "GET /v1/billing/credit-packages/",
        "GET /v1/account/settings/",
        "PATCH /v1/account/settings/",
        "GET /v1/account/team/",
        "POST /v1/account/team/",
        "GET /v1/account/usage/analytics/",
        "DELETE /v1/account/team/{id}/",
        "POST /v1/billing/credit-packages/{id}/purchase/",
    ]
    assert len(contract.checklist) == 9
    assert contract.checklist[5].mentions == ("TeamManagementPage", "date_joined")


def test_igny8_envelope_is_around_every_response_and_fetch_api_unwraps_it() -> None:
    contract = igny8()
    assert (contract.envelope, contract.envelope_client) == ("data", "fetchAPI")
    invoices = operation(contract, "GET /v1/billing/invoices/")
    assert invoices.response is not None
    assert [p.name for p in invoices.response.properties] == ["success", "data"]
    payload = contract.payload(invoices)
    assert payload is not None
    assert [p.name for p in payload.properties] == ["results", "count"]


def test_igny8_legacy_names_belong_to_the_balance_alone() -> None:
    contract = igny8()
    balance = contract.payload(operation(contract, "GET /v1/billing/credits/balance/balance/"))
    assert balance is not None
    assert {p.name: p.legacy_names for p in balance.properties if p.legacy_names} == {
        "credits": ("balance",),
        "plan_credits_per_month": ("monthly_credits",),
    }
    assert [p.name for p in balance.properties if p.is_new] == [
        "credits_used_this_month",
        "credits_remaining",
    ]
    packages = contract.payload(operation(contract, "GET /v1/billing/credit-packages/"))
    assert packages is not None
    assert "WAS balance" not in str(packages)
    assert "'balance'" not in str(packages)


def test_igny8_types_come_from_the_examples() -> None:
    contract = igny8()
    analytics = operation(contract, "GET /v1/account/usage/analytics/")
    assert [(p.name, p.where, p.schema.kind) for p in analytics.parameters] == [
        ("days", In.QUERY, Kind.INTEGER)
    ]
    removal = operation(contract, "DELETE /v1/account/team/{id}/")
    assert [(p.name, p.where, p.schema.kind) for p in removal.parameters] == [
        ("id", In.PATH, Kind.INTEGER)
    ]
    team = contract.payload(operation(contract, "GET /v1/account/team/"))
    assert team is not None
    results = team.property("results")
    assert results is not None
    assert results.schema.items is not None
    joined = results.schema.items.property("date_joined")
    assert joined is not None
    assert (joined.required, joined.schema.format) == (False, "date-time")


def test_igny8_pages_name_their_functions_and_fields() -> None:
    pages = {page.name: page for page in igny8().pages}
    assert [len(page.uses) for page in pages.values()] == [3, 2, 3, 1, 3]
    fields = pages["AccountBillingPage"].fields
    assert [(f.variable, f.path, f.legacy_names, f.is_new) for f in fields] == [
        ("creditBalance", "credits", ("balance",), False),
        ("creditBalance", "plan_credits_per_month", ("monthly_credits",), False),
        ("creditBalance", "credits_used_this_month", (), True),
    ]
    usage = pages["UsageAnalyticsPage"].fields
    assert usage[2].members == ("date", "usage", "purchases", "net")


@pytest.mark.parametrize(
    "written",
    [
        "## GET /users/:id",
        "**Endpoint:** `GET /users/{id}`",
        "- `GET /users/{id}` – one user",
        "| Method | Path |\n|---|---|\n| GET | `/users/<id>` |",
        "**URL**: `/users/{id}`\n\n**Method**: `GET`",
        "## `/users/{id}`\n\n### GET",
        "```http\nGET /users/{id} HTTP/1.1\nHost: x\n```",
    ],
)
def test_an_endpoint_is_stated_in_many_ways(written: str) -> None:
    found = read(written).operations
    assert [str(op) for op in found] == ["GET /users/{id}"]
    assert [p.name for p in found[0].parameters] == ["id"]


def test_curl_states_an_endpoint_and_its_body() -> None:
    contract = read('```sh\ncurl -X PUT https://x.org/v1/me -d \'{"email": "a@b.org"}\'\n```\n')
    put = operation(contract, "PUT /v1/me")
    assert put.body is not None
    assert put.body.properties[0].schema == Schema(Kind.STRING, format="email")


def test_run_on_lists_are_cut_where_a_documented_path_ends() -> None:
    contract = read_reference(
        "Endpoint: GET /v1/as\nEndpoint: GET /v1/bs/\n"
        "getAs()→/v1/asgetBs(n)→/v1/bs/dropB(id)→DELETE /v1/bs/{id}/\n",
        "api.txt",
        markdown=False,
    )
    assert {op.function: str(op) for op in contract.operations} == {
        "getAs": "GET /v1/as",
        "getBs": "GET /v1/bs/",
        "dropB": "DELETE /v1/bs/{id}/",
    }


@pytest.mark.parametrize(
    "remark",
    [
        "`name` (was `title`)",
        "`name` (NOT `title`)",
        "`name`, not `title`",
        "`name` renamed from `title`",
        "`name` replaces `title`",
        "`title` is now `name`",
        "- **`title`** is now **`name`**",
        "- `title` has been renamed to `name`",
        "- Renamed the field `title` to `name`",
        "- `title` renamed `name`",
        "- `title` was replaced by `name`",
        "- `title` is called `name` now",
        "- `title` (now `name`)",
        "- The `title` field is now `name`",
        "- The `title` property was renamed to `name`",
        "- `title` → `name`",
        "- title -> name (for people)",
        "- Breaking: `id` → `key`, `title` → `name`",
        "- ~~`title`~~ `name`",
        "- `title`: removed, see `name`",
        "- `title` no longer exists; use `name`",
        "- Use `name`, `title` was removed",
        "- There is no `title` anymore: use `name`",
        "- NOT `title` but `name`",
        "- `name` used to be `title`",
        "- `name` is the new name of `title`",
        "- replace `title` with `name`",
        "- `name`: string, was `title`",
        "- `name` (string) – renamed from `title`",
        "| Old | New |\n|---|---|\n| `title` | `name` |",
    ],
)
def test_a_field_renaming_is_stated_in_many_ways(remark: str) -> None:
    contract = read(f'## GET /x\n\n```json\n{{"name": "a"}}\n```\n\n## Renames\n\n{remark}\n')
    response = contract.operations[0].response
    assert response is not None
    assert response.properties[0].legacy_names == ("title",)


@pytest.mark.parametrize("label", ["", "Response:\n\n"])
@pytest.mark.parametrize(
    "remark", ["- `title`: removed, see `name`", "- **Breaking:** `title` is now `name`"]
)
def test_a_renaming_is_no_field_of_its_own(label: str, remark: str) -> None:
    contract = read(f'## GET /x\n\n{label}```json\n{{"name": "a"}}\n```\n\n{remark}\n')
    response = contract.operations[0].response
    assert response is not None
    assert [(p.name, p.legacy_names) for p in response.properties] == [("name", ("title",))]


@pytest.mark.parametrize(
    "remark",
    [
        "- `name`: draft → title → name",
        "- `state`: `title` → `name`",
        "- `title` → `name` of the owner",
        "- Use the `name`. The title is what it says",
        "- `meta.name` has what `title` had",
        "- `title` is now `meta.name`",
        "- The value is taken when the `title` becomes `name`",
        "- If there is no `title`, use `name`",
        "- Once `title` is gone, now `name` is free",
        "- `name` is shown. `title` is replaced by `name` when the user asks for it",
        "- `title` has been removed; use `name` to find the row",
        "- Use `id`, `title` is no longer available for guests",
        "- Replace `title` with `name` in the path",
        "- Renames title to name",
        "- The title gets renamed to `name`",
        "- Default: `title` -> `name`",
        "- `name`: string, not `title`",
        "- `name`: `a`, `b`, never the word, rather than `title`",
        "- `name`: string, instead of `title`",
        "- `name`: no longer `title` after a day",
        "- `name` – the sum, not the `title`",
    ],
)
def test_what_tells_of_no_renaming_renames_nothing(remark: str) -> None:
    contract = read(f'## GET /x\n\n```json\n{{"name": "a"}}\n```\n\n{remark}\n')
    response = contract.operations[0].response
    assert response is not None
    assert [p.legacy_names for p in response.properties] == [()]


def test_a_line_of_data_takes_no_time() -> None:
    begun = time.process_time()
    for line in ("a" * 3000, "`" * 3000, "a." * 1500, "a " * 1500, "/a" * 1500, "a -> " * 600):
        assert not list(renamings(line))
    assert time.process_time() - begun < 2


def test_a_diff_of_an_example_is_the_example_and_its_renamings() -> None:
    diff = '{\n-  "title": "a",\n+  "name": "a",\n   "id": 1\n }'
    contract = read(f"## GET /x\n\n```diff\n {diff}\n```\n")
    response = contract.operations[0].response
    assert response is not None
    assert [(p.name, p.legacy_names) for p in response.properties] == [
        ("name", ("title",)),
        ("id", ()),
    ]
    assert response.properties[0].location is not None
    assert response.properties[0].location.line == 6


def test_a_diff_of_endpoints_tells_of_a_move() -> None:
    contract = read("## GET /v2/x/\n\n```diff\n- GET /x/\n+ GET /v2/x/\n```\n")
    assert [op.legacy for op in contract.operations] == [(LegacyRoute("GET", "/x/"),)]


def test_lines_of_a_diff_that_are_not_as_many_rename_nothing() -> None:
    diff = '-  "title": "a",\n-  "slug": "a",\n+  "name": "a",'
    contract = read(f'## GET /x\n\n```json\n{{"name": "a"}}\n```\n\n```diff\n{diff}\n```\n')
    response = contract.operations[0].response
    assert response is not None
    assert [p.legacy_names for p in response.properties] == [()]


def test_a_renaming_below_an_endpoint_is_one_of_the_rows_of_its_list() -> None:
    contract = read('## GET /x\n\n```json\n[{"name": "a"}]\n```\n\n- `name` (NOT `title`)\n')
    response = contract.operations[0].response
    assert response is not None
    assert response.items is not None
    assert response.items.properties[0].legacy_names == ("title",)


@pytest.mark.parametrize(
    "prose",
    [
        "The name was not changed, the title was.",
        "It is the full name, not title and surname.",
        "A name (not necessarily unique) rather than a title.",
    ],
)
def test_prose_renames_nothing(prose: str) -> None:
    contract = read(
        f'## GET /x\n\n```json\n{{"name": "a"}} // in words, not title\n```\n\n{prose}\n'
    )
    response = contract.operations[0].response
    assert response is not None
    assert response.properties[0].legacy_names == ()


def test_a_comment_in_an_example_is_about_the_member_on_its_line() -> None:
    contract = read('## GET /x\n```json\n{\n "a": 1, // was b\n "c": null, // optional\n}\n```\n')
    response = contract.operations[0].response
    assert response is not None
    assert [(p.name, p.legacy_names, p.required) for p in response.properties] == [
        ("a", ("b",), True),
        ("c", (), False),
    ]


def test_a_legacy_path_is_kept_with_its_method() -> None:
    contract = read("- `POST /carts/` – new cart (renamed from `PUT /cart/new`)\n")
    assert contract.operations[0].legacy == (LegacyRoute("PUT", "/cart/new"),)


def test_the_first_of_several_examples_is_the_response() -> None:
    contract = read('## GET /x\n\n```json\n// found\n{"a": 1}\n// else\n{"detail": ""}\n```\n')
    response = contract.operations[0].response
    assert response is not None
    assert [p.name for p in response.properties] == ["a"]


@pytest.mark.parametrize(
    "text",
    [
        "[optional] pass a page",
        "{id} is the number",
        "```js\n{ method: 'GET', body: JSON.stringify(x) }\n```",
        "```\n{ run: () => 1 }\n```",
    ],
)
def test_what_only_looks_like_an_example_is_left_alone(text: str) -> None:
    assert read(f"## GET /x\n\n{text}\n").operations[0].response is None


def test_the_template_of_code_and_content() -> None:
    contract = read(
        """
* **URL:** `/users/{userId}`
* **Method:** `GET` | `DELETE`
* **URL Params**
  * Required: `userId=[integer]`
* **Success Response:**
  * **Code:** 200
  * **Content:** `{ "id": 12 }`
* **Error Response:**
  * **Code:** 404 NOT FOUND
  * **Content:** `{ "error": "User doesn't exist" }`
"""
    )
    assert [str(op) for op in contract.operations] == [
        "GET /users/{userId}",
        "DELETE /users/{userId}",
    ]
    for op in contract.operations:
        assert op.parameters[0].schema.kind is Kind.INTEGER
        assert op.response is not None
        assert [p.name for p in op.response.properties] == ["id"]


def test_a_label_in_html() -> None:
    contract = read(
        "## POST /x\n\n<details><summary>Response</summary>\n\n```json\n{}\n```\n\n</details>\n"
    )
    assert contract.operations[0].response is not None


def test_a_note_outside_of_the_sections_that_have_the_field_is_about_all_that_do() -> None:
    contract = read_reference(
        'GET /x\nReturns:\n{"currency": "EUR"}\nPOST /y\nRenamed\ncurrency (was curr)\n',
        "api.txt",
        markdown=False,
    )
    response = contract.operations[0].response
    assert response is not None
    assert response.properties[0].legacy_names == ("curr",)


def test_an_error_example_is_not_the_response() -> None:
    contract = read('## GET /x\n\n### Error response\n\n```json\n{"detail": "no"}\n```\n')
    assert contract.operations[0].response is None


def test_an_endpoint_without_an_example_has_no_response() -> None:
    assert read("## GET /x\n").operations[0].response is None


def test_a_partial_update_may_send_any_part_of_its_example() -> None:
    contract = read('## PATCH /x\n\nBody:\n\n```json\n{"a": 1}\n```\n')
    body = contract.operations[0].body
    assert body is not None
    assert [p.required for p in body.properties] == [False]


def test_base_url_gives_the_prefix_unless_paths_bear_it() -> None:
    assert read("Base URL: `https://x.org/api`\n\n- `GET /users`\n").prefixes == ("/api",)
    assert read("Base URL: `https://x.org/api`\n\n- `GET /api/users`\n").prefixes == ("",)
    assert read("Base URL: `https://x.org/api`\n\n- `GET /users`\n").hosts == ("x.org",)


FRAGMENTS = st.sampled_from(
    [
        "# A",
        "## GET /x/:id",
        "Endpoint: POST /y/",
        "- `GET /z?a=1` - z",
        "Returns:",
        "Body:",
        "{",
        '{"a": [1, null], "b": "c"}',
        "}",
        "[",
        "```json",
        "```",
        "| Method | Path |",
        "|---|---|",
        "| GET | `/t` |",
        "| Field | Type |",
        "| a | int |",
        "XPage.tsx",
        "x.a // NOT b",
        "- [ ] Do a",
        "getX(a)→/x/getY()→POST /y/",
        "`a` (was `c`)",
        "Query Params: ?q=1",
        "CHECKLIST OF IT",
        "- a\n  b",
        "/old → /x/{id}",
        "curl -X PUT https://h/x/1 -d '{'",
        "",
        " ",
        "Base URL: http://[",
        "<int:id>",
        "{ ... }",
    ]
)


@given(st.lists(FRAGMENTS, max_size=14), st.booleans())
def test_any_document_is_read_or_refused_in_one_line(lines: list[str], markdown: bool) -> None:
    try:
        contract = read_reference("\n".join(lines), "api", markdown=markdown)
    except ContractError as error:
        message = error.message
        assert "\n" not in message
    else:
        assert contract.operations


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("# Nothing\n\nhere\n", 0, "no endpoint found"),
        ('## GET /x\n\n```json\n{\n "a": 1\n "b": 2\n}\n```\n', 6, "broken JSON example"),
        ('Endpoint: GET /x/\nReturns:\n{\n"a": 1,\n"b"\n}\n', 6, "broken JSON example"),
        (
            '## GET /x\n```json\n{"a": 1}\n```\n## GET /x\n```json\n{"a": "s"}\n```\n',
            5,
            "GET /x returns another shape here than at api.md:1",
        ),
        ("- getA() → /a/\n- getA() → /b/\n", 2, "getA() leads to GET /b/ here"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(ContractError) as caught:
        read(text)
    assert message in caught.value.message
    assert caught.value.location.line == line


SHOWN = """# API

## Task
Endpoint: GET /v1/task/

{first}

## Task, again
Endpoint: GET /v1/task/

{second}
"""


@pytest.mark.parametrize("words", ["Returns", "Returns a task:", "→", "The response is"])
def test_an_example_within_a_sentence_says_the_shape(words: str) -> None:
    text = SHOWN.format(first=f'{words} `{{"title": "a"}}`.', second="As above.")
    (operation,) = read(text).operations
    assert operation.response is not None
    assert [p.name for p in operation.response.properties] == ["title"]


def test_what_a_sentence_says_of_a_failure_is_not_the_response() -> None:
    text = SHOWN.format(first='Returns 404 `{"detail": "gone"}`.', second="As above.")
    (operation,) = read(text).operations
    assert operation.response is None


@pytest.mark.parametrize("shape", ['Returns `{"title": %s}`', '```json\n{"title": %s}\n```'])
def test_shapes_that_contradict_are_refused_however_they_are_written(shape: str) -> None:
    text = SHOWN.format(first=shape % "1", second=shape % '"a"')
    with pytest.raises(ContractError, match="GET /v1/task/ returns another shape here"):
        read(text)


def test_names_without_values_are_a_shape_behind_a_label() -> None:
    contract = read(
        "## Endpoint: GET /x/\n\nReturns: `{ credits, plan: { name, price? }, ... }`\n\n"
        "## Endpoint: GET /y/\n\n```ts\n{ credits, currency }\n```\n"
    )
    named, code = (op.response for op in contract.operations)
    assert named is not None
    assert named.loose
    assert [p.name for p in named.properties] == ["credits", "plan"]
    assert [(p.name, p.required) for p in named.properties[1].schema.properties] == [
        ("name", True),
        ("price", False),
    ]
    assert code is None

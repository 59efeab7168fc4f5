"""OpenAPI documents say the same to the contract in every way of writing them."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fixer.contract.errors import ContractError
from fixer.contract.match import Routes
from fixer.contract.model import (
    ANY,
    Contract,
    In,
    Kind,
    LegacyRoute,
    PageField,
    PageUse,
    Property,
    Schema,
)
from fixer.contract.openapi import read_openapi, yamlvalues

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
STRING = Schema(Kind.STRING)


def read(body: str, **files: str) -> Contract:
    def text_of(path: Path) -> str:
        try:
            return files[path.stem]
        except KeyError:
            raise FileNotFoundError(path) from None

    text = HEAD + dedent(body)
    return read_openapi(text, "api.yaml", path=Path("/specs/api.yaml"), read=text_of)


def schema(written: str, components: str = "{}", **files: str) -> Schema:
    """The schema of one response, written in flow style."""
    contract = read(
        f"paths:\n  /x:\n    get:\n      responses:\n        '200':\n          description: ok\n"
        f"          content: {{application/json: {{schema: {written}}}}}\n"
        f"components:\n  schemas: {components}\n",
        **files,
    )
    response = contract.operations[0].response
    assert response is not None
    return contract.resolve(response)


@pytest.mark.parametrize(
    "written",
    [
        "{type: string, nullable: true}",
        "{type: [string, 'null']}",
        "{anyOf: [{type: string}, {type: 'null'}]}",
        "{oneOf: [{type: string}, {enum: [null]}]}",
        "{allOf: [{type: string}], nullable: true}",
    ],
)
def test_null_is_allowed_in_many_ways(written: str) -> None:
    assert schema(written) == Schema(Kind.STRING, nullable=True)


def test_all_of_is_one_object_whose_parts_share_their_required_lists() -> None:
    merged = schema(
        "{allOf: [{$ref: '#/components/schemas/Base'}, {properties: {b: {type: integer}}}],"
        " required: [a]}",
        "{Base: {type: object, properties: {a: {type: string}}}}",
    )
    assert [(p.name, p.required) for p in merged.properties] == [("a", True), ("b", False)]


def test_all_paths_may_stand_in_another_file() -> None:
    item = "get: {responses: {'204': {description: ok}}}"
    files = {
        "paths": f"/rows:\n  $ref: './row.yaml'\n/users:\n  {item}\n",
        "row": item,
    }
    found = read("paths:\n  $ref: './paths.yaml'\n", **files)
    assert [str(it) for it in found.operations] == ["GET /rows", "GET /users"]


BASE = "{Base: {type: object, properties: {id: {type: string}}}, Many: {type: array, items: {}}}"
REF = "{$ref: '#/components/schemas/Base'}"


@pytest.mark.parametrize("parts", [REF, f"[{REF}]", f"[{REF}, {{properties: {{c: {{}}}}}}]"])
def test_all_of_written_among_the_properties_is_meant_beside_them(parts: str) -> None:
    found = schema(f"{{type: object, properties: {{allOf: {parts}, b: {{}}}}}}", BASE)
    assert [p.name for p in found.properties if p.name != "c"] == ["id", "b"]
    assert not found.loose


def test_one_of_written_among_the_properties_is_meant_beside_them() -> None:
    found = schema(f"{{type: object, properties: {{oneOf: [{REF}, {{type: 'null'}}]}}}}", BASE)
    assert [p.name for p in found.properties] == ["id"]


@pytest.mark.parametrize(
    "value", ["{type: array, items: {}}", "{$ref: '#/components/schemas/Many'}", "{type: boolean}"]
)
def test_a_property_may_be_called_all_of(value: str) -> None:
    found = schema(f"{{type: object, properties: {{allOf: {value}, b: {{}}}}}}", BASE)
    assert [p.name for p in found.properties] == ["allOf", "b"]


def test_alternatives_of_string_enums_are_one_enum() -> None:
    merged = schema(
        "{oneOf: [{$ref: '#/components/schemas/E'}, {enum: ['']}, {enum: [null]}]}",
        "{E: {type: string, enum: [a, b]}}",
    )
    assert merged == Schema(Kind.STRING, enum=("a", "b", ""), nullable=True)


def test_one_of_with_shared_properties_has_them_in_each_variant() -> None:
    merged = schema(
        "{properties: {id: {type: integer}},"
        " oneOf: [{type: object, properties: {a: {}}}, {type: object, properties: {b: {}}}]}"
    )
    assert [[p.name for p in v.properties] for v in merged.variants] == [["a", "id"], ["b", "id"]]


def test_any_of_that_only_requires_changes_nothing() -> None:
    merged = schema("{properties: {a: {}}, anyOf: [{required: [a]}, {required: [b]}]}")
    assert merged.kind is Kind.OBJECT


@pytest.mark.parametrize(
    ("written", "loose", "values"),
    [
        ("{type: object, properties: {a: {}}}", False, None),
        ("{type: object, properties: {a: {}}, additionalProperties: true}", True, None),
        ("{type: object}", True, None),
        ("{type: object, additionalProperties: false}", False, None),
        ("{type: object, additionalProperties: {type: string}}", False, STRING),
    ],
)
def test_additional_properties(written: str, loose: bool, values: Schema | None) -> None:
    read_schema = schema(written)
    assert (read_schema.loose, read_schema.values) == (loose, values)


def test_a_recursive_schema_refers_to_itself_by_name() -> None:
    contract = read(
        """
        paths: {/x: {get: {responses: {'200': {description: ok, content: {application/json:
          {schema: {$ref: '#/components/schemas/Node'}}}}}}}}
        components:
          schemas:
            Node:
              properties: {children: {type: array, items: {$ref: '#/components/schemas/Node'}}}
        """
    )
    children = contract.schemas["Node"].property("children")
    assert children is not None
    assert children.schema.items == Schema(Kind.REF, name="Node")


def test_all_of_in_a_circle_ends() -> None:
    circular = "{allOf: [{$ref: '#/components/schemas/A'}], properties: {a: {}}}"
    assert schema("{$ref: '#/components/schemas/A'}", "{A: " + circular + "}").kind is Kind.OBJECT


def test_a_reference_leads_into_another_file_and_on_from_there() -> None:
    there = "User: {properties: {team: {$ref: '#/Team'}}}\nTeam: {properties: {id: {}}}\n"
    user = schema("{$ref: './models.yaml#/User'}", models=there)
    assert [p.name for p in user.properties] == ["team"]
    assert user.properties[0].schema == Schema(Kind.REF, name="Team")


@pytest.mark.parametrize("ref", ["#/components/schemas/No", "no.yaml", "https://x.org/a.yaml"])
def test_a_reference_that_leads_nowhere_is_unverified(ref: str) -> None:
    assert schema(f"{{$ref: '{ref}'}}") == ANY


@pytest.mark.parametrize("ref", ["#/paths/no", "no.yaml", "https://x.org/a.yaml"])
def test_a_path_whose_reference_leads_nowhere_is_left_open(ref: str) -> None:
    item = f"{{$ref: '{ref}'}}"
    contract = read(f"paths:\n  /a: {item}\n  /b: {{get: {{responses: {{}}}}}}\n")
    assert [op.path for op in contract.operations] == ["/b"]
    routes = Routes(contract)
    assert (routes.open_at(("a",)), routes.open_at(("b",))) == ("/a", None)
    with pytest.raises(ContractError, match=r"the [$]ref of /a leads nowhere"):
        read(f"paths:\n  /a: {item}\n")


def test_property_flags_are_read_beside_and_behind_a_reference() -> None:
    read_schema = schema(
        "{required: [a], properties: {"
        "a: {allOf: [{$ref: '#/components/schemas/S'}], readOnly: true, x-renamed-from: old},"
        "b: {$ref: '#/components/schemas/S', deprecated: true}}}",
        "{S: {type: string, writeOnly: true}}",
    )
    first, second = read_schema.properties
    ref = Schema(Kind.REF, name="S")
    assert first == Property("a", ref, legacy_names=("old",), read_only=True)
    assert second == Property("b", ref, required=False, write_only=True, deprecated=True)


def test_parameters_of_path_item_and_operation_in_the_order_of_the_holes() -> None:
    contract = read(
        """
        paths:
          /a/{x}/b/{y}/{z}:
            parameters:
              - {name: y, in: path, required: true, schema: {type: integer}}
              - {$ref: '#/components/parameters/Page'}
            get:
              parameters:
                - {name: x, in: path, required: true, schema: {type: string, format: uuid}}
                - {name: page, in: query, schema: {type: string}}
                - {name: X-Trace, in: header, schema: {type: string}}
              responses: {'204': {description: none}}
        components:
          parameters:
            Page: {name: page, in: query, schema: {type: integer}}
        """
    )
    found = contract.operations[0]
    assert [(p.name, p.where, p.schema.kind, p.required) for p in found.parameters] == [
        ("x", In.PATH, Kind.STRING, True),
        ("y", In.PATH, Kind.INTEGER, True),
        ("z", In.PATH, Kind.ANY, True),
        ("page", In.QUERY, Kind.STRING, False),
    ]
    assert found.query_closed
    assert found.response is None


@pytest.mark.parametrize(
    ("responses", "kind"),
    [
        ("{'200': {content: {application/json: {schema: {type: string}}}}}", "string"),
        ("{'2XX': {description: '', content: {'*/*': {schema: {type: string}}}}}", "string"),
        ("{default: {description: '', content: {a/b+json: {schema: {type: string}}}}}", "string"),
        (
            "{'200': {description: '', content: {application/json: {schema: {type: string}}}},"
            " '201': {description: '', content: {application/json: {schema: {type: integer}}}}}",
            "union",
        ),
        (
            "{'200': {description: '', content: {text/csv: {schema: {type: integer}},"
            " application/json: {schema: {type: string}}}}}",
            "string",
        ),
    ],
)  # fmt: skip
def test_the_response_is_the_body_of_success(responses: str, kind: str) -> None:
    response = read(f"paths: {{/x: {{get: {{responses: {responses}}}}}}}").operations[0].response
    assert response is not None
    assert response.kind.value == kind


@pytest.mark.parametrize(
    ("servers", "prefixes"),
    [
        ("[]", ("",)),
        ("[{url: /}]", ("",)),
        ("[{url: /api/}, {url: 'https://x.org/api'}]", ("/api",)),
        (
            "[{url: 'https://{h}.x.org/{base}', variables: {h: {default: a},"
            " base: {default: v1, enum: [v1, v2]}}}]",
            ("/v1", "/v2"),
        ),
        ("[{url: 'https://x.org/api/{unknown}/v1'}]", ("/api",)),
    ],
)
def test_servers_give_the_prefixes(servers: str, prefixes: tuple[str, ...]) -> None:
    contract = read(f"servers: {servers}\npaths: {{/x: {{get: {{responses: {{}}}}}}}}")
    assert contract.prefixes == prefixes


def test_extensions() -> None:
    contract = read(
        """
        x-envelope: data
        x-pages:
          CreditPage: {uses: [getX], fields: [x.a, {field: x.b, x-renamed-from: c, x-new: true}]}
        paths:
          /x:
            x-renamed-from: /old
            get: {operationId: getX, x-renamed-from: [POST /older], responses: {}}
        """
    )
    assert contract.envelope == "data"
    assert contract.operations[0].legacy == (
        LegacyRoute(None, "/old"),
        LegacyRoute("POST", "/older"),
    )
    assert contract.pages[0].uses == (PageUse("getX", "GET", "/x"),)
    assert contract.pages[0].fields == (
        PageField("x", "a"),
        PageField("x", "b", legacy_names=("c",), is_new=True),
    )


@pytest.mark.parametrize("indent", [None, 1])
def test_json_and_yaml_read_alike_and_tell_lines(indent: int | None) -> None:
    document = {
        "openapi": "3.0.3",
        "info": {"title": "T", "version": "1"},
        "paths": {"/x": {"get": {"responses": {}, "summary": 'a "{" and a }'}}},
    }
    contract = read_openapi(json.dumps(document, indent=indent), "api.json")
    location = contract.operations[0].location
    assert location is not None
    assert str(location) == ("api.json:1" if indent is None else "api.json:9")
    assert contract.operations[0].summary == 'a "{" and a }'


def test_characters_that_yaml_forbids_by_pyyaml_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yamlvalues, "_Loader", yaml.SafeLoader)
    with pytest.raises(ContractError, match="broken YAML: unacceptable character"):
        read_openapi("openapi: 3.0.0\x01\n", "api.yaml")


def test_yaml_reads_words_as_openapi_means_them() -> None:
    words = schema("{type: string, enum: [on, no, 2020-01-01, '1']}")
    assert words.enum == ("on", "no", "2020-01-01", "1")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("info: {}\nswagger: '1.2'\n", 2, "or Swagger 2.0 document: 'swagger: 1.2'"),
        ("openapi: 4.0.0\npaths: {}\n", 1, "not an OpenAPI 3 or Swagger 2.0 document"),
        ("openapi: 3.0.0\ninfo: {}\npaths: {}\n", 3, "no endpoint found"),
        ("openapi: 3.0.0\npaths:\n  /x: [1\n", 4, "broken YAML"),
        ('{"openapi": "3.0.0",\n "paths": {,}}', 2, "broken JSON"),
        ("openapi: 3.0.0\npaths:\n  /x: 3\n", 3, "the path item of /x must be a mapping"),
        ("openapi: 3.0.0\npaths:\n  /x:\n    get: []\n", 4, "GET /x must be a mapping"),
        ("- 1\n", 1, "must be a mapping"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(ContractError) as caught:
        read_openapi(text, "api")
    assert message in caught.value.message
    assert caught.value.location.line == line


JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.sampled_from(["a", "/x", "$ref", "#/paths", "body", "formData"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "$ref",
                    "type",
                    "properties",
                    "allOf",
                    "oneOf",
                    "items",
                    "enum",
                    "required",
                    "schema",
                    "content",
                    "get",
                    "200",
                    "application/json",
                    "responses",
                    "parameters",
                    "name",
                    "in",
                    "/x",
                    "servers",
                    "url",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(st.sampled_from([("openapi", "3.1.0"), ("swagger", "2.0")]), JUNK, JUNK, JUNK)
def test_a_malformed_specification_is_read_or_refused(
    version: tuple[str, str], paths: object, schemas: object, rest: object
) -> None:
    document = {
        version[0]: version[1],
        "paths": {"/x": {"get": paths, "parameters": rest}, "/y": {"post": {"responses": rest}}},
        "components": {"schemas": schemas},
        "definitions": schemas,
        "servers": rest,
        "host": rest,
        "basePath": rest,
        "x-pages": rest,
    }
    try:
        contract = read_openapi(json.dumps(document), "api.json")
    except ContractError as error:
        assert "mapping" in error.message  # noqa: PT017 - junk may also be read
    else:
        assert contract.operations


def test_a_path_parameter_whose_example_has_a_slash_takes_several_segments() -> None:
    (operation,) = read(
        """\
        paths:
          /config/{element}:
            parameters: [{name: element, in: path, schema: {type: string}, example: dns/hosts}]
            get: {responses: {"200": {description: OK}}}
        """
    ).operations
    assert operation.parameters[0].schema == Schema(Kind.STRING, format="path")


@pytest.mark.parametrize(
    ("beside", "names"),
    [
        ("", ["page", "sort"]),
        ("style: form, ", ["page", "sort"]),
        ("explode: false, ", ["paging"]),
        ("style: deepObject, ", ["paging"]),
    ],
)
def test_an_object_in_the_query_is_sent_by_its_properties(beside: str, names: list[str]) -> None:
    shape = "{type: object, required: [page], properties: {page: {type: integer}, sort: {}}}"
    parameter = f"{{name: paging, in: query, {beside}required: true, schema: {shape}}}"
    found = read(f"paths: {{/a: {{get: {{parameters: [{parameter}], responses: {{}}}}}}}}")
    parameters = found.operations[0].parameters
    assert [p.name for p in parameters] == names
    assert parameters[0].required


@pytest.mark.parametrize(
    ("beside", "shape", "is_closed"),
    [
        ("", "{type: object, additionalProperties: {type: string}}", False),
        ("", "{type: object, additionalProperties: true}", False),
        ("", "{type: object, additionalProperties: false}", True),
        ("style: deepObject, ", "{type: object, additionalProperties: true}", True),
        ("", "{type: object}", True),
    ],
)
def test_an_object_in_the_query_that_has_any_names(
    beside: str, shape: str, is_closed: bool
) -> None:
    parameter = f"{{name: filters, in: query, {beside}schema: {shape}}}"
    found = read(f"paths: {{/a: {{get: {{parameters: [{parameter}], responses: {{}}}}}}}}")
    assert found.operations[0].query_closed is is_closed


@pytest.mark.parametrize(("media", "any_case"), [("text/json", True), ("application/json", False)])
def test_what_aspnet_writes_is_served_in_any_case(media: str, any_case: bool) -> None:
    answer = f"{{'200': {{description: '', content: {{{media}: {{}}}}}}}}"
    found = read(f"paths: {{/Users: {{get: {{responses: {answer}}}}}}}").operations[0]
    assert (found.any_case, found.any_slash) == (any_case, any_case)

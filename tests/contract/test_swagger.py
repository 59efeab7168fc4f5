"""Swagger 2.0 says to the contract what the OpenAPI 3 of the same meaning says."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixer.contract.model import Contract, Kind, LegacyRoute, Schema
from fixer.contract.openapi import read_openapi

OK = "responses: {200: {description: ok}}"


def read(head: str, body: str, **files: str) -> Contract:
    def text_of(path: Path) -> str:
        return files[path.stem]

    text = f"{head}\n{dedent(body)}"
    return read_openapi(text, "api.yaml", path=Path("/specs/api.yaml"), read=text_of)


def swagger(body: str, **files: str) -> Contract:
    return read("swagger: '2.0'", body, **files)


@pytest.mark.parametrize(
    ("two", "three"),
    [
        pytest.param(
            f"""
            host: Api.Example.com:8080
            basePath: /v1/
            schemes: [https, http]
            paths: {{/x: {{get: {{{OK}}}}}}}
            """,
            f"""
            servers: [{{url: 'https://api.example.com:8080/v1'}}]
            paths: {{/x: {{get: {{{OK}}}}}}}
            """,
            id="host and basePath are the server",
        ),
        pytest.param(
            f"basePath: v1\npaths: {{/x: {{get: {{{OK}}}}}}}",
            f"servers: [{{url: /v1}}]\npaths: {{/x: {{get: {{{OK}}}}}}}",
            id="basePath alone is the server",
        ),
        pytest.param(
            f"paths: {{/x: {{get: {{{OK}}}}}}}",
            f"paths: {{/x: {{get: {{{OK}}}}}}}",
            id="without either there is no server",
        ),
        pytest.param(
            """
            definitions:
              Row:
                type: object
                discriminator: kind
                required: [kind]
                properties:
                  kind: {type: string}
                  next: {$ref: '#/definitions/Row'}
                  note: {type: string, x-nullable: true, x-renamed-from: remark}
              Unused: {type: string, format: date}
            paths:
              /x: {get: {responses: {200: {schema: {$ref: '#/definitions/Row'}}}}}
            """,
            """
            components:
              schemas:
                Row:
                  type: object
                  discriminator: {propertyName: kind}
                  required: [kind]
                  properties:
                    kind: {type: string}
                    next: {$ref: '#/components/schemas/Row'}
                    note: {type: string, nullable: true, x-renamed-from: remark}
                Unused: {type: string, format: date}
            paths:
              /x:
                get:
                  responses:
                    200:
                      content:
                        application/json: {schema: {$ref: '#/components/schemas/Row'}}
            """,
            id="definitions are the schemas",
        ),
        pytest.param(
            """
            consumes: [application/xml]
            paths:
              /x:
                post:
                  parameters:
                    - {name: row, in: body, schema: {type: array, items: {type: integer}}}
                  responses: {}
            """,
            """
            paths:
              /x:
                post:
                  requestBody:
                    content:
                      application/xml: {schema: {type: array, items: {type: integer}}}
                  responses: {}
            """,
            id="the parameter in the body is the request's body",
        ),
        pytest.param(
            """
            paths:
              /x:
                post:
                  parameters:
                    - {name: title, in: formData, type: string, required: true}
                    - {name: picture, in: formData, type: file, x-renamed-from: image}
                  responses: {}
            """,
            """
            paths:
              /x:
                post:
                  requestBody:
                    content:
                      multipart/form-data:
                        schema:
                          type: object
                          required: [title]
                          properties:
                            title: {type: string}
                            picture: {type: string, format: binary, x-renamed-from: image}
                  responses: {}
            """,
            id="fields of a form are properties of the request's body",
        ),
        pytest.param(
            """
            paths:
              /x/{id}:
                get:
                  parameters:
                    - {name: id, in: path, type: integer, format: int64, required: true}
                    - {name: sort, in: query, type: string, enum: [up, down]}
                    - name: ids
                      in: query
                      type: array
                      items: {type: integer}
                      collectionFormat: multi
                    - {name: X-Key, in: header, type: string}
                  responses: {}
            """,
            """
            paths:
              /x/{id}:
                get:
                  parameters:
                    - {name: id, in: path, schema: {type: integer, format: int64}, required: true}
                    - {name: sort, in: query, schema: {type: string, enum: [up, down]}}
                    - name: ids
                      in: query
                      schema: {type: array, items: {type: integer}}
                      explode: true
                    - {name: X-Key, in: header, schema: {type: string}}
                  responses: {}
            """,
            id="a parameter is its own schema",
        ),
        pytest.param(
            """
            produces: [text/csv]
            responses:
              Table: {description: '', schema: {type: file}}
            parameters:
              page: {name: page, in: query, type: integer}
              row: {name: row, in: body, schema: {type: string}}
            paths:
              /x:
                parameters: [{$ref: '#/parameters/page'}, {$ref: '#/parameters/row'}]
                post:
                  parameters: [{name: page, in: query, type: string}]
                  responses: {200: {$ref: '#/responses/Table'}, 204: {description: ''}}
            """,
            """
            paths:
              /x:
                parameters: [{name: page, in: query, schema: {type: integer}}]
                post:
                  parameters: [{name: page, in: query, schema: {type: string}}]
                  requestBody: {content: {application/json: {schema: {type: string}}}}
                  responses:
                    200: {content: {text/csv: {schema: {type: string, format: binary}}}}
                    204: {description: ''}
            """,
            id="parameters and responses are shared, by the path or by the document",
        ),
    ],
)
def test_two_reads_as_three(two: str, three: str) -> None:
    assert swagger(two) == read("openapi: 3.0.3", three)


def test_locations_and_extensions_are_those_of_the_document() -> None:
    contract = swagger("""
        paths:
          /x:
            x-renamed-from: /old
            post:
              operationId: addRow
              parameters:
                - name: title
                  in: formData
                  type: string
              responses: {}
        """)
    (operation,) = contract.operations
    assert operation.function == "addRow"
    assert operation.legacy == (LegacyRoute(None, "/old"),)
    assert str(operation.location) == "api.yaml:6"
    assert operation.body is not None
    assert str(operation.body.properties[0].location) == "api.yaml:9"


def test_files_of_a_specification_need_not_say_their_version() -> None:
    """`#/definitions/Row` there is the root's, as the tools that bundle such files take it."""
    contract = swagger(
        "paths: {/x: {$ref: rows.yaml}}\ndefinitions: {Row: {type: string}}\n",
        rows="post:\n  parameters: [{$ref: 'shared.yaml#/row'}]\n  responses:\n"
        "    200: {schema: {$ref: '#/definitions/Row'}}\n",
        shared="row: {name: row, in: body, schema: {$ref: '#/wire'}}\nwire: {type: integer}\n",
    )
    (operation,) = contract.operations
    assert operation.response == Schema(Kind.REF, name="Row")
    assert contract.schemas["Row"].kind is Kind.STRING
    assert operation.body == Schema(Kind.REF, name="wire")
    assert contract.schemas["wire"].kind is Kind.INTEGER


def test_openapi_3_takes_nothing_by_the_ways_of_2() -> None:
    contract = read(
        "openapi: 3.0.3",
        "paths: {/x: {get: {parameters: [{name: row, in: body, schema: {type: string}}],"
        " responses: {200: {schema: {type: string}}}}}}",
    )
    assert contract.operations[0].body is None
    assert contract.operations[0].response is None


SIMPLE = st.fixed_dictionaries(
    {"type": st.sampled_from(["string", "integer", "number", "boolean"])},
    optional={"format": st.sampled_from(["date", "int64", "uuid"]), "default": st.just(1)},
)
ITEMS = SIMPLE | st.builds(lambda items: {"type": "array", "items": items}, SIMPLE)
NAMES = st.sampled_from("abcd")
SCHEMAS = st.recursive(
    ITEMS | st.just({"$ref": "#/definitions/A"}),
    lambda inner: st.builds(
        lambda properties, required: {
            "type": "object",
            "properties": properties,
            "required": sorted(required),
        },
        st.dictionaries(NAMES, inner, min_size=1, max_size=3),
        st.sets(NAMES, max_size=3),
    ),
    max_leaves=6,
)


@given(
    definitions=st.dictionaries(st.sampled_from("AB"), SCHEMAS, max_size=2),
    query=st.dictionaries(NAMES, st.tuples(ITEMS, st.booleans()), max_size=3),
    body=st.none() | SCHEMAS,
    form=st.dictionaries(NAMES, st.tuples(ITEMS, st.booleans()), max_size=3),
    response=st.none() | SCHEMAS,
    base=st.sampled_from(["", "/", "/v1", "/v1/"]),
)
def test_a_document_reads_as_the_same_in_openapi_3(
    definitions: dict[str, object],
    query: dict[str, tuple[dict[str, object], bool]],
    body: object,
    form: dict[str, tuple[dict[str, object], bool]],
    response: object,
    base: str,
) -> None:
    def parameter(name: str, where: str, is_required: bool) -> dict[str, object]:
        return {"name": name, "in": where, "required": is_required}

    fields = {} if body else form
    in_two = [parameter(n, "query", r) | s for n, (s, r) in query.items()]
    in_two += [parameter(n, "formData", r) | s for n, (s, r) in fields.items()]
    in_two += [parameter("body", "body", True) | {"schema": body}] if body else []
    in_three = [parameter(n, "query", r) | {"schema": s} for n, (s, r) in query.items()]
    sent = body or {
        "type": "object",
        "properties": {name: schema for name, (schema, _) in fields.items()},
        "required": [name for name, (_, is_required) in fields.items() if is_required],
    }
    has_body = body or fields
    two = {
        "swagger": "2.0",
        "basePath": base,
        "definitions": definitions,
        "paths": {
            "/x": {
                "post": {
                    "parameters": in_two,
                    "responses": {"200": {"schema": response} if response else {}},
                }
            }
        },
    }
    operation = {
        "parameters": in_three,
        "responses": {"200": {"content": {"text/plain": {"schema": response}}} if response else {}},
    } | ({"requestBody": {"content": {"a/b": {"schema": sent}}}} if has_body else {})
    three = {
        "openapi": "3.0.3",
        "servers": [{"url": base}],
        "components": {"schemas": definitions},
        "paths": {"/x": {"post": operation}},
    }
    upgraded = json.dumps(three).replace("#/definitions/", "#/components/schemas/")
    one = read_openapi(json.dumps(two), "api.json")
    assert replace(one, source="") == replace(read_openapi(upgraded, "api.json"), source="")

"""Declared types met by what a request yields: which members stand for which properties."""

from __future__ import annotations

from pathlib import Path

from fixer.rule import builtin_rules, load_rule
from tests.tools import rewritten

RENAMES = load_rule(builtin_rules() / "legacy_field.py")

MAP = """
openapi: 3.1.0
info: { title: t, version: "1" }
paths:
  /portfolio:
    get:
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                type: object
                required: [accounts]
                properties:
                  accounts:
                    type: object
                    additionalProperties:
                      type: object
                      required: [new]
                      properties:
                        new: { type: string, x-renamed-from: old }
"""


def test_what_a_map_holds_meets_what_its_index_signature_holds(tmp_path: Path) -> None:
    source = """
interface Portfolio { accounts: { [id: string]: { old: string } } }
export const load = (): Promise<Portfolio> => fetch('/portfolio').then((r) => r.json());
export const first = async (id: string) => (await load()).accounts[id].old;
"""
    after = rewritten(tmp_path, {"contract.yaml": MAP, "a.ts": source}, RENAMES)
    assert after["a.ts"] == source.replace("old", "new")


def test_a_record_is_such_a_map(tmp_path: Path) -> None:
    source = """
interface Account { old: string }
interface Portfolio { accounts: Record<string, Account> }
export const load = (): Promise<Portfolio> => fetch('/portfolio').then((r) => r.json());
export const all = async () => Object.values((await load()).accounts).map((a) => a.old);
"""
    after = rewritten(tmp_path, {"contract.yaml": MAP, "a.ts": source}, RENAMES)
    assert after["a.ts"] == source.replace("old", "new")


ROWS = """
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
              schema: { type: array, items: { $ref: "#/components/schemas/Row" } }
  /rows/{id}:
    get:
      responses:
        "200":
          description: ok
          content: { application/json: { schema: { $ref: "#/components/schemas/Detail" } } }
components:
  schemas:
    Row:
      type: object
      required: [id, title]
      properties: { id: { type: integer }, title: { type: string, x-renamed-from: name } }
    Detail:
      type: object
      required: [id, name, text]
      properties: { id: { type: integer }, name: { type: string }, text: { type: string } }
"""


def test_an_alias_bears_a_name_as_an_interface_does(tmp_path: Path) -> None:
    source = """
export type Row = { id: number; OLD: string };
export type Detail = { id: number; name: string; text: string };
export type Edited = Row & { file?: File };
const get = <T>(url: string): Promise<T> => fetch(url).then((r) => r.json());
export const rows = () => get<Row[]>('/rows');
export const detail = (id: number) => get<Detail>(`/rows/${id}`);
export const kept = (id: number) => get<Row>(`/rows/${id}`);
export const edited = (id: number) => get<Edited>(`/rows/${id}`);
export const first = async () => (await rows())[0].OLD;
"""
    files = {"contract.yaml": ROWS, "a.ts": source.replace("OLD", "name")}
    assert rewritten(tmp_path, files, RENAMES)["a.ts"] == source.replace("OLD", "title")

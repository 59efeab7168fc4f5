"""Unions of which every alternative is the one answer: all of them are renamed together."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.diagnostics import Applicability
from fixer.rule import builtin_rules, load_rule
from tests.tools import fixed, project, rewritten, unchanged

RENAMES = load_rule(builtin_rules() / "legacy_field.py")

PET = """
openapi: 3.1.0
info: { title: t, version: "1" }
paths:
  /pet:
    get:
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                type: object
                properties:
                  id: { type: integer }
                  name: { type: string }
                  owner: { type: string }
                  reason: { type: string, x-renamed-from: why }
"""
READ = "export const why = async () => (await load()).why;\n"


def test_alternatives_that_declare_the_same(tmp_path: Path) -> None:
    """They differ in what is null; whichever it is, the property has its new name."""
    source = f"""
const load = async (): Promise<{{ why: string; owner: null }} | {{ why: null; owner: string }}> =>
  (await fetch('/pet')).json();
{READ}"""
    after = rewritten(tmp_path, {"contract.yaml": PET, "a.ts": source}, RENAMES)
    assert after["a.ts"] == source.replace("why:", "reason:").replace(").why", ").reason")


def test_alternatives_of_a_part_of_one_type(tmp_path: Path) -> None:
    source = f"""
interface Stray {{ why: string }}
interface Lost {{ why: string }}
interface Kept {{ owner: string; why: string }}
type Pet = {{ id: number; name: string }} & (Stray | Lost | Kept);
const load = async (): Promise<Pet> => (await fetch('/pet')).json();
{READ}"""
    after = rewritten(tmp_path, {"contract.yaml": PET, "a.ts": source}, RENAMES)
    assert after["a.ts"] == source.replace("why:", "reason:").replace(").why", ").reason")


def test_not_one_with_names_of_its_own(tmp_path: Path) -> None:
    """It is another answer, which may call the property so."""
    source = f"""
interface Failed {{ why: string; code: number; at: string }}
interface Pet {{ id: number; name: string; why: string }}
const load = async (): Promise<Pet | Failed> => (await fetch('/pet')).json();
{READ}"""
    after = rewritten(tmp_path, {"contract.yaml": PET, "a.ts": source}, RENAMES)
    assert after["a.ts"] == source.replace("name: string; why", "name: string; reason")


def test_not_where_none_is_the_answer(tmp_path: Path) -> None:
    source = f"""
interface One {{ why: string; x: number; y: number }}
interface Two {{ why: string; x: string; y: string }}
const load = async (): Promise<One | Two> => (await fetch('/pet')).json();
{READ}"""
    unchanged(tmp_path, {"contract.yaml": PET, "a.ts": source}, RENAMES)


@pytest.mark.parametrize(
    "other",
    [
        "declare const graph: { nodes(): Shape[] };\n"
        "export const drawn = () => graph.nodes().map((it) => label(it) + it.why);",
        "export const send = (body: Shape) => fetch('https://shapes.example/new',"
        " { method: 'POST', body: JSON.stringify(body) });\n"
        "export const make = (why: string) => send({ id: 1, why });",
        "class Drawn implements Shape { id = 1; why = label({ id: 2, why: '' }); }",
    ],
)
def test_alternatives_with_names_of_their_own_are_not_sure(tmp_path: Path, other: str) -> None:
    """One of them may be there for what isn't of the contract at all."""
    source = f"""
interface Told {{ id: number; why: string }}
interface Shape {{ id: number; why: string }}
const label = (of: Told | Shape) => of.why;
export const load = () => fetch('/pet').then((r) => r.json());
export const show = async () => label(await load());
{other}
"""
    files = {"contract.yaml": PET, "a.ts": source}
    unchanged(tmp_path, files, RENAMES)
    both = fixed(project(tmp_path, files), [RENAMES], Applicability.UNSAFE).texts
    assert "of.reason" in both[tmp_path / "a.ts"].decode()


def test_one_of_them_that_is_the_answer_elsewhere_is_sure_there(tmp_path: Path) -> None:
    source = """
interface Told { id: number; why: string }
interface Shape { id: number; why: string }
const label = (of: Told | Shape) => of.id;
export const load = (): Promise<Told> => fetch('/pet').then((r) => r.json());
export const show = async () => label(await load()) + (await load()).why;
"""
    after = rewritten(tmp_path, {"contract.yaml": PET, "a.ts": source}, RENAMES)
    told = source.replace("Told { id: number; why", "Told { id: number; reason")
    assert after["a.ts"] == told.replace(").why", ").reason")


@pytest.mark.parametrize("operator", ["== null", "== undefined"])
def test_a_property_that_may_be_left_out_is_nothing_too(tmp_path: Path, operator: str) -> None:
    """`== null` holds for it, so that what follows may be the answer as well."""
    source = f"""
interface Pet {{ id: number; why: string; owner?: string }}
interface Stray {{ owner: null; seen: string }}
export const load = async (): Promise<Pet> => (await fetch('/pet')).json();
export const show = (pet: Pet | Stray) =>
  pet.owner {operator} ? ('why' in pet ? pet.why : pet.seen) : pet.why;
"""
    after = rewritten(tmp_path, {"contract.yaml": PET, "a.ts": source}, RENAMES)
    assert "pet.why" not in after["a.ts"]

"""Small Django projects from a `{path: text}` map, read and never run."""

from __future__ import annotations

import textwrap
from pathlib import Path

from fixer.contract.django import Backend, contract_of, read_backend
from fixer.contract.model import Contract, Kind, Operation, Schema

MANAGE = 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_settings")\n'
SETTINGS = 'ROOT_URLCONF = "urls"\n'
URLS = "from django.urls import include, path, re_path\n"


def backend(folder: Path, files: dict[str, str]) -> Backend:
    """Writes the files, with a manage.py and settings that name `urls`, and reads the project."""
    given = {"manage.py": MANAGE, "site_settings.py": SETTINGS, **files}
    for name, text in given.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
    return read_backend(folder)


def served(folder: Path, files: dict[str, str]) -> list[str]:
    """`GET,POST /items/` for each route, format suffixes left out; `any` for a function.

    `?` behind it: the environment decides whether it is there.
    """
    return [
        f"{','.join(e.route.methods) if e.route.methods is not None else 'any'} {e.route.path}"
        + (" ?" if e.route.is_optional else "")
        for e in backend(folder, files).endpoints
        if not e.route.is_format_suffix
    ]


def urls(folder: Path, text: str, **files: str) -> list[str]:
    """As `served`, for a project whose root URLconf is `text`, `path` and the like imported."""
    named = {name.replace("__", "/") + ".py": content for name, content in files.items()}
    return served(folder, {"urls.py": URLS + textwrap.dedent(text), **named})


def contract(folder: Path, files: dict[str, str]) -> Contract:
    return contract_of(backend(folder, files))


def operation(contract: Contract, name: str) -> Operation:
    """The operation called `GET /items/`."""
    return next(op for op in contract.operations if str(op) == name)


def shown(schema: Schema | None) -> str:
    """A schema in a short form: `{id: integer, name?: string|null}`, `[Item]`."""
    if schema is None:
        return "-"
    text = schema.kind.value
    if schema.kind is Kind.REF:
        text = schema.name or ""
    elif schema.kind is Kind.UNION:
        text = " or ".join(shown(variant) for variant in schema.variants)
    elif schema.kind is Kind.ARRAY:
        text = f"[{shown(schema.items)}]"
    elif schema.kind is Kind.OBJECT:
        members = [
            f"{p.name}{'' if p.required else '?'}: {shown(p.schema)}" for p in schema.properties
        ]
        more = ["..."] if schema.loose or schema.values else []
        text = "{" + ", ".join([*members, *more]) + "}"
    elif schema.enum:
        text = "(" + "|".join(str(value) for value in schema.enum) + ")"
    elif schema.format:
        text = schema.format
    return f"{text}|null" if schema.nullable else text

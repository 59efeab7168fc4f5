"""Packages that hand on axios: their calls say the type of the answer as axios' own do."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import rewritten

RENAMES = load_rule(builtin_rules() / "legacy_field.py")

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
              schema:
                type: object
                properties:
                  new: { type: string, x-renamed-from: old }
"""


@pytest.mark.parametrize("package", ["axios", "@nextcloud/axios"])
def test_the_type_argument_is_the_answers(tmp_path: Path, package: str) -> None:
    source = f"""
    import axios, {{ isAxiosError }} from '{package}';
    interface Row {{ old: string }}
    export const row = async () => {{
      try {{ return (await axios.get<Row>('/rows')).data.old; }}
      catch (error) {{ return isAxiosError(error); }}
    }};
    """
    after = rewritten(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)
    assert after["a.ts"] == source.replace("{ old:", "{ new:").replace(".old", ".new")

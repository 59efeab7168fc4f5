"""Modules split into statements, so that only what is needed is parsed."""

from pathlib import Path

import libcst as cst
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixer.contract.django.source import parse_whole, split

PIECES = [
    "import os\n",
    "x = (1,\n2)\n",
    "def f(a):\n    return '''\nclass No: pass\n'''\n",
    "@decorated(\n    1\n)\n@again\nclass C(Base):\n    y = 1\n\n    def g(self): ...\n",
    "async def h():\n    pass\n",
    "if a:\n    pass\n# between\nelif b:\n    pass\nelse:\n    pass\n",
    "try:\n    pass\nexcept ValueError:\n    pass\nfinally:\n    pass\n",
    'text = "it\'s ( not [ open"\n',
    "long = 1 + \\\n2\n",
    "# only a comment\n",
    "\n",
    "f = f'{x['key']}' f\"{y!r:>{width}}\"\n",
    "raw = r'\\d'\n",
    "a = 1; b = 2\n",
    'doc = """one\n\ntwo"""\n',
]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_the_statements_are_those_of_the_whole_module(pieces: list[str]) -> None:
    text = "".join(pieces)
    parts = split(text)
    whole = parse_whole(text)
    assert [(part.line, part.defines) for part in parts] == [
        (statement.line, statement.defines) for statement in whole
    ]
    assert [len(part.nodes) for part in parts] == [1] * len(whole)


@pytest.mark.parametrize("path", sorted(Path(cst.__file__).parent.glob("*.py")))
def test_real_modules(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = [part.line for part in split(text)]
    assert lines == [statement.line for statement in parse_whole(text)]


def test_lines_of_nodes_inside_a_statement() -> None:
    (_, statement) = split("import os\n\nxs = [\n    one(),\n    two(),\n]\n")
    (line,) = statement.nodes
    assert isinstance(line, cst.SimpleStatementLine)
    (assign,) = line.body
    assert isinstance(assign, cst.Assign)
    assert isinstance(assign.value, cst.List)
    assert [statement.line_of(e.value) for e in assign.value.elements] == [4, 5]

"""Modules in, the state of their components out."""

from pathlib import Path

import pytest

from fixer.facts.states import State, states
from fixer.program.module import Module
from fixer.program.syntax import text

HOOKS = {"react": frozenset({"useState"}), "vue": frozenset({"ref"})}


def found(source: str) -> list[State]:
    return list(states(Module(Path("/a.tsx"), source.encode()), HOOKS, frozenset({"ref"})))


@pytest.mark.parametrize(
    ("source", "value", "setter"),
    [
        ("import { useState } from 'react'; const [a, setA] = useState(1);", "a", "setA"),
        ("import { useState as s } from 'react'; const [a] = s(1);", "a", None),
        ("import React from 'react'; const [, setA] = React.useState(1);", None, "setA"),
        ("import { ref } from 'vue'; const a = ref(1);", "a", None),
        ("const a = ref(1);", "a", None),
    ],
)
def test_a_piece_of_state(source: str, value: str | None, setter: str | None) -> None:
    (state,) = found(source)
    assert state.name == value
    assert (state.setter.name if state.setter else None) == setter
    assert state.initial is not None
    assert text(state.initial) == "1"


@pytest.mark.parametrize(
    "source",
    [
        "const [a] = useState(1);",
        "import { useState } from 'other'; const [a] = useState(1);",
        "import { useState } from 'react'; useState(1);",
        "import { useReducer } from 'react'; const [a] = useReducer(f, 1);",
    ],
)
def test_other_calls_keep_no_state(source: str) -> None:
    assert found(source) == []


def test_the_type_and_the_component_are_known() -> None:
    source = "import { useState } from 'react'; function A() { const [a] = useState<B[]>([]); }"
    (state,) = found(source)
    assert state.type is not None
    assert text(state.type) == "B[]"
    assert state.component is not None
    assert state.component.type == "function_declaration"

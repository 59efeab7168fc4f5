"""Keys of object literals that come to a renamed type by a state, a function or a callback."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.diagnostics import Applicability
from tests.facts.logs import API, uses

SAVE = "declare function save(log: Log): void\n"


@pytest.mark.parametrize(
    "text",
    [
        "import { useState } from 'react'\nexport function Page() {\n"
        "  const [draft, setDraft] = useState({ id: 0, size: 0, title: '' })\n"
        "  setDraft({ ...draft, size: 1 })\n  save(draft)\n  return draft.size\n}",
        "import { useState } from 'react'\nconst EMPTY = { id: 0, size: 0, title: '' }\n"
        "export function Page() {\n  const [draft, setDraft] = useState(EMPTY)\n"
        "  setDraft((old) => ({ ...old, size: 1 }))\n  save(draft)\n  return draft.size\n}",
        "import { reactive } from 'vue'\nconst draft = reactive({ id: 0, size: 0, title: '' })\n"
        "draft.size = 2\nexport const send = () => save(draft)\nexport const size = draft.size",
        "import { ref } from 'vue'\nconst draft = ref({ id: 0, size: 0, title: '' })\n"
        "draft.value.size = 2\nexport const send = () => save(draft.value)\n"
        "export const size = draft.value.size",
        "const draft = (size: number) => ({ id: 0, size, title: '' })\n"
        "export const send = () => save(draft(1))\n"
        "export const sizes = [draft(2).size, draft(3).size]",
        "export function send(sizes: number[]) {\n"
        "  const made = sizes.map((size, id) => ({ id, size, title: '' }))\n"
        "  made.forEach((one) => save(one))\n  return [made[0].size, made[1].size]\n}",
    ],
)
def test_a_literal_that_a_renamed_type_takes_follows_unsafely(tmp_path: Path, text: str) -> None:
    found = uses(tmp_path, SAVE + text)
    assert len(found) == 3
    fixes = [use.fix for use in found]
    assert all(fix and fix.applicability is Applicability.UNSAFE for fix in fixes)
    assert len({fix.group for fix in fixes if fix}) == 1


def test_one_that_another_type_takes_as_well_is_left_alone(tmp_path: Path) -> None:
    api = (
        "export interface Shoe { id: number; size: number; title: string }\n"
        "export async function shoes(): Promise<Shoe[]> {\n"
        "  return (await fetch('/shoes/')).json()\n}\n"
    )
    text = (
        "import { useState } from 'react'\nimport { type Shoe } from './api'\n"
        "declare function weigh(shoe: Shoe): void\nexport function Page() {\n"
        "  const [draft] = useState({ id: 0, size: 0, title: '' })\n"
        "  save(draft)\n  weigh(draft)\n}"
    )
    assert uses(tmp_path, SAVE + text, api=API + api) == []


def test_a_literal_that_is_only_made_there_is_left_alone(tmp_path: Path) -> None:
    text = (
        "import { useState } from 'react'\nexport function Page() {\n"
        "  const [box] = useState({ size: 0 })\n"
        "  const [draft] = useState<Log | null>(null)\n  if (draft) save(draft)\n"
        "  return box.size\n}"
    )
    assert uses(tmp_path, SAVE + text) == []

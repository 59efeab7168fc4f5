"""What is read of a value that a function of an unknown package made of a known one."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import fixed, project

RULE = load_rule(builtin_rules() / "legacy_field.py")
CONTRACT = """## Credits
Endpoint: GET /v1/credits/

Returns:

{ "credits": 100, "plan": "a" }

- `credits` (NOT `balance`)
"""
SCRIPT = """import { computed } from 'vue';
import { useTask, type Task } from 'unknown-lib';
interface Credits { balance: number; plan: string }
interface Other { balance: string }
export const one = async (): Promise<Credits> => (await fetch('/v1/credits/')).json();
const load = async (): Promise<{ list: Credits[] }> => ({ list: [await one()] });
declare const other: () => Promise<Other>;
declare const loose: any;
const own = (load: unknown): any => load;
"""


def _is_safe(folder: Path, use: str) -> bool:
    """Whether the declaration is renamed by a safe fix."""
    files = {"contract.md": CONTRACT, "a.ts": SCRIPT + use}
    texts = fixed(project(folder, files), [RULE]).texts
    return b"{ credits: number; plan" in texts.get(folder / "a.ts", b"")


@pytest.mark.parametrize(
    "use",
    [
        "const task = useTask(load); task.data.value?.list[0].balance;",
        "const { data } = useTask(load); data.value!.list.map((it) => it.balance);",
        "const { data } = useTask(() => load()); const { balance } = data.list[0];",
        "const { data } = useTask({ run: load, manual: true }); data.list[0].balance;",
        "useTask(load, { onSuccess: (data) => data.list.some((it) => it.balance > 1) });",
        "useTask(load, { onSuccess(data) { data.list[0].balance; } });",
        "const { data } = useTask(load); const first = computed(() => data.value?.list[0]);"
        " first.value.balance;",
        "async function f() { const got = await useTask(load()); return got.list[0].balance; }",
        "useTask(load, { onSuccess: (data: any) => data.list[0].balance });",
        "useTask(load).then((data) => data.list[0].balance, (error) => error.plan);",
        "const task = useTask({ balance: 1, run: load }); task.data.list[0].balance;",
    ],
)
def test_a_place_that_may_be_the_property_and_stays_behind(tmp_path: Path, use: str) -> None:
    assert not _is_safe(tmp_path, use)


@pytest.mark.parametrize(
    "use",
    [
        "const { data } = useTask(load); data.value?.list[0].plan;",
        "const { data } = useTask(other); data.value?.balance;",
        "const { data } = useTask(load); loose.balance;",
        "const { data }: Task<Other> = useTask(load); data.balance;",
        "const data = own(load); data.balance;",
        "const { data } = useTask(load); (data as Other).balance;",
        # Nor what goes wrong, nor what the call is given by that name itself.
        "useTask(load, { onError: (error) => error.balance });",
        "useTask({ run: load, onError(error) { error.balance; } });",
        "useTask(load).catch((error) => error.balance);",
        "useTask(load).then((data) => data.plan, (error) => error.balance);",
        "const task = useTask({ balance: 1, run: load }); task.balance;",
        "const { balance } = useTask({ balance: 1, run: load });",
    ],
)
def test_what_surely_is_none(tmp_path: Path, use: str) -> None:
    assert _is_safe(tmp_path, use)


VUE = """<template>
  <p v-for="it in data?.list" :key="it.plan">USE</p>
</template>
<script setup lang="ts">
import { useTask } from 'unknown-lib';
import { load } from './a';
const { data } = useTask(load);
</script>
"""


@pytest.mark.parametrize(
    ("use", "is_safe"),
    [
        ("{{ data?.list[0].balance }}", False),
        ("{{ it.balance }}", False),
        ('<b v-if="it.balance > 1">x</b>', False),
        ("{{ it.plan }}", True),
        ('<b v-for="it in [1, 2]">{{ it.balance }}</b>', True),
    ],
)
def test_a_template_of_vue_reads_it(tmp_path: Path, use: str, is_safe: bool) -> None:
    script = SCRIPT.replace("const load", "export const load")
    files = {"contract.md": CONTRACT, "a.ts": script, "b.vue": VUE.replace("USE", use)}
    texts = fixed(project(tmp_path, files), [RULE]).texts
    assert (b"{ credits: number; plan" in texts.get(tmp_path / "a.ts", b"")) == is_safe

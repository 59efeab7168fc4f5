"""What is called on a client's result, into the request that is sent."""

from pathlib import Path

import pytest

from tests.program.frontends import sent

HEAD = "import { useFetch } from '@vueuse/core'; import { computed } from 'vue';\n"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("useFetch('/a').json()", ["GET /a"]),
        ("await useFetch('/a', { headers }).post(body).json()", ["POST /a"]),
        ("useFetch('/a', {}, { immediate: false })\n  .json()\n  .put(body)", ["PUT /a"]),
        ("(useFetch('/a')!).delete()", ["DELETE /a"]),
        ("useFetch('/a')['patch'](body)", ["PATCH /a"]),
        ("const verb = isNew ? 'post' : 'put'; useFetch('/a')[verb](b)", ["POST/PUT /a"]),
        ("const send = (verb) => useFetch('/a')[verb](body)", ["? /a"]),
        ("const { data } = useFetch('/a')", ["GET /a"]),
        ("const { data, post: save } = useFetch('/a', { immediate: false })", ["POST /a"]),
        ("const request = useFetch('/a'); request.delete().execute()", ["DELETE /a"]),
        ("const send = useFetch('/a').delete; await send().json()", ["DELETE /a"]),
        (
            "function a() { const it = useFetch('/a'); return it.data }\n"
            "function b() { const it = new Box(); it.post(1) }",
            ["GET /a"],
        ),
        ("toasts.post(useFetch('/a').json())", ["GET /a"]),
    ],
)
def test_a_method_called_on_a_result_is_the_requests(
    tmp_path: Path, code: str, expected: list[str]
) -> None:
    assert sent(tmp_path, {"a.ts": HEAD + code}) == expected


def test_a_query_behind_the_slash_that_ends_a_path(tmp_path: Path) -> None:
    parts = "\n".join(f"  const {c} = f.{c} ? `&{c}=${{f.{c}}}` : '';" for c in "abcdefg")
    code = (
        HEAD + "const query = computed(() => {\n  const first = f.n ? `?n=${f.n}` : '?';\n"
        f"{parts}\n  return `/${{first}}${{a}}${{b}}${{c}}${{d}}${{e}}${{f}}${{g}}`"
        ".replace(/&+/g, '&');\n});\nuseFetch(`/rows${query.value}`);"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["GET /rows/"]

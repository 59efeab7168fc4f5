"""Functions that send and that other functions return, under another name."""

from pathlib import Path

import pytest

from tests.program.frontends import sent

HEAD = "import axios from 'axios'; import { useCallback, useMemo } from 'react';\n"
SEND = "async <T>(method, url) => await axios.request<T>({ method, url })"
USE = (
    "import useSend from './send';\n"
    "export function Page() { const request = useSend(); request('put', '/a'); }"
)


@pytest.mark.parametrize(
    "code",
    [
        f"export default () => useCallback({SEND}, []);",
        f"const useSend = () => useCallback({SEND}, []);\nexport default useSend;",
        f"export default function () {{ const own = {SEND}; return own; }}",
        f"export default () => {{ const own = useCallback({SEND}, []); return own; }}",
        f"export default () => {{ return useMemo(() => {SEND}, []); }}",
        f"export default (mock) => {{ const a = {SEND}, b = async () => 0; return mock ? b : a; }}",
    ],
)
def test_a_hook_returns_what_sends(tmp_path: Path, code: str) -> None:
    assert sent(tmp_path, {"send.ts": HEAD + code, "a.ts": USE}) == ["PUT /a"]


def test_a_hook_returns_one_of_what_other_hooks_return(tmp_path: Path) -> None:
    files = {
        "plain.ts": f"{HEAD}export default () => useCallback({SEND}, []);",
        "signed.ts": "import usePlain from './plain';\n"
        "export default () => { const plain = usePlain();\n"
        "  return useCallback(async (method, url) => plain(method, '/v1' + url), [plain]); };",
        "send.ts": "import usePlain from './plain'; import useSigned from './signed';\n"
        "export default (signs) => { const plain = usePlain(); const signed = useSigned();\n"
        "  return (signs ? signed : plain); };",
        "a.ts": USE.replace("useSend()", "useSend(true)"),
    }
    files["signed.ts"] = HEAD + files["signed.ts"]
    assert sent(tmp_path, files) == ["PUT /v1/a"]


def test_what_is_returned_to_be_called_by_something_else_is_no_request(tmp_path: Path) -> None:
    code = f"{HEAD}export default () => keep({SEND});"
    assert sent(tmp_path, {"send.ts": code, "a.ts": USE}) == [
        "? (the URL is a parameter of `a function`)"
    ]


def test_functions_that_return_each_other(tmp_path: Path) -> None:
    code = (
        "export const send = (url) => { fetch(url); return next; };\n"
        "export const next = () => { return send; };\n"
        "export const go = () => { const more = next(); more('/a'); };\n"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["GET /a"]

"""Functions that another one makes and a hook, or a context, hands on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.frontends import sent

MAKE = (
    "export const makeAsk = (options: { base: string }) => {\n"
    "  return async function ask(url: string, more: RequestInit = {}) {\n"
    "    return await fetch(options.base + url, { ...more });\n  };\n};\n"
)
PAGE = (
    "import {{ useAsk }} from './hook';\n"
    "export const Page = () => {{ const {name} = useAsk(); {name}('/ships'); return null; }};\n"
)
CONTEXT = (
    "import { createContext, useContext, useRef } from 'react';\n"
    "import { makeAsk } from './make';\n"
    "const Asking = createContext(makeAsk({ base: '' }));\n"
)
HOOKS = {
    "a hook": "import { makeAsk } from './make';\n"
    "export const useAsk = () => makeAsk({ base: '' });\n",
    "a hook of a hook": "import { makeAsk } from './make';\n"
    "const useMade = () => makeAsk({ base: '' });\n"
    "export function useAsk() { return useMade(); }\n",
    "a context's beginning": CONTEXT + "export const useAsk = () => useContext(Asking);\n",
    "a context's provider": CONTEXT + "export const Around = ({ children, ...options }) => {\n"
    "  const held = useRef(makeAsk(options));\n"
    "  return <Asking.Provider value={held.current}>{children}</Asking.Provider>;\n};\n"
    "export const useAsk = () => { return useContext(Asking); };\n",
}


@pytest.mark.parametrize("name", ["ask", "fetch"])
@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS.keys())
def test_what_a_hook_gives_is_called_where_it_is_used(tmp_path: Path, hook: str, name: str) -> None:
    files = {"make.ts": MAKE, "hook.tsx": hook, "page.tsx": PAGE.format(name=name)}
    assert sent(tmp_path, files) == ["GET /ships"]


def test_what_goes_by_its_own_name_inside_alone(tmp_path: Path) -> None:
    text = (
        "const make = () => function again(url) {"
        " return fetch('/a' + url).catch(() => again(url)); };\n"
        "export const useIt = () => make();\nconst it = useIt(); it('/b');\n"
    )
    assert sent(tmp_path, {"a.ts": text}) == ["GET /a/b"]

"""Names that no file imports, since a plugin of the bundler does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.frontends import sent

FRONTEND = {
    "src/composables/api.ts": "import axios from 'axios';\n"
    "export function useApi() {\n"
    "  return { api: axios.create({ baseURL: '/api' }) };\n"
    "}\n",
    "src/stores/rows.ts": "const { api } = useApi();\n"
    "export const load = () => api.get('/rows');\n",
}


@pytest.mark.parametrize(
    "config",
    [
        "import AutoImport from 'unplugin-auto-import/vite';",
        "import ui from '@nuxt/ui/vite';",
    ],
)
def test_a_plugin_imports_what_composables_export(tmp_path: Path, config: str) -> None:
    assert sent(tmp_path, {**FRONTEND, "vite.config.ts": config}) == ["GET /api/rows"]


def test_without_a_plugin_such_a_name_means_nothing(tmp_path: Path) -> None:
    assert sent(tmp_path, FRONTEND) == []

"""Which file an import specifier means: relative paths, tsconfig, aliases, workspaces."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from fixer.program.resolution import Resolver

Files = Mapping[str, str | dict[str, object]]


def resolved(folder: Path, files: Files, importer: str, specifier: str) -> str | None:
    """The file that `specifier` means in `importer`, relative to the folder."""
    for name, content in {importer: "", **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content))
    found = Resolver(folder).resolve((folder / importer).parent, specifier)
    return found.relative_to(folder).as_posix() if found is not None else None


@pytest.mark.parametrize(
    ("specifier", "there", "found"),
    [
        ("./b", "src/b.ts", "src/b.ts"),
        ("./b", "src/b.tsx", "src/b.tsx"),
        ("./b", "src/b.mts", "src/b.mts"),
        ("./b.js", "src/b.ts", "src/b.ts"),
        ("./b.mjs", "src/b.mts", "src/b.mts"),
        ("./b.service", "src/b.service.ts", "src/b.service.ts"),
        ("./b", "src/b/index.ts", "src/b/index.ts"),
        ("./B.vue", "src/B.vue", "src/B.vue"),
        ("./B", "src/B.vue", "src/B.vue"),
        ("./B.svelte?raw", "src/B.svelte", "src/B.svelte"),
        ("..", "index.ts", "index.ts"),
        ("./b", "src/c.ts", None),
        ("react", "node_modules/react/index.js", None),
    ],
)
def test_relative_paths(tmp_path: Path, specifier: str, there: str, found: str | None) -> None:
    assert resolved(tmp_path, {there: ""}, "src/a.ts", specifier) == found


def test_a_file_is_rather_meant_than_a_folder(tmp_path: Path) -> None:
    files = {"src/b.ts": "", "src/b/index.ts": ""}
    assert resolved(tmp_path, files, "src/a.ts", "./b") == "src/b.ts"


def test_paths_of_tsconfig_with_comments(tmp_path: Path) -> None:
    files = {
        "tsconfig.json": '{ "compilerOptions": { /* ours */ "paths": { "@/*": ["./src/*"], }, } }',
        "src/b.ts": "",
    }
    assert resolved(tmp_path, files, "src/deep/a.ts", "@/b") == "src/b.ts"


def test_the_longest_pattern_wins_and_targets_are_tried_in_order(tmp_path: Path) -> None:
    paths = {"@/*": ["./src/*"], "@/api/*": ["./gen/*", "./api/*"], "config": ["./src/config.ts"]}
    files: Files = {
        "tsconfig.json": {"compilerOptions": {"paths": paths}},
        "src/api/b.ts": "",
        "api/b.ts": "",
        "src/config.ts": "",
    }
    assert resolved(tmp_path, files, "src/a.ts", "@/api/b") == "api/b.ts"
    assert resolved(tmp_path, files, "src/a.ts", "config") == "src/config.ts"


def test_paths_are_relative_to_the_base_url(tmp_path: Path) -> None:
    options = {"baseUrl": "./src", "paths": {"~/*": ["app/*"]}}
    files: Files = {
        "tsconfig.json": {"compilerOptions": options},
        "src/app/b.ts": "",
        "src/services/c.ts": "",
    }
    assert resolved(tmp_path, files, "src/a.ts", "~/b") == "src/app/b.ts"
    assert resolved(tmp_path, files, "src/a.ts", "services/c") == "src/services/c.ts"


def test_extends_is_followed_and_its_paths_stay_where_they_are(tmp_path: Path) -> None:
    files: Files = {
        "tsconfig.base.json": {"compilerOptions": {"paths": {"@lib/*": ["./libs/*"]}}},
        "apps/web/tsconfig.json": {"extends": "../../tsconfig.base.json"},
        "libs/b.ts": "",
    }
    assert resolved(tmp_path, files, "apps/web/src/a.ts", "@lib/b") == "libs/b.ts"


def test_extends_may_be_a_list_and_leave_out_the_ending(tmp_path: Path) -> None:
    files: Files = {
        "plain.json": {},
        "aliases.json": {"compilerOptions": {"paths": {"@/*": ["./src/*"]}}},
        "tsconfig.json": {"extends": ["./plain", "./aliases"]},
        "src/b.ts": "",
    }
    assert resolved(tmp_path, files, "src/a.ts", "@/b") == "src/b.ts"


def test_configs_that_extend_each_other_end(tmp_path: Path) -> None:
    files: Files = {
        "tsconfig.json": {"extends": "./other.json"},
        "other.json": {"extends": "./tsconfig.json"},
    }
    assert resolved(tmp_path, files, "src/a.ts", "@/b") is None


def test_references_of_a_solution_and_jsconfig(tmp_path: Path) -> None:
    files: Files = {
        "tsconfig.json": {"files": [], "references": [{"path": "./tsconfig.app.json"}]},
        "tsconfig.app.json": {"compilerOptions": {"paths": {"@/*": ["./src/*"]}}},
        "src/b.ts": "",
        "old/jsconfig.json": {"compilerOptions": {"paths": {"@/*": ["./js/*"]}}},
        "old/js/b.js": "",
    }
    assert resolved(tmp_path, files, "src/a.ts", "@/b") == "src/b.ts"
    assert resolved(tmp_path, files, "old/js/a.js", "@/b") == "old/js/b.js"


@pytest.mark.parametrize(
    "config",
    [
        "export default { resolve: { alias: { '@': path.resolve(__dirname, './src') } } }",
        "export default { resolve: { alias: { '@': '/src' } } }",
        "export default defineConfig({ resolve: { alias: [{ find: '@', replacement:"
        " fileURLToPath(new URL('./src', import.meta.url)) }] } })",
        "export default defineConfig(({ mode }) => ({ resolve: { alias: {"
        " '@/': `${__dirname}/src/`, '@': resolve('src') } } }))",
    ],
)
def test_aliases_of_vite(tmp_path: Path, config: str) -> None:
    files = {"vite.config.ts": config, "src/api/b.ts": ""}
    assert resolved(tmp_path, files, "src/a.ts", "@/api/b") == "src/api/b.ts"


@pytest.mark.parametrize(
    ("config", "there"),
    [
        ("export default { kit: { adapter: adapter() } };", "src/lib/api.ts"),
        ("export default { kit: { files: { lib: 'src/common' } } };", "src/common/api.ts"),
    ],
)
def test_the_library_folder_of_sveltekit(tmp_path: Path, config: str, there: str) -> None:
    """The tsconfig that says so is generated, and in no repository."""
    files: Files = {"svelte.config.js": config, there: ""}
    assert resolved(tmp_path, files, "src/routes/page.ts", "$lib/api") == there


@pytest.mark.parametrize(
    ("config", "there", "specifier"),
    [
        ("export default {}", "api/b.ts", "~/api/b"),
        ("export default {}", "api/b.ts", "@/api/b"),
        ("export default { srcDir: 'client/' }", "client/api/b.ts", "~/api/b"),
        ("export default { srcDir: 'client/' }", "shared/b.ts", "~~/shared/b"),
    ],
)
def test_aliases_of_nuxt(tmp_path: Path, config: str, there: str, specifier: str) -> None:
    files = {"nuxt.config.ts": config, there: ""}
    assert resolved(tmp_path, files, "pages/a.vue", specifier) == there


WORKSPACES: dict[str, Files] = {
    "npm": {"package.json": {"workspaces": ["packages/*"]}},
    "yarn": {"package.json": {"workspaces": {"packages": ["./packages/*"]}}},
    "pnpm": {"package.json": {}, "pnpm-workspace.yaml": "packages:\n  - 'packages/*'\n"},
}


@pytest.mark.parametrize("manager", WORKSPACES)
def test_packages_of_a_workspace(tmp_path: Path, manager: str) -> None:
    files: Files = {
        **WORKSPACES[manager],
        "packages/api/package.json": {"name": "@me/api", "main": "./lib/main.ts"},
        "packages/api/lib/main.ts": "",
        "packages/api/users.ts": "",
    }
    assert resolved(tmp_path, files, "apps/web/a.ts", "@me/api") == "packages/api/lib/main.ts"
    assert resolved(tmp_path, files, "apps/web/a.ts", "@me/api/users") == "packages/api/users.ts"


@pytest.mark.parametrize("by", ["file:../sdk", "link:../sdk", "portal:../sdk"])
def test_a_package_that_is_a_folder_of_the_repository(tmp_path: Path, by: str) -> None:
    files: Files = {
        "web/package.json": {"dependencies": {"@me/sdk": by}},
        "sdk/package.json": {"name": "sdk", "types": "dist/index.d.ts"},
        "sdk/src/index.ts": "",
        "sdk/users.ts": "",
        "other/a.ts": "",
    }
    assert resolved(tmp_path, files, "web/src/a.ts", "@me/sdk") == "sdk/src/index.ts"
    assert resolved(tmp_path, files, "web/src/a.ts", "@me/sdk/users") == "sdk/users.ts"
    assert resolved(tmp_path, files, "other/a.ts", "@me/sdk") is None


def test_a_folder_without_a_manifest_is_a_package_by_its_path(tmp_path: Path) -> None:
    files: Files = {
        "package.json": {"dependencies": {"sdk": "file:./sdk/src", "gone": "file:./gone.tgz"}},
        "sdk/src/index.ts": "",
    }
    assert resolved(tmp_path, files, "web/a.ts", "sdk") == "sdk/src/index.ts"
    assert resolved(tmp_path, files, "web/a.ts", "gone") is None


def test_libraries_of_an_angular_workspace_are_their_sources(tmp_path: Path) -> None:
    library = {"projectType": "library", "root": "projects/api"}
    files: Files = {
        "web/angular.json": {"projects": {"api": library, "app": {"root": ""}}},
        "web/tsconfig.json": {"compilerOptions": {"paths": {"@me/api": ["dist/api"]}}},
        "web/projects/api/package.json": {"name": "@me/api"},
        "web/projects/api/src/public-api.ts": "",
        "web/projects/api/testing/index.ts": "",
    }
    found = resolved(tmp_path, files, "web/src/a.ts", "@me/api")
    assert found == "web/projects/api/src/public-api.ts"
    found = resolved(tmp_path, files, "web/src/a.ts", "@me/api/testing")
    assert found == "web/projects/api/testing/index.ts"


@pytest.mark.parametrize(
    ("manifest", "there", "specifier"),
    [
        ({"types": "./src/types.ts"}, "src/types.ts", "api"),
        ({"module": "./src/m.ts"}, "src/m.ts", "api"),
        ({"main": "./dist/index.js"}, "src/index.ts", "api"),
        ({"exports": "./src/e.ts"}, "src/e.ts", "api"),
        ({"exports": {".": {"import": "./src/e.ts"}}}, "src/e.ts", "api"),
        ({"exports": {"./users": "./src/u.ts"}}, "src/u.ts", "api/users"),
        ({"exports": {"./*": {"types": "./src/*.ts"}}}, "src/users.ts", "api/users"),
        ({"exports": {".": {"source": "./src/s.ts", "default": "./b.js"}}}, "src/s.ts", "api"),
        ({}, "index.ts", "api"),
    ],
)
def test_entries_of_a_package(
    tmp_path: Path, manifest: dict[str, object], there: str, specifier: str
) -> None:
    files: Files = {
        "package.json": {"workspaces": ["packages/*"]},
        "packages/api/package.json": {"name": "api", **manifest},
        f"packages/api/{there}": "",
    }
    assert resolved(tmp_path, files, "web/a.ts", specifier) == f"packages/api/{there}"


WEBPACK = """
const path = require('path');
const PATHS = { src: path.join(__dirname, 'src'), modules: path.join(__dirname, 'node_modules') };
const parts = path.resolve(__dirname, 'parts');
module.exports = {
  resolve: {
    modules: process.env.OWN ? [PATHS.no] : [PATHS.src, PATHS.modules],
    alias: { Parts: parts, vue$: 'vue/dist/vue.js' },
  },
};
"""


@pytest.mark.parametrize(
    ("config", "specifier", "there"),
    [
        ({"webpack.common.js": WEBPACK}, "common/b", "src/common/b.js"),
        ({"webpack.common.js": WEBPACK}, "Parts/b", "parts/b.js"),
        (
            {
                "vue.config.js": "module.exports = { chainWebpack: (c) => { c.resolve.alias"
                ".set('#', resolve('lib')).set('$c', resolve('lib/core')); } };"
            },
            "$c/b",
            "lib/core/b.js",
        ),
        ({"package.json": "{}"}, "@/deep/b", "src/deep/b.ts"),
        ({"package.json": "{}"}, "src/b", "src/b.ts"),
        ({"package.json": "{}"}, "@scope/b", None),
    ],
)
def test_what_bundlers_look_up(
    tmp_path: Path, config: Files, specifier: str, there: str | None
) -> None:
    files = {**config, (there or "src/b.ts"): ""}
    assert resolved(tmp_path, files, "src/deep/a.js", specifier) == there


@pytest.mark.parametrize(
    ("specifier", "found"),
    [
        ("#lib/b", "web/src/lib/b.ts"),
        ("#api/calls", "web/src/calls.ts"),
        ("#conditional", "web/src/b.ts"),
        ("#elsewhere", None),
        ("#outside/x", None),
    ],
)
def test_subpaths_of_the_packages_own_imports(
    tmp_path: Path, specifier: str, found: str | None
) -> None:
    files: Files = {
        "web/package.json": {
            "imports": {
                "#*": "./src/nothing/*",
                "#lib/*": "./src/lib/*",
                "#api/*": ["./gone/*.ts", "./src/*.ts"],
                "#conditional": {"types": "./types/b.d.ts", "default": {"import": "./src/b.ts"}},
                "#outside/*": "some-package/*",
            }
        },
        "package.json": {"imports": {"#elsewhere": "./web/src/b.ts"}},
        "web/src/lib/b.ts": "",
        "web/src/calls.ts": "",
        "web/src/b.ts": "",
    }
    assert resolved(tmp_path, files, "web/src/deep/a.ts", specifier) == found

"""Which prefixes a development server takes off the paths that it passes on."""

from pathlib import Path

import pytest

from fixer.program.proxies import stripped_prefixes

VITE = "export default { server: { proxy: { '/api': { target: 'http://b', %s } } } };"


@pytest.mark.parametrize(
    ("name", "text", "prefixes"),
    [
        ("vite.config.ts", VITE % r"rewrite: (path) => path.replace(/^\/api/, '')", ("/api",)),
        ("vite.config.ts", VITE % r"rewrite: (path) => path.replace('/api', '')", ("/api",)),
        ("vite.config.ts", VITE % r"rewrite: (path) => path.replace(/^\/api/, '/v1')", ()),
        ("vite.config.ts", VITE % "changeOrigin: true", ()),
        ("setupProxy.js", "app.use(proxy('/api/', { pathRewrite: { '^/api': '' } }));", ("/api",)),
        (
            "vue.config.js",
            "module.exports = { p: { pathRewrite: { '^/api/v1': '/' } } };",
            ("/api/v1",),
        ),
        ("proxy.conf.json", '{ "/api": { "pathRewrite": { "^/api": "" } } }', ("/api",)),
        (
            "next.config.js",
            "const rewrites = { source: '/api/:path*', destination: `${process.env.B}/:path*` };",
            ("/api",),
        ),
        (
            "next.config.js",
            "const rewrites = { source: '/api/:path*', destination: 'http://b/api/:path*' };",
            (),
        ),
        ("other.ts", VITE % r"rewrite: (path) => path.replace(/^\/api/, '')", ()),
    ],
)
def test_what_a_proxy_takes_off(
    tmp_path: Path, name: str, text: str, prefixes: tuple[str, ...]
) -> None:
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / name).write_text(text)
    (tmp_path / "src").mkdir()
    assert stripped_prefixes(tmp_path / "src", {}) == prefixes
    assert stripped_prefixes(tmp_path, {tmp_path / name: text.encode()}) == prefixes

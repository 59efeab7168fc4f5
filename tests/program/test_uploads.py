"""Components of packages that send files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.frontends import sent

UPLOAD = "import { Upload } from 'antd';\n"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (UPLOAD + "const A = ({ id }) => <Upload action={`/a/${id}`}>x</Upload>;", ["POST /a/{}"]),
        (UPLOAD + "const A = () => <Upload.Dragger action='/a' />;", ["POST /a"]),
        (
            UPLOAD + "const { Dragger } = Upload;\nconst props = { name: 'file', action: '/a' };\n"
            "const A = () => <Dragger {...props} />;",
            ["POST /a"],
        ),
        (UPLOAD + "const A = () => <Upload beforeUpload={read} />;", []),
        ("import { Upload } from './own';\nconst A = () => <Upload action='/a' />;", []),
        (
            "import { FileUpload } from 'primereact/fileupload';\n"
            "const A = () => <FileUpload url='/a' />;",
            ["POST /a"],
        ),
    ],
)
def test_an_element_of_jsx(tmp_path: Path, code: str, expected: list[str]) -> None:
    assert sent(tmp_path, {"A.tsx": code}) == expected


def test_a_tag_of_a_template(tmp_path: Path) -> None:
    code = (
        '<template><div><el-upload action="/a" /><a-upload :action="base + \'/b\'"></a-upload>\n'
        '<el-upload action="#" /></div></template>\n'
        "<script setup lang=\"ts\">\nconst base = '/api';\n</script>"
    )
    assert sent(tmp_path, {"A.vue": code}) == ["POST /a", "POST /api/b"]


def test_an_element_of_angular(tmp_path: Path) -> None:
    script = """import { Component } from '@angular/core';
@Component({ selector: 'app-a', templateUrl: './a.html' })
export class A { base = '/api'; send = () => {}; }
"""
    template = """<nz-upload nzAction="/a"></nz-upload>
<p-fileUpload [url]="base + '/b'"></p-fileUpload>
<nz-upload nzAction="/c" [nzCustomRequest]="send"></nz-upload><p-fileUpload [url]="more">
</p-fileUpload><ng-template let-base><nz-upload [nzAction]="base + '/d'"></nz-upload></ng-template>
"""
    files = {"a.component.ts": script, "a.html": template}
    assert sent(tmp_path, files) == ["POST /a", "POST /api/b", "POST /d"]


def test_an_uploader_that_is_made(tmp_path: Path) -> None:
    code = """import { FileUploader } from 'ng2-file-upload';
export const uploader = new FileUploader({ url: '/a', itemAlias: 'file' });
export const replacing = new FileUploader({ url: '/b', method: 'PUT' });
"""
    assert sent(tmp_path, {"a.ts": code}) == ["POST /a", "PUT /b"]

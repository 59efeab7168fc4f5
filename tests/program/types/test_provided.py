"""Forms that a provider hands to the components inside of it, which tell no type themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.types.marks import agree

ROW = """
export interface Values { /*a*/old: string; kind: string }
"""
FIELDS = """
import { useFormContext } from 'react-hook-form';
export const Fields = () => {
  const { trigger, watch } = useFormContext();
  return <b onClick={() => trigger(/*a*/'old')}>{watch()./*a*/old}</b>;
};
"""
FORM = """
import { FormProvider, useForm } from 'react-hook-form';
import type { Values } from './row';
import { Fields } from './fields';
const Box = ({ children }: { children: any }) => <div>{children}</div>;
export const Form = () => {
  const methods = useForm<Values>();
  return <FormProvider {...methods}>SHOWN</FormProvider>;
};
"""


@pytest.mark.parametrize(
    "shown",
    [
        "<Fields />",
        "<Box><p><Fields /></p></Box>",
        "{[1].map((n) => <Fields key={n} />)}",
        "<Fields></Fields>",
    ],
)
def test_a_form_is_that_of_the_provider_around(tmp_path: Path, shown: str) -> None:
    form = FORM.replace("SHOWN", shown)
    agree(tmp_path, {"row.ts": ROW, "fields.tsx": FIELDS, "form.tsx": form})


def test_a_component_that_is_a_file_s_default(tmp_path: Path) -> None:
    fields = FIELDS.replace("export const", "const") + "export default Fields;\n"
    form = FORM.replace("SHOWN", "<Fields />").replace("{ Fields }", "Fields")
    agree(tmp_path, {"row.ts": ROW, "fields.tsx": fields, "form.tsx": form})


def test_a_component_by_another_name(tmp_path: Path) -> None:
    form = FORM.replace("SHOWN", "<Section />").replace("{ Fields }", "{ Fields as Section }")
    agree(tmp_path, {"row.ts": ROW, "fields.tsx": FIELDS, "form.tsx": form})


def test_a_hook_that_asks_is_where_its_component_is(tmp_path: Path) -> None:
    fields = FIELDS.replace("useFormContext();", "useFields();").replace(
        "export const Fields", "const useFields = () => useFormContext();\nexport const Fields"
    )
    form = FORM.replace("SHOWN", "<Fields />")
    agree(tmp_path, {"row.ts": ROW, "fields.tsx": fields, "form.tsx": form})


def test_a_page_that_shows_it_is_inside(tmp_path: Path) -> None:
    form = FORM.replace("SHOWN", "<Page />") + "function Page() { return <Fields />; }"
    agree(tmp_path, {"row.ts": ROW, "fields.tsx": FIELDS, "form.tsx": form})


@pytest.mark.parametrize(
    "more",
    [
        "export const other = () => <Fields />;",
        "export const Other = ({ form }: { form: any }) =>"
        " <FormProvider {...form}><Fields /></FormProvider>;",
        "export const page = { shown: Fields };",
        "import { lazy } from 'react';\nexport const Later = lazy(() => import('./fields'));",
        "import * as all from './fields';\nexport const other = () => <all.Fields />;",
        "export { Fields as Section } from './fields';",
        "interface Other { old: string; id: number }\n"
        "export const Two = () => { const methods = useForm<Other>();"
        " return <FormProvider {...methods}><Fields /></FormProvider>; };",
    ],
)
def test_it_is_not_known_where_one_place_is_not(tmp_path: Path, more: str) -> None:
    form = FORM.replace("SHOWN", "<Fields />") + more
    fields = FIELDS.replace("/*a*/", "/*?*/")
    agree(tmp_path, {"row.ts": ROW, "fields.tsx": fields, "form.tsx": form})


@pytest.mark.parametrize(
    "around",
    [
        "const Inner = ({ children }: any) =>"
        " <FormProvider {...useForm<Other>()}>{children}</FormProvider>;",
        "const Deep = ({ children }: any) =>"
        " <FormProvider {...useForm<Other>()}><p>{children}</p></FormProvider>;\n"
        "function Inner({ children }: any) { return <p><Deep>{children}</Deep></p>; }",
    ],
)
def test_a_component_between_that_provides_one_of_its_own(tmp_path: Path, around: str) -> None:
    form = FORM.replace("SHOWN", "<Inner><Fields /></Inner>")
    form += f"interface Other {{ old: string; id: number }}\n{around}\n"
    fields = FIELDS.replace("/*a*/", "/*?*/")
    agree(tmp_path, {"row.ts": ROW, "fields.tsx": fields, "form.tsx": form})


@pytest.mark.parametrize("more", ["{...useForm<Other>()}", "trigger={other}"])
def test_what_is_given_besides_a_form_hides_it(tmp_path: Path, more: str) -> None:
    form = FORM.replace("SHOWN", "<Fields />").replace("{...methods}", f"{{...methods}} {more}")
    form += "interface Other { old: string; id: number }\ndeclare const other: any;\n"
    fields = FIELDS.replace("/*a*/", "/*?*/")
    agree(tmp_path, {"row.ts": ROW, "fields.tsx": fields, "form.tsx": form})


def test_a_default_that_is_exported_by_its_name_too(tmp_path: Path) -> None:
    """The other file calls it as it likes, and has a form of another type around it."""
    fields = FIELDS.replace("/*a*/", "/*?*/") + "export default Fields;\n"
    form = FORM.replace("SHOWN", "<Fields />")
    other = """
import { FormProvider, useForm } from 'react-hook-form';
import Section from './fields';
export const Other = () => (
  <FormProvider {...useForm<{ old: string; id: number }>()}><Section /></FormProvider>
);
"""
    files = {"row.ts": ROW, "fields.tsx": fields, "form.tsx": form, "other.tsx": other}
    agree(tmp_path, files)


def test_a_component_around_that_is_made_without_markup(tmp_path: Path) -> None:
    """TypeScript's own grammar knows no elements: the file can't be asked for them."""
    frame = "export const Frame = ({ children }: any) => children;\n"
    form = FORM.replace("SHOWN", "<Frame><Fields /></Frame>")
    form = "import { Frame } from './frame';\n" + form
    agree(tmp_path, {"row.ts": ROW, "fields.tsx": FIELDS, "frame.ts": frame, "form.tsx": form})

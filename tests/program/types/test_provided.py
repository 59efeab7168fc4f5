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
    ],
)
def test_it_is_not_known_where_one_place_is_not(tmp_path: Path, more: str) -> None:
    form = FORM.replace("SHOWN", "<Fields />") + more
    fields = FIELDS.replace("/*a*/", "/*?*/")
    agree(tmp_path, {"row.ts": ROW, "fields.tsx": fields, "form.tsx": form})

"""What django-modeltranslation adds to models: a field for each language, `name_fi`, `name_sv`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import libcst as cst

from .evaluate import Evaluator
from .modules import Module
from .operators import foreign, iterate
from .source import Statement
from .values import ClassObject, Const, Items, Value, constant_text

_PACKAGE = "modeltranslation"
_OPTIONS = re.compile(r"TranslationOptions")
_BASE = f"{_PACKAGE}.translator.TranslationOptions"


@dataclass(frozen=True, slots=True)
class Translations:
    """The fields that are translated, by model, and the languages as fields end in them."""

    fields: dict[ClassObject, tuple[str, ...]]
    languages: tuple[str, ...]

    def of(self, model: ClassObject) -> Iterator[tuple[str, str]]:
        """Each translated field of a model's own, and a field that is added for it."""
        for name in self.fields.get(model, ()):
            yield from ((name, f"{name}_{language}") for language in self.languages)


def translations(evaluator: Evaluator) -> Translations:
    """What the project's `translation.py` modules register."""
    languages = tuple(_languages(evaluator)) if _is_installed(evaluator) else ()
    fields: dict[ClassObject, tuple[str, ...]] = {}
    for name in evaluator.project.holding(_OPTIONS) if languages else ():
        module = evaluator.project.module(name)
        for model, options in _registered(evaluator, module) if module is not None else ():
            named = evaluator.classes.find(options, "fields")
            fields[model] = tuple(_texts(iterate(named) if named is not None else None))
    return Translations(fields, languages)


def _is_installed(evaluator: Evaluator) -> bool:
    apps = _texts(iterate(evaluator.setting("INSTALLED_APPS")))
    return any(app.split(".")[0] == _PACKAGE for app in apps)


def _languages(evaluator: Evaluator) -> Iterator[str]:
    said = iterate(evaluator.setting("MODELTRANSLATION_LANGUAGES"))
    pairs = iterate(evaluator.setting("LANGUAGES"))
    codes = said if said is not None else [_first(pair) for pair in pairs or ()]
    yield from (code.replace("-", "_") for code in _texts(codes))


def _first(pair: Value) -> Value:
    return pair.items[0] if isinstance(pair, Items) and pair.items else Const("")


def _texts(values: Iterable[Value] | None) -> Iterator[str]:
    yield from (text for value in values or () if (text := constant_text(value)))


def _registered(evaluator: Evaluator, module: Module) -> Iterator[tuple[ClassObject, ClassObject]]:
    """`@register(Model)` above a class of options, `translator.register(Model, Options)`."""
    for statement in module.statements:
        made = module.frame.names.get(statement.defines or "")
        if isinstance(made, ClassObject) and statement.is_class:
            for decorator in evaluator.classes.decorators(made):
                node = decorator.decorator
                if isinstance(node, cst.Call) and _registers(evaluator, module, node):
                    yield from ((model, made) for model in _models(evaluator, module, node))
        elif statement.defines is None and ".register(" in statement.text:
            for node in _calls(statement):
                if _registers(evaluator, module, node):
                    found = list(_models(evaluator, module, node))
                    yield from ((model, found[-1]) for model in found[:-1])


def _calls(statement: Statement) -> Iterator[cst.Call]:
    for line in statement.nodes:
        for part in line.body if isinstance(line, cst.SimpleStatementLine) else ():
            if isinstance(part, cst.Expr) and isinstance(part.value, cst.Call):
                yield part.value


def _registers(evaluator: Evaluator, module: Module, node: cst.Call) -> bool:
    dotted = foreign(evaluator.value(node.func, module.frame)) or ""
    return dotted.startswith(f"{_PACKAGE}.") and dotted.endswith(".register")


def _models(evaluator: Evaluator, module: Module, node: cst.Call) -> Iterator[ClassObject]:
    """The classes that a call is given, also as a list of them."""
    for argument in node.args:
        value = evaluator.value(argument.value, module.frame)
        for item in iterate(value) or (value,):
            if isinstance(item, ClassObject):
                yield item

"""Carries out `import` and `from … import`: names are bound, and read when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from .operators import iterate
from .values import Const, Foreign, Frame

if TYPE_CHECKING:
    from .evaluate import Evaluator


def run_import(evaluator: Evaluator, node: cst.Import | cst.ImportFrom, frame: Frame) -> None:
    """Binds what the statement imports in `frame`."""
    if isinstance(node, cst.Import):
        for alias in node.names:
            _module(alias, frame)
        return
    name = evaluator.project.absolute(frame.module, len(node.relative), _dotted(node.module))
    if isinstance(node.names, cst.ImportStar):
        _star(evaluator, name, frame)
        return
    for alias in node.names:
        imported = _dotted(alias.name)
        bound = alias.asname.name if alias.asname else None
        as_name = bound.value if isinstance(bound, cst.Name) else imported
        frame.names[as_name] = Foreign(f"{name}.{imported}")


def _module(alias: cst.ImportAlias, frame: Frame) -> None:
    dotted = _dotted(alias.name)
    bound = alias.asname.name if alias.asname else None
    if isinstance(bound, cst.Name):
        frame.names[bound.value] = Foreign(dotted)
    else:
        frame.names[dotted.split(".")[0]] = Foreign(dotted.split(".")[0])


def _star(evaluator: Evaluator, name: str, frame: Frame) -> None:
    module = evaluator.project.module(name)
    if module is None and evaluator.executor.is_trying and _is_left_out(evaluator, name):
        frame.module.may_gain = True
        return
    if module is None:
        frame.module.stars.append(name)
        return
    listed = module.frame.names.get("__all__")
    chosen = iterate(listed) if listed is not None else None
    names = [c.value for c in chosen if isinstance(c, Const)] if chosen is not None else None
    for key, value in list(module.frame.names.items()):
        is_own = value == Foreign(f"{frame.module.name}.{key}")  # what it had from here itself
        is_given = key in names if names is not None else not key.startswith("_")
        if is_given and not is_own:
            frame.names[key] = value
    frame.module.stars.extend(module.stars)
    frame.module.may_gain |= module.may_gain


def _is_left_out(evaluator: Evaluator, name: str) -> bool:
    """Whether it is a module of the project that each machine has of its own, or hasn't."""
    return "." not in name or evaluator.project.lacks(name)


def _dotted(node: cst.CSTNode | None) -> str:
    if isinstance(node, cst.Attribute):
        return f"{_dotted(node.value)}.{node.attr.value}"
    return node.value if isinstance(node, cst.Name) else ""

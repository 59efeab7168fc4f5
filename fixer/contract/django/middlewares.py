"""The settings' middleware becomes whether a path is served as it was asked for."""

from __future__ import annotations

import re

from .evaluate import Evaluator
from .operators import iterate
from .values import ClassObject, Const, Foreign, Function, Site

# `request.path_info = …`: routes are looked up by what is set there.
_SETS_PATH = re.compile(r"\.path_info\s*=(?!=)")


def rewriting(evaluator: Evaluator) -> Site | None:
    """Where a middleware of the project sets another path than was asked for: a tenant's left out.

    A function that makes a middleware is one, too; packages' own are not looked into.
    """
    for name in iterate(evaluator.setting("MIDDLEWARE")) or ():
        if not (isinstance(name, Const) and isinstance(name.value, str)):
            continue
        found = evaluator.resolved(Foreign(name.value))
        if not isinstance(found, (ClassObject, Function)) or found.module.is_stub:
            continue
        if _SETS_PATH.search(found.statement.text):
            return Site(found.module, found.statement.line)
    return None

"""The tables in which `angular.d.ts` says what libraries' elements, pipes and tokens do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fixer.program.program import Symbol
from fixer.program.types.model import UNKNOWN, Context, Type

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def of_table(engine: Engine, name: str, argument: Type) -> Type:
    """A generic type of the library's declarations about templates, with its argument."""
    symbol = engine.libraries.exported("@angular/common", name, types=True)
    if not isinstance(symbol, Symbol):
        return UNKNOWN
    return engine.symbol_type(Context(symbol.module), symbol, (argument,))

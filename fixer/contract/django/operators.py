"""The operators and built-in functions of Python, on values as far as they are known."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

import libcst as cst

from .values import (
    Application,
    AsView,
    ClassObject,
    Const,
    Dictionary,
    Foreign,
    Function,
    Include,
    Items,
    Key,
    Lambda,
    Object,
    PathValue,
    Pattern,
    Unknown,
    Value,
    assumed,
    is_assumed,
)

LONGEST_TEXT = 100_000
MOST_ITEMS = 20_000

_COMPARISONS: dict[type[cst.BaseCompOp], Callable[..., object]] = {
    cst.Equal: operator.eq,
    cst.NotEqual: operator.ne,
    cst.LessThan: operator.lt,
    cst.LessThanEqual: operator.le,
    cst.GreaterThan: operator.gt,
    cst.GreaterThanEqual: operator.ge,
    cst.Is: operator.is_,
    cst.IsNot: operator.is_not,
}
_ARITHMETIC: dict[type[cst.BaseBinaryOp], Callable[..., object]] = {
    cst.Add: operator.add,
    cst.Subtract: operator.sub,
    cst.Divide: operator.truediv,
    cst.FloorDivide: operator.floordiv,
    cst.Modulo: operator.mod,
    cst.BitOr: operator.or_,
    cst.BitAnd: operator.and_,
}


def truth(value: Value) -> bool | None:
    """Whether `value` is true for Python; None: it can't be known."""
    match value:
        case Const():
            return bool(value.value)
        case Items() | Dictionary():
            return True if value.items else (None if value.open_reason else False)
        case ClassObject() | Function() | Lambda() | AsView() | PathValue():
            return True
        case _:
            return None


def iterate(value: Value | None) -> list[Value] | None:
    """What a loop over `value` would see, in order; None: it can't be known."""
    match value:
        case Items():
            return list(value.items)
        case Dictionary():
            return [Const(key) for key in value.items]
        case Const(value=str() as text):
            return [Const(char) for char in text]
        case Include():  # (URLconf, app's name, namespace)
            return [value, Unknown("the app's name"), Const(value.namespace)]
        case _:
            return None


def wrap(plain: object) -> Value:
    """A value of Python's own as a value of ours."""
    match plain:
        case str() | bytes() | int() | float() | None:
            return Const(plain)
        case PurePosixPath():
            return PathValue(plain)
        case list() | tuple() | set() | frozenset():
            return Items([wrap(item) for item in plain], type(plain).__name__)
        case dict():
            return Dictionary({key: wrap(item) for key, item in plain.items()})
        case _:
            return Unknown(f"a {type(plain).__name__} can't be represented")


def is_open(value: Value | None) -> str:
    """Why there may be more in it than is known; empty if it is whole."""
    return value.open_reason if isinstance(value, (Items, Dictionary)) else ""


def lost_rounds(value: Value) -> str:
    """Why a loop over it may have more rounds than are known; empty if it hasn't."""
    if iterate(value) is None:
        return "what the loop goes over can't be known"
    return is_open(value)


class NotConstantError(Exception):
    """The value isn't made of constants only."""


def unwrap(value: Value) -> object:
    """A value made of constants as Python's own. Raises NotConstantError."""
    match value:
        case Const():
            return value.value
        case PathValue():
            return value.path
        case Items() if not value.open_reason:
            plain = [unwrap(item) for item in value.items]
            return tuple(plain) if value.kind == "tuple" else plain
        case Dictionary() if not value.open_reason:
            return {key: unwrap(item) for key, item in value.items.items()}
        case _:
            raise NotConstantError


def binary(left: Value, op: cst.BaseBinaryOp, right: Value) -> Value:
    """`left op right`."""
    if isinstance(op, cst.Add) and (isinstance(left, Items) or isinstance(right, Items)):
        return _joined(left, right)
    if isinstance(op, cst.BitOr) and isinstance(left, Dictionary) and isinstance(right, Dictionary):
        return Dictionary({**left.items, **right.items}, left.open_reason or right.open_reason)
    function = _ARITHMETIC.get(type(op))
    if function is None:
        return Unknown("the operator isn't followed")
    if isinstance(op, cst.Multiply):
        return Unknown("a product isn't followed")
    return computed(function, left, right)


def _joined(left: Value, right: Value) -> Value:
    parts = [iterate(side) for side in (left, right)]
    reason = next((s.open_reason for s in (left, right) if isinstance(s, Items)), "")
    if any(part is None for part in parts):
        reason = "a part of it can't be known"
    kind = left.kind if isinstance(left, Items) else "list"
    return Items([item for part in parts if part for item in part], kind, reason)


def computed(function: Callable[..., object], *values: Value) -> Value:
    """`function` of `values` when all are constants and it doesn't fail or grow without bound."""
    try:
        plain = function(*(unwrap(value) for value in values))
    except NotConstantError:
        return Unknown("a part of it can't be known")
    except Exception as error:  # whatever the backend's own expression raises, it has no value
        return Unknown(f"it fails: {error}")
    if isinstance(plain, (str, bytes)) and len(plain) > LONGEST_TEXT:
        return Unknown("the text is too long")
    return assumed(wrap(plain)) if is_assumed(*values) else wrap(plain)


def compare(left: Value, op: cst.BaseCompOp, right: Value) -> Value:
    """`left op right` of a comparison."""
    if isinstance(op, (cst.In, cst.NotIn)):
        found = _contains(right, left)
        found = assumed(found) if is_assumed(left, right) else found
        return found if isinstance(op, cst.In) else negated(found)
    function = _COMPARISONS.get(type(op))
    if function is None:
        return Unknown("the comparison isn't followed")
    if isinstance(op, (cst.Is, cst.IsNot)) and not isinstance(left, (Const, Unknown, Application)):
        same = left is right
        if isinstance(right, Const) or isinstance(left, ClassObject):
            return Const(same if isinstance(op, cst.Is) else not same)
    return computed(function, left, right)


def _contains(holder: Value, item: Value) -> Value:
    if not isinstance(item, Const):
        items = iterate(holder)
        return Const(True) if items is not None and item in items else Unknown("not known")
    match holder:
        case Const(value=str() as text) if isinstance(item.value, str):
            return Const(item.value in text)
        case Items():
            if item in holder.items:
                return Const(True)
            whole = not holder.open_reason and all(isinstance(i, Const) for i in holder.items)
            return Const(False) if whole else Unknown("not all items are known")
        case Dictionary():
            found = item.value in holder.items
            return (
                Unknown("not all keys are known")
                if holder.open_reason and not found
                else Const(found)
            )
        case _:
            return Unknown("what it looks into can't be known")


def negated(value: Value) -> Value:
    decided = truth(value)
    if decided is None:
        return Unknown("the condition can't be known")
    return Const(not decided, is_assumed(value))


def subscript(holder: Value, index: Value) -> Value:
    """`holder[index]`."""
    if isinstance(holder, Dictionary) and isinstance(index, Const):
        return holder.items.get(index.value, Unknown(f"there is no key {index.value!r}"))
    if isinstance(holder, Items) and isinstance(index, Const) and isinstance(index.value, int):
        try:
            return holder.items[index.value]
        except IndexError:
            return Unknown("the index is out of range")
    if isinstance(holder, Const):
        return computed(operator.getitem, holder, index)
    return Unknown("what it indexes can't be known")


def lacking(holder: Value, key: Value) -> Value | None:
    """What makes the value that a `defaultdict` lacks for `key`; None for all others."""
    if not isinstance(holder, Dictionary) or holder.factory is None:
        return None
    if not isinstance(key, Const):
        holder.open_reason = holder.open_reason or "a key can't be known"
        for held in holder.items.values():
            if isinstance(held, (Items, Dictionary)):  # it may be what is added to
                held.open_reason = held.open_reason or holder.open_reason
        return None
    return None if key.value in holder.items or holder.open_reason else holder.factory


def fill(holder: Value, key: Value, value: Value) -> None:
    """`holder[key] = value`; what a key that can't be known leads to leaves the dict open."""
    if isinstance(holder, Dictionary):
        if isinstance(key, Const):
            holder.items[key.value] = value
        else:
            holder.open_reason = holder.open_reason or "a key can't be known"


def sliced(holder: Value, *bounds: Value) -> Value:
    """`holder[lower:upper:step]`."""
    if not isinstance(holder, Items):
        return computed(lambda whole, *at: whole[slice(*at)], holder, *bounds)
    places = computed(lambda *at: list(range(len(holder.items))[slice(*at)]), *bounds)
    if not isinstance(places, Items):
        return Unknown("which part of it is taken can't be known")
    at = [p.value for p in places.items if isinstance(p, Const) and isinstance(p.value, int)]
    taken = [holder.items[place] for place in at]
    return Items(taken, holder.kind, holder.open_reason)


def made_dictionary(args: Sequence[Value], kwargs: dict[str, Value]) -> Value:
    """`dict(pairs, name=value)`."""
    named: dict[Key, Value] = dict(kwargs.items())
    match args:
        case []:
            return Dictionary(named)
        case [Dictionary() as base]:
            return Dictionary({**base.items, **named}, base.open_reason)
        case [Items() as pairs]:
            made = Dictionary(open_reason=pairs.open_reason)
            for pair in pairs.items:
                match iterate(pair):
                    case [Const() as key, value]:
                        made.items[key.value] = value
                    case _:
                        made.open_reason = "a key can't be known"
            made.items.update(named)
            return made
        case _:
            return Dictionary(named, "what it is made of can't be known")


def _sequence(kind: str) -> Callable[[Sequence[Value]], Value]:
    def build(args: Sequence[Value]) -> Value:
        if not args:
            return Items([], kind)
        parts = iterate(args[0])
        if parts is None:
            return Unknown("what it is made of can't be known")
        reason = args[0].open_reason if isinstance(args[0], Items) else ""
        return Items(parts, kind, reason)

    return build


def _zip(args: Sequence[Value]) -> Value:
    columns = [iterate(arg) for arg in args]
    if any(column is None for column in columns):
        return Unknown("what it goes over can't be known")
    rows = zip(*(column or [] for column in columns), strict=False)
    return Items([Items(list(row), "tuple") for row in rows])


def _enumerate(args: Sequence[Value]) -> Value:
    items = iterate(args[0]) if args else None
    if items is None:
        return Unknown("what it goes over can't be known")
    return Items([Items([Const(at), item], "tuple") for at, item in enumerate(items)])


def _range(args: Sequence[Value]) -> Value:
    return computed(lambda *plain: list(range(*plain))[:MOST_ITEMS], *args)


def _sorted(args: Sequence[Value]) -> Value:
    result = computed(sorted, *args[:1])
    if isinstance(result, Unknown) and args and (items := iterate(args[0])) is not None:
        return Items(items, open_reason=is_open(args[0]))
    return result


def _length(args: Sequence[Value]) -> Value:
    items = iterate(args[0]) if args else None
    return Unknown("its length can't be known") if items is None else Const(len(items))


def _reversed(args: Sequence[Value]) -> Value:
    items = iterate(args[0]) if args else None
    if items is None:
        return Unknown("what is reversed can't be known")
    return Items(items[::-1], "list", is_open(args[0]))


BUILT_IN: dict[str, Callable[[Sequence[Value]], Value]] = {
    "list": _sequence("list"),
    "tuple": _sequence("tuple"),
    "set": _sequence("set"),
    "frozenset": _sequence("set"),
    "reversed": _reversed,
    "zip": _zip,
    "enumerate": _enumerate,
    "range": _range,
    "sorted": _sorted,
    "len": _length,
    "str": lambda args: computed(str, *args),
    "int": lambda args: computed(int, *args),
    "float": lambda args: computed(float, *args),
    "bool": lambda args: negated(negated(args[0])) if args else Const(False),
    "any": lambda args: computed(any, *args),
    "all": lambda args: computed(all, *args),
    "print": lambda _: Const(None),
}


def foreign(value: Value) -> str | None:
    """The dotted name of something that isn't there to be read, through calls on it."""
    match value:
        case Foreign():
            return value.name
        case Application():
            return foreign(value.callee)
        case Object():
            return value.cls.qualified
        case _:
            return None


def pattern_attribute(pattern: Pattern, name: str) -> Value:
    """`pattern.name`, `pattern.callback` of what `path()` made."""
    if name == "name":
        return Const(pattern.name)
    if name == "callback":
        return pattern.view
    if name == "url_patterns" and isinstance(pattern.view, Include):
        return pattern.view.target
    if name == "pattern":
        return pattern  # what has the text: `entry.pattern.regex.pattern`
    if name == "regex" and pattern.is_regex and pattern.route is not None:
        return Const(pattern.route)
    return Unknown(f"the member {name} of a pattern isn't followed")


def unescaped(raw: str) -> str:
    """The text that stands between an f-string's holes."""
    if "\\" not in raw:
        return raw
    return raw.encode("latin-1", "backslashreplace").decode("unicode_escape")

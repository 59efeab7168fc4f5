"""The methods of Python's own texts, lists and dicts, on values as far as they are known."""

from __future__ import annotations

from collections.abc import Sequence

from .operators import NotConstantError, computed, is_open, iterate, unwrap
from .values import Const, Dictionary, Items, Unknown, Value

_TEXT_METHODS = frozenset(
    [
        "format",
        "join",
        "strip",
        "lstrip",
        "rstrip",
        "replace",
        "lower",
        "upper",
        "title",
        "capitalize",
        "split",
        "rsplit",
        "splitlines",
        "startswith",
        "endswith",
        "removeprefix",
        "removesuffix",
        "isdigit",
        "isupper",
        "islower",
        "partition",
        "rpartition",
        "count",
        "find",
    ]
)


def text_method(
    receiver: Const, name: str, args: Sequence[Value], kwargs: dict[str, Value]
) -> Value:
    """A method of a string."""
    if name not in _TEXT_METHODS or not isinstance(receiver.value, str):
        return Unknown(f"the method {name} isn't followed")
    method = getattr(receiver.value, name)
    try:
        named = {key: unwrap(value) for key, value in kwargs.items()}
    except NotConstantError:
        return Unknown("an argument can't be known")
    return computed(lambda *plain: method(*plain, **named), *args)


def items_method(receiver: Items, name: str, args: Sequence[Value]) -> Value:
    """A method of a list, tuple or set; those that change it do."""
    match name, list(args):
        case (("append" | "add"), [item]):
            receiver.items.append(item)
        case "insert", [Const(value=int() as at), item]:
            receiver.items.insert(at, item)
        case (("extend" | "update"), [more]):
            if (added := iterate(more)) is None:
                receiver.open_reason = "what is added to it can't be known"
            else:
                receiver.items.extend(added)
                receiver.open_reason = receiver.open_reason or is_open(more)
        case (("remove" | "discard"), [item]) if item in receiver.items:
            receiver.items.remove(item)
        case "reverse", []:
            receiver.items.reverse()
        case "copy", []:
            return Items(list(receiver.items), receiver.kind, receiver.open_reason)
        case "pop", []:
            return receiver.items.pop() if receiver.items else Unknown("the list is empty")
        case "pop", [Const(value=int() as at)] if -len(receiver.items) <= at < len(receiver.items):
            return receiver.items.pop(at)
        case _:
            return Unknown(f"the method {name} isn't followed")
    return Const(None)


def dictionary_method(receiver: Dictionary, name: str, args: Sequence[Value]) -> Value:
    """A method of a dict; those that change it do."""
    match name, list(args):
        case "get", [Const() as key, *rest]:
            return receiver.items.get(key.value, rest[0] if rest else Const(None))
        case "items", []:
            pairs = [Items([Const(k), v], "tuple") for k, v in receiver.items.items()]
            return Items(list(pairs), open_reason=receiver.open_reason)
        case "keys", []:
            return Items([Const(key) for key in receiver.items], open_reason=receiver.open_reason)
        case "values", []:
            return Items(list(receiver.items.values()), open_reason=receiver.open_reason)
        case "update", [Dictionary() as more]:
            receiver.items.update(more.items)
        case "copy", []:
            return Dictionary(dict(receiver.items), receiver.open_reason)
        case "pop", [Const() as key, *rest]:
            return receiver.items.pop(key.value, rest[0] if rest else Unknown("no such key"))
        case "setdefault", [Const() as key, default]:
            return receiver.items.setdefault(key.value, default)
        case _:
            return Unknown(f"the method {name} isn't followed")
    return Const(None)

"""Paths with a suffix by which Rails and REST framework choose the format of an answer."""

from __future__ import annotations

from collections.abc import Sequence

from fixer.contract.match import Routes, Segment
from fixer.program.call import Url

FORMAT = ".json"


def chooses_format(method: str | None, path: Sequence[Segment], url: Url, routes: Routes) -> bool:
    """Whether a path of `url` is one of the contract but for such a suffix."""
    *above, last = path
    if not isinstance(last, str) or not last.endswith(FORMAT):
        return False
    plain = (*above, last.removesuffix(FORMAT))
    ends = (plain, (*plain, ""))
    return any(routes.find(method, end, based=url.based).exact for end in ends)

"""Paths with a suffix by which Rails and REST framework choose the format of an answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fixer.contract.match import Routes, Segment
from fixer.program.call import Url

_FORMAT = re.compile(r"(.+)\.[a-z][a-z0-9]{1,4}")  # `report.xlsx`
_FILE = re.compile(
    r"\.(?:txt|json|pdf|csv|png|jpe?g|gif|svg|webp|ico|html?|js|css|xml|zip|mp[34]|webm|woff2?)$"
)


def names_file(url: Url) -> bool:
    """Whether a URL of which the beginning isn't known ends as files do."""
    return url.based and _FILE.search(url.template) is not None


def chooses_format(method: str | None, path: Sequence[Segment], url: Url, routes: Routes) -> bool:
    """Whether a path of `url` is one of the contract but for such a suffix."""
    *above, last = path
    chosen = _FORMAT.fullmatch(last) if isinstance(last, str) else None
    if chosen is None:
        return False
    plain = (*above, chosen[1])
    ends = (plain, (*plain, ""))
    return any(routes.find(method, end, based=url.based).exact for end in ends)

"""Which side of a serializer or schema is asked for."""

from __future__ import annotations

from enum import Enum


class Use(Enum):
    """What the backend sends, what it takes, and what it takes of a part."""

    RESPONSE = ""
    REQUEST = "Request"
    PATCH = "PatchedRequest"

from typing import Any, List, Optional

from ninja.router import Router
from ninja.schema import Schema

class PaginationBase:
    items_attribute = "items"
    class Input(Schema): ...
    class Output(Schema):
        items: List[Any]
        count: int

class AsyncPaginationBase(PaginationBase): ...

class LimitOffsetPagination(AsyncPaginationBase):
    class Input(Schema):
        limit: int = 100
        offset: int = 0

class PageNumberPagination(AsyncPaginationBase):
    class Input(Schema):
        page: int = 1
        page_size: Optional[int] = None

class CursorPagination(AsyncPaginationBase):
    items_attribute = "results"
    class Input(Schema):
        page_size: Optional[int] = None
        cursor: Optional[str] = None
    class Output(Schema):
        previous: Optional[str]
        next: Optional[str]
        results: List[Any]

class RouterPaginated(Router): ...

def paginate(func_or_pgn_class=None, **paginator_params): ...

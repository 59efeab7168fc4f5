"""The pagination styles of Django REST framework."""

class BasePagination: ...

class PageNumberPagination(BasePagination):
    page_size = None
    page_query_param = "page"
    page_size_query_param = None

class LimitOffsetPagination(BasePagination):
    default_limit = None
    limit_query_param = "limit"
    offset_query_param = "offset"

class CursorPagination(BasePagination):
    page_size = None
    cursor_query_param = "cursor"
    page_size_query_param = None

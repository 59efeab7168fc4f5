from ninja_extra.controllers import (
    ControllerBase,
    ModelControllerBase,
    api_controller,
    http_delete,
    http_generic,
    http_get,
    http_patch,
    http_post,
    http_put,
    route,
)
from ninja_extra.main import NinjaExtraAPI
from ninja_extra.router import Router

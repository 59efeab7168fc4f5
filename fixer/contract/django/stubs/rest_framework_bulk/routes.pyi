from rest_framework.routers import DefaultRouter, DynamicRoute, Route

class BulkRouter(DefaultRouter):
    routes = [
        Route(
            "^{prefix}{trailing_slash}$",
            {
                "get": "list",
                "post": "create",
                "put": "bulk_update",
                "patch": "partial_bulk_update",
                "delete": "bulk_destroy",
            },
            "{basename}-list",
            False,
        ),
        DynamicRoute("^{prefix}/{url_path}{trailing_slash}$", "{basename}-{url_name}", False),
        Route(
            "^{prefix}/{lookup}{trailing_slash}$",
            {
                "get": "retrieve",
                "put": "update",
                "patch": "partial_update",
                "delete": "destroy",
            },
            "{basename}-detail",
            True,
        ),
        DynamicRoute(
            "^{prefix}/{lookup}/{url_path}{trailing_slash}$", "{basename}-{url_name}", True
        ),
    ]

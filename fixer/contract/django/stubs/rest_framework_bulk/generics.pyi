from rest_framework.viewsets import ModelViewSet
from rest_framework_bulk import mixins

class BulkModelViewSet(
    mixins.BulkUpdateModelMixin,
    mixins.BulkCreateModelMixin,
    mixins.BulkDestroyModelMixin,
    ModelViewSet,
): ...

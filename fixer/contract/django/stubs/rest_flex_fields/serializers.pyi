from rest_framework.serializers import ModelSerializer

class FlexFieldsSerializerMixin:
    def get_fields(self): ...  # `?expand=` puts in what `expandable_fields` names

class FlexFieldsModelSerializer(FlexFieldsSerializerMixin, ModelSerializer): ...

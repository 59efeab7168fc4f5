from django.utils.functional import classproperty

class Options:
    def get_field(self, name): ...

class Model:
    @classproperty
    def _meta(cls): ...


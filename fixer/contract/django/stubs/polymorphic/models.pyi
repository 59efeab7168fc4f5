from django.db import models

class PolymorphicModel(models.Model):
    polymorphic_ctype = models.ForeignKey("contenttypes.ContentType", null=True, editable=False)
    class Meta:
        abstract = True

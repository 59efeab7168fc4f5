from django.db import models

class MPTTModel(models.Model):
    lft = models.PositiveIntegerField(editable=False)
    rght = models.PositiveIntegerField(editable=False)
    tree_id = models.PositiveIntegerField(editable=False)
    level = models.PositiveIntegerField(editable=False)
    class Meta:
        abstract = True

class TreeForeignKey(models.ForeignKey): ...
class TreeManyToManyField(models.ManyToManyField): ...

from django.db import models

class NS_Node(models.Model):
    lft = models.PositiveIntegerField()
    rgt = models.PositiveIntegerField()
    tree_id = models.PositiveIntegerField()
    depth = models.PositiveIntegerField()
    class Meta:
        abstract = True

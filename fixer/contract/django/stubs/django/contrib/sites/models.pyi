"""The sites that one backend serves."""

from django.db import models

class Site(models.Model):
    domain = models.CharField(max_length=100)
    name = models.CharField(max_length=50)

from django.contrib.auth.models import AbstractBaseUser

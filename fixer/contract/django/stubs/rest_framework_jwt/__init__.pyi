"""The views of drf-jwt and of djangorestframework-jwt."""

"""The headless API of django-allauth."""

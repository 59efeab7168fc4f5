"""django-oauth-toolkit."""

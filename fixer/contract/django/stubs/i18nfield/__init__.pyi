"""django-i18nfield."""

"""What of django-rest-framework-bulk answers requests: lists of objects at once."""

"""What of django-restql stands among a view's bases; its serializers' mixins are left open."""

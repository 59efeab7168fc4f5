"""Angular's templates: where components name them, and the expressions and names in them."""

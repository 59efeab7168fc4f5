"""What the backend offers: the model, and a reader for each source that says it."""

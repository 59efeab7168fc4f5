"""What code and contract say about each other: the facts that rules read."""

"""From fixes to bytes on disk: conflicts, application, rounds, atomic writes."""

"""From a project, rules and settings to findings and repaired texts."""

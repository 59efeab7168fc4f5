"""Renames in Angular frontends, judged by Angular's own compiler."""

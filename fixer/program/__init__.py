"""What the frontend says: files, syntax, scopes, modules, types, values, URLs, HTTP calls."""

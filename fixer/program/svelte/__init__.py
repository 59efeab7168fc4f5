"""Svelte's components: one file becomes one script, its markup statements at their own offsets."""

"""Program text that a fix writes: renamed places, generated code in a file's own style."""

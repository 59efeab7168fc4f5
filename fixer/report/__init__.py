"""One module for each output format; diagnostics in, text out."""

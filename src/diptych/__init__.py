"""Diptych: one YAML summary of teaching material becomes a printed handout and a lecture deck."""

__version__ = "0.1.0"

"""Figures that are data: a spec becomes one drawing, for the handout and for the slides."""

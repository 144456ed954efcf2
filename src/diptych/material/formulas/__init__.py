"""Formulas in LaTeX notation: read into a tree, told in words, written on a line."""

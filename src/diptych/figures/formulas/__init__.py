"""Formulas are set: a tree of symbols becomes outlines, by the measures of an OpenType mathematics font."""

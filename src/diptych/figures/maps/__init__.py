"""Locator maps: projections, what is drawn of the earth, and names that stand clear of each other."""

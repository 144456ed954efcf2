"""A local page that shows handout and slides side by side, and renews them as one saves."""

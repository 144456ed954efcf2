"""The slide layouts of a design and its colours."""

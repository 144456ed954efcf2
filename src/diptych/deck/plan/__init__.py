"""A document becomes slides: what stands on each, placed and measured."""

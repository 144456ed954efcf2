"""Slides on paper: drawn from the same values as the PPTX file."""

"""Slides become a PPTX file."""

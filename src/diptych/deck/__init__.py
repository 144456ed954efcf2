"""Material becomes slides that are plain values, and slides become a PPTX file."""

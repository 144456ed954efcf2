"""Material becomes HTML, and HTML becomes a tagged PDF."""

"""HTML becomes tagged PDF: what the handout and the printed slides share."""

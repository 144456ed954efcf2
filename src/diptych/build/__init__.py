"""What is built from what, and how files appear whole or not at all."""

"""What people do wrong in YAML, found where they did it, and what to type instead."""

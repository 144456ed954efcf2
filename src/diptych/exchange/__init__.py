"""The material in forms that other programs read."""

"""What is checked on the finished files."""

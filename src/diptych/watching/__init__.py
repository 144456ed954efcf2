"""Changes of sources and of what they are made from, noticed as they are saved."""

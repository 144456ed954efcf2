"""A source to start from: a first one, or what people have already."""

"""What findings are called, what each name means, and how to mend what bears it."""

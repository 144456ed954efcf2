"""Many documents by many processes, here or on other machines."""

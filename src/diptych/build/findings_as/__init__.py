"""What a run has found and made, in the forms that other programs read: one module a form."""

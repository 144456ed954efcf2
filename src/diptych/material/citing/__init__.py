"""Works are cited and listed as one of the usual styles has it."""

"""How much room text takes, and how it is fitted into the room there is."""

"""What a map says of the earth: coordinates, places, arrows and areas."""

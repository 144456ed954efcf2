"""The school's own template: read, and its slide layouts found for what Diptych needs them for."""

"""Our own template, written from the theme and the slide layouts."""

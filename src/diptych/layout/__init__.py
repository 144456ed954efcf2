"""What design is: theme values, search path, fonts and labels of a layout."""

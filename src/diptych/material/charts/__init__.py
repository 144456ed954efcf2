"""The data of charts: read from the source or from files of comma-separated values, and checked."""

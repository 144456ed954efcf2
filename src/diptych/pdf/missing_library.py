"""A library of the system's that is not there."""


class MissingLibraryError(Exception):
    """A system library that WeasyPrint needs is not there; the message says in one line what to install."""

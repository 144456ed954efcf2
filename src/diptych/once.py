"""What is made when it is first asked for, and kept from then on."""

from __future__ import annotations

from collections.abc import Callable


class Once:
    """Bytes that are made the first time; what they are made from is not kept then."""

    def __init__(self, make: Callable[[], bytes]) -> None:
        self.make: Callable[[], bytes] | None = make
        self.made = b""

    def __call__(self) -> bytes:
        """The bytes. Raises what making them does."""
        if self.make:
            self.made, self.make = self.make(), None
        return self.made

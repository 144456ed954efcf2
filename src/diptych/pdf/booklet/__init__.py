"""Small pages become a booklet: two on every side of a sheet, in the order in which it is folded."""

from diptych.pdf.booklet.impose import imposed
from diptych.pdf.booklet.order import booklet_order

__all__ = ["booklet_order", "imposed"]

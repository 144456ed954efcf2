"""Timelines to scale: spans are bars, eras bands, and doubtful ends are left open."""

"""Charts: one plan of scales, places and labels, painted as a drawing and written as a native chart."""

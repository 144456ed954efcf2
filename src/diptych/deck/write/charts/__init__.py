"""Native charts (ECMA-376-1, 21.2): the chart part and the workbook from which programs edit it."""

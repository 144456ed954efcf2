"""What CLDR, the Unicode Consortium's data by babel, knows of languages: dates, numbers, plurals, lists."""

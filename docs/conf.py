"""How Sphinx makes a site of these pages: `sphinx-build -W -n docs build/docs`."""

project = "Diptych"
extensions = ["myst_parser"]
exclude_patterns = ["examples"]
myst_heading_anchors = 4
html_theme = "furo"
html_title = "Diptych"
html_copy_source = False
html_show_sphinx = False

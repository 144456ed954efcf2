"""What WeasyPrint alone takes: it is imported, and writes one HTML file with the options of a handout.

    python benchmarks/bare.py FOLDER [--again 5]

FOLDER is what `lessons.dump` wrote: `handout.html` and the files that it loads. With `--again` the file is
written so many times more, and the seconds of each are printed: those of a process that is warm.
"""

import sys
import time
from pathlib import Path
from urllib.parse import unquote, urlsplit

import weasyprint
from weasyprint.urls import URLFetcher, URLFetcherResponse

FOLDER = Path(sys.argv[1])
TYPES = {
    ".css": "text/css",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}


class Files(URLFetcher):
    """Files of the folder, whatever the host."""

    def fetch(self, url, headers=None):
        path = FOLDER / unquote(urlsplit(url).path).lstrip("/")
        kind = TYPES.get(path.suffix, "image/jpeg")
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})


def write() -> None:
    html = weasyprint.HTML(
        string=(FOLDER / "handout.html").read_text("utf-8"),
        base_url="https://diptych.invalid/",
        url_fetcher=Files(),
    )
    html.write_pdf(FOLDER / "bare.pdf", pdf_variant="pdf/ua-1")


write()
for _ in range(int(sys.argv[3]) if sys.argv[2:3] == ["--again"] else 0):
    start = time.process_time()
    write()
    print(f"{time.process_time() - start:.4f}")

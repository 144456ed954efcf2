"""A deck of every slide layout and every kind of shape, made by hand from values."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PIL import Image

from diptych.deck.design.slide_layouts import SlideLayout, SlideLayouts, load_slide_layouts
from diptych.deck.values import (
    Box,
    Deck,
    Group,
    LineShape,
    Link,
    Picture,
    Properties,
    Run,
    Shape,
    Slide,
    SlideSection,
    TableCell,
    TableShape,
    TextParagraph,
    TextShape,
)

LAYOUTS = Path(__file__).parents[2] / "layouts" / "classic" / "deck" / "slide-layouts.yaml"
LANG = "en-GB"
WIDE = (12192000, 6858000)
STANDARD = (9144000, 6858000)
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90">'
    b'<rect width="160" height="90" fill="#dce5ea"/>'
    b'<path d="M10 70 C50 10 110 90 150 20" fill="none" stroke="#9A3B26" stroke-width="4"/></svg>'
)
Words = str | tuple[Run, ...]
Bullet = Literal["", "bullet", "number"]


def run(text: str, **look: object) -> Run:
    return Run(text, LANG, **look)  # type: ignore[arg-type]


def words(*texts: Words, bullet: Bullet = "", level: int = 0, size: float = 0.0) -> list[TextParagraph]:
    """Paragraphs of plain words; size 0 is replaced by the placeholder's own."""
    return [
        TextParagraph(
            (run(text),) if isinstance(text, str) else text,
            size,
            level,
            bullet,
            number,
        )
        for number, text in enumerate(texts, 1)
    ]


def points(*texts: Words, level: int = 0) -> list[TextParagraph]:
    return words(*texts, bullet="bullet", level=level)


def steps(*texts: Words) -> list[TextParagraph]:
    return words(*texts, bullet="number")


class Drawer:
    """Makes slides with the boxes and sizes of the slide layouts."""

    def __init__(self, layouts: SlideLayouts) -> None:
        self.layouts = layouts
        self.made: list[Slide] = []

    def slide(
        self,
        layout: str,
        title: str,
        *more: Callable[[SlideLayout], Shape],
        footer: str = "The Rapallo years",
        notes: tuple[TextParagraph, ...] = (),
        **filled: list[TextParagraph],
    ) -> None:
        kind = self.layouts[layout]
        texts = {"title": words(title), **filled}
        shapes = [_fill(kind, key, paragraphs) for key, paragraphs in texts.items()]
        drawn = [make(kind) for make in more]
        key = f"{layout}-{len(self.made) + 1}"
        self.made.append(Slide(key, layout, title, (*shapes, *drawn), notes, footer))


def _fill(layout: SlideLayout, key: str, paragraphs: list[TextParagraph]) -> TextShape:
    area = layout.placeholders[key]
    sized = tuple(
        TextParagraph(
            one.runs,
            one.size or area.sizes[0],
            one.level,
            one.bullet,
            one.number,
            space_before=area.space_before if index else 0.0,
        )
        for index, one in enumerate(paragraphs)
    )
    return TextShape(key.capitalize(), area.box, sized, key)


def png(width: int = 320, height: int = 180, colour: str = "#7f98a5") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, "PNG")
    return buffer.getvalue()


def jpeg() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (300, 300), "#b0a080").save(buffer, "JPEG")
    return buffer.getvalue()


def inside(region: Box, width: float, height: float) -> Box:
    """The largest box of that shape in the middle of the region."""
    scale = min(region.width / width, region.height / height)
    wide, high = round(width * scale), round(height * scale)
    return Box(region.x + (region.width - wide) // 2, region.y + (region.height - high) // 2, wide, high)


def picture(layout: SlideLayout) -> Picture:
    box = inside(layout.regions["picture"].box, 16, 9)
    return Picture("Picture", box, png(), "image/png", "A curve that falls and rises again", svg=SVG)


def plain_picture(layout: SlideLayout) -> Picture:
    box = inside(layout.regions["picture"].box, 1, 1)
    return Picture("Ornament", box, jpeg(), "image/jpeg", "", decorative=True)


def cell(text: str, colspan: int = 1, rowspan: int = 1) -> TableCell:
    return TableCell((TextParagraph((run(text),), 20.0),), colspan, rowspan)


def table(layout: SlideLayout) -> TableShape:
    region = layout.regions["table"].box
    share = region.width // 10
    rows = (
        (cell("Place"), cell("Purpose"), cell("From"), cell("Until")),
        (cell("Lipetsk"), cell("Flying school for pilots and observers"), cell("1925"), cell("1933")),
        (cell("Kazan"), cell("Armoured warfare"), cell("1929"), cell("1933")),
        (cell("Tomka, near Saratov"), cell("Chemical warfare", colspan=2), None, cell("1933", rowspan=2)),
        (cell("Fili, near Moscow"), cell("Aircraft works"), cell("1922"), None),
    )
    heights = (420000, *[560000] * (len(rows) - 1))
    box = Box(region.x, region.y, share * 10, sum(heights))
    widths = (share * 3, share * 4, share * 3 // 2, share * 3 - share * 3 // 2)
    return TableShape("Table", box, widths, heights, rows, "Four places", header_column=True)


def timeline(layout: SlideLayout) -> Group:
    region = layout.regions["timeline"].box
    line = region.y + region.height // 3
    events = (("1920", "Arms train held up"), ("1922", "Treaty of Rapallo"), ("1933", "The schools close"))
    width = region.width // len(events)
    shapes: list[TextShape | LineShape] = [LineShape("Line", (region.x, line), (region.right, line))]
    for index, (date, event) in enumerate(events):
        x = region.x + index * width
        dot = Box(x, line - 90000, 180000, 180000)
        shapes.append(TextShape("Dot", dot, (), geometry="ellipse", fill="accent", decorative=True))
        told = (
            TextParagraph((run(date, bold=True, colour="second"),), 20.0),
            TextParagraph((run(event),), 20.0),
        )
        box = Box(x, line + 150000, width - 200000, 1000000)
        shapes.append(TextShape(f"Event {index + 1}", box, told))
    box = Box(region.x, line - 90000, region.width, 1240000)
    return Group("Timeline", box, tuple(shapes), "Three events: 1920, 1922 and 1933")


def sample_deck(size: tuple[int, int] = WIDE) -> Deck:
    """The deck; every slide layout is used, some with short and some with long text."""
    drawer = Drawer(load_slide_layouts(LAYOUTS, *size))
    _opening(drawer)
    start = len(drawer.made)
    _teaching(drawer)
    middle = len(drawer.made)
    _closing(drawer)
    made = drawer.made
    sections = (
        SlideSection("Opening", tuple(made[:start])),
        SlideSection("Two outcasts meet", tuple(made[start:middle])),
        SlideSection("Questions & answers", tuple(made[middle:])),
    )
    return Deck(sections, _PROPERTIES, *size)


_PROPERTIES = Properties(
    title="Rapallo & after",
    authors=("Jane Doe", "Max Muster"),
    subject="History",
    keywords=("Rapallo", "Weimar Republic"),
    lang=LANG,
    description="How two outcasts of Europe came to work together.",
    license="CC-BY-4.0",
    version="1.0",
)


def _opening(drawer: Drawer) -> None:
    drawer.slide(
        "title",
        "Rapallo and after: Soviet Russia and Germany, 1917 to 1937",
        footer="",
        subtitle=words("Why two enemies by creed armed each other in secret"),
        details=words(
            "Jane Doe and Max Muster · Example School", "History, Year 12 · 50 minutes · CC-BY-4.0"
        ),
    )
    drawer.slide(
        "agenda",
        "Agenda",
        footer="Opening",
        body=steps(
            (run("Two outcasts meet", link=Link(slide="section-4")),),
            "What each side wanted",
            "The secret schools",
            "An irony of history",
            "The turn of 1934 to 1937",
        ),
    )
    drawer.slide(
        "statement",
        "Central question",
        body=words("Why did two states that wished each other’s downfall build an army together?"),
        footer="Opening",
    )


def _teaching(drawer: Drawer) -> None:
    notes = (
        TextParagraph((run("Ask first what the class "), run("remembers", italic=True), run(".")), 12.0),
        *[TextParagraph((run(text),), 12.0, bullet="bullet") for text in ("the blockade", "the debts")],
        *[TextParagraph((run(text),), 12.0, 1, "number", n) for n, text in enumerate(("one", "two"), 3)],
    )
    drawer.slide(
        "section",
        "Two outcasts of Europe find that they need each other",
        body=words("Both had lost the war, both were shut out of the peace.", "12 minutes"),
        footer="",
        notes=notes,
    )
    drawer.slide(
        "content",
        "The hope of world revolution gave way to the need for trade",
        body=[
            *points("By 1921 no revolution had come in the West, and Russia’s own economy lay in ruins"),
            *points("Trade meant recognition, and recognition meant bargaining over:"),
            *points("tsarist debts, which the Bolsheviks had repudiated", "foreign property", level=1),
            *points(
                (
                    run("Lenin’s "),
                    run("New Economic Policy", italic=True),
                    run(" opened the "),
                    run("door", bold=True),
                )
            ),
            *points(
                (
                    run("Water is H"),
                    run("2", position="sub"),
                    run("O; see "),
                    run("the text", link=Link("https://example.org/a?b=c&d=e")),
                )
            ),
        ],
        notes=notes,
    )
    drawer.slide(
        "picture",
        "Trade recovered only slowly",
        picture,
        caption=words("Figure 1. German exports to Russia. Drawing: Jane Doe, CC-BY-4.0"),
    )
    drawer.slide(
        "picture-points",
        "Aircraft were built where the victors could not look, as the control commission suspected early on",
        plain_picture,
        body=points("Junkers built at Fili", "Krupp advised on steel", "Blohm & Voss drew submarines"),
        caption=words(
            "Figure 2. The works at Fili in 1923. Photograph: unknown, public domain, city archive of Moscow"
        ),
    )
    drawer.slide(
        "two-columns",
        "What helped and what hindered",
        left=points("A common enemy in Poland", "Complementary economies", "Soldiers who trusted each other"),
        right=points("Suspicion of every capitalist state", "Repudiated debts", "The Comintern in Berlin"),
    )
    drawer.slide(
        "comparison",
        "Each side gave what the other lacked",
        heading1=words("Germany"),
        body1=points("Know-how and instructors", "Capital and machines", "A way round Versailles"),
        heading2=words("Soviet Russia"),
        body2=points("Land without inspectors", "Raw materials", "A school for its officers"),
    )
    drawer.slide(
        "comparison-3",
        "Three firms, three fates",
        heading1=words("Junkers"),
        body1=points("Aircraft at Fili", "Left in 1925 with a loss"),
        heading2=words("Krupp"),
        body2=points("Steel and a model farm", "Stayed until 1934"),
        heading3=words("Blohm & Voss"),
        body3=points("Drawings of submarines", "Never built there"),
    )
    drawer.slide(
        "table",
        "Four places served armies that officially had none",
        table,
        caption=words("Table 1. The years are those of full working."),
    )
    drawer.slide(
        "timeline",
        "From the arms train to the end of the schools",
        timeline,
        caption=words("Dates by month where the sources give them."),
    )
    drawer.slide(
        "quote",
        "A diplomat saw it coldly",
        body=words("Two neighbours who fear a third will find each other, whatever they preach."),
        attribution=words("An imagined diplomat, September 1922"),
    )
    drawer.slide(
        "source",
        "Source A: the treaty says nothing of arms",
        body=words(
            "Signed at Easter 1922 at Rapallo, near Genoa, while the great powers were still in conference.",
            "We read it for what it leaves out.",
        ),
        extract=words(
            "Neither side asks the other to pay for what the war has cost it.",
            "Ambassadors and consuls return without delay.",
            "Each will help the other’s economy as far as it can, and private firms will be backed.",
        ),
        caption=words("Treaty of Rapallo, 16 April 1922, articles 1, 3 and 5, in our own words."),
    )
    drawer.slide(
        "definition",
        "Words to know",
        body=words(
            (run("Reparations", bold=True, colour="accent"), run("  Payments for damage done in war.")),
            (run("Pariah state", bold=True, colour="accent"), run("  A state that the others shun.")),
            (
                run("Reichswehr", bold=True, colour="accent"),
                Run(" Heer", "de"),
                run(" The army of the Republic, limited to 100,000 men."),
            ),
        ),
    )


def _closing(drawer: Drawer) -> None:
    drawer.slide(
        "question",
        "Question 3",
        body=words("Which of the treaty’s articles mattered most to the two armies?"),
        options=steps(
            "Article 1, on claims",
            "Article 3, on relations",
            "Article 5, on trade",
            "None of them: theirs was another paper",
        ),
    )
    drawer.slide(
        "answer",
        "Answer to question 3",
        body=words(
            (run("D", bold=True), run(" None of them: theirs was another paper.")),
            "The treaty opened the door; the armies agreed later, and in secret.",
        ),
    )
    drawer.slide(
        "activity",
        "Think, pair, share",
        details=words("10 min · in pairs · Source A, a marker pen"),
        body=steps(
            "Underline what each side gives up.",
            "Tell your partner who gains more.",
            "Agree on one sentence for the class.",
        ),
    )
    drawer.slide(
        "summary",
        "What to remember",
        body=points(
            "Isolation drove both to Rapallo.",
            "The treaty was public, the army’s work was not.",
            "What armed Germany in the end turned on its teacher.",
        ),
    )
    drawer.slide(
        "references",
        "References",
        body=words(
            (
                run("Carr, E. H. 1951. "),
                run("German-Soviet Relations between the Two World Wars, 1919–1939", italic=True),
                run(". Baltimore: Johns Hopkins Press."),
            ),
            "Freund, Gerald. 1957. Unholy Alliance. London: Chatto and Windus.",
            (
                run("A text in code: "),
                run("SELECT 1", code=True),
                run(", and a word in Hebrew: "),
                Run("שלום", "he"),
            ),
        ),
    )
    drawer.slide(
        "content",
        "A slide from right to left",
        body=[TextParagraph((Run("שלום לכולם", "he"),), 24.0, bullet="bullet")],
    )

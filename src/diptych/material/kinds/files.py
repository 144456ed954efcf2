"""What can be wrong with pictures, charts and files that a source names."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from diptych.material.kinds.kind import Kind

FILES: Mapping[str, Kind] = MappingProxyType(
    {
        "missing-alt-text": Kind(
            "A picture is not described for those who cannot see it.",
            "Say in `alt` what one learns from it.",
        ),
        "alt-text-of-decoration": Kind(
            "A picture is called decoration and is described all the same.",
            "Remove one of the two keys.",
        ),
        "file-name-as-alt-text": Kind(
            "The description of a picture is the name of its file.",
            "Say what the picture shows.",
        ),
        "alt-text-wording": Kind(
            "A description is longer than anybody listens to, or says that a picture is a picture.",
            "Say in a sentence or two what one learns from it.",
            warning=True,
        ),
        "picture-focus": Kind(
            "`focus` is no point of the picture.",
            "Write two numbers from 0 to 100.",
        ),
        "picture-cropped": Kind(
            "The slide shows so little of a picture that it says something else.",
            "Leave it whole, or choose another picture.",
            warning=True,
        ),
        "coarse-picture": Kind(
            "A picture has too few pixels for the size at which it is shown.",
            "Take a larger one, or show it smaller.",
            warning=True,
        ),
        "picture-unreadable": Kind(
            "The file is no picture that can be drawn.",
            "Save it again, as PNG, JPEG or SVG.",
        ),
        "svg-not-printable": Kind(
            "A drawing holds something that cannot be printed safely.",
            "Simplify it, or save it as PNG.",
        ),
        "file-not-found": Kind(
            "There is no file of this name.",
            "Mend the name, or put the file into the folder of the source.",
        ),
        "file-outside-folder": Kind(
            "The file lies outside the folder of the source.",
            "Copy it into that folder.",
        ),
        "map-without-places": Kind(
            "A map has nothing to show.",
            "Give it places with coordinates, or a region.",
        ),
        "unknown-place": Kind(
            "Nobody knows where a place of a map lies.",
            "Give its coordinates: `52.52 N 13.40 E`.",
        ),
        "map-region": Kind(
            "The region of a map is no part of the earth.",
            "Write four numbers: west, south, east, north.",
        ),
        "map-area": Kind(
            "The outline of an area encloses nothing, or has too many corners.",
            "Give its corners in order, three at least.",
        ),
        "map-arrow": Kind(
            "An arrow of a map begins and ends at the same place.",
            "Name two places.",
        ),
        "map-too-full": Kind(
            "The names of a map have no room, not even as numbers with a list.",
            "Show fewer places, or shorten their names.",
        ),
        "outside-map": Kind(
            "A map names something that lies outside its region.",
            "Give a larger region, or leave it out.",
        ),
        "chart-data": Kind(
            "The data of a chart are missing, doubled or incomplete, or lack what is to be emphasised.",
            "Give every category its values, in one way.",
        ),
        "chart-kind": Kind(
            "This kind of chart cannot show these data truly.",
            "Choose the kind that the message names.",
        ),
        "chart-axis": Kind(
            "An axis does not fit the values, or makes them untrue.",
            "Leave its bounds out, or change them.",
        ),
        "chart-too-full": Kind(
            "A chart holds more than can be drawn.",
            "Show less, or make several charts.",
        ),
        "chart-hard-to-read": Kind(
            "A chart holds more than can be told apart.",
            "Show less, or make several charts.",
            warning=True,
        ),
        "csv-shape": Kind(
            "The rows of a CSV file differ in length, or cannot be parted into cells.",
            "Save it again as CSV, with the same columns in every row.",
        ),
        "listing-lines": Kind(
            "The lines of a program listing are missing, doubled or not there.",
            "Give the lines, or numbers of lines that there are.",
        ),
        "unknown-program-language": Kind(
            "The language of a program listing is not known.",
            "Mend its name, or write `text`.",
        ),
    }
)

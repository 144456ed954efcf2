"""Where a place lies: latitude and longitude, in any of the ways that people write them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DEGREES = r"""(?P<{0}degrees>\d{{1,3}}(?:[.,]\d+)?)\s*°?
    (?:\s*(?P<{0}minutes>\d{{1,2}}(?:[.,]\d+)?)\s*['′])?
    (?:\s*(?P<{0}seconds>\d{{1,2}}(?:[.,]\d+)?)\s*(?:"|″|''))?"""
_LAT, _LON = _DEGREES.format("lat_"), _DEGREES.format("lon_")
# 52.52, 13.40 or -33.9 18.4: signs tell the half of the earth.
_SIGNED = re.compile(r"([+\-−]?\d{1,3}(?:\.\d+)?)\s*°?\s*[,\s]\s*([+\-−]?\d{1,3}(?:\.\d+)?)\s*°?")
# 52.52 N 13.40 E, 52°31′N 13°24′E or 52° 31' 12" N, 13° 24' E (ISO 6709, annex D, and as atlases write it);
# letters tell which is which, so that longitude may stand first.
_LAT_LETTERED, _LON_LETTERED = rf"{_LAT}\s*(?P<lat>[NS])", rf"{_LON}\s*(?P<lon>[EW])"
_LETTERED = [
    re.compile(rf"{one}\s*,?\s*{other}", re.VERBOSE | re.IGNORECASE)
    for one, other in ((_LAT_LETTERED, _LON_LETTERED), (_LON_LETTERED, _LAT_LETTERED))
]


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A place on the earth in degrees, north and east positive."""

    lat: float
    lon: float


def parse_coordinates(text: str) -> Coordinates:
    """The coordinates from `52.52, 13.40`, `52.52 N 13.40 E` or `52°31′N 13°24′E`; ValueError otherwise.

    Latitude stands first, as in atlases and in ISO 6709, unless letters say otherwise.
    """
    if match := _SIGNED.fullmatch(text):
        lat, lon = (float(number.replace("−", "-")) for number in match.groups())
    elif match := next(filter(None, (form.fullmatch(text) for form in _LETTERED)), None):
        lat = _degrees(match, "lat_") * (-1 if match["lat"] in "Ss" else 1)
        lon = _degrees(match, "lon_") * (-1 if match["lon"] in "Ww" else 1)
    else:
        raise ValueError("neither latitude and longitude nor degrees with N or S and E or W")
    if abs(lat) > 90:
        raise ValueError(f"there is no latitude {lat:g}; it stands first, from -90 to 90")
    if abs(lon) > 180:
        raise ValueError(f"there is no longitude {lon:g}; it goes from -180 to 180")
    return Coordinates(lat, lon)


def _degrees(match: re.Match[str], which: str) -> float:
    parts = (match[f"{which}{unit}"] or "0" for unit in ("degrees", "minutes", "seconds"))
    return sum(float(part.replace(",", ".")) / 60.0**power for power, part in enumerate(parts))

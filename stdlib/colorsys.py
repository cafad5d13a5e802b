"""Colors as red, green and blue, and in other systems. All parts are from 0 to 1."""

__all__ = ["hls_to_rgb", "hsv_to_rgb", "rgb_to_hls", "rgb_to_hsv", "rgb_to_yiq", "yiq_to_rgb"]

type Color = tuple[float, float, float]


def _within(part: float) -> float:
    return 0.0 if part < 0.0 else 1.0 if part > 1.0 else part


def rgb_to_yiq(r: float, g: float, b: float) -> Color:
    """Give brightness and the two colors of television."""
    y = 0.30 * r + 0.59 * g + 0.11 * b
    return (y, 0.74 * (r - y) - 0.27 * (b - y), 0.48 * (r - y) + 0.41 * (b - y))


def yiq_to_rgb(y: float, i: float, q: float) -> Color:
    """Give red, green and blue of a color of television."""
    r = y + 0.9468822170900693 * i + 0.6235565819861433 * q
    g = y - 0.27478764629897834 * i - 0.6356910791873801 * q
    b = y - 1.1085450346420322 * i + 1.7090069284064666 * q
    return (_within(r), _within(g), _within(b))


def _hue(r: float, g: float, b: float, most: float, least: float) -> float:
    """Give the angle of a color, as a part of the circle."""
    size = most - least
    red, green, blue = (most - r) / size, (most - g) / size, (most - b) / size
    if r == most:
        hue = blue - green
    elif g == most:
        hue = 2.0 + red - blue
    else:
        hue = 4.0 + green - red
    return hue / 6.0 % 1.0


def rgb_to_hls(r: float, g: float, b: float) -> Color:
    """Give hue, lightness and saturation.

    >>> rgb_to_hls(1.0, 0.5, 0.0)
    (0.08333333333333333, 0.5, 1.0)
    """
    most, least = max(r, g, b), min(r, g, b)
    both = most + least
    lightness = both / 2.0
    if least == most:
        return (0.0, lightness, 0.0)
    size = most - least
    saturation = size / both if lightness <= 0.5 else size / (2.0 - most - least)
    return (_hue(r, g, b, most, least), lightness, saturation)


def hls_to_rgb(h: float, l: float, s: float) -> Color:  # noqa: E741
    """Give red, green and blue."""
    if s == 0.0:
        return (l, l, l)
    high = l * (1.0 + s) if l <= 0.5 else l + s - l * s
    low = 2.0 * l - high
    return (_part(low, high, h + 1.0 / 3.0), _part(low, high, h), _part(low, high, h - 1.0 / 3.0))


def _part(low: float, high: float, hue: float) -> float:
    hue = hue % 1.0
    if hue < 1.0 / 6.0:
        return low + (high - low) * hue * 6.0
    if hue < 0.5:
        return high
    if hue < 2.0 / 3.0:
        return low + (high - low) * (2.0 / 3.0 - hue) * 6.0
    return low


def rgb_to_hsv(r: float, g: float, b: float) -> Color:
    """Give hue, saturation and value."""
    most, least = max(r, g, b), min(r, g, b)
    if least == most:
        return (0.0, 0.0, most)
    return (_hue(r, g, b, most, least), (most - least) / most, most)


def hsv_to_rgb(h: float, s: float, v: float) -> Color:
    """Give red, green and blue."""
    if s == 0.0:
        return (v, v, v)
    sector = int(h * 6.0)
    rest = h * 6.0 - sector
    low, falling, rising = v * (1.0 - s), v * (1.0 - s * rest), v * (1.0 - s * (1.0 - rest))
    match sector % 6:
        case 0:
            return (v, rising, low)
        case 1:
            return (falling, v, low)
        case 2:
            return (low, v, rising)
        case 3:
            return (low, falling, v)
        case 4:
            return (rising, low, v)
        case _:
            return (v, low, falling)

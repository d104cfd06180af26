"""Painting in role colours: text, lines, rounded boxes, hatching, shadows, pills, key caps, meters."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap

from trainer_desktop.ui.theme import CENTRE, LEFT, font, icon, metrics, theme, width

Colour = str | QColor


def colour(value: Colour) -> QColor:
    """A role's colour, or the colour itself."""
    return theme[value] if isinstance(value, str) else value


def draw_icon(p: QPainter, name: str, x: float, y: float, size: int, role: str) -> None:
    """Draw a tinted icon with its corner at x, y."""
    p.drawPixmap(QPointF(x, y), icon(name, role, size, p.device().devicePixelRatioF()))


def draw_text(
    p: QPainter,
    rect: QRectF,
    text: str,
    style: str,
    role: str,
    align: Qt.AlignmentFlag = LEFT,
    *,
    figures: bool = False,
    weight: int = 0,
    elide: bool = True,
) -> float:
    """Draw one line, shortened when it is too long; answers its width."""
    measured = metrics(style, figures, weight)
    if elide and measured.horizontalAdvance(text) > rect.width() + 0.5:
        text = measured.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    p.setFont(font(style, figures, weight))
    p.setPen(theme[role])
    p.drawText(rect, int(align) | int(Qt.TextFlag.TextSingleLine), text)
    return measured.horizontalAdvance(text)


def rounded(
    p: QPainter,
    rect: QRectF,
    radius: float,
    fill: Colour | None = None,
    line: Colour | None = None,
    stroke: float = 1.0,
    dashes: list[float] | None = None,
) -> None:
    """Draw a rounded box whose stroke lies inside it, so that it stays crisp."""
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = stroke / 2 if line else 0
    pen = QPen(Qt.PenStyle.NoPen)
    if line:
        pen = QPen(colour(line), stroke)
        if dashes:
            pen.setDashPattern(dashes)
    p.setPen(pen)
    if fill is None:
        p.setBrush(Qt.BrushStyle.NoBrush)
    else:
        p.setBrush(colour(fill))
    p.drawRoundedRect(
        rect.adjusted(inset, inset, -inset, -inset), max(0, radius - inset), max(0, radius - inset)
    )


def hline(p: QPainter, x1: float, x2: float, y: float, role: str = "line") -> None:
    """A hairline across."""
    p.fillRect(QRectF(x1, y, x2 - x1, 1), theme[role])


def vline(p: QPainter, x: float, y1: float, y2: float, role: str = "line") -> None:
    """A hairline down."""
    p.fillRect(QRectF(x, y1, 1, y2 - y1), theme[role])


def hatch(
    p: QPainter, rect: QRectF, role: str = "hatch", gap: float = 7, stroke: float = 1.2
) -> None:
    """Slanting lines, drawn one by one so that they look the same at every pixel ratio."""
    p.save()
    p.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(QPen(theme[role], stroke))
    left = rect.left() - rect.height()
    x = left - (left + rect.top()) % gap
    while x < rect.right():
        p.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
        x += gap
    p.restore()


def shadow(p: QPainter, rect: QRectF, radius: float, reach: int = 18, drop: float = 4) -> None:
    """A soft shadow from stacked boxes; no effect object, so it costs nothing to move."""
    p.save()
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(Qt.PenStyle.NoPen)
    base = theme["shadow"]
    for step in range(reach, 0, -1):
        shade = QColor(base)
        shade.setAlphaF(base.alphaF() * 2.2 / reach * (1 - step / (reach + 1)) ** 1.3)
        p.setBrush(shade)
        p.drawRoundedRect(
            rect.adjusted(-step, -step + drop, step, step + drop), radius + step, radius + step
        )
    p.restore()


def soft_shadow(p: QPainter, rect: QRectF, radius: float, reach: int, drop: float) -> None:
    """The same shadow for a large box, from a picture kept in nine parts: it costs nothing to change its size."""
    ratio = p.device().devicePixelRatioF()
    kept = _shadow_parts(radius, reach, drop, ratio, theme.mode)
    side = kept.width() / ratio
    edge = side / 2 - 1
    outer = rect.adjusted(-reach - 2, -reach - 2, reach + 2, reach + 2)
    spans = ((0.0, edge, 0.0, edge), (edge, 2.0, edge, -1.0), (side - edge, edge, -1.0, edge))
    for x, wide, left, own_w in spans:
        for y, high, top, own_h in spans:
            goes_w = own_w if own_w >= 0 else outer.width() - 2 * edge
            goes_h = own_h if own_h >= 0 else outer.height() - 2 * edge
            at_x = outer.left() + left if left >= 0 else outer.right() - edge
            at_y = outer.top() + top if top >= 0 else outer.bottom() - edge
            source = QRectF(x * ratio, y * ratio, wide * ratio, high * ratio)
            p.drawPixmap(QRectF(at_x, at_y, goes_w, goes_h), kept, source)


@lru_cache(maxsize=16)
def _shadow_parts(radius: float, reach: int, drop: float, ratio: float, _mode: str) -> QPixmap:
    """The shadow of a small box, whose middle can be stretched."""
    inner = 2 * int(radius) + 2 * reach + 16
    side = inner + 2 * reach + 4
    pixels = round(side * ratio)
    # 16 bits a channel: each of the many layers is fainter than one step of 8 bits
    image = QImage(pixels, pixels, QImage.Format.Format_RGBA64_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    painter = QPainter(image)
    for opacity in (1.0, 0.5):  # on a surface the layers round up to about as much
        painter.setOpacity(opacity)
        shadow(painter, QRectF(reach + 2, reach + 2, inner, inner), radius, reach, drop)
    painter.end()
    return QPixmap.fromImage(image)


def chip_width(key: str) -> float:
    """How wide a key cap is."""
    return max(theme.px(20), width(key, "micro") + theme.px(10))


def draw_chip(p: QPainter, rect: QRectF, key: str, *, on_accent: bool = False) -> None:
    """A key cap."""
    if on_accent:
        rounded(p, rect, 4, QColor(255, 255, 255, 46))
    else:
        rounded(p, rect, 4, "sunken", "line-strong")
    draw_text(p, rect, key, "micro", "on-accent" if on_accent else "text-2", CENTRE, elide=False)


def pill_width(text: str, mark: str = "") -> float:
    """How wide a pill is."""
    return width(text, "micro") + theme.px(16) + (theme.px(16) if mark else 0)


def draw_pill(p: QPainter, x: float, y: float, text: str, tone: str, mark: str = "") -> float:
    """A state as icon and word on a tint; answers its width."""
    ink = f"{tone}-text"
    wide, high = pill_width(text, mark), theme.px(20)
    rounded(p, QRectF(x, y, wide, high), high / 2, f"{tone}-tint")
    left = x + theme.px(8)
    if mark:
        size = theme.px(12)
        draw_icon(p, mark, left - 1, y + (high - size) / 2, size, ink)
        left += theme.px(15)
    draw_text(p, QRectF(left, y, wide, high), text, "micro", ink, elide=False)
    return wide


def draw_avatar(p: QPainter, rect: QRectF, initials: str, tone: str = "accent") -> None:
    """Initials in a circle."""
    rounded(p, rect, rect.width() / 2, "accent-tint-2" if tone == "accent" else f"{tone}-tint")
    style = "strong" if rect.width() >= theme.px(32) else "micro"
    draw_text(p, rect, initials, style, f"{tone}-text", CENTRE, weight=600, elide=False)


def draw_meter(p: QPainter, rect: QRectF, cells: str, gap: float = 3) -> None:
    """A package: u used, l used without training, b booked, n the next one, f free."""
    if not cells:
        return
    wide = (rect.width() - gap * (len(cells) - 1)) / len(cells)
    for index, state in enumerate(cells):
        cell = QRectF(rect.left() + index * (wide + gap), rect.top(), wide, rect.height())
        if state == "u":
            rounded(p, cell, 2, "mark")
        elif state == "l":
            rounded(p, cell, 2, "warn-tint", "warn", 1.5)
            hatch(p, cell.adjusted(1, 1, -1, -1), "warn", 5, 1.5)
        elif state in "bn":
            rounded(p, cell, 2, "accent-tint-2", "mark" if state == "n" else None, 1.5)
        else:
            rounded(p, cell, 2, None, "control-line")


def names(full: str) -> list[str]:
    """Ways to write a name, longest first: shortened at the first name, never cut in a word."""
    parts = full.split()
    if len(parts) < 2 or parts[-1].isdigit():
        return [full]
    return [full, f"{parts[0][0]}. {' '.join(parts[1:])}", parts[-1], parts[0][0] + parts[-1][0]]


def initials(full: str) -> str:
    """The first letters of the first and the last name."""
    parts = full.split()
    return (parts[0][0] + parts[-1][0]).upper() if len(parts) > 1 else full[:2].upper()


def fitting(
    options: list[str], room: float, style: str, *, figures: bool = False, weight: int = 0
) -> str:
    """The first way to say it that fits."""
    for option in options:
        if width(option, style, figures, weight) <= room:
            return option
    return options[-1]

"""Paints one training: fill, stripe, name, facts and marks, legible from fifteen minutes up.

Every state differs from the others in at least two of fill, edge, stripe, strike-through and icon.
"""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QStaticText, QTransform

from trainer_desktop.rules.course import Form
from trainer_desktop.services.attendance.look import GONE, Look
from trainer_desktop.services.calendar.cards import BlockCard, Mark
from trainer_desktop.ui import dates
from trainer_desktop.ui.paint import draw_icon, fitting, hatch, names, rounded, shadow
from trainer_desktop.ui.theme import font, line_height, metrics, theme, width
from trainer_desktop.ui.words import tr_look, tr_look_short, tr_mark


@dataclass(frozen=True, slots=True)
class Dress:
    """How a state looks."""

    fill: str
    stripe: str
    name: str
    meta: str
    icon: str = ""
    ink: str = "text-2"
    edge: str = ""
    dashed: bool = False
    strike: bool = False
    hatched: bool = False
    weight: int = 600


DRESS = {
    Look.PLANNED: Dress("accent-tint", "mark", "text", "text-2"),
    Look.NEEDS_MARK: Dress(
        "accent-tint", "mark", "text", "text-2", "needs-mark", "accent-text", edge="accent-line"
    ),
    Look.CAME: Dress("done-tint", "good", "text-2", "text-3", "came", "good-text", weight=500),
    Look.LATE: Dress("done-tint", "good", "text-2", "text-3", "late", "warn-text", weight=500),
    Look.IN_TIME: Dress(
        "surface",
        "",
        "text-2",
        "text-3",
        "cancelled",
        "done-text",
        edge="control-line",
        dashed=True,
        strike=True,
        weight=500,
    ),
    Look.LATE_CANCEL: Dress(
        "warn-tint",
        "warn",
        "text",
        "text-2",
        "cancelled-late",
        "warn-text",
        strike=True,
        weight=500,
    ),
    Look.TURNED_AWAY: Dress(
        "warn-tint", "warn", "text", "text-2", "late", "warn-text", strike=True, weight=500
    ),
    Look.STAYED_AWAY: Dress("bad-tint", "bad", "text", "text-2", "stayed-away", "bad-text"),
    Look.CENTRE: Dress(
        "surface",
        "done",
        "text-2",
        "text-2",
        "centre-cancelled",
        "done-text",
        edge="line-strong",
        hatched=True,
        strike=True,
        weight=500,
    ),
}
DRESS[Look.CANCELLED] = DRESS[Look.IN_TIME]
FORM_ICON = {Form.TEAM: "team", Form.HOME: "home", Form.POOL: "pool", Form.OWN: "own"}
KEEPS_TINT = (Look.LATE_CANCEL, Look.STAYED_AWAY)


@dataclass(frozen=True, slots=True)
class How:
    """What is special about a block at this moment."""

    selected: bool = False
    related: bool = False
    dragged: bool = False
    refused: bool = False


@lru_cache(maxsize=4096)
def prepared(
    text: str, style: str, figures: bool, weight: int, mode: str, scale: float
) -> QStaticText:
    """A line of text laid out once; mode and scale are there to be told apart by."""
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.prepare(QTransform(), font(style, figures, weight))
    return made


def _say(
    p: QPainter,
    x: float,
    y: float,
    high: float,
    text: str,
    style: str,
    role: str,
    *,
    figures: bool = False,
    weight: int = 0,
) -> float:
    """Draw one prepared line in a box of a height; answers its width."""
    p.setFont(font(style, figures, weight))
    p.setPen(theme[role])
    measured = metrics(style, figures, weight)
    line = prepared(text, style, figures, weight, theme.mode, theme.scale)
    p.drawStaticText(QPointF(x, y + (high - measured.height()) / 2), line)
    return measured.horizontalAdvance(text)


def word_of(block: BlockCard) -> str:
    """The word of a block's state, at its longest; empty while it is planned or simply over."""
    if block.capacity:
        came = sum(p.look in (Look.CAME, Look.LATE) for p in block.people)
        left = sum(p.look is Look.NEEDS_MARK for p in block.people)
        if block.look is Look.NEEDS_MARK and came:
            said = QCoreApplication.translate("Block", "{came} came, {left} missing")
            return said.format(came=came, left=left)
        return tr_look(Look.NEEDS_MARK) if block.look is Look.NEEDS_MARK else ""
    if block.look in (Look.PLANNED, Look.CAME) or not block.people:
        return ""
    person = block.people[0]
    if block.look is Look.LATE:
        return QCoreApplication.translate("Block", "{n} min. late").format(n=person.late_minutes)
    if block.look is Look.LATE_CANCEL and person.told:
        return f"{tr_look(block.look)} {dates.at_clock(person.told)}"
    return tr_look(block.look)


def paint_block(
    p: QPainter, box: QRectF, block: BlockCard, how: How | None = None, place: str | None = None
) -> None:
    """Paint a training into its box; `place` is what stands beside the time instead of the room."""
    how = how or How()
    dress = DRESS[block.look]
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    if how.selected or how.dragged:
        shadow(p, box, 4, 10 if how.dragged else 7, 3 if how.dragged else 2)
    _body(p, box, dress, block, how)
    _words(p, box, dress, block, block.place if place is None else place)
    if how.selected:
        rounded(p, box.adjusted(-1, -1, 1, 1), 5, None, "mark", 2)
    if how.refused:
        rounded(p, box.adjusted(-1, -1, 1, 1), 5, None, "bad", 2)


def _fill(dress: Dress, block: BlockCard, how: How) -> str:
    if how.refused:
        return "bad-tint"
    team = block.capacity and block.look in (Look.PLANNED, Look.NEEDS_MARK)
    if team or (how.selected and block.look not in KEEPS_TINT):
        return "accent-tint-2"
    return dress.fill


def _body(p: QPainter, box: QRectF, dress: Dress, block: BlockCard, how: How) -> None:
    shape = QPainterPath()
    shape.addRoundedRect(box, 4, 4)
    p.fillPath(shape, theme[_fill(dress, block, how)])
    p.save()
    p.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    if dress.hatched:
        p.setOpacity(0.6)
        hatch(p, box, "hatch", 7, 1.4)
        p.setOpacity(1)
    _stripe(p, box, dress, block, how)
    p.restore()
    edge = "accent-line" if how.related else dress.edge
    if theme.mode == "contrast" and not edge:
        edge = dress.stripe
    if edge:
        pen = QPen(theme[edge], 1)
        if dress.dashed and not how.related:
            pen.setDashPattern([3, 3])
        p.setPen(pen)
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5)


def _stripe(p: QPainter, box: QRectF, dress: Dress, block: BlockCard, how: How) -> None:
    if not dress.stripe:
        return
    stripe = theme["bad" if how.refused else dress.stripe]
    p.fillRect(QRectF(box.left(), box.top(), 3, box.height()), stripe)
    if block.capacity:  # a second, thinner stripe: more than one person
        p.fillRect(QRectF(box.left() + 5, box.top(), 1.5, box.height()), theme[dress.stripe])
    if block.look is Look.LATE and block.people:  # the minutes lost stand at the top of the stripe
        share = min(0.5, block.people[0].late_minutes / max(1, block.minutes))
        lost = box.height() * share
        p.fillRect(QRectF(box.left(), box.top(), 3, lost), theme[dress.fill])
        p.fillRect(QRectF(box.left(), box.top(), 3, max(1.0, lost - 1)), theme["warn"])


def _icons(block: BlockCard, dress: Dress) -> list[tuple[str, str]]:
    """What stands at the right of the name: the state first, then form and marks when there is no line for them."""
    found = [(dress.icon, dress.ink)] if dress.icon else []
    quiet = "text-3" if block.look in (Look.CAME, Look.LATE, *GONE) else "accent-text"
    if block.form in FORM_ICON and not block.capacity:
        found.append((FORM_ICON[block.form], quiet))
    if block.minutes <= 30:
        found += [(m.value, "warn-text" if m is Mark.REEVALUATION else quiet) for m in block.marks]
    return found


def _words(p: QPainter, box: QRectF, dress: Dress, block: BlockCard, place: str) -> None:
    px = theme.px
    title_h, meta_h = line_height("block"), line_height("block-meta")
    left = box.left() + px(9 if dress.stripe else 8) + (3 if block.capacity else 0)
    right = box.right() - px(6)
    one_line = box.height() < title_h + meta_h + px(6)
    narrow = box.width() < px(72) and not one_line
    y = box.top() + ((box.height() - title_h) / 2 if one_line else px(4))
    icons = _icons(block, dress)
    size = px(12)
    if not one_line:  # neither a team's name nor a family name gives way to an icon
        whole = block.title if block.capacity else names(block.title)[-2:][0]
        wide = width(whole, "block", weight=dress.weight)
        beside = right - left - len(icons) * px(15)
        narrow = narrow or beside < wide <= right - left
    if narrow:  # the name needs the whole line
        if icons:
            draw_icon(p, icons[0][0], right - px(11), box.bottom() - px(16), size, icons[0][1])
        icons = []
    while icons and right - left - len(icons) * px(15) < px(40):
        icons = icons[:-1]
    x = right
    have, of = block.places
    if of and box.height() < title_h + 2 * meta_h + px(6):
        count = f"{have}/{of}"
        wide = width(count, "block-meta", True, 600)
        _say(p, x - wide, y, title_h, count, "block-meta", "text", figures=True, weight=600)
        x -= wide + px(4)
    for name, ink in icons:
        x -= size
        draw_icon(p, name, x, y + (title_h - size) / 2, size, ink)
        x -= px(3)
    room = x - left
    options = [block.title] if block.capacity else names(block.title)
    title = fitting(options, room, "block", weight=dress.weight)
    if block.capacity and width(title, "block", weight=dress.weight) > room:
        title = metrics("block", False, dress.weight).elidedText(
            title, Qt.TextElideMode.ElideRight, room
        )
    drawn = _say(p, left, y, title_h, title, "block", dress.name, weight=dress.weight)
    if dress.strike:  # our own hairline: a font's strike-through is as heavy as its letters
        p.setPen(QPen(theme["strike"], 1))
        middle = round(y + title_h * 0.56) + 0.5
        p.drawLine(QPointF(left - 1, middle), QPointF(left + min(drawn, room) + 1, middle))
    if not one_line:
        _facts(p, box, dress, block, place, left, right, y + title_h)


def _facts(
    p: QPainter,
    box: QRectF,
    dress: Dress,
    block: BlockCard,
    place: str,
    left: float,
    right: float,
    y: float,
) -> None:
    meta_h, room = line_height("block-meta"), right - left
    foot = box.bottom() - theme.px(2)
    word = word_of(block)
    if word and y + meta_h <= foot:
        options = [word, tr_look(block.look), tr_look_short(block.look)]
        if block.look is Look.LATE_CANCEL and block.people[0].told:
            options.insert(1, f"{tr_look(block.look)} {dates.clock(block.people[0].told)}")
        said = fitting(options, room, "block-meta", weight=500)
        if width(said, "block-meta", weight=500) <= room:
            _say(p, left, y, meta_h, said, "block-meta", dress.ink, weight=500)
            y += meta_h
    if block.capacity and y + meta_h <= foot:
        _places(p, block, left, right, y)
        y += meta_h + theme.px(2)
    if y + meta_h <= foot:
        line = _where(block, place, room)
        if line:
            _say(p, left, y, meta_h, line, "block-meta", dress.meta, figures=True)
            y += meta_h
    if block.marks and block.minutes > 30 and y + meta_h <= foot:
        _marks(p, block, left, right, y + theme.px(2))


def _where(block: BlockCard, place: str, room: float) -> str:
    start, span = dates.clock(block.starts), dates.clock_range(block.starts, block.ends)
    options = [span, start]
    if place:
        options = [f"{span} · {place}", f"{start} · {place}", *options]
    said = fitting(options, room, "block-meta", figures=True)
    return said if width(said, "block-meta", True) <= room else ""


def _places(p: QPainter, block: BlockCard, left: float, right: float, y: float) -> None:
    px, meta_h = theme.px, line_height("block-meta")
    have, of = block.places
    label = f"{have}/{of}" if have != of else QCoreApplication.translate("Block", "full")
    wide = max(
        width(f"{have}/{of}", "block-meta", True, 600), width(label, "block-meta", True, 600)
    )
    said = width(label, "block-meta", True, 600)
    _say(p, right - said, y, meta_h + 2, label, "block-meta", "text", figures=True, weight=600)
    room = right - left - wide - px(8)
    gap = 2 if room - (of - 1) * 2 >= 2 * of else 1
    cell = (room - (of - 1) * gap) / of
    if cell < 1.5:
        return
    for n in range(of):
        box = QRectF(left + n * (cell + gap), y + px(5), cell, px(6))
        rounded(p, box, 1.5, "mark" if n < have else None, None if n < have else "control-line")


def _marks(p: QPainter, block: BlockCard, left: float, right: float, y: float) -> None:
    px, meta_h = theme.px, line_height("block-meta")
    size, x = px(12), left
    for mark in block.marks:
        quiet = "text-3" if block.look in (Look.CAME, Look.LATE) else "accent-text"
        ink = "warn-text" if mark is Mark.REEVALUATION else quiet
        word = tr_mark(mark)
        wide = px(15) + width(word, "block-meta", weight=500)
        if x + size > right:
            return
        draw_icon(p, mark.value, x, y + (meta_h - size) / 2, size, ink)
        if x + wide > right + 1:
            x += px(16)
            continue
        _say(p, x + px(15), y, meta_h, word, "block-meta", ink, weight=500)
        x += wide + px(7)

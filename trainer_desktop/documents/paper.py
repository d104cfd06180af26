"""A4 paper: fonts embedded, title and language set, a pen that knows the page's end, and «page x of y»."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from trainer_desktop import paths
from trainer_desktop.documents.tagging import TEXT, Tags, kind_of

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM
INK, SOFT, FAINT, LINE = "#151C25", "#46515F", "#5F6A78", "#C6CDD6"
TINT, ACCENT = "#F1F3F6", "#1F5AA6"
WEIGHTS = (400, 500, 600, 700)


@lru_cache(maxsize=1)
def register_fonts() -> None:
    """Make Inter known to reportlab, once."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for weight in WEIGHTS:
        file = paths.resources() / "fonts" / f"Inter-{weight}.ttf"
        pdfmetrics.registerFont(TTFont(f"Inter{weight}", str(file)))


LEAST = 8.0  # points; nothing on paper is smaller


@dataclass(frozen=True, slots=True)
class Pen:
    """Words with the way they are written."""

    words: str
    size: float = 10
    weight: int = 400
    colour: str = INK


class Book:
    """Several papers in one file, each with its own page numbers and its bookmark."""

    def __init__(self, title: str, author: str, language: str) -> None:
        self._out = BytesIO()
        self.canvas = _canvas(self._out, (WIDTH, HEIGHT), title, author, language)
        self.tags = Tags()
        self.parts = self.sheets = 0

    def mark(self, title: str) -> None:
        """Put the bookmark of a paper on its first page."""
        key = f"part{self.parts}"
        self.parts += 1
        self.canvas.bookmarkPage(key)
        self.canvas.addOutlineEntry(title, key)

    def finish(self) -> bytes:
        """The whole file."""
        self.canvas.showOutline()
        if self.sheets:
            self.tags.write(self.canvas)
        self.canvas.save()
        return self._out.getvalue()


def _canvas(out: BytesIO, size: tuple[float, float], title: str, author: str, language: str) -> Any:
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    canvas = Canvas(
        out,
        pagesize=size,
        lang="da-DK" if language == "da" else "en-GB",
        initialFontName="Inter400",  # type: ignore[arg-type]  # the stub says float
        invariant=1,
    )
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject(title)
    canvas.setCreator("Trainer Desktop")
    return canvas


class Paper:
    """Sheets of A4 with a pen; lengths in points, y from the top of the sheet. In a book it is one part of many."""

    def __init__(
        self,
        title: str,
        author: str,
        language: str,
        foot: str,
        page: str,
        *,
        wide: bool = False,
        book: Book | None = None,
    ) -> None:
        self.width, self.height = (HEIGHT, WIDTH) if wide else (WIDTH, HEIGHT)
        self.left, self.right = 20 * MM, self.width - 20 * MM
        self.bottom = self.height - 24 * MM
        self.language = language
        self._out, self._book, self._title = BytesIO(), book, title
        size = self.width, self.height
        self.canvas = book.canvas if book else _canvas(self._out, size, title, author, language)
        self.canvas.setPageSize(size)
        self._foot, self._page = foot, page
        self._tags = book.tags if book else Tags()
        self._first = book.sheets if book else 0
        self._sheets: list[dict[str, Any]] = []
        self._tagged = True

    def dated(self, day: date) -> None:
        """Say of the file itself that it was made that day; else it says 1 January 2000, so that the same paper is the same file."""
        self.canvas._doc._timeStamp.YMDhms = (day.year, day.month, day.day, 0, 0, 0)

    # ---- pages

    def new_sheet(self) -> None:
        """Lay this sheet aside, to be numbered when all are there, and take a new one."""
        self._sheets.append(dict(self.canvas.__dict__))
        self.canvas._startPage()  # reportlab's own recipe

    @property
    def _sheet(self) -> int:
        """The sheet that is drawn on, in the whole file."""
        return self._first + len(self._sheets)

    def finish(self) -> bytes:
        """Number the sheets and answer the PDF; in a book they are its next pages, and nothing is answered."""
        self._sheets.append(dict(self.canvas.__dict__))
        for number, sheet in enumerate(self._sheets, 1):
            self.canvas.__dict__.update(sheet)
            if self._book and number == 1:
                self._book.mark(self._title)
            with self.ornament():
                self._footer(self._page.format(page=number, pages=len(self._sheets)))
            self.canvas.showPage()
            self._tags.shown(self.canvas, self._first + number - 1)
        if self._book:
            self._book.sheets += len(self._sheets)
            return b""
        self._tags.write(self.canvas)
        self.canvas.save()
        return self._out.getvalue()

    def _footer(self, page: str) -> None:
        self.line(self.height - 16 * MM)
        self.pair(
            self.height - 9.8 * MM, Pen(self._foot, 8, colour=FAINT), Pen(page, 8, colour=FAINT)
        )

    def _mark(
        self, size: float, weight: int, kind: str = "", words: str = ""
    ) -> AbstractContextManager[None]:
        """Words that are drawn within are tagged, unless they are ornament already; `words` is how they are read aloud."""
        if not self._tagged:
            return nullcontext()
        tag = kind or kind_of(size, weight)
        return self._tags.marked(self.canvas, self._sheet, tag, words)

    @contextmanager
    def ornament(self) -> Iterator[None]:
        """What is drawn within is not read aloud: lines, boxes, dashes, the footer."""
        if not self._tagged:
            yield
            return
        self._tagged = False
        with self._tags.ornament(self.canvas):
            yield
        self._tagged = True

    def room(self, y: float, needed: float, again: Callable[[], float]) -> float:
        """Go on at `y` when there is room, else on a new sheet, where `again` draws the heading."""
        if y + needed <= self.bottom:
            return y
        self.new_sheet()
        return again()

    # ---- the pen

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float = 10,
        weight: int = 400,
        colour: str = INK,
        align: str = "left",
        room: float = 0,
        most: int = 2,
        kind: str = "",
    ) -> float:
        """Write a line with its foot at `y`; answers its width. `kind` is its tag where its size does not tell.

        What has too little room (up to the margin, unless told) is made smaller, never below 8 points, then
        begins in a line above it, where there may be two.
        """
        from reportlab.lib.colors import HexColor
        from reportlab.pdfbase.pdfmetrics import stringWidth

        words = written(words)
        font = f"Inter{weight}"
        if not room and align != "centre":
            room = (self.right - x) if align == "left" else (x - self.left)
        size = max(size, LEAST)
        kind = kind or kind_of(size, weight)  # before it is made smaller
        width = stringWidth(words, font, size)
        lines = [words]
        if room and width > room:
            size = max(size * room / width, size * 0.6, LEAST)
            lines = self._in_lines(words, font, size, room, most)
            width = max(stringWidth(line, font, size) for line in lines)
        with self._mark(size, weight, kind, words):
            self.canvas.setFont(font, size)
            self.canvas.setFillColor(HexColor(colour))
            for number, line in enumerate(lines):
                wide = stringWidth(line, font, size)
                start = {"left": x, "right": x - wide, "centre": x - wide / 2}[align]
                up = (len(lines) - 1 - number) * size * 1.15
                self.canvas.drawString(start, self.height - y + up, line)
        return width

    def _in_lines(self, words: str, font: str, size: float, room: float, most: int) -> list[str]:
        """One or two lines that have room; what does not go into two ends with a mark that there is more."""
        from reportlab.pdfbase.pdfmetrics import stringWidth

        def fits(text: str) -> bool:
            return stringWidth(text, font, size) <= room

        if fits(words):
            return [words]
        if most == 1:
            while words and not fits(f"{words}…"):
                words = words[:-1]
            return [f"{words}…"]
        first, at = "", words.find(" ")
        while at >= 0 and fits(words[:at]):
            first, at = words[:at].rstrip(), words.find(" ", at + 1)
        if not first:  # one long word
            first = words
            while not fits(f"{first}-"):
                first = first[:-1]
            rest, first = words[len(first) :], f"{first}-"
        else:
            rest = words[len(first) :].strip()
        if not fits(rest):
            while rest and not fits(f"{rest}…"):
                rest = rest[:-1]
            rest = f"{rest}…"
        return [first, rest]

    def pair(self, y: float, left: Pen, right: Pen) -> None:
        """A heading with something at the right end of its line; neither runs into the other."""
        from reportlab.pdfbase.pdfmetrics import stringWidth

        whole = self.right - self.left
        most = whole * (0.45 if left.words else 1)
        taken = stringWidth(right.words, f"Inter{right.weight}", right.size)
        taken = min(taken, most)
        room = whole - taken - 6 * MM
        self.text(self.left, y, left.words, left.size, left.weight, left.colour, room=room)
        self.text(
            self.right,
            y,
            right.words,
            right.size,
            right.weight,
            right.colour,
            "right",
            room=max(taken, 1) + 0.1,
            kind=TEXT,
        )

    def flow(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        width: float,
        leading: float,
        again: Callable[[], float],
        colour: str = INK,
    ) -> float:
        """A paragraph over as many sheets as it needs; answers the next line's foot."""
        paragraph = self._paragraph(words, size, leading, 400, colour)
        while True:
            top = y - size * 0.93
            space = self.bottom - top
            _width, height = paragraph.wrap(width, self.height)
            if height <= space:
                with self._mark(size, 400, words=_said(paragraph)):
                    paragraph.drawOn(self.canvas, x, self.height - top - height)
                return float(y + height)
            parts = paragraph.split(width, space) if space > leading else []
            if len(parts) == 2:
                _width, height = parts[0].wrap(width, space)
                with self._mark(size, 400, words=_said(parts[0])):
                    parts[0].drawOn(self.canvas, x, self.height - top - height)
                paragraph = parts[1]
            self.new_sheet()
            y = again()

    def block(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        width: float,
        leading: float,
        weight: int = 400,
        colour: str = INK,
        kind: str = "",
    ) -> float:
        """Write a paragraph whose first line has its foot at `y`, long words hyphenated; answers the next line's foot."""
        paragraph = self._paragraph(words, size, leading, weight, colour)
        _width, height = paragraph.wrap(width, self.height)
        top = y - size * 0.93
        with self._mark(size, weight, kind, words):
            paragraph.drawOn(self.canvas, x, self.height - top - height)
        return float(y + height)

    def tall(
        self, words: str, size: float, width: float, leading: float, weight: int = 400
    ) -> float:
        """How high a paragraph is."""
        _width, height = self._paragraph(words, size, leading, weight, INK).wrap(width, self.height)
        return float(height)

    def _paragraph(self, words: str, size: float, leading: float, weight: int, colour: str) -> Any:
        from reportlab.lib.colors import HexColor
        from reportlab.lib.styles import ParagraphStyle
        from reportlab.platypus import Paragraph

        style = ParagraphStyle(
            "body",
            fontName=f"Inter{weight}",
            fontSize=max(size, LEAST),
            leading=leading,
            textColor=HexColor(colour),
            hyphenationLang="da_DK" if self.language == "da" else "en_GB",
            hyphenationMinWordLength=15,  # only compounds that leave a line ragged, never a name
            uriWasteReduce=0.3,
            splitLongWords=True,
        )
        return Paragraph(escape(written(words)).replace("\n", "<br/>"), style)

    def line(
        self, y: float, x1: float = 0, x2: float = 0, width: float = 0.5, colour: str = LINE
    ) -> None:
        """Draw a line across, between the margins unless told otherwise."""
        from reportlab.lib.colors import HexColor

        with self.ornament():
            self.canvas.setStrokeColor(HexColor(colour))
            self.canvas.setLineWidth(width)
            self.canvas.line(x1 or self.left, self.height - y, x2 or self.right, self.height - y)

    def stroke(self, points: list[tuple[float, float]], colour: str = ACCENT) -> None:
        """Draw a line through points."""
        from reportlab.lib.colors import HexColor

        with self.ornament():
            path = self.canvas.beginPath()
            for number, (x, y) in enumerate(points):
                (path.lineTo if number else path.moveTo)(x, self.height - y)
            self.canvas.setStrokeColor(HexColor(colour))
            self.canvas.setLineWidth(1.2)
            self.canvas.drawPath(path)

    def dot(self, x: float, y: float, colour: str = ACCENT) -> None:
        """Draw a point of a curve."""
        from reportlab.lib.colors import HexColor

        with self.ornament():
            self.canvas.setFillColor(HexColor(colour))
            self.canvas.circle(x, self.height - y, 2.2, stroke=0, fill=1)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str = "",
        stroke: str = "",
        radius: float = 0,
    ) -> None:
        """Draw a box with its upper left corner at x, y."""
        from reportlab.lib.colors import HexColor

        with self.ornament():
            if fill:
                self.canvas.setFillColor(HexColor(fill))
            if stroke:
                self.canvas.setStrokeColor(HexColor(stroke))
                self.canvas.setLineWidth(0.8)
            self.canvas.roundRect(
                x,
                self.height - y - height,
                width,
                height,
                radius,
                stroke=1 if stroke else 0,
                fill=1 if fill else 0,
            )


def _said(paragraph: Any) -> str:
    """The words of a paragraph, or of the piece of one that stands on a sheet."""
    return str(paragraph.getPlainText())


@lru_cache(maxsize=1)
def _glyphs() -> frozenset[int]:
    """What our typeface has, by its number in Unicode."""
    from reportlab.pdfbase import pdfmetrics

    register_fonts()
    face: Any = pdfmetrics.getFont("Inter400")
    return frozenset(face.face.charToGlyph)


def unwritable(words: str) -> str:
    """The signs that our typeface does not have, each once."""
    have = _glyphs()
    return "".join(dict.fromkeys(c for c in words if ord(c) not in have and not c.isspace()))


def written(words: str) -> str:
    """The words as they can be drawn: a sign that the typeface does not have is a «?», never a gap."""
    missing = unwritable(words)
    return words.translate(dict.fromkeys(map(ord, missing), "?")) if missing else words

"""A4 paper: fonts embedded, title and language set, a pen that knows the page's end, and «page x of y»."""

from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from trainer_desktop import paths

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


class Paper:
    """Sheets of A4 with a pen; lengths in points, y from the top of the sheet."""

    def __init__(
        self, title: str, author: str, language: str, foot: str, page: str, *, wide: bool = False
    ) -> None:
        from reportlab.pdfgen.canvas import Canvas

        register_fonts()
        self.width, self.height = (HEIGHT, WIDTH) if wide else (WIDTH, HEIGHT)
        self.left, self.right = 20 * MM, self.width - 20 * MM
        self.bottom = self.height - 24 * MM
        self.language = language
        self._out = BytesIO()
        lang = "da-DK" if language == "da" else "en-GB"
        self.canvas = Canvas(
            self._out,
            pagesize=(self.width, self.height),
            lang=lang,
            initialFontName="Inter400",  # type: ignore[arg-type]  # the stub says float
            invariant=1,
        )
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.canvas.setCreator("Trainer Desktop")
        self._foot, self._page = foot, page
        self._sheets: list[dict[str, Any]] = []

    # ---- pages

    def new_sheet(self) -> None:
        """Lay this sheet aside, to be numbered when all are there, and take a new one."""
        self._sheets.append(dict(self.canvas.__dict__))
        self.canvas._startPage()  # type: ignore[attr-defined]  # reportlab's own recipe

    def finish(self) -> bytes:
        """Number the sheets and answer the PDF."""
        self._sheets.append(dict(self.canvas.__dict__))
        for number, sheet in enumerate(self._sheets, 1):
            self.canvas.__dict__.update(sheet)
            self._footer(self._page.format(page=number, pages=len(self._sheets)))
            self.canvas.showPage()
        self.canvas.save()
        return self._out.getvalue()

    def _footer(self, page: str) -> None:
        self.line(self.height - 16 * MM)
        self.text(self.left, self.height - 11.5 * MM, self._foot, 8, colour=FAINT)
        self.text(self.right, self.height - 11.5 * MM, page, 8, colour=FAINT, align="right")

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
    ) -> float:
        """Write one line with its foot at `y`, made smaller when it has only so much room; answers its width."""
        from reportlab.lib.colors import HexColor
        from reportlab.pdfbase.pdfmetrics import stringWidth

        font = f"Inter{weight}"
        width = stringWidth(words, font, size)
        if room and width > room:
            size = max(size * room / width, size * 0.6)
            width = stringWidth(words, font, size)
        start = {"left": x, "right": x - width, "centre": x - width / 2}[align]
        self.canvas.setFont(font, size)
        self.canvas.setFillColor(HexColor(colour))
        self.canvas.drawString(start, self.height - y, words)
        return width

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
    ) -> float:
        """Write a paragraph whose first line has its foot at `y`, long words hyphenated; answers the next line's foot."""
        from reportlab.lib.colors import HexColor
        from reportlab.lib.styles import ParagraphStyle
        from reportlab.platypus import Paragraph

        style = ParagraphStyle(
            "body",
            fontName=f"Inter{weight}",
            fontSize=size,
            leading=leading,
            textColor=HexColor(colour),
            hyphenationLang="da_DK" if self.language == "da" else "en_GB",
            hyphenationMinWordLength=15,  # only compounds that leave a line ragged, never a name
            uriWasteReduce=0.3,
        )
        markup = escape(words).replace("\n", "<br/>")
        paragraph = Paragraph(markup, style)
        _width, height = paragraph.wrap(width, self.height)
        top = y - size * 0.93
        paragraph.drawOn(self.canvas, x, self.height - top - height)
        return y + height

    def line(
        self, y: float, x1: float = 0, x2: float = 0, width: float = 0.5, colour: str = LINE
    ) -> None:
        """Draw a line across, between the margins unless told otherwise."""
        from reportlab.lib.colors import HexColor

        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(width)
        self.canvas.line(x1 or self.left, self.height - y, x2 or self.right, self.height - y)

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

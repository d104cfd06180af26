"""A test's curve: better is up, the change that counts is a band, the norm a line; painted, and said in one sentence."""

from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_desktop.services.record.measuring import SeriesCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import draw_text, hatch, hline
from trainer_desktop.ui.record.test_words import tr_change, tr_norm, written
from trainer_desktop.ui.theme import theme, width

CENTRE = Qt.AlignmentFlag.AlignCenter


@guarded
class Curve(QWidget):
    """One series."""

    def __init__(self, series: SeriesCard) -> None:
        super().__init__()
        self._series = series
        self._values = [float(one.value) for one in series.results]
        self._band = self._chance()
        self.setMinimumHeight(theme.px(150))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._sentence())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.px(150))

    def _sentence(self) -> str:
        said = [
            f"{dates.date_year(one.day)}: {written(self._series, one.value)}"
            for one in self._series.results
        ]
        return ". ".join(
            part
            for part in (", ".join(said), tr_change(self._series)[0], tr_norm(self._series))
            if part
        )

    def _chance(self) -> tuple[float, float] | None:
        """The values around the first within which a change may be chance: the smallest size that counts."""
        start = self._series.results[0].value
        holding = [one for one in self._series.test.change if one.holds_for(start)]
        if not holding:
            return None
        size = float(min(one.size(start) for one in holding))
        return float(start) - size, float(start) + size

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, px = QPainter(self), theme.px
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = QRectF(px(8), px(18), self.width() - px(16), self.height() - px(46))
        low, high = self._ends()
        ups = self._series.test.better == "high"

        def y(value: float) -> float:
            share = (value - low) / (high - low)
            return plot.bottom() - plot.height() * (share if ups else 1 - share)

        if self._band:
            top, bottom = sorted(y(value) for value in self._band)
            band = QRectF(plot.left(), max(top, plot.top()), plot.width(), 0)
            band.setBottom(min(bottom, plot.bottom()))
            hatch(p, band)
        norm = self._series.norm
        if norm is not None and low <= float(norm) <= high:
            p.setPen(QPen(theme["good"], 1))
            p.drawLine(QPointF(plot.left(), y(float(norm))), QPointF(plot.right(), y(float(norm))))
        self._draw_points(p, plot, y)
        hline(p, plot.left(), plot.right(), plot.bottom() + px(6))

    def _draw_points(self, p: QPainter, plot: QRectF, y: Callable[[float], float]) -> None:
        px, results = theme.px, self._series.results
        days = [one.day.toordinal() for one in results]
        span = max(1, days[-1] - days[0])
        inner = plot.adjusted(px(20), 0, -px(24), 0)
        spots = [
            QPointF(inner.left() + inner.width() * (day - days[0]) / span, y(value))
            for day, value in zip(days, self._values, strict=True)
        ]
        p.setPen(QPen(theme["mark"], 2))
        for before, after in pairwise(spots):
            p.drawLine(before, after)
        taken = -1.0
        for number, (spot, one) in enumerate(zip(spots, results, strict=True)):
            last = number == len(spots) - 1
            p.setBrush(theme["mark"] if last else theme["surface"])
            p.setPen(QPen(theme["mark"], 2))
            p.drawEllipse(spot, px(4), px(4))
            said, day = written(self._series, one.value), dates.short_date(one.day)
            wide = max(width(said, "label"), width(day, "micro")) + px(8)
            if spot.x() - wide / 2 < taken and not last:
                continue  # no words over one another
            above = QRectF(spot.x() - wide / 2, spot.y() - px(20), wide, px(14))
            draw_text(p, above, said, "label", "text", CENTRE)
            below = QRectF(spot.x() - wide / 2, plot.bottom() + px(9), wide, px(14))
            draw_text(p, below, day, "micro", "text-2", CENTRE)
            taken = spot.x() + wide / 2

    def _ends(self) -> tuple[float, float]:
        """The lowest and highest value that is drawn."""
        values = [*self._values, *(self._band or ())]
        norm = self._series.norm
        if norm is not None:
            values.append(float(norm))
        low, high = min(values), max(values)
        room = (high - low) * 0.12 or float(self._series.test.step() * Decimal(5))
        return low - room, high + room

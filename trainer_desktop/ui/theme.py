"""The look's tokens: colours by role, type styles, sizes, icons. A widget asks for a role, never for a value."""

import tomllib
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from trainer_desktop import paths

BESIDE = 540  # the widest that large text makes a panel beside a list


@lru_cache(maxsize=1)
def tokens() -> dict[str, Any]:
    """The look's values, read once."""
    return tomllib.loads((paths.resources() / "tokens.toml").read_text(encoding="utf-8"))


class Theme:
    """Hands out colours by role and sizes by name; one instance, switched between modes."""

    def __init__(self) -> None:
        self.mode = "light"
        self.scale = 1.0
        self._colours: dict[str, QColor] = {}

    def use(self, mode: str, scale: float = 1.0) -> None:
        """Switch; widgets are painted anew by the caller."""
        self.mode, self.scale = mode, scale
        self._colours.clear()
        icon.cache_clear()
        font.cache_clear()
        metrics.cache_clear()
        width.cache_clear()

    def __getitem__(self, role: str) -> QColor:
        """The colour of a role; a value as #RRGGBB is itself."""
        found = self._colours.get(role)
        if found is None:
            value = role if role.startswith("#") else tokens()[self.mode][role]
            found = QColor(value[:7])
            if len(value) == 9:
                found.setAlpha(int(value[7:], 16))
            self._colours[role] = found
        return found

    def px(self, value: float) -> int:
        """A length in pixels that grows with the text."""
        return round(value * self.scale)

    def beside(self, value: float) -> int:
        """The width of a panel beside a list: with large text it grows less, so that the list can still be read."""
        return max(round(value), min(self.px(value), BESIDE))

    def size(self, name: str) -> int:
        """A named length."""
        return self.px(tokens()["size"][name])

    def radius(self, name: str) -> float:
        """A named corner."""
        return float(tokens()["radius"][name])


theme = Theme()


def load_fonts() -> None:
    """Make the bundled Inter known to Qt; once, before the first widget."""
    for file in sorted((paths.resources() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


@lru_cache(maxsize=128)
def font(style: str, figures: bool = False, weight: int = 0) -> QFont:
    """The font of a type style; `figures` gives figures of equal width."""
    size, own_weight, _line, spacing = tokens()["type"][style]
    result = QFont(tokens()["font"]["family"])
    result.setPixelSize(max(1, round(size * theme.scale)))
    result.setWeight(QFont.Weight(weight or own_weight))
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    result.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + spacing)
    if figures and hasattr(result, "setFeature"):
        result.setFeature(QFont.Tag("tnum"), 1)
    return result


@lru_cache(maxsize=128)
def metrics(style: str, figures: bool = False, weight: int = 0) -> QFontMetricsF:
    """How wide a style's letters are."""
    return QFontMetricsF(font(style, figures, weight))


@lru_cache(maxsize=1 << 14)
def width(text: str, style: str, figures: bool = False, weight: int = 0) -> float:
    """A text's width in pixels."""
    return metrics(style, figures, weight).horizontalAdvance(text)


def line_height(style: str) -> int:
    """The height of one line of a style."""
    return theme.px(tokens()["type"][style][2])


@lru_cache(maxsize=512)
def icon(name: str, role: str, size: int, ratio: float) -> QPixmap:
    """A one-colour SVG, tinted."""
    pixels = max(1, round(size * ratio))
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    file = paths.resources() / "icons" / f"{name}.svg"
    QSvgRenderer(str(file)).render(painter, QRectF(0, 0, pixels, pixels))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), theme[role])
    painter.end()
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def palette() -> QPalette:
    """Fusion's palette in role colours, for every widget that we do not paint ourselves."""
    result = QPalette()
    roles = QPalette.ColorRole
    for role, name in {
        roles.Window: "chrome",
        roles.Base: "surface",
        roles.AlternateBase: "sunken",
        roles.WindowText: "text",
        roles.Text: "text",
        roles.ButtonText: "text",
        roles.Button: "surface",
        roles.PlaceholderText: "text-3",
        roles.Highlight: "accent",
        roles.HighlightedText: "on-accent",
        roles.ToolTipBase: "raised",
        roles.ToolTipText: "text",
        roles.Link: "accent-text",
        roles.Mid: "line-strong",
        roles.Dark: "line-strong",
        roles.Light: "surface",
        roles.Midlight: "line-soft",
        roles.Shadow: "line-strong",
    }.items():
        result.setColor(role, theme[name])
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, theme["text-3"])
    return result


def sheet() -> str:
    """The few widgets that Fusion draws differently: fields, menus, scroll bars, tool tips."""
    c = {
        name: theme[name].name()
        for name in ("surface", "text", "control-line", "mark", "accent", "bad")
    }
    c |= {name: theme[name].name() for name in ("raised", "line-strong", "hover", "line", "text-3")}
    c["tint"] = theme["accent-tint"].name()
    pad = theme.px(9)
    return f"""
    QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {{
        background: {c["surface"]}; color: {c["text"]}; border: 1px solid {c["control-line"]};
        border-radius: 6px; padding: 0 {pad}px; min-height: {theme.px(30)}px;
        selection-background-color: {c["accent"]}; }}
    QPlainTextEdit {{ padding: {theme.px(5)}px {theme.px(6)}px; }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus {{ border: 2px solid {c["mark"]}; padding-left: {pad - 1}px; }}
    QComboBox QAbstractItemView {{ background: {c["raised"]}; color: {c["text"]};
        selection-background-color: {c["tint"]}; selection-color: {c["text"]}; }}
    QSpinBox {{ max-height: {theme.px(30)}px; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: 0; }}
    QLineEdit[unread="true"] {{ border: 2px solid {c["bad"]}; padding-left: {pad - 1}px; }}
    QAbstractSpinBox QLineEdit {{ border: 0; padding: 0; min-height: 0; background: transparent; }}
    QComboBox::drop-down {{ border: 0; width: {theme.px(24)}px; }}
    QMenu {{ background: {c["raised"]}; color: {c["text"]}; border: 1px solid {c["line-strong"]};
        padding: 4px; }}
    QMenu::item {{ padding: 6px 18px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {c["tint"]}; }}
    QMenuBar {{ background: {theme["chrome"].name()}; color: {theme["text-2"].name()}; }}
    QMenuBar::item:selected {{ background: {c["hover"]}; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
    QScrollBar::handle {{ background: {c["line-strong"]}; border-radius: 4px; margin: 1px;
        min-height: 28px; min-width: 28px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QToolTip {{ background: {c["raised"]}; color: {c["text"]}; border: 1px solid {c["line-strong"]};
        padding: 4px; }}
    """


def apply(app: QApplication, mode: str, scale: float = 1.0) -> None:
    """Dress the whole program."""
    theme.use(mode, scale)
    app.setStyle("Fusion")
    app.setPalette(palette())
    app.setFont(font("body"))
    app.setStyleSheet(sheet())


LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter

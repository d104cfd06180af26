"""Qt's own calls into our classes end the program when they raise, so every override of ours is guarded here.

When Qt was called from Python and an override raises what C code raised (an index out of range), PySide 6.11
on Python 3.11 crashes while it hands the exception on; otherwise it breaks off whoever called Qt. `guarded` wraps the overrides of a class: what they raise is handed to
`sys.excepthook`, and Qt gets an answer that is always safe.
"""

import functools
import sys
import traceback
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QRegion, QValidator

C = TypeVar("C", bound=type)
SAFE: dict[str, Callable[[], Any]] = {
    "visualRect": QRect,
    "visualRegionForSelection": QRegion,
    "indexAt": QModelIndex,
    "moveCursor": QModelIndex,
    "index": QModelIndex,
    "parent": QModelIndex,
    "flags": lambda: Qt.ItemFlag.NoItemFlags,
    "rowCount": int,
    "columnCount": int,
    "horizontalOffset": int,
    "verticalOffset": int,
    "heightForWidth": int,
    "sizeHint": QSize,
    "minimumSizeHint": QSize,
    "viewportSizeHint": QSize,
    "sectionSizeFromContents": QSize,
    "mapToGlobal": QPoint,
    "mimeTypes": list,
    "mimeData": lambda: None,
    "event": bool,
    "viewportEvent": bool,
    "eventFilter": bool,
    "editorEvent": bool,
    "helpEvent": bool,
    "focusNextPrevChild": bool,
    "hitButton": bool,
    "isIndexHidden": bool,
    "hasHeightForWidth": bool,
    "setData": bool,
    "canDropMimeData": bool,
    "dropMimeData": bool,
    "validate": lambda: (QValidator.State.Acceptable, "", 0),
    "fixup": str,
}


def guarded(cls: C) -> C:
    """Guard each method of a class that overrides one of Qt's."""
    for name, method in list(vars(cls).items()):
        if callable(method) and overrides_qt(cls, name):
            setattr(cls, name, _guard(name, method))
    return cls


def overrides_qt(cls: type, name: str) -> bool:
    """Whether Qt has a method of this name in a base of the class."""
    return not name.startswith("_") and any(
        base.__module__.startswith("PySide6.") and name in vars(base) for base in cls.__mro__[1:]
    )


def is_guarded(method: object) -> bool:
    """Whether a method has been wrapped."""
    return getattr(method, "guarded", False) is True


def _guard(name: str, method: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(method)
    def call(*args: Any) -> Any:
        try:
            return method(*args)
        except Exception as wrong:  # noqa: BLE001 - told through the hook, never swallowed
            sys.excepthook(type(wrong), wrong, wrong.__traceback__)
            traceback.clear_frames(wrong.__traceback__)  # ends the painters that it left open
            return SAFE.get(name, _nothing)()

    call.guarded = True  # type: ignore[attr-defined]
    return call


def _nothing() -> None:
    return None

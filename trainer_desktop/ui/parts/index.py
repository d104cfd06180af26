"""What Qt calls an item model with: an index of the moment, or one that follows its row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex

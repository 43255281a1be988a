"""The best crops of one search by one model, in a row of pictures with their places."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from app.picture_format import read_picture
from app.theme.theme import Theme
from app.translate import say_number, tr


class RankingList(QListWidget):
    """Shows pictures, best first; those that the other list has too say where."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = theme.size("tile_small")
        self.setAccessibleName(title)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setIconSize(QSize(self._side // 2, self._side))
        self.setSpacing(theme.size("step"))
        self.setUniformItemSizes(True)

    def show_ranking(self, ids: Sequence[int], other: Sequence[int], pictures: Mapping[int, bytes]) -> None:
        """Show crops with their places, and the places that they have with the other model.

        Args:
            ids: of crops, best first.
            other: of the other model's.
            pictures: JPEGs by id.
        """
        self.clear()
        places = {crop_id: place for place, crop_id in enumerate(other, start=1)}
        for place, crop_id in enumerate(ids, start=1):
            text = say_number(place)
            item = QListWidgetItem(self._icon(pictures.get(crop_id, b"")), text)
            moved = places.get(crop_id)
            where = (
                tr("place {n} with the other model").format(n=say_number(moved))
                if moved
                else tr("not among the best of the other model")
            )
            item.setToolTip(tr("Place {n}; {where}").format(n=text, where=where))
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            self.addItem(item)

    def _icon(self, jpeg: bytes) -> QIcon:
        image = read_picture(jpeg)
        if image.isNull():
            return QIcon()
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        ratio = self.devicePixelRatioF()
        picture = QPixmap.fromImage(image.scaled(self.iconSize() * ratio, keep, smooth))
        picture.setDevicePixelRatio(ratio)
        return QIcon(picture)

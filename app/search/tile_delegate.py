"""Paints a result as a tile: the crop, its rank, where and when, a mark for each clause, the band in words."""

import time

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.search.marks import BAND_COLOURS, Marks
from app.search.results_item_model import ResultsItemModel, say_band
from app.search.review_words import SIGNS, say_state
from app.search.thumbnails import Thumbnails
from app.search.tile_cache import TileCache, TileContent
from app.search.times import say_clock, say_place
from app.theme.icons import Icons
from app.theme.painting import drawn
from app.theme.theme import Theme
from app.translate import tr
from app.turns import Turns
from engine.gallery.records import ReviewState
from engine.search.ranking import RankedCrop

Index = QModelIndex | QPersistentModelIndex


class TileDelegate(QStyledItemDelegate):
    """Paints tiles of one size; the view tells it which."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        results: ResultsItemModel,
        thumbnails: Thumbnails,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._results = results
        self._thumbnails = thumbnails
        self._cache = TileCache()
        self._freeing = Turns(self)
        self._empty = QPixmap()
        self._marks = Marks(theme)
        theme.changed.connect(self._forget)
        self._cell = QSize(theme.size("tile_medium"), theme.size("tile_medium"))

    def set_cell(self, width: int, height: int) -> None:
        """Take the size of a tile in pixels, with the gap right of it and below it."""
        if self._cell == QSize(width, height):
            return
        self._cell = QSize(width, height)
        self._freeing.let_go(self._cache.forget())
        self._thumbnails.set_size(self.picture_size())

    def free(self) -> None:
        """Forget the pictures at once."""
        self._cache.forget()

    def picture_size(self) -> QSize:
        """Return the size of the picture in a tile."""
        gap, width = self._theme.size("tile_gap"), self._cell.width()
        return QSize(width - gap - 2, self._cell.height() - gap - 2 - self._theme.size("tile_text"))

    def _forget(self) -> None:
        """Draw everything anew."""
        self._freeing.let_go(self._cache.forget())
        self._empty = QPixmap()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the cell's size."""
        return self._cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one tile, whatever it takes."""
        self.paint_in_time(painter, option, index, time.monotonic() + 1)

    def paint_in_time(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, until: float) -> bool:
        """Paint one tile; return whether it is whole.

        Args:
            painter: of the view.
            option: where, and in which state.
            index: of the result.
            until: by `time.monotonic`; from then on only what has been made before is painted whole.
        """
        gap = self._theme.size("tile_gap")
        area = QRect(option.rect).adjusted(0, 0, -gap, -gap)
        content, ratio = self._content(option, index), painter.device().devicePixelRatioF()
        tile = None if content is None else self._cache.find(content)
        if tile is None and content is not None and time.monotonic() < until:
            tile = self._made(content, area.size(), ratio)
            self._cache.keep(content, tile)
        painter.drawPixmap(area.topLeft(), self._blank(area.size(), ratio) if tile is None else tile)
        self._paint_state(painter, area, option)
        return tile is not None or content is None

    @property
    def _radius(self) -> int:
        return self._theme.size("radius")

    def _content(self, option: QStyleOptionViewItem, index: Index) -> TileContent | None:
        """Return what is on a tile; None while the result is on its way."""
        facts = self._results.tile(index.row())
        if facts is None:
            return None
        image = self._thumbnails.image(facts.ranked.crop.id)
        return TileContent(facts=facts, image=image, is_chosen=bool(option.state & QStyle.StateFlag.State_On))

    def _made(self, content: TileContent, size: QSize, ratio: float) -> QPixmap:
        """Return a tile's picture, without what shows its state."""
        pixmap = QPixmap(self._blank(size, ratio))
        tile = QRect(QPoint(0, 0), size)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture = tile.adjusted(1, 1, -1, -1 - self._theme.size("tile_text"))
        if content.facts.is_member:
            self._paint_membership(painter, tile)
        self._paint_picture(painter, picture, content.image)
        self._paint_badges(painter, picture, content.facts.ranked, is_new=content.facts.is_new)
        if content.facts.is_marked:
            self._paint_bookmark(painter, picture)
        self._paint_rank(painter, picture, content.facts.rank_text, content.is_chosen)
        self._paint_text(painter, tile, picture, content.facts.ranked)
        painter.end()
        return pixmap

    def _blank(self, size: QSize, ratio: float) -> QPixmap:
        """Return a tile with nothing on it, drawn once."""
        if self._empty.size() != size * ratio:
            self._empty = drawn(size, ratio, lambda painter: self._paint_blank(painter, size))
        return self._empty

    def _paint_blank(self, painter: QPainter, size: QSize) -> None:
        painter.setPen(self._theme.colour("line"))
        painter.setBrush(self._theme.colour("panel"))
        outline = QRectF(QPointF(0, 0), size.toSizeF()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(outline, self._radius, self._radius)

    def _paint_picture(self, painter: QPainter, area: QRect, image: QImage | None) -> None:
        if image is not None and not image.isNull():
            painter.drawImage(area, image)
            return
        painter.fillRect(area, self._theme.colour("picture"))
        side = 2 * self._theme.size("icon")
        pixmap = self._icons.pixmap("person", "disabled", side, painter.device().devicePixelRatioF())
        painter.drawPixmap(area.center().x() - side // 2, area.center().y() - side // 2, pixmap)

    def _paint_membership(self, painter: QPainter, tile: QRect) -> None:
        """Paint the ground that the crops of an unfolded track share."""
        painter.setPen(self._theme.colour("line"))
        painter.setBrush(self._theme.colour("accent_fill"))
        painter.drawRoundedRect(QRectF(tile).adjusted(0.5, 0.5, -0.5, -0.5), self._radius, self._radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_bookmark(self, painter: QPainter, picture: QRect) -> None:
        """Paint a bookmark at the right edge, below the corner that a new hit takes."""
        step, side = self._theme.size("step"), self._theme.size("badge_height")
        ground = QRectF(picture.right() - step - side, picture.top() + 2 * step + side, side, side)
        colour = self._theme.colour("badge")
        colour.setAlphaF(self._theme.share("badge_opacity"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(ground, self._theme.size("radius_small"), self._theme.size("radius_small"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        icon = side - step
        pixmap = self._icons.pixmap("bookmark", "on_badge", icon, painter.device().devicePixelRatioF())
        painter.drawPixmap(ground.topLeft() + QPointF(step / 2, step / 2), pixmap)

    def count_badge(self, cell: QRect, ranked: RankedCrop) -> QRectF:
        """Return where a stack's number stands in its cell, with some room around it for the mouse."""
        gap, step = self._theme.size("tile_gap"), self._theme.size("step")
        bottom = cell.bottom() - gap - 1 - self._theme.size("tile_text")
        width = QFontMetrics(self._theme.font("font_small")).horizontalAdvance(f"× {ranked.of_track}") + 5 * step
        height = self._theme.size("badge_height") + 2 * step
        return QRectF(cell.right() - gap - width, bottom - height, width, height)

    def _paint_badges(self, painter: QPainter, picture: QRect, ranked: RankedCrop, *, is_new: bool) -> None:
        """Paint over the picture that a hit is new, what was said of it, and how many share the place."""
        step = self._theme.size("step")
        inside = QRectF(picture).adjusted(step, step, -step, -step)
        if is_new:
            corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            self._paint_badge(painter, inside, corner, tr("new"), fill="accent", ink="on_accent")
        if ranked.review is not ReviewState.UNREVIEWED:
            text = f"{SIGNS[ranked.review]} {say_state(ranked.review).lower()}"
            corner = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            self._paint_badge(painter, inside, corner, text)
        if ranked.of_track > 1:
            corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
            self._paint_badge(painter, inside, corner, f"× {ranked.of_track}")

    def _paint_rank(self, painter: QPainter, picture: QRect, rank: str, is_chosen: bool) -> None:
        """Paint the rank, with a tick where the tile is chosen beside others."""
        step, corner = self._theme.size("step"), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        inside = QRectF(picture).adjusted(step, step, -step, -step)
        if is_chosen:
            self._paint_badge(painter, inside, corner, f"✓ {rank}", fill="accent", ink="on_accent")
        else:
            self._paint_badge(painter, inside, corner, rank)

    def _paint_badge(
        self,
        painter: QPainter,
        inside: QRectF,
        corner: Qt.AlignmentFlag,
        text: str,
        fill: str = "badge",
        ink: str = "on_badge",
    ) -> None:
        font = self._theme.font("font_small", bold=fill != "badge")
        width = QFontMetrics(font).horizontalAdvance(text) + 3 * self._theme.size("step")
        badge = QRectF(inside.left(), inside.top(), width, self._theme.size("badge_height"))
        if corner & Qt.AlignmentFlag.AlignRight:
            badge.moveRight(inside.right())
        if corner & Qt.AlignmentFlag.AlignBottom:
            badge.moveBottom(inside.bottom())
        colour = self._theme.colour(fill)
        colour.setAlphaF(self._theme.share("badge_opacity") if fill == "badge" else 1.0)
        path = QPainterPath()
        path.addRoundedRect(badge, self._theme.size("radius_small"), self._theme.size("radius_small"))
        painter.fillPath(path, colour)
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_text(self, painter: QPainter, tile: QRect, picture: QRect, ranked: RankedCrop) -> None:
        side, step = 2 * self._theme.size("step"), self._theme.size("step")
        lines = QRect(tile.left() + side, picture.bottom() + 1 + step, tile.width() - 2 * side, 0)
        half = (tile.bottom() - lines.top() - step) // 2
        upper = QRect(lines.left(), lines.top(), lines.width(), half)
        lower = QRect(lines.left(), lines.top() + half, lines.width(), half)
        self._paint_place(painter, upper, ranked)
        self._paint_evidence(painter, lower, ranked)

    def _paint_place(self, painter: QPainter, line: QRect, ranked: RankedCrop) -> None:
        font = self._theme.font("font_small")
        clock = say_clock(ranked.crop)
        clock_width = QFontMetrics(font).horizontalAdvance(clock)
        if ranked.crop.time is not None and 2 * clock_width > line.width():  # the camera needs room in a small tile
            clock = f"{ranked.crop.time:%H:%M}"
            clock_width = QFontMetrics(font).horizontalAdvance(clock)
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, clock)
        bold = self._theme.font("font_small", bold=True)
        room = line.adjusted(0, 0, -clock_width - self._theme.size("step"), 0)
        camera = QFontMetrics(bold).elidedText(ranked.crop.camera, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(bold)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, camera)

    def _paint_evidence(self, painter: QPainter, line: QRect, ranked: RankedCrop) -> None:
        """Paint a mark for each clause and the band; where nothing was asked, the place in the footage."""
        font = self._theme.font("font_small")
        painter.setFont(font)
        if ranked.band is None:
            painter.setPen(self._theme.colour("muted"))
            place = painter.fontMetrics().elidedText(say_place(ranked.crop), Qt.TextElideMode.ElideLeft, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, place)
            return
        band = say_band(ranked.band)
        painter.setPen(self._theme.colour(BAND_COLOURS[ranked.band]))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, band)
        room = line.width() - QFontMetrics(font).horizontalAdvance(band) - self._theme.size("step")
        self._paint_marks(painter, line, room, ranked)

    def _paint_marks(self, painter: QPainter, line: QRect, room: int, ranked: RankedCrop) -> None:
        side, gap = self._theme.size("mark"), self._theme.size("step") - 1
        fitting = max(0, (room + gap) // (side + gap))
        shown = ranked.clauses if len(ranked.clauses) <= fitting else ranked.clauses[: max(0, fitting - 1)]
        top = line.top() + (line.height() - side) / 2
        ratio = painter.device().devicePixelRatioF()
        for place, found in enumerate(shown):
            mark = self._marks.pixmap(found.verdict, ratio)
            painter.drawPixmap(QPointF(line.left() + place * (side + gap), top), mark)
        if len(shown) < len(ranked.clauses):
            more = QRectF(line.left() + len(shown) * (side + gap), top, side + gap, side)
            painter.setFont(self._theme.font("font_small"))
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(more, Qt.AlignmentFlag.AlignCenter, f"+{len(ranked.clauses) - len(shown)}")

    def _paint_state(self, painter: QPainter, tile: QRect, option: QStyleOptionViewItem) -> None:
        state, theme = option.state, self._theme
        if state & QStyle.StateFlag.State_Selected:
            pen = QPen(theme.colour("accent"), 2 * theme.size("focus") - 1)
        elif state & QStyle.StateFlag.State_On:
            pen = QPen(theme.colour("accent"), theme.size("focus"))
        elif state & QStyle.StateFlag.State_MouseOver:
            pen = QPen(theme.colour("line_strong"), 1)
        else:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(tile).adjusted(0.5, 0.5, -0.5, -0.5), self._radius, self._radius)

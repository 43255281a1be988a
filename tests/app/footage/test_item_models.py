from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt

from app.case.records import SourceFacts
from app.footage.failures_item_model import FailuresItemModel
from app.footage.sources_item_model import SourcesItemModel
from engine.gallery.records import FailureRecord, Source, SourceId, SourceKind


def source(number):
    return Source(
        id=SourceId(number),
        path=Path(f"/evidence/gate_{number}.mp4"),
        kind=SourceKind.VIDEO,
        camera=f"Gate {number}",
        is_complete=number > 1,
    )


def row_of(model, row):
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_sources_are_a_sound_item_model(qtmodeltester):
    model = SourcesItemModel()
    model.show([SourceFacts(source=source(n), frames=100 * n, crops=7) for n in (1, 2)])
    qtmodeltester.check(model)
    assert row_of(model, 0) == ["gate_1.mp4", "Gate 1", "video", "100", "7", "partly imported"]
    assert row_of(model, 1)[-1] == "complete"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Source"
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == str(Path("/evidence/gate_1.mp4"))


def test_the_same_sources_again_leave_the_view_alone(qtbot):
    model = SourcesItemModel()
    facts = [SourceFacts(source=source(1), frames=1, crops=1)]
    model.show(facts)
    with qtbot.assertNotEmitted(model.modelReset):
        model.show(list(facts))


def test_failures_are_a_sound_item_model(qtmodeltester):
    model = FailuresItemModel()
    at = datetime(2026, 5, 14, tzinfo=UTC)
    model.show([FailureRecord(path=Path("/evidence/a.jpg"), reason="is empty.", source_id=None, at=at)])
    qtmodeltester.check(model)
    assert row_of(model, 0) == ["a.jpg", "is empty."]

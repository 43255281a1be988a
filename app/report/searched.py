"""What a report says of the footage: what was searched, and what was not."""

from collections.abc import Iterator

from app.engine_words import say_in_language
from app.footage.coverage_words import say_gaps, say_left_out, say_length, say_share, say_span, say_timeless
from app.footage.sources_item_model import say_kind
from app.report.blocks import Block, Column, Row, Run, Stack, Text, table
from app.report.pictures import Strip
from app.theme.paper import BODY, NOTE, PART, POINT, SECTION, SMALL
from app.translate import say_decimal, say_number, tr
from engine.casework.case_report import CaseReport, ReportedSource
from engine.casework.coverage import CameraCoverage, Coverage

MOST_GAPS = 40  # of a camera
MOST_FAILURES = 500


def coverage_blocks(report: CaseReport) -> Iterator[Block]:
    """Yield what of the footage was searched and what was not."""
    coverage = report.coverage
    yield Text([Run(tr("What was searched, and what was not"), SECTION)], before=22 * POINT, with_next=True)
    if not coverage.cameras:
        yield Text([Run(tr("The case has no footage."))], before=4 * POINT)
        return
    yield Text([Run(_say_bounds(coverage), NOTE)], before=4 * POINT, with_next=True)
    yield from _cameras(coverage)
    yield from _gaps(coverage)
    yield from _failures(coverage)


def source_blocks(report: CaseReport) -> Iterator[Block]:
    """Yield the sources, and who in them was left out by choice."""
    yield Text([Run(tr("Sources"), SECTION)], before=22 * POINT, with_next=True)
    columns = [
        Column(tr("Folder or file"), 0.36, look=SMALL),
        Column(tr("Camera"), 0.15, look=SMALL),
        Column(tr("Kind"), 0.13, look=SMALL),
        Column(tr("Frames"), 0.08, is_number=True, look=SMALL),
        Column(tr("People"), 0.08, is_number=True, look=SMALL),
        Column(tr("State, and who was taken"), 0.20, look=SMALL),
    ]
    yield from table(columns, [_source(told) for told in report.sources], before=6 * POINT)


def _source(told: ReportedSource) -> list[str | Block]:
    state = tr("complete") if told.source.is_complete else tr("imported in part")
    if told.is_missing:
        state = tr("not found where it was")
    people = ", ".join(say_in_language(part) for part in told.people.split(", "))
    chosen = tr("{state}; {people}").format(state=state, people=people)
    kind = say_kind(told.source.kind)
    return [str(told.source.path), told.source.camera, kind, say_number(told.frames), say_number(told.crops), chosen]


def _cameras(coverage: Coverage) -> Iterator[Block]:
    columns = [
        Column(tr("Camera"), 0.14, look=SMALL),
        Column(tr("Footage"), 0.26, look=SMALL),
        Column(tr("Frames"), 0.08, is_number=True, look=SMALL),
        Column(tr("Gaps"), 0.12, is_number=True, look=SMALL),
        Column(tr("Failed files"), 0.08, is_number=True, look=SMALL),
        Column(tr("Nobody found"), 0.10, is_number=True, look=SMALL),
        Column(tr("Hard to judge"), 0.10, is_number=True, look=SMALL),
        Column(tr("Not searchable"), 0.12, is_number=True, look=SMALL),
    ]
    head, *_ = table(columns, [], before=6 * POINT)
    shares = [column.share for column in columns]
    yield head
    for camera in coverage.cameras:
        row: list[Block] = [
            Text([Run(camera.camera, SMALL)]),
            _footage(camera, coverage),
            *(Text([Run(text, SMALL)], is_right=True) for text in _counts(camera)),
        ]
        yield Row(row, shares, head)


def _counts(camera: CameraCoverage) -> Iterator[str]:
    yield say_number(camera.frames.frames)
    yield say_gaps(camera)
    yield say_number(camera.sources.failures)
    yield say_share(camera.frames.without_people, camera.frames.frames)
    yield say_share(camera.crops.below_quality, camera.crops.crops)
    yield say_share(camera.crops.not_embedded, camera.crops.crops)


def _footage(camera: CameraCoverage, coverage: Coverage) -> Block:
    if camera.span is None or coverage.span is None:
        return Text([Run(say_timeless(camera), SMALL)])
    return Stack([Text([Run(say_span(camera.span, camera.span.start.tzinfo), SMALL)]), Strip(camera, coverage.span)])


def _gaps(coverage: Coverage) -> Iterator[Block]:
    gaps = [(camera, gap) for camera in coverage.cameras for gap in camera.gaps[:MOST_GAPS]]
    passed_over = sum(camera.sources.passed_over for camera in coverage.cameras)
    if passed_over:
        text = tr("{n} frames were passed over by choice, for not every frame was to be looked at.")
        yield Text([Run(text.format(n=say_number(passed_over)))], before=6 * POINT)
    for camera in coverage.cameras:
        for words in say_left_out(camera):
            yield Text([Run(f"{camera.camera}: {words}")], before=6 * POINT)
    without = sum(camera.frames.without_time for camera in coverage.cameras)
    if without:
        text = tr("{n} frames have no time; no search for a time finds them.")
        yield Text([Run(text.format(n=say_number(without)))], before=6 * POINT)
    if not gaps:
        return
    yield Text([Run(tr("Times without footage"), PART)], before=12 * POINT, with_next=True)
    columns = [
        Column(tr("Camera"), 0.3, look=SMALL),
        Column(tr("From and to (UTC)"), 0.5, look=SMALL),
        Column(tr("Length"), 0.2, is_number=True, look=SMALL),
    ]
    rows = [[camera.camera, say_span(gap, gap.start.tzinfo), say_length(gap.seconds)] for camera, gap in gaps]
    yield from table(columns, rows, before=6 * POINT)
    left_out = sum(max(0, len(camera.gaps) - MOST_GAPS) for camera in coverage.cameras)
    if left_out:
        text = tr("{n} more gaps are left out here; bolo case coverage lists them all.")
        yield Text([Run(text.format(n=say_number(left_out)), NOTE)], before=4 * POINT)


def _failures(coverage: Coverage) -> Iterator[Block]:
    failures = coverage.failures
    if not failures:
        yield Text([Run(tr("No file failed."), BODY)], before=8 * POINT)
        return
    yield Text([Run(tr("Files that could not be used"), PART)], before=12 * POINT, with_next=True)
    columns = [Column(tr("File"), 0.5, look=SMALL), Column(tr("Reason"), 0.5, look=SMALL)]
    rows = [[str(failure.path), say_in_language(failure.reason)] for failure in failures[:MOST_FAILURES]]
    yield from table(columns, rows, before=6 * POINT)
    if len(failures) > MOST_FAILURES:
        text = tr("{n} more files are left out here; bolo case coverage lists them all.")
        yield Text([Run(text.format(n=say_number(len(failures) - MOST_FAILURES)), NOTE)], before=4 * POINT)


def _say_bounds(coverage: Coverage) -> str:
    bounds = coverage.bounds
    return tr(
        "Times are UTC. A gap is longer than {gap} without a frame. Hard to judge: less than {height} px high, or "
        "blurred (sharpness below {sharpness}). Not searchable: the model has not looked at them, no search finds them."
    ).format(gap=say_length(bounds.gap_s), height=bounds.min_height_px, sharpness=say_decimal(bounds.min_sharpness))

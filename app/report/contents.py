"""A report from its first line to its last, as blocks."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QImage

from app.engine_words import say_figures, say_in_language
from app.report.blocks import Block, Column, Row, Run, Text, facts, table
from app.report.pictures import CropCard
from app.report.report_words import (
    decision_look,
    say_bookmark,
    say_count,
    say_decision,
    say_description,
    say_file,
    say_when,
)
from app.report.searched import coverage_blocks, source_blocks
from app.theme.paper import (
    BODY,
    FILLED,
    HASH,
    MUTED,
    NOTE,
    PART,
    POINT,
    SECTION,
    SHADE,
    SMALL,
    SPACE,
    SUBTITLE,
    TITLE,
    Type,
)
from app.translate import say_number, tr
from engine.casework.case_report import CaseReport
from engine.casework.chosen_crops import ChosenCrop
from engine.gallery.records import CropId, CropRecord, ReviewState

CropPicture = Callable[[CropId], QImage]
FramePicture = Callable[[CropRecord], QImage | None]


def contents(report: CaseReport, crop: CropPicture, frame: FramePicture) -> list[Block]:
    """Return all blocks of a report.

    Args:
        report: what it says.
        crop: gives the picture of a crop.
        frame: gives the whole frame of a crop, None where it cannot be shown.
    """
    return [
        *_head(report),
        *_chosen(report, crop, frame),
        *_decisions(report),
        *_searches(report),
        *coverage_blocks(report),
        *source_blocks(report),
        *_model(report),
        *_log(report),
    ]


def section(title: str) -> Text:
    """Return the heading of a section."""
    return Text([Run(title, SECTION)], before=22 * POINT, with_next=True)


def said(text: str, look: Type = BODY, *, before: float = 4 * POINT, with_next: bool = False) -> Text:
    """Return a paragraph."""
    return Text([Run(text, look)], before=before, with_next=with_next)


def _head(report: CaseReport) -> Iterator[Block]:
    info = report.info
    yield Text([Run(info.name, TITLE)])
    yield said(tr("Report of a search for people in footage"), SUBTITLE, before=2 * POINT)
    notice = [
        Run(f"{say_in_language(report.notice)}\n", Type(size_pt=10, bold=True, colour=FILLED)),
        Run(
            tr(
                "The program ranks people by how well they fit a description. It does not know who anybody is, it "
                "errs, and whoever is not in the footage, or was not found in it, is not in this report."
            ),
            BODY,
        ),
    ]
    yield Row([Text(notice)], [1.0], shade=SHADE, line=None, before=14 * POINT, padding=8 * POINT)
    states = [one.state for one in report.chosen]
    rejected = len({crop.id for crop, said_ in report.decisions if said_.state is ReviewState.REJECTED})
    frames = sum(camera.frames.frames for camera in report.coverage.cameras)
    crops = sum(camera.crops.crops for camera in report.coverage.cameras)
    pairs: list[tuple[str, str | Block]] = [
        (tr("File number"), info.reference),
        (tr("Purpose"), info.purpose),
        (tr("Case made"), say_when(info.created)),
        (tr("Report made"), tr("{time} by {who}").format(time=say_when(report.made_at), who=report.made_by)),
        (tr("Made with"), f"Bolo {report.bolo_version}"),
        (
            tr("Searched"),
            tr("{sources}, {frames}, {crops} found in them").format(
                sources=say_count(len(report.sources), tr("source"), tr("sources")),
                frames=say_count(frames, tr("frame"), tr("frames")),
                crops=say_count(crops, tr("picture of a person"), tr("pictures of people")),
            ),
        ),
        (
            tr("Decisions"),
            tr("{confirmed} confirmed, {unsure} unsure, {rejected} rejected at some time").format(
                confirmed=say_number(states.count(ReviewState.CONFIRMED)),
                unsure=say_number(states.count(ReviewState.UNSURE)),
                rejected=say_number(rejected),
            ),
        ),
        (tr("Head of the log"), Text([Run(f"{report.log.entries} : {report.log.head}", HASH)])),
    ]
    yield said("", before=8 * POINT)
    yield from facts(pairs)


def _chosen(report: CaseReport, crop: CropPicture, frame: FramePicture) -> Iterator[Block]:
    yield section(tr("Chosen pictures"))
    yield said(
        tr("Those that were confirmed, held unsure, bookmarked or added to the case, by camera and time."),
        NOTE,
        with_next=bool(report.chosen),
    )
    if not report.chosen:
        yield said(tr("None yet."))
    for one in report.chosen:
        yield _card(one, crop, frame)


def _card(one: ChosenCrop, crop: CropPicture, frame: FramePicture) -> Block:
    record = one.crop
    runs = [Run(f"{record.camera}\n", PART), Run(f"{say_when(record.time)}\n", BODY)]
    runs += [Run("\n", SPACE)] if one.reviews or one.bookmark else []
    if one.reviews:
        last = one.reviews[-1]
        runs += [
            Run(f"{say_decision(last.state)}", decision_look(last.state)),
            Run(f"  {last.who}, {say_when(last.at)}\n", NOTE),
        ]
        runs += [Run(f"“{last.note}”\n", SMALL)] if last.note else []
    if one.bookmark is not None:
        mark = one.bookmark
        runs += [Run(say_bookmark(mark.state), Type(size_pt=SMALL.size_pt, bold=True)), Run(f"  {mark.who}\n", NOTE)]
        runs += [Run(f"“{mark.note}”\n", SMALL)] if mark.note else []
    place = tr("Picture {id} · {file} · frame {n}").format(
        id=record.id, file=say_file(record.frame_path), n=say_number(record.frame_number)
    )
    runs += [Run("\n", SPACE), Run(f"{place}\n", NOTE), Run(tr("SHA-256 of the original:"), NOTE)]
    runs += [Run(f"\n{record.sha256}", HASH)]
    return CropCard(
        crop=lambda: crop(record.id),
        frame=lambda: frame(record),
        box=record.box,
        frame_px=record.frame_size_px,
        words=Text(runs),
    )


def _decisions(report: CaseReport) -> Iterator[Block]:
    yield section(tr("All decisions"))
    yield said(
        tr("Every word that was said of a picture, the first first; rejections and words taken back stand here too."),
        NOTE,
        with_next=True,
    )
    columns = [
        Column(tr("Said"), 0.16, look=SMALL),
        Column(tr("Picture"), 0.08, is_number=True, look=SMALL),
        Column(tr("Camera and time"), 0.24, look=SMALL),
        Column(tr("Decision"), 0.14),
        Column(tr("Note"), 0.22, look=SMALL),
        Column(tr("Who"), 0.16, look=SMALL),
    ]
    rows: list[list[str | Block]] = [
        [
            say_when(review.at),
            str(crop.id),
            f"{crop.camera}\n{say_when(crop.time)}",
            Text([Run(say_decision(review.state), decision_look(review.state))]),
            review.note,
            review.who,
        ]
        for crop, review in report.decisions
    ]
    yield from table(columns, rows, before=6 * POINT) if rows else [said(tr("None yet."))]
    yield from _agreement(report)


def _agreement(report: CaseReport) -> Iterator[Block]:
    agreement = report.agreement
    if not agreement.reviewed_twice:
        return
    yield said(tr("Second review"), PART, before=12 * POINT, with_next=True)
    text = tr("{n} pictures were looked at by more than one person; on {m} of them the last words differ.")
    count = len(agreement.disagreements)
    yield said(text.format(n=say_number(agreement.reviewed_twice), m=say_number(count)), with_next=bool(count))
    columns = [Column(tr("Picture"), 0.1, is_number=True, look=SMALL), Column(tr("Said"), 0.9, look=SMALL)]
    rows = [
        [str(words[0].crop_id), "; ".join(f"{word.who}: {say_decision(word.state)}" for word in words)]
        for words in agreement.disagreements
    ]
    if rows:
        yield from table(columns, rows, before=6 * POINT)


def _searches(report: CaseReport) -> Iterator[Block]:
    yield section(tr("Searches"))
    if not report.searches:
        yield said(tr("The log has no search."))
        return
    yield said(tr("As the log has them; the same search made again stands once."), NOTE, with_next=True)
    columns = [
        Column(tr("Line"), 0.07, is_number=True, look=SMALL),
        Column(tr("Last made"), 0.17, look=SMALL),
        Column(tr("Description"), 0.34),
        Column(tr("Filters"), 0.26, look=SMALL),
        Column(tr("Ranked"), 0.09, is_number=True, look=SMALL),
        Column(tr("Times"), 0.07, is_number=True, look=SMALL),
    ]
    rows = [
        [
            str(search.line),
            search.at[:19].replace("T", " ") + " UTC",
            say_description(search, None if report.model is None else report.model.schema),
            _in_parts(search.filters, "; "),
            say_number(search.considered),
            say_number(search.times),
        ]
        for search in report.searches
    ]
    yield from table(columns, rows, before=6 * POINT)
    if report.searches_left_out:
        text = tr("{n} earlier searches are left out here; the log has them.")
        yield said(text.format(n=say_number(report.searches_left_out)), NOTE)


def _in_parts(text: str, between: str) -> str:
    """Return phrases of the engine that stand beside each other in the user's language."""
    return between.join(say_in_language(part) for part in text.split(between))


def _model(report: CaseReport) -> Iterator[Block]:
    yield section(tr("Model, and how well it was measured to do"))
    model = report.model
    if model is None:
        yield said(say_in_language(report.model_problem))
        return
    yield from facts(
        [
            (tr("Model"), say_in_language(model.name)),
            (tr("Model id"), model.model_id),
            (tr("Trained on"), say_in_language(model.trained_on)),
            (tr("Measured on"), say_in_language(model.measured_on)),
            *((say_in_language(name), say_figures(found)) for name, found in model.accuracy),
            *((tr("Licence"), say_in_language(note)) for note in model.notes),
        ],
        together=True,
    )
    yield said(
        tr(
            "Rank-k: in how many of a hundred searches with a complete description a person of that description stands "
            "among the first k. In brackets the 95 % interval. Other footage, other cameras and descriptions of a few "
            "traits can do worse."
        ),
        NOTE,
    )


def _log(report: CaseReport) -> Iterator[Block]:
    yield section(tr("The log"))
    yield said(
        say_in_language(report.log.in_words()) if not report.log.is_whole else tr("The log is whole."), with_next=True
    )
    yield from facts(
        [
            (tr("Lines"), say_number(report.log.entries)),
            (tr("Hash of the last"), Text([Run(report.log.head, HASH)])),
            (
                tr("To be checked with"),
                Text([Run(f"bolo audit verify CASE --head {report.log.entries}:{report.log.head}", HASH)]),
            ),
        ],
        together=True,
    )
    yield said(
        tr(
            "Each line of the log holds the hash of the line before: whoever changes, takes out or puts in a line "
            "breaks the chain. The hash of this report itself stands in the line that follows."
        ),
        Type(size_pt=NOTE.size_pt, colour=MUTED),
    )

"""What a training tells, in words: its losses, its rate, the time that is left, its figures."""

from collections.abc import Mapping

from engine.training.events import EpochFinished, StepsTaken

MINUTE_S, HOUR_S = 60, 3600


def epoch_sentence(event: EpochFinished) -> str:
    """Return one line for an epoch that is done."""
    parts = [_losses(event.losses), f"{event.crops_per_second:.0f} crops a second"]
    if event.validation:
        parts.append("on validation data " + _figures(event.validation))
    return f"{event.label}: {'; '.join(parts)}"


def steps_note(event: StepsTaken) -> str:
    """Return what stands beside the bar of an epoch under way."""
    left = duration(event.seconds_left)
    return f"loss {sum(event.losses.values()):.3f}, {event.crops_per_second:.0f} crops/s, {left} in all"


def duration(seconds: float) -> str:
    """Return a time in the unit that fits: 45 s, 12 min, 3 h 05 min."""
    minutes = round(seconds / MINUTE_S)
    if seconds < MINUTE_S:
        return f"{seconds:.0f} s"
    if seconds < HOUR_S:
        return f"{minutes} min"
    return f"{minutes // MINUTE_S} h {minutes % MINUTE_S:02d} min"


def _losses(losses: Mapping[str, float]) -> str:
    total = f"loss {sum(losses.values()):.3f}"
    return f"{total} ({_figures(losses, digits=3)})" if len(losses) > 1 else total


def _figures(values: Mapping[str, float], digits: int = 1) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {value:.{digits}f}" for name, value in values.items())

"""The losses that align crops with categories, by the names that recipes use."""

from collections.abc import Callable

from engine.losses.alignment_kind import AlignmentKind
from engine.losses.cosface import CosFace
from engine.losses.cosine_alignment import CosineAlignment
from engine.losses.modality_alignment import ModalityAlignment
from engine.losses.proxy_anchor import ProxyAnchor
from engine.losses.proxy_nca import ProxyNca
from engine.losses.sphereface import SphereFace

_LOSSES: dict[AlignmentKind, Callable[..., CosineAlignment]] = {
    AlignmentKind.MODALITY_ALIGNMENT: ModalityAlignment,
    AlignmentKind.PROXY_ANCHOR: ProxyAnchor,
    AlignmentKind.PROXY_NCA: ProxyNca,
    AlignmentKind.COSFACE: CosFace,
    AlignmentKind.SPHEREFACE: SphereFace,
}


def make_alignment_loss(
    kind: AlignmentKind, scale: float | None = None, angular_margin: float | None = None
) -> CosineAlignment:
    """Return the loss: call it with (crops (B, D), categories (C, D), target (B,)).

    Args:
        kind: which loss.
        scale: multiplies the cosines; None for the loss's own default.
        angular_margin: radians for modality alignment, a cosine for Proxy Anchor and CosFace, a whole factor of the
            angle for SphereFace, 0 for Proxy NCA; None for the loss's own default.

    Raises:
        ConfigError: if the loss cannot have that scale or margin.
    """
    given = {"scale": scale, "margin": angular_margin}
    return _LOSSES[kind](**{name: value for name, value in given.items() if value is not None})

"""The losses that align crops with categories, by the names that recipes use; without torch, for the window."""

from enum import Enum


class AlignmentKind(Enum):
    """Which loss stands at L_MA of Eq. 1 (Jeong, Park and Kwak 2021, Table 3 compares them)."""

    MODALITY_ALIGNMENT = "modality_alignment"
    PROXY_ANCHOR = "proxy_anchor"
    PROXY_NCA = "proxy_nca"
    COSFACE = "cosface"
    SPHEREFACE = "sphereface"

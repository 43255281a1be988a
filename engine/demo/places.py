"""The places where the cameras hang: what ground, which walls, what stands about."""

from dataclasses import dataclass

from engine.demo.light import Rgb


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The paving: slabs before the kerb, and what lies beyond it."""

    slab_m: tuple[float, float]
    shade: Rgb
    joint: float = 0.72  # brightness of the joints
    variation: float = 0.06
    staggered: bool = True
    kerb_at_m: float | None = None  # distance of a kerb along y; beyond it lies asphalt
    line_at_m: float | None = None  # distance of a painted line
    line: Rgb = (0.75, 0.62, 0.18)
    road: Rgb = (0.30, 0.30, 0.31)
    polish: float = 0.0  # how much the wall mirrors in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """The wall at the back, with a row of bays: windows, doors, posters or bare."""

    at_m: float  # distance along y
    shade: Rgb
    brick: bool = False
    panel_m: float = 0.0  # width of cladding panels, 0 for plaster
    bay_m: float = 4.0
    bays: tuple[str, ...] = ("window", "door", "window", "bare")
    fascia: Rgb | None = None  # the board over the shop windows
    height_m: float = 9.0
    has_upper_windows: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place with its ground, wall and furniture."""

    name: str
    ground: Ground
    wall: Wall
    furniture: tuple[tuple[str, float, float], ...] = ()  # kind, x, y in metres
    side_wall_m: float | None = None  # x of a wall along the side, its sign the side


PLACES: dict[str, Place] = {
    "street": Place(
        name="street",
        ground=Ground(slab_m=(0.6, 0.4), shade=(0.55, 0.53, 0.50), kerb_at_m=13.6),
        wall=Wall(at_m=22.0, shade=(0.56, 0.42, 0.35), brick=True, bays=("window", "door", "window", "wide"),
                  fascia=(0.16, 0.26, 0.24), has_upper_windows=True),
        furniture=(("lamp", -6.2, 13.3), ("bollard", 2.0, 13.2), ("lamp", 8.0, 13.3)),
    ),
    "forecourt": Place(
        name="forecourt",
        ground=Ground(slab_m=(0.9, 0.9), shade=(0.60, 0.59, 0.57), variation=0.045, staggered=False),
        wall=Wall(at_m=23.0, shade=(0.66, 0.66, 0.64), panel_m=1.3, bay_m=3.2, bays=("glass", "glass", "door", "glass"),
                  fascia=(0.20, 0.27, 0.36)),
        furniture=(("bench", -5.2, 17.5), ("planter", 5.0, 15.5), ("lamp", -6.8, 14.0), ("bench", 2.6, 20.5)),
    ),
    "platform": Place(
        name="platform",
        ground=Ground(slab_m=(0.4, 0.4), shade=(0.60, 0.59, 0.57), variation=0.08, staggered=False, kerb_at_m=15.0,
                      line_at_m=14.2, road=(0.17, 0.16, 0.155)),
        wall=Wall(at_m=20.5, shade=(0.62, 0.60, 0.54), panel_m=0.6, bay_m=3.6,
                  bays=("poster", "bare", "poster", "sign")),
        furniture=(("pillar", -4.6, 12.9), ("pillar", 4.8, 12.9), ("bench", 0.6, 13.2)),
    ),
    "passage": Place(
        name="passage",
        ground=Ground(slab_m=(0.6, 0.6), shade=(0.63, 0.60, 0.55), variation=0.03, staggered=False, polish=0.30),
        wall=Wall(at_m=18.0, shade=(0.70, 0.67, 0.61), panel_m=0.9, bay_m=3.8, bays=("wide", "poster", "wide", "door"),
                  fascia=(0.42, 0.15, 0.14), height_m=6.0),
        furniture=(("pillar", -5.0, 14.0), ("planter", 4.6, 16.6)),
    ),
}  # fmt: skip

"""Blocks on pages."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from app.report.blocks import Block
from app.report.pages import paginate

PAGE = 100.0


@dataclass
class Brick(Block):
    high: float
    before: float = 0.0
    with_next: bool = False
    header: Block | None = None

    def height(self, width):
        return self.high

    def paint(self, painter, at, width):
        raise AssertionError


HEAD = Brick(7.0, with_next=True)
bricks = st.builds(
    Brick,
    high=st.floats(1, 60),
    before=st.floats(0, 10),
    with_next=st.booleans(),
    header=st.sampled_from([None, HEAD]),
)


@given(st.lists(bricks, max_size=40))
def test_every_block_stands_once_in_order_and_none_is_cut(blocks):
    pages = paginate(blocks, 50, PAGE)
    placed = [each for page in pages for each in page if each.block is not HEAD]
    assert [id(each.block) for each in placed] == [id(block) for block in blocks]
    for page in pages:
        ends = [each.top + each.block.height(50) for each in page]
        assert all(after.top >= end - 1e-6 for after, end in zip(page[1:], ends, strict=False))
        if sum(each.block.with_next for each in page) == 0:
            assert len(page) <= 2 or max(ends) <= PAGE + 1e-6


@given(st.lists(bricks, max_size=40))
def test_what_wants_the_next_never_stands_last_unless_nothing_follows(blocks):
    pages = paginate(blocks, 50, PAGE)
    assert all(not page[-1].block.with_next for page in pages[:-1])


def test_the_head_of_a_table_is_repeated_on_each_of_its_pages():
    rows = [Brick(30.0, header=HEAD) for _ in range(7)]
    pages = paginate([Brick(20.0), HEAD, *rows], 50, PAGE)
    assert [[each.block.high for each in page] for page in pages] == [
        [20.0, 7.0, 30.0, 30.0],
        [7.0, 30.0, 30.0, 30.0],
        [7.0, 30.0, 30.0],
    ]


def test_space_above_is_left_out_at_the_top_of_a_page():
    first, second = paginate([Brick(90.0), Brick(20.0, before=15.0)], 50, PAGE)
    assert (first[0].top, second[0].top) == (0.0, 0.0)


def test_nothing_is_one_empty_page():
    assert paginate([], 50, PAGE) == [()]

from app.search.seen import MOST, also_seen
from engine.search.evidence import Evidence, Verdict


def found(attribute_id, probability):
    return Evidence(attribute_id=attribute_id, probability=probability, verdict=Verdict.CANNOT_TELL)


def test_each_group_gives_its_likeliest_the_likeliest_first(peta):
    evidence = [found("upperBodyRed", 0.6), found("upperBodyBlue", 0.8), found("hairLong", 0.9)]
    assert [seen.attribute_id for seen in also_seen(evidence, peta, set())] == ["hairLong", "upperBodyBlue"]


def test_what_was_asked_and_what_is_unlikely_is_left_out(peta):
    evidence = [found("upperBodyRed", 0.9), found("hairLong", 0.49), found("carryingBackpack", 0.5)]
    assert [seen.attribute_id for seen in also_seen(evidence, peta, {"upperBodyRed"})] == ["carryingBackpack"]


def test_the_list_stays_short(peta):
    evidence = [found(attribute_id, 0.9) for attribute_id in peta.attribute_ids]
    assert len(also_seen(evidence, peta, set())) == MOST < len(peta.groups)

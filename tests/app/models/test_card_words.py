from app.models.card_words import say_facts


def test_what_lies_deeper_is_named_by_its_path():
    facts = {"data": {"train_images": 10789}, "seen": True, "sizes": (192, 96), "map": 46.6123456}
    assert say_facts(facts) == {"Data, train images": "10,789", "Seen": "yes", "Sizes": "192, 96", "Map": "46.61"}

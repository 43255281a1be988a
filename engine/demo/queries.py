"""The descriptions that are stored with the demo case, as an investigator would tick them."""

QUERIES: tuple[tuple[str, str], ...] = (
    ("Red top", "has:upperBodyRed"),
    ("Orange top", "has:upperBodyOrange"),
    ("Backpack", "has:carryingBackpack"),
    ("Man with a suitcase", "has:personalMale has:carryingSuitcase"),
    ("Trolley case", "has:carryingLuggageCase"),
    ("Plastic bag", "has:carryingPlasticBags"),
    ("Man in a suit", "has:personalMale has:upperBodySuit"),
    ("Blue top and jeans", "has:upperBodyBlue has:lowerBodyJeans"),
    ("Long-haired woman with a backpack", "has:personalFemale has:hairLong has:carryingBackpack"),
    ("Jacket and hat", "has:upperBodyJacket has:accessoryHat"),
    ("Woman with sunglasses", "has:personalFemale has:accessorySunglasses"),
    ("Scarf", "has:accessoryMuffler"),
    ("Bald", "has:hairBald"),
    ("Shorts", "has:lowerBodyShorts"),
    ("Skirt", "has:lowerBodyLongSkirt|lowerBodyShortSkirt"),
    ("Broad stripes", "has:upperBodyThickStripes"),
    ("Plaid top", "has:upperBodyPlaid"),
    ("All in black, in a jacket", "has:upperBodyBlack has:upperBodyJacket has:lowerBodyBlack"),
    ("Green top, no backpack", "has:upperBodyGreen not:carryingBackpack"),
    ("Red or orange top with a backpack", "has:upperBodyOrange|upperBodyRed has:carryingBackpack"),
)  # name, and what engine.search.query.Query.parse reads

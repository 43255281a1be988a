"""A wizard whose children answer at once, with what a test gives them."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from app.training.train_wizard import TrainWizard
from app.training.training_choice import TrainingChoice

AUDIT = {
    "audit": {
        "title": "yard",
        "kind": "csv",
        "parts": {
            name: {"pictures": pictures, "attributes": [{"holds": holds, "known": known} for holds, known in counts]}
            for name, pictures, counts in (
                ("train", 40, [(10, 40), (0, 0), (40, 40)]),
                ("validation", 8, [(2, 8), (0, 0), (8, 8)]),
                ("test", 12, [(4, 10), (0, 0), (12, 12)]),
            )
        },
        "findings": [{"text": "60 labelled pictures are few.", "refuses": False}],
        "wanted": [{"attribute": "hat", "yes": 14, "no": 0}, {"attribute": "bag", "yes": 0, "no": 30}],
        "missing": [{"part": "train", "missing": 2, "total": 40}],
        "shared": [{"parts": ["train", "test"], "people": 1, "categories": 0, "examples": ["p1"]}],
        "conflicts": [{"group": "hat", "several": 1, "none": 0, "examples": []}],
        "pictures": {
            "read": 58,
            "unreadable": [{"path": "/x/broken.png", "reason": "no"}],
            "unreadable_count": 1,
            "same_count": 0,
            "near": {"pairs": 3, "between_parts": 2, "labels_differ": 1, "listed": []},
        },
        "notes": ["The part “test” has no picture."],
        "problems": [{"row": 4, "what": "names no picture"}],
        "problem_count": 3,
    },
    "attributes": [
        {"id": "hat", "label": "Hat", "group": "Headwear"},
        {"id": "never", "label": "Never asked", "group": "Headwear"},
        {"id": "bag", "label": "Bag", "group": "Carrying"},
    ],
}
ESTIMATE = {"seconds": 95.0, "memory_mb": 812.0, "steps": 120, "crops_per_second": 31.4}


@pytest.fixture
def answers(monkeypatch):
    """Return what the children answer, by the command; a text is a failure."""
    given = {"audit-data": AUDIT, "estimate": ESTIMATE}

    def ask(question, arguments):
        answer = given[arguments[1]]
        (question.failed if isinstance(answer, str) else question.answered).emit(answer)

    monkeypatch.setattr("app.training.training_questions.TrainingQuestion.ask", ask)
    monkeypatch.setattr("app.training.measuring.SETTLING_MS", 0)
    return given


@pytest.fixture
def wizard(qtbot, theme, tmp_path, answers, installed_model):
    case = tmp_path / "gate.bolo"
    card = installed_model.card
    choice = TrainingChoice(case=case, active=card.model_id, name="gate-1", taken=frozenset({"test-model"}))
    made = TrainWizard(theme, choice, (card,))
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)  # a wizard outlives no change of the style

"""The questions about models: which file, which name, whether something may go."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QWidget

from app.models.listed_model import ListedModel, ModelsSeen
from app.models.model_words import say_forgetting, say_removal
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.ask_dialog import AskDialog
from engine.casework.model_use import CaseUse
from engine.registry.model_file import SUFFIX


class ModelQuestions(QObject):
    """Asks one at a time, over the dialog of the models, and tells what was answered."""

    file_chosen = Signal(object)  # Path of a model to take in
    name_given = Signal(str, str)  # of a model, and the one it is to have
    target_chosen = Signal(str, object)  # name of a model, and the Path to write it to
    removal_wanted = Signal(str)  # name of a model
    forgetting_wanted = Signal(object)  # ListedModel whose embeddings may go
    data_chosen = Signal(object, object)  # ListedModel, Path of the labelled data to draw it with

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self._over = over
        self.asking: QDialog | None = None

    def ask_for_file(self) -> None:
        """Ask which file to take in."""
        kinds = tr("Models (*{suffix} card.json)").format(suffix=SUFFIX)
        dialog = QFileDialog(self._over, tr("A model to take in"), str(Path.home()), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.file_chosen.emit(Path(file)))
        self._open(dialog)

    def ask_for_name(self, model: ListedModel) -> None:
        """Ask what a model is to be called."""
        dialog = QInputDialog(self._over, objectName="renameModelDialog")
        dialog.setWindowTitle(tr("Rename the model"))
        dialog.setLabelText(tr("Letters, digits, - and _. Cases know the model by its id and find it as before."))
        dialog.setTextValue(model.name)
        dialog.textValueSelected.connect(lambda name: self._take_name(model.name, name.strip()))
        self._open(dialog)

    def ask_where_to(self, model: ListedModel) -> None:
        """Ask where the file of a model is to lie."""
        kinds = tr("Models (*{suffix})").format(suffix=SUFFIX)
        dialog = QFileDialog(self._over, tr("Where the model file is to lie"), str(Path.home()), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(f"{model.name}{SUFFIX}")
        dialog.fileSelected.connect(lambda file: self.target_chosen.emit(model.name, Path(file)))
        self._open(dialog)

    def ask_to_remove(self, model: ListedModel, seen: ModelsSeen) -> None:
        """Ask whether a model may be deleted."""
        answer = tr("Remove it all the same") if seen.searching(model) else tr("Remove")
        title = tr("Remove the model {name}?").format(name=model.name)
        dialog = AskDialog(self._theme, title, say_removal(model, seen), answer, self._over)
        dialog.accepted.connect(lambda: self.removal_wanted.emit(model.name))
        self._open(dialog)

    def ask_to_forget(self, model: ListedModel, use: CaseUse) -> None:
        """Ask whether what a model has said may be removed from the case."""
        title = tr("Remove from this case what {name} has said?").format(name=model.name)
        dialog = AskDialog(self._theme, title, say_forgetting(model, use), tr("Remove"), self._over)
        dialog.accepted.connect(lambda: self.forgetting_wanted.emit(model))
        self._open(dialog)

    def ask_for_data(self, model: ListedModel) -> None:
        """Ask which labelled data a model's space is to be drawn from."""
        dialog = QFileDialog(self._over, tr("The folder of labelled data"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: self.data_chosen.emit(model, Path(folder)))
        self._open(dialog)

    def _take_name(self, name: str, new_name: str) -> None:
        if new_name != name:
            self.name_given.emit(name, new_name)

    def _open(self, dialog: QDialog) -> None:
        self.asking = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self.asking = None

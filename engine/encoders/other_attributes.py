"""From a stored model's weights to those of a model that knows other attributes."""

from collections.abc import Mapping

from torch import Tensor

from engine.attributes.schema import Schema
from engine.encoders.head_kind import HeadKind
from engine.encoders.model import Model

READS_CATEGORIES = "category_encoder.mlp.0.weight"  # (512, A + G), a column for each attribute and group
HEADS = "heads.heads."  # and a group's id


def fitted_to(model: Model, tensors: Mapping[str, Tensor], stored: Model) -> dict[str, Tensor]:
    """Return the stored weights as far as the model has a place for them.

    Args:
        model: to be filled; its heads' random start stays where an attribute is new.
        tensors: of the stored model.
        stored: the stored model, which the tensors are of.
    """
    own = model.state_dict()
    fitted = {name: tensor for name, tensor in tensors.items() if not name.startswith(HEADS)}
    fitted[READS_CATEGORIES] = _columns(own[READS_CATEGORIES], tensors[READS_CATEGORIES], model, stored)
    if model.heads.kind is stored.heads.kind:
        fitted |= _heads(own, tensors, model, stored.schema)
    return fitted


def _columns(own: Tensor, learned: Tensor, model: Model, stored: Model) -> Tensor:
    """Return the category encoder's first weights: what was learned of the attributes and groups that both know."""
    filled = own.new_zeros(own.shape)
    here, there = model.schema.shared_with(stored.schema)
    filled[:, here] = learned[:, there]
    if model.hides_groups and stored.hides_groups:
        old_groups = [group.id for group in stored.schema.groups]
        for number, group in enumerate(model.schema.groups):
            if group.id in old_groups:
                filled[:, model.schema.size + number] = learned[:, stored.schema.size + old_groups.index(group.id)]
    return filled


def _heads(own: Mapping[str, Tensor], tensors: Mapping[str, Tensor], model: Model, stored: Schema) -> dict[str, Tensor]:
    """Return the heads of groups that are the same, and of linear ones the rows of each attribute that both know."""
    filled: dict[str, Tensor] = {}
    for group in model.schema.groups:
        names = [name for name in own if name.startswith(f"{HEADS}{group.id}.")]
        same = next((old for old in stored.groups if old.id == group.id), None)
        if same is not None and [item.id for item in same.attributes] == [item.id for item in group.attributes]:
            filled |= {name: tensors[name] for name in names if name in tensors}
        elif model.heads.kind is HeadKind.LINEAR:
            for name in names:
                rows = own[name].clone()
                for row, attribute in enumerate(group.attributes):
                    if attribute.id in stored:
                        old_group = stored.group_of(attribute.id)
                        old_row = stored.index(attribute.id) - stored.slice_of(old_group).start
                        rows[row] = tensors[f"{HEADS}{old_group.id}.{name.rpartition('.')[2]}"][old_row]
                filled[name] = rows
    return filled

"""Blocks to judgements: body, boilerplate, or a title, byline, date or caption, by a small learned sequence model.

`features` measures a batch of documents, `net` judges every block in the light of its neighbours, `model` holds the
weights, and `train` makes them.
"""

from newsclean.labeler.model import LABELS, Judgement, Model, load_model

__all__ = ["LABELS", "Judgement", "Model", "load_model"]

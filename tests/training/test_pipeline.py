"""The pipeline's own part: cues as a transformer."""

import pickle

import numpy as np
from sklearn.base import clone

from govnews.topics.cues import cue_names
from govnews.training.pipeline import CueVectorizer


def test_cues_are_columns() -> None:
    """Worth what they are said to be worth, and named."""
    vectorizer = CueVectorizer(0.15)
    rows = vectorizer.fit_transform(["天津帮扶泽库", "无"]).toarray()
    names = vectorizer.get_feature_names_out()

    assert {*names[rows[0] > 0]} == {
        "青海",
        "支援省市",
        "支援",
        "青海+支援省市",
        "青海+支援",
        "支援省市+支援",
    }
    assert set(np.unique(rows)) == {0, 0.15}
    assert not rows[1].any()
    assert tuple(names) == cue_names()


def test_it_is_cloned_and_pickled() -> None:
    """Like every part of a pipeline."""
    assert clone(CueVectorizer(0.3)).value == 0.3
    again = pickle.loads(pickle.dumps(CueVectorizer(0.3)))  # noqa: S301 - our own bytes
    assert again.transform(["青海"]).sum() == 0.3

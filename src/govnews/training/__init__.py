"""Training: makes the shipped models from labelled and counted text, and measures them."""


from govnews.training.topics import Report, evaluate_topics, train_topics

__all__ = ["Report", "evaluate_topics", "train_topics"]

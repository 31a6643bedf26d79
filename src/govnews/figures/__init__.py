"""Figures: every number of a text that counts, measures, pays, dates or ranks something.

The stages within: `scan` finds candidates by the rules in `dates`,
`ordinals`, `shares`, `halves` and `quantities`; `changes` and `targets` then
say in which direction and of what.  What the words mean is data
(`govnews/data/units.toml` and its neighbours).
"""

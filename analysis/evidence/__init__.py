"""Fragments of a source, links to the words, fingerprints, and checking them against a text."""

from analysis.evidence.links import MOST_WORDS, link, reference, word_count
from analysis.evidence.spelling import fingerprint, normalised

__all__ = ["MOST_WORDS", "fingerprint", "link", "normalised", "reference", "word_count"]

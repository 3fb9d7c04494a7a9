"""References to the sources of a data folder, and what machines read about its claims.

sources   which sources are cited, and the cells that are known of each
bibtex    BibTeX
csl       CSL-JSON
json_ld   schema.org `Claim` and `Dataset`

What is missing in a table is missing in a reference: no field is filled by a guess, and a publisher
is never made an author.
"""

from analysis.citations.bibtex import bibtex, bibtex_entries, dataset_bibtex
from analysis.citations.csl import csl_json, dataset_csl_json
from analysis.citations.json_ld import by_source, claims_json_ld, dataset_json_ld, script
from analysis.citations.sources import dataset, examples, lacking

__all__ = [
    "bibtex",
    "bibtex_entries",
    "by_source",
    "claims_json_ld",
    "csl_json",
    "dataset",
    "dataset_bibtex",
    "dataset_csl_json",
    "dataset_json_ld",
    "examples",
    "lacking",
    "script",
]

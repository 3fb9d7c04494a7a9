"""Notebooks -> an HTML site that opens from disk.

kernels     one process for each notebook
notebooks   found, read and run
cells       the cells of a run notebook as blocks of a page
pictures    every chart drawn and saved, its SVG ready to stand in a page
judging     verdicts and conflicts under each reading, and what differs between readings
ledger      claims and sources as the records that pages show
examples    what the documentation shows of the package at work
reference   the docstrings of every public name
grids       tables of the documentation
forms       a text with marks for the site, or as Markdown alone
documents   the texts of the documentation as pages
references  numbered references of a page, and the way back from its list
citing      what the pages on citing and on corrections show
pages       templates filled and written
manifest    what a site was made from, and whether it still is as written
swap        the site written beside the last good one and swapped in whole
building    all of it in one run
"""

from analysis.outputs import sentence, table
from analysis.report.building import FaultyDataError, report

__all__ = ["FaultyDataError", "report", "sentence", "table"]

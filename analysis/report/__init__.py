"""Notebooks -> an HTML site that opens from disk.

kernels     one process for each notebook
notebooks   found, read and run
cells       the cells of a run notebook as blocks of a page
pictures    every chart drawn and saved, its SVG ready to stand in a page
judging     verdicts and conflicts under each reading, and what differs between readings
ledger      claims and sources as the records that pages show
pages       templates filled and written
swap        the site written beside the last good one and swapped in whole
building    all of it in one run
table       a frame as a captioned table, for notebooks
"""

from analysis.report.building import FaultyDataError, report
from analysis.report.table import table

__all__ = ["FaultyDataError", "report", "table"]

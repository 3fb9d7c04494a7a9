"""A data folder in the forms that other programs read: Data Package, Parquet, Excel workbook.

Every form holds the same cells, so that a folder saved in any of them and back has the same CSVs.
`texts` (tables as text, CSV), `packing` (a folder as a ZIP file), `parquet`, `cells` (what a cell
of a workbook holds), `workbooks`, `opening` (whatever is given -> a folder of CSVs), `saving`.
"""

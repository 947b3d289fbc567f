"""The programme as one workbook that a clerk reads in WPS."""

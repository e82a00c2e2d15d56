"""Reads a school's own central-record workbook: sheets, heading band, columns, people, cells."""

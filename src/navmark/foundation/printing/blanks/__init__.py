"""空白表: a form that another office made (.xlsx, .docx), where it is to be filled in, and it filled in.

Its file is changed inside its archive: what a library would read and write anew (drawings, print areas, styles, macros'
neighbours) is not touched, byte for byte.
"""

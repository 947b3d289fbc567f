"""记录: what was written and who signed it?"""

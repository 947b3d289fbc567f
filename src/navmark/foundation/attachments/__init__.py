"""附件: what file hangs on it?"""

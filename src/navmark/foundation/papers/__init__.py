"""papers: what is asked, in which fields?"""

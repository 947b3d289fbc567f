"""历: what day is it here?

The state decides which days are worked, only a year at a time; the city decides when terms begin; the superior decides when
a 年度 closes. Until each has spoken, an answer is provisional, and says so.
"""

"""拓展“三会一课”示范平台 … 凸显支委们在各自党小组里、在每一次主题活动中的示范角色,引领每一位党员成为“三会一课”学习的主人。

The branch's organisational life: what is due, the plan, the meeting, its record and its sheets. One afternoon is one
activity; each part of it prints on its own sheet.
"""

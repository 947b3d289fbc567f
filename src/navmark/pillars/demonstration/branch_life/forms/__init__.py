"""Forms of the branch's organisational life, one file a page. They clean input and know no rule."""

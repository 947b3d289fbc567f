"""Pages of the branch's organisational life, one file a page."""

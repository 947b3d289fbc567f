"""Pages of the branch's organisational life, one file a page; what stands on the page of a meeting has files of its own."""

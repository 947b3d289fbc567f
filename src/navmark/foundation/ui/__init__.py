"""界面: how does it look and answer a tap?

Server-rendered pages, one stylesheet of tokens and components, htmx for fragments. This room knows no other.
"""

"""What belongs together: tags and campaigns that gather occasions and entries, and links from one thing to another."""

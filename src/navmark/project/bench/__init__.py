"""What a page costs, as a ratio to a floor that is measured in the same minute: these ratios and counts hold on any machine."""

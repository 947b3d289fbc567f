"""The only place that knows everybody: settings, urls, home, the command line."""

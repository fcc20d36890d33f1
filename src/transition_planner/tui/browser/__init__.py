"""The terminal interface in a browser: a server on this computer, and the page that it gives."""

"""The modes, one a file."""

"""The picture of a network: which tasks are in it, where they stand, and how its lines run between them."""

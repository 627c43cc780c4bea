"""The product's Danish, held to its word list and its style guide."""

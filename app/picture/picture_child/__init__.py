"""Parts of the decode child: they import nothing of the program but each other."""

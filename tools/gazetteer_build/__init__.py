"""Builds the world gazetteer from installed packages; ``tools/build_gazetteer.py`` runs it."""

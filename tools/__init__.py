"""Builders and checks that make and maintainers run; they import ``geo``, never the reverse."""

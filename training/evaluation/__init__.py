"""The proof: the whole system trained anew on parts of the corpora and measured on the rest. `make evaluate`."""

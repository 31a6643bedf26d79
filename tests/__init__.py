"""The tests mirror the package; beside them stand examples, laws, docs and gold floors."""

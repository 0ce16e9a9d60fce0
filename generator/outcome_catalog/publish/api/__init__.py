"""The published data, version 1: types of their own, apart from the input's, so that either may change alone."""

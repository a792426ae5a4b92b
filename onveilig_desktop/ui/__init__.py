"""The windows: the only floor, beside the program itself, that knows Qt."""

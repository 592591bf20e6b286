"""The file of keys that open who an unnamed source is: made where no backup of ours reaches, readable by us alone."""

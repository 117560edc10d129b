# What islands say is passed in by the pages they stand on.

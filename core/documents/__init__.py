"""Files that people give us: what may come in, how it is looked at, and under which name it is shown.

Import from the modules. This file stays empty so that the child process starts quickly.
"""

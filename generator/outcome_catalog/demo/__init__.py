"""A fictional organisation with two years of history, written as a git repository: the same bytes each time.

What it consists of lies in ``story/``, to be read and changed without code: ``content/`` holds every file of the
repository, ``authors.csv`` who commits, ``storyboard/`` who committed what on which day.
"""

from outcome_catalog.demo.repository import LAST_DAY as LAST_DAY
from outcome_catalog.demo.repository import DirectoryTakenError as DirectoryTakenError
from outcome_catalog.demo.repository import WrittenDemo as WrittenDemo
from outcome_catalog.demo.repository import write_demo as write_demo

"""Work without the right to write, for tests of what is said then."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def folder_that_may_only_be_read(prepare: Callable[[Path], object]) -> Iterator[Path]:
    """A folder that may be read but not written, once prepared, and nobody's rights: root may write anywhere."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    prepare(folder)
    os.chmod(folder, 0o555)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield folder
    if root:
        os.seteuid(0)
    os.chmod(folder, 0o755)
    shutil.rmtree(folder)

"""Two folders changing places in one step, where the system can do that."""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

_AT_FDCWD = -100
_LINUX_EXCHANGE = 2
_MACOS_SWAP = 2
_CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})


def swapped(first: Path, second: Path) -> bool:
    """Lets two folders of one file system change places in one step; False where this system has no such step.

    At every moment both names lead to a whole folder. Raises OSError where the step exists and fails.
    """
    call = _system_call()
    if call is None:
        return False
    if call(os.fsencode(first), os.fsencode(second)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(first), None, str(second))


def _system_call() -> Callable[[bytes, bytes], int] | None:
    library = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        renameat2 = library.renameat2  # type: ignore[union-attr]  # hasattr has said that it is there
        return lambda a, b: int(renameat2(_AT_FDCWD, a, _AT_FDCWD, b, _LINUX_EXCHANGE))
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        renamex_np = library.renamex_np
        return lambda a, b: int(renamex_np(a, b, _MACOS_SWAP))
    return None

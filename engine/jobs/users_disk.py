"""Errors of a disk that its user can do something about, in words."""

import errno

USERS_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO})


def disk_sentence(error: OSError) -> str | None:
    """Return what is to be said of a disk that is full, closed to writing or failing; None of any other error."""
    if error.errno not in USERS_DISK:
        return None
    return f"{error.filename or 'the disk'}: {error.strerror}; make room or give access, then try again."

"""Where the program keeps its files, closed to other users where the system can."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

import psutil

PROGRAM = "tripletex-wizard"
NETWORK_DISKS = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "ncpfs", "afs", "ceph"),
        *("remote", "davfs", "webdav", "fuse.davfs", "fuse.davfs2", "fuse.sshfs", "fuse.glusterfs"),
    }
)
"""As Linux and macOS name them; Windows says of a drive that it is `remote`."""
LONGEST_READABLE_PART = 40


def program_folder(chosen: Path | None = None) -> Path:
    """The folder of `--profile-dir`, else the user's local one, which no system roams."""
    if chosen is not None:
        return chosen.absolute()
    from platformdirs import user_data_path

    return user_data_path(PROGRAM, appauthor=False, roaming=False)


def safe_name(profile: str) -> str:
    """A name for the profile's folder that every file system takes.

    Readable, and ended by a hash of the exact name: so profiles that differ in case or signs
    only get folders of their own, and no reserved name of Windows (con, nul) can come out.
    """
    name = unicodedata.normalize("NFC", profile)
    words = "".join(sign if sign.isalnum() else " " for sign in name.casefold()).split()
    readable = unicodedata.normalize("NFC", "-".join(words))[:LONGEST_READABLE_PART]
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{readable.strip('-') or 'profile'}-{digest}"


def profile_folder(program: Path, profile: str) -> Path:
    """The profile's own folder under the program's: settings, journal and logs."""
    return program / "profiles" / safe_name(profile)


def private_folder(folder: Path) -> Path:
    """`folder`, made for its owner alone when it is not there. Raises OSError."""
    if not folder.is_dir():
        private_folder(folder.parent)
        with suppress(FileExistsError):  # another program was first
            folder.mkdir(mode=0o700)
    return folder


def is_on_network_disk(path: Path) -> bool:
    """Whether `path` is on another computer's disk, as far as this one tells."""
    whole = path.resolve()
    if whole.drive.startswith("\\\\"):
        return True
    disks = _disks()
    nearest = next((disks[folder] for folder in (whole, *whole.parents) if folder in disks), "")
    return not NETWORK_DISKS.isdisjoint(nearest.casefold().split(","))


def _disks() -> dict[Path, str]:
    """The kind of each disk, and its options, by the folder that it is seen in."""
    try:
        disks = psutil.disk_partitions(all=os.name != "nt")  # there «all» waits for a floppy
    except (OSError, psutil.Error):  # some systems hide them
        return {}
    return {Path(disk.mountpoint): f"{disk.fstype},{disk.opts}" for disk in disks}


def open_private(path: str, flags: int) -> int:
    """An opener for `open()` that makes files for their owner alone."""
    return os.open(path, flags, 0o600)


def sync_folder(folder: Path) -> None:
    """Make new names in `folder` survive a power cut; Windows does so by itself."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def replace_file(path: Path, content: str | bytes) -> None:
    """Write so that `path` holds all of the old content or all of the new. Raises OSError."""
    written = content.encode() if isinstance(content, str) else content
    descriptor, new = mkstemp(dir=private_folder(path.parent), prefix=f".{path.name}.")
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123
            file.write(written)
            file.flush()
            os.fsync(file.fileno())
        Path(new).replace(path)
    except BaseException:
        Path(new).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)

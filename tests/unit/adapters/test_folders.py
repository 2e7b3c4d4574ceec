"""Where the program's files may lie."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from tripletex_wizard.adapters import folders
from tripletex_wizard.adapters.folders import is_on_network_disk
from tripletex_wizard.adapters.journal import SqlJournal
from tripletex_wizard.domain.errors import Code, StorageError


def mounted(patch: pytest.MonkeyPatch, **disks: tuple[Path, str, str]) -> None:
    rows = [
        SimpleNamespace(mountpoint=str(where), fstype=kind, opts=options)
        for where, kind, options in disks.values()
    ]
    patch.setattr(psutil, "disk_partitions", lambda **_all: rows)


@pytest.mark.parametrize(
    ("kind", "options", "is_on_network"),
    [
        ("ext4", "rw,relatime", False),
        ("apfs", "rw,local", False),
        ("9p", "rw,trans=virtio", False),
        ("NTFS", "rw,fixed", False),
        ("nfs4", "rw,vers=4.2", True),
        ("cifs", "rw", True),
        ("smbfs", "rw,nobrowse", True),
        ("fuse.sshfs", "rw,nosuid", True),
        ("NTFS", "rw,remote", True),
    ],
)
def test_a_folder_is_on_the_disk_that_is_nearest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, options: str, is_on_network: bool
) -> None:
    other = "ext4" if is_on_network else "nfs"
    root, own = (Path("/"), other, "rw"), (tmp_path, kind, options)
    mounted(monkeypatch, root=root, own=own, below=(tmp_path / "below" / "it", other, "rw"))
    assert is_on_network_disk(tmp_path / "not there yet" / "journal.sqlite") is is_on_network


def test_a_link_leads_to_the_disk_that_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "share")
    mounted(monkeypatch, share=(tmp_path / "share", "nfs", "rw"))
    assert is_on_network_disk(tmp_path / "link" / "journal.sqlite")


def test_where_disks_are_hidden_nothing_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def hide(**_all: bool) -> None:
        raise PermissionError

    monkeypatch.setattr(psutil, "disk_partitions", hide)
    assert folders._disks() == {}
    assert not is_on_network_disk(Path("journal.sqlite"))


def test_a_journal_on_a_network_disk_is_refused_and_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounted(monkeypatch, share=(tmp_path, "nfs4", "rw"))
    path = tmp_path / "profile" / "journal.sqlite"
    with pytest.raises(StorageError) as caught:
        SqlJournal(path, profile="p", user="u", host="h")
    assert (caught.value.problem.code, list(tmp_path.iterdir())) == (Code.JOURNAL_NOT_LOCAL, [])

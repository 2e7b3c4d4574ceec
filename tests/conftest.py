"""What every test stands on: its own folders, its own keyring, and no log line unread."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import keyring
import keyring.core
import pytest

from tests.fakes.expected_log import WarningRecorder, complaints
from tests.fakes.memory_keyring import MemoryKeyring
from tests.fakes.request_check import every_request_checked

if sys.platform == "linux" and not os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

hypothesis.settings.register_profile("default", deadline=None, database=None)
hypothesis.settings.register_profile("ci", deadline=None, database=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") == "true" else "default")

OF_THE_USER = (
    *("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"),
    *("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "PYTHON_KEYRING_BACKEND"),
)
FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": "run",
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A keyring test runs only on the private service of `make test`, never on a user's own."""
    if item.get_closest_marker("keyring") and "PRIVATE_SECRET_SERVICE" not in os.environ:
        reason = "needs a private Secret Service (dbus, gnome-keyring): run it by make test"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("homes")


@pytest.fixture
def expected_warnings() -> list[str]:
    """Patterns of the log lines that this test provokes; each must come, and no other may."""
    return []


@pytest.fixture(autouse=True)
def _every_warning_is_expected(expected_warnings: list[str]) -> Iterator[None]:
    recorder = WarningRecorder()
    logging.getLogger().addHandler(recorder)
    yield
    logging.getLogger().removeHandler(recorder)
    if found := complaints(recorder.lines, expected_warnings):
        pytest.fail("\n".join(found))


@pytest.fixture(autouse=True)
def _every_request_is_described(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever a test is about: a request outside our descriptions of the services fails it."""
    with every_request_checked(monkeypatch) as found:
        yield
    if found:
        pytest.fail("\n".join(dict.fromkeys(found)))


@pytest.fixture(autouse=True)
def _own_folders(homes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Path(tempfile.mkdtemp(dir=homes))
    for name, folder in FOLDERS.items():
        monkeypatch.setenv(name, str(home / folder))
    (home / "run").mkdir(mode=0o700)
    for name in list(os.environ):
        if name in OF_THE_USER or name.startswith("TRIPLETEX_WIZARD_"):
            monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def _own_keyring(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.node.get_closest_marker("keyring"):
        # By name: fakes of other tests are back ends too, and a choice among several is a chain.
        keyring.set_keyring(keyring.core.load_keyring("keyring.backends.SecretService.Keyring"))
    else:
        keyring.set_keyring(MemoryKeyring())
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:")  # nor by a child process

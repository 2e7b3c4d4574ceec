"""A keyring for child processes that must not reach a real one, nor leave a file behind.

Chosen by PYTHON_KEYRING_BACKEND. It keeps what it is given as long as the process lives, and lends
what the test put into LENT_TOKENS: JSON, token name to token.
"""

from __future__ import annotations

import json
import os

from tests.fakes.memory_keyring import MemoryKeyring

VARIABLE = "LENT_TOKENS"


class LentKeyring(MemoryKeyring):
    priority = 1  # usable when it is asked for by name

    def get_password(self, service: str, username: str) -> str | None:
        lent: dict[str, str] = json.loads(os.environ.get(VARIABLE, "{}"))
        return super().get_password(service, username) or lent.get(username)

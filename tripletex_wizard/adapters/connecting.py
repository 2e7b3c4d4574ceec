"""Where a connection may go, by which way, and how far it came when it failed."""

from __future__ import annotations

import ipaddress
import os
import ssl
from collections.abc import Mapping
from urllib.parse import urlsplit

import requests
import urllib3

from tripletex_wizard.domain.errors import Code, SetupError


def safe_host(base_url: str) -> str:
    """The host of an https address, or of an http one on loopback.

    Raises SetupError(INSECURE_ADDRESS) for any other.
    """
    scheme, host = _scheme_and_host(base_url)
    safe = scheme == "https" or (scheme == "http" and is_loopback(host))
    if not (host and safe):
        raise SetupError(Code.INSECURE_ADDRESS, host=host)
    return host


def host_of(base_url: str) -> str:
    """The host of an address, empty for what is none."""
    _scheme, host = _scheme_and_host(base_url)
    return host


def proxies(base_url: str) -> Mapping[str, str]:
    """The computer's proxies for an address; none on loopback."""
    return {} if is_loopback(host_of(base_url)) else requests.utils.get_environ_proxies(base_url)


def authorities() -> str | bool:
    """Who is trusted to sign certificates: requests' own list, or the file that an office names.

    An office that inspects TLS names its authority in REQUESTS_CA_BUNDLE; whatever stands there,
    the check itself stays on.
    """
    return os.environ.get("REQUESTS_CA_BUNDLE") or True


def _scheme_and_host(base_url: str) -> tuple[str, str]:
    """Both empty for what is no address."""
    try:
        parts = urlsplit(base_url)
    except ValueError:
        return "", ""
    return parts.scheme, parts.hostname or ""


def is_loopback(host: str) -> bool:
    """Whether a host is this computer itself."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def never_connected(error: Exception) -> bool:
    """Whether the connection was never made, so that no byte of the request was sent."""
    reason = getattr(_argument(error), "reason", None)
    return isinstance(error, (requests.ConnectTimeout, requests.exceptions.ProxyError)) or (
        isinstance(reason, urllib3.exceptions.NewConnectionError)
    )


def certificate_was_refused(error: Exception) -> bool:
    """Whether we did not trust the other side's certificate, and so sent nothing."""
    reason = getattr(_argument(error), "reason", None)
    return isinstance(_argument(reason), ssl.SSLCertVerificationError)


def _argument(error: object) -> object:
    arguments = getattr(error, "args", ())
    return arguments[0] if arguments else None

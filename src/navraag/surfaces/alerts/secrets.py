"""The key of the alerts: addresses are encrypted with it, and looked up by a hash that needs it."""

import base64
import hashlib
import hmac
import os
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken

from navraag.errors import ConfigurationError

KEY_FILE = "alerts.key"


class Vault:
    """Encrypts and decrypts; made of the key file in the folder of the registry, which only its owner can read."""

    def __init__(self, home: Path) -> None:
        key = _key_of(home / KEY_FILE)
        self._fernet = Fernet(key)
        self._mark = hashlib.sha256(b"navraag address" + key).digest()
        self._seal = hashlib.sha256(b"navraag link" + key).digest()

    def lock(self, words: str) -> bytes:
        """Words encrypted."""
        return self._fernet.encrypt(words.encode())

    def unlock(self, locked: bytes) -> str:
        """The words. ConfigurationError where another key locked them."""
        try:
            return self._fernet.decrypt(locked).decode()
        except InvalidToken as error:
            raise ConfigurationError(f"{KEY_FILE} is not the key with which the addresses were encrypted") from error

    def id_of(self, address: str) -> str:
        """What an address is counted and found by: the same for the same address, and of no use without the key."""
        return hmac.new(self._mark, address.casefold().encode(), hashlib.sha256).hexdigest()

    def seal(self, purpose: str, identifier: int) -> str:
        """The end of a link for one purpose: an id, and what only the key can make of it."""
        made = hmac.new(self._seal, f"{purpose} {identifier}".encode(), hashlib.sha256).hexdigest()[:40]
        return f"{identifier}-{made}"

    def opened(self, purpose: str, sealed: str) -> int | None:
        """The id in the end of a link, or None where it was not made here, or for another purpose."""
        printed = sealed.partition("-")[0]
        if not printed.isascii() or not printed.isdigit() or len(printed) > 15:
            return None
        identifier = int(printed)
        return identifier if hmac.compare_digest(self.seal(purpose, identifier).encode(), sealed.encode()) else None


def _key_of(file: Path) -> bytes:
    """The key in a file, made where there is none."""
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        held = file.read_bytes().strip()
        try:
            if len(base64.urlsafe_b64decode(held)) == 32:
                return held
        except ValueError:
            pass
        raise ConfigurationError(f"{file} holds no key of alerts") from None
    except OSError as error:
        raise ConfigurationError(f"{file} cannot be made: {error.strerror}") from error
    key = Fernet.generate_key()
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(key)
    return key

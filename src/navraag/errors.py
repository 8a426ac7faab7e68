"""Everything Navraag raises on purpose. A flaw *in a document* is a Problem (records.evidence), not an exception."""


class NavraagError(Exception):
    """The root of all our errors: print its text as one line and exit with status 2; never show a traceback."""


class SourceError(NavraagError):
    """A service misbehaved or cannot be reached. Try again later; nothing that was fetched is lost."""


class LayoutError(NavraagError):
    """A document is not understood. Record it, keep its bytes, go on with the next document."""


class NotADocumentError(LayoutError):
    """The bytes are no document of any kind we know. Count the file as skipped."""


class StoreError(NavraagError):
    """The registry cannot be opened or written. Nothing was half written; say why and stop."""


class ConfigurationError(NavraagError):
    """A setting or an argument is wrong. Say which, with what value, and what would be right."""


class NotFoundError(NavraagError):
    """The registry does not hold what was asked for. Offer the nearest thing that it does hold."""


class WithheldError(NotFoundError):
    """What was asked for has been removed, for privacy for example. Say so, with the reason, and offer nothing else."""

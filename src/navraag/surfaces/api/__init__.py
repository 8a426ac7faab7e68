"""The REST API, version 1: read-only, described by OpenAPI 3.1, the same shapes as exports and pages."""

"""The bookcase: tables that a non-programmer may correct by pull request."""

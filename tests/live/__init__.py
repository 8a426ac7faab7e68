"""The first calls to make when there is a line: what the clients rely upon, asked of the services themselves."""

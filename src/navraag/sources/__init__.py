"""Room 2: the only room with sockets."""

"""Room 5: reads cases and pairs, yields findings."""

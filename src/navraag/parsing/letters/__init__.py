"""Letters of ministries that carry answers."""

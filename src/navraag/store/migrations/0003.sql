-- Search: which cases the index of pairs has yet to take in.

-- The cases that changed, each once, in order of their last change.
CREATE TABLE search_outbox (
    seq    INTEGER PRIMARY KEY AUTOINCREMENT, -- grows with every change: the index knows up to where it has read
    number TEXT NOT NULL UNIQUE               -- the case that was written or removed
);
CREATE TRIGGER search_case_written AFTER INSERT ON case_row BEGIN
    INSERT OR REPLACE INTO search_outbox (number) VALUES (NEW.number);
END;
CREATE TRIGGER search_case_removed AFTER DELETE ON case_row BEGIN
    INSERT OR REPLACE INTO search_outbox (number) VALUES (OLD.number);
END;

-- A mark of this very file: an index that bears another mark was made of another registry.
CREATE TABLE search_epoch (
    epoch TEXT NOT NULL                       -- at random
);
INSERT INTO search_epoch VALUES (lower(hex(randomblob(16))));

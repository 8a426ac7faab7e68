-- Alerts: a file of their own beside the registry. Nothing in it can be made again from documents; back it up.
-- Addresses are encrypted; the key is not in this file.

-- One subscription: what, how, and to whom.
CREATE TABLE subscription (
    id         INTEGER PRIMARY KEY AUTOINCREMENT, -- never given again: links bear it, sealed with the key
    channel    TEXT NOT NULL,          -- email or webhook
    address    BLOB NOT NULL,          -- encrypted: e-mail address or webhook URL
    address_id TEXT NOT NULL,          -- keyed hash of the address, to count and find by
    secret     BLOB,                   -- encrypted: the key that signs webhooks
    subject    TEXT NOT NULL,          -- case, query, member, party, ministry, topic
    value      TEXT NOT NULL,          -- the number, query, id or name
    events     TEXT NOT NULL,          -- kinds of events, a blank between
    rhythm     TEXT NOT NULL,          -- once or daily
    language   TEXT NOT NULL,          -- nl or en
    asked_at   TEXT NOT NULL,          -- moment
    since      TEXT                    -- moment of confirmation; NULL: not confirmed yet
);
CREATE INDEX subscription_address ON subscription (address_id);
CREATE INDEX subscription_what ON subscription (subject, value) WHERE since IS NOT NULL;

-- One thing that happened in a case. Its key says what it is, so that it can happen once only.
CREATE TABLE event (
    id      INTEGER PRIMARY KEY,
    key     TEXT NOT NULL UNIQUE,      -- kind, case and what tells it apart
    kind    TEXT NOT NULL,             -- asked, noticed, answered, corrected, withdrawn, late, promise_due, promise_lapsed
    number  TEXT NOT NULL,             -- the case
    day     TEXT NOT NULL,             -- the day on which it happened
    told_at TEXT NOT NULL,             -- moment at which it was noticed here
    detail  TEXT NOT NULL,             -- what else is told of it, in JSON
    matched INTEGER NOT NULL DEFAULT 0 -- 1: its deliveries stand in the queue
);
CREATE INDEX event_open ON event (id) WHERE matched = 0;

-- One event on its way to one subscriber: sent once, whatever happens in between.
CREATE TABLE delivery (
    subscription INTEGER NOT NULL REFERENCES subscription (id) ON DELETE CASCADE,
    event        INTEGER NOT NULL REFERENCES event (id),
    batch        TEXT,                 -- id of the message that it goes in; the same however often sending is tried
    state        TEXT NOT NULL,        -- waiting, sent or given_up
    tries        INTEGER NOT NULL DEFAULT 0,
    next_at      TEXT NOT NULL,        -- moment from which it may be sent
    sent_at      TEXT,                 -- moment
    trouble      TEXT,                 -- why the last try failed
    PRIMARY KEY (subscription, event)
) WITHOUT ROWID;
CREATE INDEX delivery_waiting ON delivery (next_at) WHERE state = 'waiting';

-- What was last seen of a case: its papers, so that new ones can be told.
CREATE TABLE seen (
    number TEXT PRIMARY KEY,
    papers TEXT NOT NULL               -- ids of questions, notices, answers and withdrawal, as JSON
) WITHOUT ROWID;

-- Up to where the registry was read: epoch and change; day: the last day whose lists were read.
CREATE TABLE reached (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

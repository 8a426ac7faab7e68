-- Registers of findings are sorted by the day on which something was said.
ALTER TABLE finding ADD COLUMN said_on TEXT;   -- day of the paper it stands in
CREATE INDEX finding_said ON finding (kind, said_on, case_id) WHERE kind IN ('commitment', 'data_gap', 'figure');

-- All cases are read again, so that the column is filled.
DELETE FROM finding;
DELETE FROM enriched;

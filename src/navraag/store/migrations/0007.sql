-- Registers of findings: one small index for each kind that has a register, since only an index on that very kind is used.
DROP INDEX finding_due;
DROP INDEX finding_said;
CREATE INDEX finding_commitment ON finding (said_on, case_id) WHERE kind = 'commitment';
CREATE INDEX finding_commitment_due ON finding (latest, case_id) WHERE kind = 'commitment';
CREATE INDEX finding_data_gap ON finding (said_on, case_id) WHERE kind = 'data_gap';
CREATE INDEX finding_figure ON finding (said_on, case_id) WHERE kind = 'figure';

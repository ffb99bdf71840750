-- Who makes a draft of what a company proposes right now: two people in the same moment make one.
ALTER TABLE company_proposal ADD COLUMN taken_by uuid, ADD COLUMN taken_at timestamptz(6);

-- Who closed a campaign, so that a second person who closes it can be told. Campaigns closed before say nobody.
ALTER TABLE campaign ADD COLUMN closed_by text;
-- Mails of what is followed hold what the public sees, unless the person asks for more.
ALTER TABLE uptake_subscription ADD COLUMN internal boolean NOT NULL DEFAULT false;
-- Whoever opens a file asks which entries name it.
CREATE INDEX uptake_entry_evidence_idx ON uptake_entry USING gin (evidence jsonb_path_ops);

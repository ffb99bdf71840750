-- Campaigns are changed while they run (docs/decisions/050): organizations are reminded at once, the closing day is moved,
-- an address is corrected and written to again. A mail is still written at most once: what it is about is part of its key.
ALTER TYPE notice_kind ADD VALUE 'NUDGE';
ALTER TYPE notice_kind ADD VALUE 'EXTENDED';

ALTER TABLE campaign
  -- How often the closing day was moved, and which it was at first.
  ADD COLUMN extensions integer NOT NULL DEFAULT 0,
  ADD COLUMN first_closes_on date,
  ADD CONSTRAINT campaign_extended CHECK ((extensions > 0) = (first_closes_on IS NOT NULL));

ALTER TABLE campaign_notice
  -- Of a reminder, an escalation and an extension the closing day, of a reminder at once its own day, else the opening day.
  ADD COLUMN about date,
  -- Which time it was written: 0, and 1 and more to an address that was corrected.
  ADD COLUMN again integer NOT NULL DEFAULT 0,
  -- What the keys of its mails begin with; the address follows.
  ADD COLUMN mail_key text;
UPDATE campaign_notice n SET about = CASE n.kind WHEN 'OPENED' THEN c.opens_on ELSE c.closes_on END,
  mail_key = 'campaign:' || n.campaign_id || ':' || n.kind || ':' || n.days || ':' || n.organization_id || ':'
FROM campaign c WHERE c.id = n.campaign_id;
ALTER TABLE campaign_notice ALTER COLUMN about SET NOT NULL, ALTER COLUMN mail_key SET NOT NULL,
  DROP CONSTRAINT campaign_notice_pkey,
  ADD CONSTRAINT campaign_notice_pkey PRIMARY KEY (campaign_id, organization_id, kind, days, about, again);

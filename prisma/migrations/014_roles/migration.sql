-- What reviewers see of a draft, and records without owner, which the secretariat decides on (docs/decisions/018).

-- What was submitted last: reviewers see this, never later edits. Withdrawn, it is gone.
ALTER TABLE draft ADD COLUMN submitted jsonb;
UPDATE draft SET submitted = jsonb_build_object('content', content, 'sources', sources, 'reason', reason, 'basedOn', based_on)
WHERE state IN ('SUBMITTED', 'LIVE');

-- Without an organization it is the secretariat that is asked: of a record that has no owner.
ALTER TABLE review ALTER COLUMN organization_id DROP NOT NULL;
DROP INDEX review_draft_id_round_organization_id_key;
CREATE UNIQUE INDEX review_draft_id_round_organization_id_key ON review (draft_id, round, organization_id) NULLS NOT DISTINCT;

-- Which sections the comment of a review, or a remark, is about; null where it was not noted yet.
ALTER TABLE review ADD COLUMN about jsonb;
ALTER TABLE draft_comment ADD COLUMN about jsonb;
-- A remark among those who write, made before anybody else was asked, is theirs.
ALTER TABLE draft_comment ADD COLUMN internal boolean NOT NULL DEFAULT false;
UPDATE draft_comment c SET internal = true
WHERE NOT EXISTS (SELECT FROM review v WHERE v.draft_id = c.draft_id AND v.created_at <= c.created_at);

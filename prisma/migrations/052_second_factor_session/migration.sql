-- An app that gives codes is set up in one session and shown in no other (api/src/accounts/app-secret.ts). What was begun before is begun anew.
ALTER TABLE two_factor ADD COLUMN begun_in uuid;
DELETE FROM two_factor WHERE NOT verified;

-- When a service said last what a person's organizations and roles are: claims count for a time (api/src/accounts/memberships.ts).
ALTER TABLE credential ADD COLUMN claims_at timestamptz(6);
UPDATE credential SET claims_at = now() WHERE claims IS NOT NULL;

-- Addresses are not vouched for twice: cases of one service are read by whether it vouches (api/src/accounts/cases.ts).
CREATE INDEX sign_in_case_provider_id_vouched_decision_idx ON sign_in_case (provider_id, vouched, decision);

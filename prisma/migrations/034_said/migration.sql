-- What was free text and is one of few words, or somebody's id, says so. New kinds of links come with a migration of their own.
ALTER TABLE link ADD CONSTRAINT link_relation_word CHECK (relation ~ '^[A-Z]+(_[A-Z]+)*$');
ALTER TABLE mail_link ADD CONSTRAINT mail_link_purpose CHECK (purpose IN ('STILL_CORRECT'));
ALTER TABLE log_entry ADD CONSTRAINT log_entry_kind_word CHECK (kind ~ '^[A-Z]+(_[A-Z]+)*$');

ALTER TABLE uptake_entry ADD CONSTRAINT uptake_entry_entered_as CHECK (entered_as IN ('MEMBER', 'FOCAL_POINT', 'PUBLISHER', 'PROCUREMENT_OFFICER', 'SECRETARIAT', 'ADMINISTRATOR', 'DEMONSTRATION') AND (demo OR entered_as <> 'DEMONSTRATION'));
ALTER TABLE uptake_comment ADD CONSTRAINT uptake_comment_written_as CHECK (written_as IN ('MEMBER', 'FOCAL_POINT', 'PUBLISHER', 'PROCUREMENT_OFFICER', 'SECRETARIAT', 'ADMINISTRATOR', 'DEMONSTRATION') AND (demo OR written_as <> 'DEMONSTRATION'));
ALTER TABLE uptake_withdrawal ADD CONSTRAINT uptake_withdrawal_withdrawn_as CHECK (withdrawn_as IN ('MEMBER', 'FOCAL_POINT', 'PUBLISHER', 'PROCUREMENT_OFFICER', 'SECRETARIAT', 'ADMINISTRATOR', 'DEMONSTRATION') AND (demo OR withdrawn_as <> 'DEMONSTRATION'));

-- Who did it: the id of a person as text. Demonstration data is by nobody; "demonstration" is nobody's id.
CREATE FUNCTION is_maker(maker text, demo boolean) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN maker ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' OR (demo AND maker = 'demonstration');
ALTER TABLE uptake_entry ADD CONSTRAINT uptake_entry_entered_by CHECK (is_maker(entered_by, demo));
ALTER TABLE uptake_confirmation ADD CONSTRAINT uptake_confirmation_confirmed_by CHECK (is_maker(confirmed_by, demo));
ALTER TABLE uptake_withdrawal ADD CONSTRAINT uptake_withdrawal_withdrawn_by CHECK (is_maker(withdrawn_by, demo));
ALTER TABLE uptake_comment ADD CONSTRAINT uptake_comment_written_by CHECK (is_maker(written_by, demo));
ALTER TABLE campaign ADD CONSTRAINT campaign_opened_by CHECK (is_maker(opened_by, demo)), ADD CONSTRAINT campaign_closed_by CHECK (closed_by IS NULL OR is_maker(closed_by, demo));

-- Who follows is a person; with the person goes what they follow.
DELETE FROM uptake_subscription s WHERE NOT EXISTS (SELECT FROM person p WHERE p.id::text = s.user_id);
ALTER TABLE uptake_subscription ALTER COLUMN user_id TYPE uuid USING user_id::uuid,
  ADD CONSTRAINT uptake_subscription_user_id_fkey FOREIGN KEY (user_id) REFERENCES person (id) ON UPDATE CASCADE ON DELETE CASCADE;

-- Activities of the demonstration: marked, and the only ones that can be deleted (docs/decisions/045).
ALTER TABLE uptake_activity ADD COLUMN demo boolean NOT NULL DEFAULT false,
  DROP CONSTRAINT uptake_activity_entered_by, ADD CONSTRAINT uptake_activity_entered_by CHECK (is_maker(entered_by, demo));
ALTER TABLE uptake_activity_confirmation ADD COLUMN demo boolean NOT NULL DEFAULT false,
  DROP CONSTRAINT uptake_activity_confirmation_confirmed_by, ADD CONSTRAINT uptake_activity_confirmation_confirmed_by CHECK (is_maker(confirmed_by, demo));

CREATE OR REPLACE FUNCTION uptake_activity_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'uptake_activity_action' THEN
    IF EXISTS (SELECT FROM uptake_activity v WHERE v.id = OLD.version_id AND v.demo) THEN RETURN OLD; END IF;
  ELSIF TG_OP = 'DELETE' THEN
    IF OLD.demo THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION 'Uptake is append-only: % of % is refused. Record a change of the activity.', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

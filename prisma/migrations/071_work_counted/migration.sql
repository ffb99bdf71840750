-- What vendors delivered is counted by process too (docs/decisions/032), and follows from the engagements of a project, which may change
-- while all its filter values stay: a new version of a project is told of as well.
DROP TRIGGER record_counted_change ON record;
CREATE TRIGGER record_counted_change AFTER UPDATE ON record FOR EACH ROW
  WHEN ((OLD.kind, OLD.audience, OLD.facets, OLD.position, OLD.archived_at IS NULL) IS DISTINCT FROM (NEW.kind, NEW.audience, NEW.facets, NEW.position, NEW.archived_at IS NULL)
    OR (NEW.kind = 'PROJECT' AND OLD.hash IS DISTINCT FROM NEW.hash))
  EXECUTE FUNCTION record_counted();

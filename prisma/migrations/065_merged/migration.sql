-- Two entries of one thing become one (prisma/schema/record.prisma): the double is archived and leads to the other.
ALTER TABLE record ADD COLUMN merged_into uuid;
ALTER TABLE record ADD CONSTRAINT record_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES record (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE record ADD CONSTRAINT record_merged_is_archived CHECK (merged_into IS NULL OR (archived_at IS NOT NULL AND merged_into <> id));
CREATE INDEX record_merged_into_idx ON record (merged_into);

-- Where a record that was merged is now, however often what it was merged into was merged again. Itself, where it was not.
CREATE FUNCTION merged_to(record_id uuid) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH RECURSIVE way (id, next, steps) AS (
    SELECT r.id, r.merged_into, 0 FROM record r WHERE r.id = record_id
    UNION ALL SELECT r.id, r.merged_into, w.steps + 1 FROM way w JOIN record r ON r.id = w.next WHERE w.steps < 20
  )
  SELECT w.id FROM way w ORDER BY w.steps DESC LIMIT 1;
END;

-- A foreign key to a record says of what kind the record is: no role in a vendor, no action on a project, no citation of a lesson
-- as a source. The kind stands in a column that can hold no other, and the key goes over both.
ALTER TABLE record ADD CONSTRAINT record_id_kind_key UNIQUE (id, kind);

DO $$
DECLARE
  c record;
BEGIN
  FOR c IN
    SELECT * FROM (VALUES
      ('membership', 'organization', 'ORGANIZATION', 'CASCADE'),
      ('invitation', 'organization', 'ORGANIZATION', 'CASCADE'),
      ('review', 'organization', 'ORGANIZATION', 'CASCADE'),
      -- A draft outlives its organization.
      ('draft', 'organization', 'ORGANIZATION', 'SET NULL (organization_id)'),
      ('action', 'organization', 'ORGANIZATION', 'CASCADE'),
      ('action', 'recommendation', 'RECOMMENDATION', 'CASCADE'),
      ('action', 'report', 'SOURCE', 'CASCADE'),
      ('report_column', 'organization', 'ORGANIZATION', 'CASCADE'),
      ('report_column', 'report', 'SOURCE', 'CASCADE'),
      ('campaign', 'report', 'SOURCE', 'CASCADE'),
      ('campaign_organization', 'organization', 'ORGANIZATION', 'CASCADE'),
      ('campaign_notice', 'organization', 'ORGANIZATION', 'CASCADE'),
      ('uptake_subscription', 'report', 'SOURCE', 'CASCADE'),
      ('uptake_subscription', 'organization', 'ORGANIZATION', 'CASCADE'),
      ('uptake_subscription', 'recommendation', 'RECOMMENDATION', 'CASCADE'),
      ('citation', 'source', 'SOURCE', 'CASCADE'),
      ('paragraph', 'source', 'SOURCE', 'CASCADE')
    ) AS t (child, role, kind, gone)
  LOOP
    EXECUTE format('ALTER TABLE %1$I ADD COLUMN %2$I record_kind NOT NULL DEFAULT %3$L, ADD CONSTRAINT %4$I CHECK (%2$I = %3$L)',
      c.child, c.role || '_kind', c.kind, c.child || '_' || c.role || '_kind');
    EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', c.child, c.child || '_' || c.role || '_id_fkey');
    EXECUTE format('ALTER TABLE %1$I ADD CONSTRAINT %2$I FOREIGN KEY (%3$I, %4$I) REFERENCES record (id, kind) ON DELETE %5$s',
      c.child, c.child || '_' || c.role || '_id_' || c.role || '_kind_fkey', c.role || '_id', c.role || '_kind', c.gone);
  END LOOP;
END $$;

-- Building blocks are found by their names in any spelling, as projects and vendors are, so that nobody begins a second entry for one.
DROP INDEX record_name_keys_idx;
CREATE INDEX record_name_keys_idx ON record USING gin (record_name_keys(content)) WHERE kind IN ('VENDOR', 'ORGANIZATION', 'PROJECT', 'BUILDING_BLOCK');

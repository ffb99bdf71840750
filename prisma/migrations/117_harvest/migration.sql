-- Harvesters ask for what changed since, of all kinds, in the order in which it changed (api/src/harvest/items.ts).
CREATE INDEX record_updated_at_id_idx ON record (updated_at, id);

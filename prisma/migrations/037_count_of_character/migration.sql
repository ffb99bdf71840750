-- A search for a word that most records have takes the kept counts of the facets that it shows, and reads no others: lessons alone
-- can be filtered by as many projects as there are.
CREATE INDEX facet_count_character_idx ON facet_count ("character");

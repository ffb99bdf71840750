-- A filter value is looked up as people write it, in any case, by its value or its label: without reading the whole table
-- for one that nothing has.
CREATE INDEX facet_value_lower_value ON facet_value (facet, lower(value));
CREATE INDEX facet_value_lower_label ON facet_value (facet, lower(label));

-- Of which vendor an answer to a request for information is, so that it is sealed with it: two rows that said whom they are of could change places.
ALTER TABLE information_answer ADD COLUMN vendor_id uuid;

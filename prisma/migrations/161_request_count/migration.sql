-- How often an address or a person asked within the minute, told to each other by the processes that count it
-- (api/src/shared-counts.ts). Keys are hashes under the secret of the installation. It need not outlive a crash.
CREATE UNLOGGED TABLE request_count (
  key text NOT NULL,
  count integer NOT NULL,
  until timestamptz(6) NOT NULL,
  CONSTRAINT request_count_pkey PRIMARY KEY (key)
);
CREATE INDEX request_count_until_idx ON request_count (until);

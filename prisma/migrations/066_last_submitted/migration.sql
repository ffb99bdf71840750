-- What reviewers saw the time before, so that they are shown what changed since (prisma/schema/contribution.prisma).
ALTER TABLE draft ADD COLUMN last_submitted jsonb;

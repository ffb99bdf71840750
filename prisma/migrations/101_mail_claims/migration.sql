-- Until when somebody is at sending a mail (api/src/mail/send.ts).
ALTER TABLE mail_outbox ADD COLUMN sending_until timestamptz(6);

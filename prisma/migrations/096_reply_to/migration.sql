-- To whom an answer to a mail goes: a question to the owners of an entry is answered to who asked it (docs/decisions/037).
ALTER TABLE mail_outbox ADD COLUMN reply_to text;

import { canOversee } from '../accounts/policy.ts';
import { signedIn } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import { forbidden } from '../errors.ts';

type Row = { id: string; address: string; subject: string; text: string; attempts: number; lastError: string | null; createdAt: Date; sentAt: Date | null };
const MailType = builder.objectRef<Row>('OutboxMail').implement({
  description: 'A mail as it was or will be sent.',
  fields: (t) => ({
    id: t.exposeID('id'),
    address: t.exposeString('address'),
    subject: t.exposeString('subject'),
    text: t.exposeString('text'),
    attempts: t.exposeInt('attempts'),
    lastError: t.exposeString('lastError', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    sentAt: t.field({ type: 'DateTime', nullable: true, resolve: (mail) => mail.sentAt }),
  }),
});
const Outbox = builder.objectRef<{ sending: boolean; mails: Row[] }>('Outbox').implement({
  description: 'The mails as they were or will be sent.',
  fields: (t) => ({
    sending: t.exposeBoolean('sending', { description: 'False where no mail server is configured: the mails are only shown here.' }),
    mails: t.field({ type: [MailType], resolve: (outbox) => outbox.mails }),
  }),
});
builder.queryField('outbox', (t) =>
  t.field({
    type: Outbox,
    description:
      'The last 200 mails. Administrators see all; a demonstration account those to demonstration accounts; everybody else those to themselves. Links in mails to others are left out, because they act without signing in.',
    resolve: async (_root, _args, context) => {
      const user = signedIn(context);
      const { settings } = context.services.accounts;
      const whole = canOversee(user);
      let query = context.services.db
        .selectFrom('mailOutbox')
        .select(['id', 'address', 'subject', 'text', 'attempts', 'lastError', 'createdAt', 'sentAt', 'personId'])
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(200);
      if (user.demo && settings.demo) query = query.where('address', 'like', '%@demo.invalid');
      else if (!whole) query = query.where('personId', '=', user.id);
      else if (!user.memberships.some(({ role }) => role === 'ADMINISTRATOR')) throw forbidden('Administrators see the outbox.');
      const rows = await query.execute();
      return {
        sending: settings.smtpUrl !== null,
        mails: rows.map((row) =>
          row.personId === user.id || settings.demo
            ? row
            : {
                ...row,
                text: row.text.replace(/([?&/]token=?)[\w-]{16,}/g, '$1…').replace(/\/(reset-password|verify-email|still-correct)\/[\w-]{16,}/g, '/$1/…'),
              },
        ),
      };
    },
  }),
);

import { canAdminister } from '../accounts/policy.ts';
import { signedIn } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import { withoutTokens } from '../mail/queue.ts';

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
      'The last 200 mails. Administrators see all, demonstration accounts those to demonstration accounts, everybody else those to themselves. What a link lets its receiver do is left out, except on a demonstration installation: no mail leaves it, so that this is the only place to read one.',
    resolve: async (_root, _args, context) => {
      const user = signedIn(context);
      const { settings } = context.services.accounts;
      const administrator = canAdminister(user);
      let query = context.services.db
        .selectFrom('mailOutbox')
        .select(['id', 'address', 'subject', 'text', 'attempts', 'lastError', 'createdAt', 'sentAt', 'personId'])
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        // Of those whose time is over only their event is left.
        .where('subject', '!=', '')
        .limit(200);
      if (!administrator) query = settings.demo && user.demo ? query.where('address', 'like', '%@demo.invalid') : query.where('personId', '=', user.id);
      const rows = await query.execute();
      return {
        sending: settings.smtpUrl !== null,
        mails: settings.demo ? rows : rows.map((row) => ({ ...row, text: withoutTokens(row.text) })),
      };
    },
  }),
);

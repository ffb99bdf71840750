import { canOversee } from '../accounts/policy.ts';
import { signedIn } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import { forbidden } from '../errors.ts';

type Entry = { sequence: number; createdAt: Date; kind: string; body: string; previous: string; hash: string };
const LogEntryType = builder.objectRef<Entry>('LogEntry').implement({
  description: 'One entry of the tamper-evident log. Its hash covers its canonical JSON (RFC 8785) and the hash before.',
  fields: (t) => ({
    sequence: t.exposeInt('sequence'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    kind: t.exposeString('kind'),
    body: t.field({ type: 'JSON', description: 'People appear by pseudonym only.', resolve: (entry) => JSON.parse(entry.body) as unknown }),
    previous: t.exposeString('previous'),
    hash: t.exposeString('hash'),
  }),
});
builder.queryField('logEntries', (t) =>
  t.field({
    type: [LogEntryType],
    description: 'The log, newest first, for administrators and the secretariat; at most 100 at a time.',
    args: {
      before: t.arg.int({ required: false, description: 'Entries with a smaller number.' }),
      first: t.arg.int({ required: false }),
      kind: t.arg.string({ required: false }),
    },
    resolve: async (_root, { before, first, kind }, context) => {
      if (!canOversee(signedIn(context))) throw forbidden('ONLY_LOG_READERS');
      let query = context.services.db
        .selectFrom('logEntry')
        .selectAll()
        .orderBy('sequence', 'desc')
        .limit(Math.min(Math.max(first ?? 50, 1), 100));
      if (before) query = query.where('sequence', '<', String(before));
      if (kind) query = query.where('kind', '=', kind);
      return (await query.execute()).map((row) => ({ ...row, sequence: Number(row.sequence) }));
    },
  }),
);

type SignedCheckpoint = { size: number; note: string; createdAt: Date; key: string | null };
const LogCheckpointType = builder.objectRef<SignedCheckpoint>('LogCheckpoint').implement({
  description: 'A signed checkpoint of the log (C2SP tlog-checkpoint): who keeps it can prove later that nothing was rewritten.',
  fields: (t) => ({
    size: t.exposeInt('size', { description: 'How many entries it covers.' }),
    note: t.exposeString('note', { description: 'The signed text. The newest one is at /log/checkpoint.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    key: t.exposeString('key', { nullable: true, description: 'The public key that it is signed with, as at /log/key.' }),
  }),
});
builder.queryField('logCheckpoint', (t) =>
  t.field({
    type: LogCheckpointType,
    nullable: true,
    description: 'The checkpoint that was signed last; null where none was.',
    resolve: async (_root, _args, { services }) => {
      const row = await services.db.selectFrom('logCheckpoint').selectAll().orderBy('size', 'desc').limit(1).executeTakeFirst();
      return row ? { ...row, size: Number(row.size), key: services.accounts.settings.log?.signer.verifier.text ?? null } : null;
    },
  }),
);

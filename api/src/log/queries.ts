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
      if (!canOversee(signedIn(context))) throw forbidden('Administrators and the secretariat see the log.');
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

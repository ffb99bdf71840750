import { sql } from 'kysely';
import { MeType } from '../accounts/account.ts';
import type { Context } from '../context.ts';
import { canOversee } from '../accounts/policy.ts';
import { signedIn } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import { NoteFault, openCheckpoint, type Verifier } from './note.ts';
import { forbidden } from '../errors.ts';

const isSigned = (note: string, verifier: Verifier): boolean => {
  try {
    openCheckpoint(note, verifier);
    return true;
  } catch (error) {
    if (error instanceof NoteFault) return false;
    throw error;
  }
};

type Entry = { sequence: number; createdAt: Date | string; kind: string; body: string; previous: string; hash: string };
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
const newest = builder.args((t) => ({
  before: t.int({ required: false, description: 'Entries with a smaller number.' }),
  first: t.int({ required: false }),
  kind: t.string({ required: false }),
}));
/** Entries of the log, newest first, at most 100. */
const entries = async (
  { reads }: Context,
  { before, first, kind }: { before?: number | null; first?: number | null; kind?: string | null },
): Promise<Entry[]> =>
  reads.rows(sql<Entry>`
    SELECT sequence, created_at AS "createdAt", kind, body, previous, hash FROM log_entry
    WHERE ${before ? sql`sequence < ${before}` : sql`true`} AND ${kind ? sql`kind = ${kind}` : sql`true`} ORDER BY sequence DESC LIMIT ${Math.min(Math.max(first ?? 50, 1), 100)}`);
builder.queryField('logEntries', (t) =>
  t.field({
    type: [LogEntryType],
    description: 'The log, newest first, for administrators and the secretariat; at most 100 at a time.',
    args: newest,
    resolve: async (_root, args, context) => {
      if (!canOversee(signedIn(context))) throw forbidden('ONLY_LOG_READERS');
      return entries(context, args);
    },
  }),
);
builder.objectField(MeType, 'log', (t) =>
  t.field({
    type: [LogEntryType],
    nullable: true,
    description: 'The log, newest first, at most 100 at a time; null for who does not oversee the library.',
    args: newest,
    resolve: (user, args, context) => (canOversee(user) ? entries(context, args) : null),
  }),
);

type SignedCheckpoint = { size: number; note: string; createdAt: Date | string; key: string | null };
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
    resolve: async (_root, _args, { services, reads }) => {
      const verifier = services.accounts.settings.log?.signer.verifier;
      const rows = await reads.rows(
        sql<Omit<SignedCheckpoint, 'key'>>`SELECT size, note, created_at AS "createdAt" FROM log_checkpoint ORDER BY size DESC, created_at LIMIT 20`,
      );
      // What another hand put beside it is none of ours; log:verify names it.
      const row = rows.find(({ note }) => !verifier || isSigned(note, verifier));
      return row ? { ...row, size: Number(row.size), key: verifier?.text ?? null } : null;
    },
  }),
);

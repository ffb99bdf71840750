import { why } from '#i18n/fault.ts';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { User } from '../accounts/user.ts';
import type { Services } from '../context.ts';
import { queryOf } from '../arguments.ts';
import { fault } from '../faults.ts';
import { clientOf } from '../door/proxies.ts';
import { csvText } from '../sheets/csv.ts';
import { recordAudit } from '#prisma/audit.ts';
import { canReadAudit } from './policy.ts';
import { type AuditFilter, type AuditRow, isActor, isAuditKind, isAuditOutcome, isDay, readAudit } from './read.ts';

const heads = ['at', 'kind', 'outcome', 'actor', 'actorName', 'subject', 'detail', 'client', 'requestId', 'id'] as const;
const AT_ONCE = 500;

/** The filter of an address; a value that is none is left out, as on the page. */
function filterOf(query: URLSearchParams): AuditFilter {
  const [kind, outcome, actor, since, until] = ['kind', 'outcome', 'actor', 'since', 'until'].map((name) => query.get(name));
  return {
    kind: isAuditKind(kind) ? kind : null,
    outcome: isAuditOutcome(outcome) ? outcome : null,
    actor: isActor(actor) ? actor : null,
    since: isDay(since) ? since : null,
    until: isDay(until) ? until : null,
  };
}

/**
 * The audit as a file for administrators: `/audit.csv` and `/audit.json`, with the filters of the page and all events. That it
 * was taken is in the audit.
 */
export function addAuditFiles(app: FastifyInstance, { db }: Pick<Services, 'db'>, userFor: (request: FastifyRequest) => Promise<User | null>): void {
  const rows = async function* (filter: AuditFilter): AsyncGenerator<AuditRow[]> {
    for (let before: string | null = null; ; ) {
      const some: AuditRow[] = await readAudit(db, filter, { before, first: AT_ONCE });
      if (some.length > 0) yield some;
      if (some.length < AT_ONCE) return;
      before = some.at(-1)?.id ?? null;
    }
  };
  const csv = async function* (filter: AuditFilter) {
    yield csvText([heads], true);
    for await (const some of rows(filter)) yield csvText(some.map((row) => heads.map((name) => (name === 'at' ? row.at.toISOString() : row[name]))));
  };
  const json = async function* (filter: AuditFilter) {
    yield '{"events":[';
    let first = true;
    for await (const some of rows(filter)) {
      yield some.map((row, index) => `${first && index === 0 ? '' : ','}\n${JSON.stringify(row)}`).join('');
      first = false;
    }
    yield '\n]}\n';
  };
  const formats = { csv: ['text/csv; charset=utf-8; header=present', csv], json: ['application/json; charset=utf-8', json] } as const;
  for (const format of ['csv', 'json'] as const)
    app.get(`/audit.${format}`, async (request, reply) => {
      const user = await userFor(request);
      if (!user) throw fault(401);
      if (!canReadAudit(user)) throw fault(403, { why: why('ONLY_AUDIT_READERS') });
      await recordAudit(db, {
        kind: 'AUDIT_READ',
        actor: user.pseudonym ?? null,
        subject: `/audit.${format}`,
        client: clientOf(request),
        requestId: request.id,
      });
      const [type, write] = formats[format];
      const filter = filterOf(queryOf(request));
      return reply
        .type(type)
        .header('content-disposition', `attachment; filename="atrium-audit-${new Date().toISOString().slice(0, 10)}.${format}"`)
        .send(Readable.from(write(filter), { objectMode: false }));
    });
}

import { isUuid } from '#prisma/uuid.ts';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { signedIn } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import { forbidden, invalidInput } from '../errors.ts';
import { auditKinds, recordAudit } from '#prisma/audit.ts';
import { canReadAudit } from './policy.ts';
import { type AuditRow, auditOutcomes, isActor, isDay, readAudit } from './read.ts';

const AuditKindEnum = builder.enumType('AuditKind', { description: 'What happened.', values: auditKinds });
const AuditOutcomeEnum = builder.enumType('AuditOutcome', { description: 'Whether it was done, refused, or did not succeed.', values: auditOutcomes });
const AuditEventType = builder.objectRef<AuditRow>('AuditEvent').implement({
  description: 'Something that happened around accounts or around data that is not public.',
  fields: (t) => ({
    id: t.exposeID('id'),
    at: t.expose('at', { type: 'DateTime' }),
    kind: t.exposeString('kind', { description: 'One of AuditKind; an older event may have a kind that is no longer used.' }),
    outcome: t.expose('outcome', { type: AuditOutcomeEnum }),
    actor: t.exposeString('actor', { nullable: true, description: 'The pseudonym of who did it.' }),
    actorName: t.exposeString('actorName', { nullable: true, description: 'Who that is today; null for who was erased, and where nobody was signed in.' }),
    subject: t.exposeString('subject', { nullable: true, description: 'What it was done to: a pseudonym, a path, a service.' }),
    detail: t.exposeString('detail', { nullable: true }),
    client: t.exposeString('client', { nullable: true, description: 'The network address; of IPv6 the first 64 bits.' }),
    requestId: t.exposeString('requestId', { nullable: true }),
  }),
});

builder.queryField('auditEvents', (t) =>
  t.field({
    type: [AuditEventType],
    description: 'The audit, latest first, for administrators; at most 100 at a time. That it was read is itself recorded.',
    args: {
      kind: t.arg({ type: AuditKindEnum, required: false }),
      outcome: t.arg({ type: AuditOutcomeEnum, required: false }),
      actor: t.arg.string({ required: false, description: 'The pseudonym, or its first eight or more signs.' }),
      since: t.arg.string({ required: false, description: 'A day (UTC), such as 2026-01-31.' }),
      until: t.arg.string({ required: false, description: 'A day (UTC), included.' }),
      before: t.arg.id({ required: false, description: 'The id of the last event of the page before.' }),
      first: t.arg.int({ required: false }),
    },
    resolve: async (_root, { before, first, ...filter }, context) => {
      const user = signedIn(context);
      if (!canReadAudit(user)) throw forbidden('ONLY_AUDIT_READERS');
      const faults: FieldFault[] = [
        ...(['since', 'until'] as const).filter((name) => filter[name] && !isDay(filter[name])).map((name) => fault(name, 'DATE', { example: '2026-01-31' })),
        ...(filter.actor && !isActor(filter.actor) ? [fault('actor', 'ACTOR')] : []),
        ...(before && !isUuid(String(before)) ? [fault('before', 'CURSOR_EVENT')] : []),
      ];
      if (faults.length > 0) throw invalidInput(faults);
      const { db } = context.services;
      await recordAudit(db, { kind: 'AUDIT_READ', actor: user.pseudonym ?? null, subject: '/audit', client: context.client, requestId: context.requestId });
      return readAudit(db, filter, { before: before ? String(before) : null, first: Math.min(Math.max(first ?? 50, 1), 100) });
    },
  }),
);

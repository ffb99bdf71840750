import { addressOf } from '#prisma/content/kinds.ts';
import { builder } from '../builder.ts';
import { AudienceEnum, KindEnum } from '../records/record.ts';
import { evidenceKinds } from './evidence.ts';
import { fieldNames, fieldOf, parts, type uptakeSources } from './fields.ts';
import type { Comment, Entry, ShownEvidence, WithdrawalRequest } from './history.ts';
import { canConfirm, canPublish, canWithdraw } from './policy.ts';
import type { standings } from './standing.ts';
import { type JudgementRow, voices } from './judge.ts';
import { type acceptances, type implementations, type judgements, statuses } from './state.ts';

const DATE = 'A calendar date, such as 2026-11-22.';

export const AcceptanceEnum = builder.enumType('Acceptance', {
  description: 'What the organization decided on a recommendation.',
  values: { ACCEPTED: {}, NOT_ACCEPTED: {}, UNDER_CONSIDERATION: {}, NOT_RELEVANT: {} } satisfies Record<(typeof acceptances)[number], object>,
});
export const ImplementationEnum = builder.enumType('Implementation', {
  description: 'How far an accepted recommendation is carried out.',
  values: { NOT_STARTED: {}, IN_PROGRESS: {}, IMPLEMENTED: {} } satisfies Record<(typeof implementations)[number], object>,
});
export const StatusEnum = builder.enumType('UptakeStatus', {
  description: 'One word for a cell: an accepted action is told by its implementation. NO_INFORMATION is derived, never entered.',
  values: statuses,
});
const UptakeSourceEnum = builder.enumType('UptakeSource', {
  description: 'Where a report comes from.',
  values: {
    DIRECT: { description: 'The organization, in this library.' },
    BOARD_DOCUMENT: { description: 'A document of its governing body.' },
    TRACKING_SYSTEM_EXPORT: { description: "An export of JIU's web-based tracking system." },
  } satisfies Record<(typeof uptakeSources)[number], object>,
});
export const StandingEnum = builder.enumType('UptakeStanding', {
  description: 'How far an entry stands on a day.',
  values: {
    CONFIRMED: { description: 'A second person of the organization stands by it.' },
    UNOPPOSED: { description: 'The secretariat published it from a document; the organization was told and let its period pass without an answer.' },
    DOCUMENT: { description: 'The secretariat published it from a document; the organization has not confirmed it. It counts only where it is asked for.' },
    UNCONFIRMED: { description: 'Nobody else stands by it yet; for the UN system only.' },
  } satisfies Record<(typeof standings)[number], object>,
});
const InPartEnum = builder.enumType('UptakePart', {
  description: 'What of a decision holds only in part.',
  values: parts,
});
export const EvidenceKindEnum = builder.enumType('EvidenceKind', {
  values: evidenceKinds,
  description: 'An address, an uploaded file, or a record of this library.',
});

const EvidenceType = builder.objectRef<ShownEvidence>('UptakeEvidence').implement({
  description: 'What a report rests on.',
  fields: (t) => ({
    kind: t.expose('kind', { type: EvidenceKindEnum }),
    label: t.string({ resolve: (item) => item.label ?? item.recordTitle ?? item.address ?? 'File' }),
    url: t.string({
      nullable: true,
      description: 'Where it is: the address, the record, or the download of the file; null for others than its organization once the entry is withdrawn.',
      resolve: (item) =>
        (item.kind === 'RECORD'
          ? item.recordKind && addressOf(item.recordKind, item.recordSlug ?? '')
          : item.kind === 'FILE'
            ? item.file && `/files/${item.file}`
            : item.address) ?? null,
    }),
    recordKind: t.field({ type: KindEnum, nullable: true, resolve: (item) => item.recordKind ?? null }),
    recordSlug: t.string({ nullable: true, resolve: (item) => item.recordSlug }),
    file: t.string({ nullable: true, resolve: (item) => item.file }),
    audience: t.expose('audience', { type: AudienceEnum }),
  }),
});

/** The enums of the fields that are choices. */
export const choices = {
  acceptance: AcceptanceEnum,
  implementation: ImplementationEnum,
  commentAudience: AudienceEnum,
  source: UptakeSourceEnum,
  inPart: InPartEnum,
} as const;
type ShownRequest = WithdrawalRequest & { slug: string };
const WithdrawalRequestType = builder.objectRef<ShownRequest>('UptakeWithdrawalRequest').implement({
  description: 'Somebody asks a second person to withdraw an entry that is not theirs alone.',
  fields: (t) => ({
    reason: t.exposeString('reason'),
    askedOn: t.exposeString('askedOn', { description: DATE }),
    askedByName: t.exposeString('askedByName', { nullable: true }),
    askedAs: t.exposeString('askedAs'),
    agreed: t.exposeBoolean('agreed', { nullable: true, description: 'Null while it waits.' }),
    answer: t.exposeString('answer', { nullable: true, description: 'Why it was declined.' }),
    viewerAsked: t.boolean({ resolve: (request, _args, { user }) => user?.id === request.askedBy }),
    viewerCanAgree: t.boolean({
      resolve: (request, _args, { user }) => request.agreed === null && user !== null && user.id !== request.askedBy && canWithdraw(user, request.slug),
    }),
  }),
});
export const EntryType = builder.objectRef<Entry>('UptakeEntry').implement({
  description:
    'One dated report on an action. It is never changed: a later one follows it, a wrong one is withdrawn. Sections that are not for the viewer are null.',
  fields: (t) => ({
    id: t.exposeID('id'),
    recommendationNumber: t.exposeInt('recommendationNumber', { nullable: true }),
    recommendationSlug: t.exposeString('recommendationSlug'),
    recommendationTitle: t.exposeString('recommendationTitle'),
    organizationSlug: t.exposeString('organizationSlug'),
    organizationName: t.exposeString('organizationName'),
    enteredOn: t.exposeString('enteredOn', { description: `The day of recording, in UTC. ${DATE}` }),
    enteredAt: t.exposeString('enteredAt', { description: 'The moment of recording, ISO 8601 in UTC.' }),
    enteredAs: t.exposeString('enteredAs', { description: 'FOCAL_POINT, PUBLISHER, SECRETARIAT or DEMONSTRATION.' }),
    enteredByName: t.exposeString('enteredByName', { nullable: true, description: 'For the UN system only.' }),
    ...(Object.fromEntries(
      fieldNames
        .filter((name) => name !== 'evidence')
        .map((name) => {
          const { required, initial, shown } = fieldOf(name);
          const type = name in choices ? choices[name as keyof typeof choices] : 'String';
          return [name, t.expose(name as never, { type, nullable: !(required || initial), ...(shown ? { description: shown } : {}) } as never)];
        }),
    ) as Record<string, never>),
    evidence: t.field({ type: [EvidenceType], resolve: (entry) => entry.evidence }),
    demo: t.exposeBoolean('demo', { description: 'Demonstration data, not a real report.' }),
    confirmed: t.boolean({ description: 'A second person of the organization stands by it.', resolve: (entry) => entry.confirmedOn !== null }),
    confirmedOn: t.exposeString('confirmedOn', { nullable: true, description: DATE }),
    confirmedByName: t.exposeString('confirmedByName', { nullable: true, description: 'For the UN system only.' }),
    standing: t.expose('standing', { type: StandingEnum, description: 'On the day whose knowledge is shown.' }),
    publishedOn: t.exposeString('publishedOn', { nullable: true, description: `When the secretariat published it from a document. ${DATE}` }),
    publishedByName: t.exposeString('publishedByName', { nullable: true, description: 'For the UN system only.' }),
    answerBy: t.exposeString('answerBy', {
      nullable: true,
      description: `The last day for the organization to confirm, correct or withdraw what was published; null where nobody could be told. ${DATE}`,
    }),
    viewerCanPublish: t.boolean({
      resolve: (entry, _args, { user }) =>
        !entry.demo &&
        entry.publishedOn === null &&
        entry.confirmedOn === null &&
        entry.withdrawnOn === null &&
        entry.source !== 'DIRECT' &&
        canPublish(user, entry.enteredAs),
    }),
    withdrawalRequest: t.field({
      type: WithdrawalRequestType,
      nullable: true,
      description: 'That somebody asked a second person to withdraw it, the last time; for the UN system only.',
      resolve: (entry) => entry.withdrawalRequest && { ...entry.withdrawalRequest, slug: entry.organizationSlug },
    }),
    withdrawn: t.boolean({ resolve: (entry) => entry.withdrawnOn !== null }),
    withdrawnOn: t.exposeString('withdrawnOn', { nullable: true, description: DATE }),
    withdrawnAs: t.exposeString('withdrawnAs', { nullable: true }),
    withdrawalReason: t.exposeString('withdrawalReason', { nullable: true }),
    viewerCanConfirm: t.boolean({
      resolve: (entry, _args, { user }) =>
        entry.confirmedOn === null && entry.withdrawnOn === null && canConfirm(user, entry.organizationSlug, entry.enteredBy),
    }),
    viewerCanWithdraw: t.boolean({ resolve: (entry, _args, { user }) => entry.withdrawnOn === null && canWithdraw(user, entry.organizationSlug) }),
  }),
});

export const JudgementEnum = builder.enumType('UptakeJudgementKind', {
  description: 'What the secretariat or the Joint Inspection Unit finds of a claim.',
  values: {
    VERIFIED: { description: 'The claim was checked against its evidence and holds.' },
    NOT_YET_VERIFIED: { description: 'The claim was not checked yet.' },
    EVIDENCE_INSUFFICIENT: { description: 'What was given as evidence does not show what is claimed.' },
    CLOSED: { description: 'Nothing more is expected, whether it was implemented or not.' },
  } satisfies Record<(typeof judgements)[number], object>,
});
export const VoiceEnum = builder.enumType('UptakeVoice', {
  values: voices,
  description: 'Whose judgement it is: the CEB secretariat or the Joint Inspection Unit.',
});
export const JudgementType = builder.objectRef<JudgementRow>('UptakeJudgement').implement({
  description: 'What the secretariat or the Joint Inspection Unit finds of an organization’s claim, beside it. It is never changed: a later one follows.',
  fields: (t) => ({
    id: t.exposeID('id'),
    judgement: t.expose('judgement', { type: JudgementEnum }),
    priority: t.exposeBoolean('priority'),
    reason: t.exposeString('reason'),
    voice: t.expose('voice', { type: VoiceEnum }),
    reference: t.exposeString('reference', { nullable: true, description: 'Where the Joint Inspection Unit says so.' }),
    effectiveDate: t.exposeString('effectiveDate', { description: DATE }),
    judgedOn: t.exposeString('judgedOn', { description: `The day of recording. ${DATE}` }),
    judgedByName: t.exposeString('judgedByName', { nullable: true, description: 'For the UN system only.' }),
    demo: t.exposeBoolean('demo'),
  }),
});

export const CommentType = builder.objectRef<Comment>('UptakeComment').implement({
  description: 'A remark on a cell; never public.',
  fields: (t) => ({
    id: t.exposeID('id'),
    writtenAt: t.exposeString('writtenAt'),
    writtenByName: t.exposeString('writtenByName', { nullable: true }),
    writtenAs: t.exposeString('writtenAs'),
    text: t.exposeString('text'),
    audience: t.expose('audience', { type: AudienceEnum }),
    demo: t.exposeBoolean('demo'),
  }),
});

import type { ColumnType } from "kysely";
export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;

import type { Role, MembershipOrigin, SessionEnd, SignInDecision, ActionKind, AgreementUse, DraftState, ReviewState, DigestFrequency, FollowOrigin, ChangeOfRecord, AssessmentState, LearningEntryKind, LearningEntryState, LinkState, ProfessionalAudience, QuestionState, RecordKind, Audience, ScreeningFormat, ScreeningAnswer, ShortlistSharing, Certainty, ApiTokenScope, NoticeKind, Acceptance, Implementation, UptakeSource, Judgement, Frequency, WebhookTopic, WebhookPause, WebhookState } from "./enums";

export type Action = {
    id: Generated<string>;
    /**
     * The report whose table it stands in.
     */
    reportId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    reportKind: Generated<RecordKind>;
    recommendationId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    recommendationKind: Generated<RecordKind>;
    organizationId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    kind: ActionKind;
    /**
     * False for a gap whose reading cannot be settled from the text: it is shown, marked, and not counted.
     */
    printed: Generated<boolean>;
    /**
     * Why the cell is doubtful.
     */
    note: string | null;
    position: Generated<number>;
};
export type Agreement = {
    id: Generated<string>;
    /**
     * Who holds it.
     */
    organizationId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    vendorId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    vendorKind: Generated<RecordKind>;
    /**
     * Who sees it beside the holder's people and procurement officers, who always do.
     */
    audience: Generated<Audience>;
    /**
     * Counts how often it was said who sees it; what names another number is refused.
     */
    openings: Generated<number>;
    openedBy: string | null;
    openedAt: Timestamp | null;
    /**
     * Demonstration data: made up, marked wherever it is shown, sealed nowhere.
     */
    demo: Generated<boolean>;
};
export type AgreementDrawing = {
    id: Generated<string>;
    agreementId: string;
    /**
     * In the currency of the ceiling.
     */
    drawn: string;
    onDay: Timestamp;
    /**
     * What this is known from.
     */
    source: string;
    writtenBy: string | null;
    writtenAt: Generated<Timestamp>;
};
export type AgreementNotice = {
    agreementId: string;
    /**
     * The end that was told of: where it is moved, it is told of anew.
     */
    endsOn: Timestamp;
    /**
     * Days before the end: 90, 30 or 7.
     */
    days: number;
    queuedAt: Generated<Timestamp>;
};
export type AgreementRequest = {
    id: Generated<string>;
    agreementId: string;
    /**
     * Who asks.
     */
    organizationId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    text: string;
    askedBy: string | null;
    askedAt: Generated<Timestamp>;
    /**
     * Null until the holder answered.
     */
    granted: boolean | null;
    answer: string | null;
    answeredBy: string | null;
    answeredAt: Timestamp | null;
};
export type AgreementVersion = {
    id: Generated<string>;
    agreementId: string;
    /**
     * 1 as it was concluded, then one more for each amendment.
     */
    version: number;
    /**
     * The day from which it holds; null for the first, which holds from the beginning.
     */
    holdsFrom: Timestamp | null;
    /**
     * The first day on which it holds no more; null for the last.
     */
    holdsUntil: Timestamp | null;
    /**
     * Why it was amended; empty for the first.
     */
    reason: Generated<string>;
    /**
     * By which the holder knows it.
     */
    number: string;
    title: string;
    scope: string;
    /**
     * UNSPSC codes of eight digits; higher levels end with zeros.
     */
    unspsc: string[];
    startsOn: Timestamp;
    /**
     * The last day on which it can be used.
     */
    endsOn: Timestamp;
    /**
     * In whole and hundredth units of the currency.
     */
    ceiling: string | null;
    /**
     * ISO 4217; present where there is a ceiling.
     */
    currency: string | null;
    /**
     * How one orders under it.
     */
    callOff: Generated<string>;
    use: Generated<AgreementUse>;
    /**
     * How others use it.
     */
    useTerms: Generated<string>;
    /**
     * Whom to write to; for the holder's people and procurement officers only.
     */
    contact: Generated<string>;
    documentLabel: Generated<string>;
    documentAddress: string | null;
    /**
     * SHA-256 of an uploaded file.
     */
    documentFile: string | null;
    /**
     * What this is known from.
     */
    source: string;
    writtenBy: string | null;
    writtenAt: Generated<Timestamp>;
};
export type ApiToken = {
    id: Generated<string>;
    personId: string;
    /**
     * What its person calls it.
     */
    name: string;
    /**
     * SHA-256 of the token, in hex.
     */
    tokenHash: string;
    scope: ApiTokenScope;
    /**
     * Whose member a service reads as; of no other scope.
     */
    organizationId: string | null;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    createdAt: Generated<Timestamp>;
    expiresAt: Timestamp;
    revokedAt: Timestamp | null;
    /**
     * To the minute.
     */
    lastUsedAt: Timestamp | null;
};
export type ApiTokenUse = {
    tokenId: string;
    day: Timestamp;
    requests: number;
};
export type Assessment = {
    id: Generated<string>;
    editionId: string;
    organizationId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    title: string;
    state: Generated<AssessmentState>;
    /**
     * { useCase, answers, risks, costs }, as api/src/assessments/content.ts has it.
     */
    content: unknown;
    /**
     * Where the run stands: { layer, id, title, verdict }, made by the engine when it was saved.
     */
    outcome: unknown;
    /**
     * Counts the saves; a save that names another number is refused.
     */
    edits: Generated<number>;
    createdBy: string | null;
    createdAt: Generated<Timestamp>;
    updatedBy: string | null;
    updatedAt: Generated<Timestamp>;
    signedBy: string | null;
    signedAs: string | null;
    signedAt: Timestamp | null;
    /**
     * Who may see it once it is signed.
     */
    audience: Generated<Audience>;
    /**
     * The project or envisaged use it is attached to.
     */
    recordId: string | null;
    recordKind: Generated<RecordKind>;
    publishedAt: Timestamp | null;
    publishedBy: string | null;
    /**
     * Counts how often it was said who sees it; what names another number is refused.
     */
    publications: Generated<number>;
    copiedFrom: string | null;
    /**
     * The key of a run that the library brings along.
     */
    shipped: string | null;
};
export type AssessmentLine = {
    assessmentId: string;
    line: string;
    writtenBy: string;
};
export type AssessmentReview = {
    id: Generated<string>;
    assessmentId: string;
    /**
     * "title", "useCase", "answers" (which), "answer:table-1-q1", "risks" (which), "risk:R18", "costs".
     */
    line: string;
    lineHash: string;
    agrees: boolean;
    text: Generated<string>;
    writtenBy: string;
    writtenAt: Generated<Timestamp>;
};
export type AuditEvent = {
    id: Generated<string>;
    at: Generated<Timestamp>;
    /**
     * What happened, such as SIGN_IN or EXPORT; api/src/audit/audit.ts has the list.
     */
    kind: string;
    /**
     * Whether it was done, or refused.
     */
    outcome: string;
    /**
     * The pseudonym of who did it; null where nobody is signed in.
     */
    actor: string | null;
    /**
     * What it was done to: a pseudonym, an address of a page without its query, the id of a service.
     */
    subject: string | null;
    /**
     * Why it was refused, or what else an administrator must know: a word or two, by code.
     */
    detail: string | null;
    /**
     * The network address, of IPv6 the first 64 bits.
     */
    client: string | null;
    requestId: string | null;
};
export type Campaign = {
    id: Generated<string>;
    reportId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    reportKind: Generated<RecordKind>;
    title: string;
    message: string;
    opensOn: Timestamp;
    closesOn: Timestamp;
    closedAt: Timestamp | null;
    /**
     * The id of the person who closed it.
     */
    closedBy: string | null;
    /**
     * How many days before the closing date those that have not answered are reminded.
     */
    reminderDays: number[];
    /**
     * How many days after the closing date the second contact is asked; null for never.
     */
    escalationDays: number | null;
    /**
     * How often the closing day was moved, and which it was at first.
     */
    extensions: Generated<number>;
    firstClosesOn: Timestamp | null;
    openedBy: string;
    openedAt: Generated<Timestamp>;
    idempotencyKey: string;
    demo: Generated<boolean>;
};
export type CampaignNotice = {
    campaignId: string;
    organizationId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    kind: NoticeKind;
    /**
     * Days before the closing date (reminder) or after it (escalation); 0 for the others.
     */
    days: number;
    recipient: string;
    /**
     * Of a reminder, an escalation and an extension the closing day, of a reminder at once its own day, else the opening day.
     */
    about: Timestamp;
    /**
     * Which time it was written: 0, and 1 and more to an address that was corrected.
     */
    again: Generated<number>;
    /**
     * What the keys of its mails begin with; the address follows.
     */
    mailKey: string;
    queuedAt: Generated<Timestamp>;
};
export type CampaignOrganization = {
    campaignId: string;
    organizationId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    /**
     * A mail address; null for the organization's focal points.
     */
    contact: string | null;
    /**
     * Whom an escalation goes to; null for the organization's publishers.
     */
    secondContact: string | null;
};
export type CatalogueMapping = {
    name: string;
    /**
     * `CatalogueMapping` in api/src/catalogues/mapping.ts.
     */
    mapping: unknown;
    savedBy: string | null;
    savedAt: Generated<Timestamp>;
};
export type CatalogueRun = {
    id: Generated<string>;
    /**
     * The names of the files.
     */
    name: string;
    /**
     * The rows as they were read, packed, until it is loaded or thrown away.
     */
    file: Buffer | null;
    /**
     * What loading it would do, as it was shown last.
     */
    preview: unknown | null;
    /**
     * Null until it is loaded.
     */
    mapping: unknown | null;
    /**
     * The key of the catalogue, once it is loaded.
     */
    catalogue: string | null;
    version: Generated<string>;
    asAt: Generated<string>;
    /**
     * [{ place, action: ADD | CHANGE | GONE | BACK, title, slug, recordId, version, changed, doubles }], once it is loaded.
     */
    results: unknown | null;
    unchanged: Generated<number>;
    /**
     * Null where a command of the keeper did it.
     */
    begunBy: string | null;
    begunAt: Generated<Timestamp>;
    loadedBy: string | null;
    loadedAt: Timestamp | null;
    undoneBy: string | null;
    undoneAt: Timestamp | null;
    undoneReason: string | null;
};
export type Citation = {
    id: Generated<string>;
    recordId: string;
    sourceId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    sourceKind: Generated<RecordKind>;
    /**
     * Which field of the content, such as "summary" or "statements.3".
     */
    field: string;
    /**
     * The statement itself, as a reader sees it.
     */
    statement: string;
    place: string;
    /**
     * The paragraph of the report, where the place is one.
     */
    paragraph: number | null;
    asAt: string | null;
    certainty: Generated<Certainty>;
};
export type CitationCount = {
    id: Generated<string>;
    change: number;
};
export type Company = {
    id: Generated<string>;
    /**
     * Lower case; one company an address.
     */
    email: string;
    /**
     * When a link that went to the address was used with its button.
     */
    confirmedAt: Timestamp | null;
    /**
     * { name, country, ... }, as api/src/companies/statement.ts has it.
     */
    statement: Generated<unknown>;
    /**
     * Counts saves; what names another number is refused.
     */
    edits: Generated<number>;
    createdAt: Generated<Timestamp>;
    updatedAt: Generated<Timestamp>;
};
export type CompanyCode = {
    id: Generated<string>;
    companyId: string;
    organizationId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    codeHash: string;
    createdAt: Generated<Timestamp>;
    /**
     * When the company ended it: nothing is opened by it since.
     */
    endedAt: Timestamp | null;
};
export type CompanyLink = {
    tokenHash: string;
    companyId: string;
    expiresAt: Timestamp;
};
export type CompanyOpening = {
    id: Generated<string>;
    codeId: string;
    openedBy: string;
    openedAt: Generated<Timestamp>;
};
export type CompanyProposal = {
    id: Generated<string>;
    companyId: string;
    /**
     * The entry that it corrects; null for a new one.
     */
    vendorId: string | null;
    /**
     * Always this: a row can name no record of another kind.
     */
    vendorKind: Generated<RecordKind>;
    name: string;
    website: Generated<string>;
    services: Generated<string>;
    text: string;
    source: Generated<string>;
    proposedAt: Generated<Timestamp>;
    draftId: string | null;
    /**
     * Who makes a draft of it right now, or did.
     */
    takenBy: string | null;
    takenAt: Timestamp | null;
    /**
     * Why it is declined.
     */
    reason: string | null;
    decidedBy: string | null;
    decidedAt: Timestamp | null;
};
export type Credential = {
    id: Generated<string>;
    accountId: string;
    providerId: string;
    userId: string;
    accessToken: string | null;
    refreshToken: string | null;
    idToken: string | null;
    accessTokenExpiresAt: Timestamp | null;
    refreshTokenExpiresAt: Timestamp | null;
    scope: string | null;
    password: string | null;
    /**
     * What the sign-in service said last of the person's organizations and roles (JSON).
     */
    claims: string | null;
    /**
     * When it said so.
     */
    claimsAt: Timestamp | null;
    /**
     * The issuer that named the account: its subjects are people of this issuer and of no other.
     */
    issuer: string | null;
    /**
     * When the person last signed in with it.
     */
    usedAt: Timestamp | null;
    createdAt: Generated<Timestamp>;
    updatedAt: Generated<Timestamp>;
};
export type Draft = {
    id: Generated<string>;
    /**
     * The record it changes; null for a new one until it is live.
     */
    recordId: string | null;
    kind: RecordKind;
    content: unknown;
    /**
     * New sources that the content cites, published together with it.
     */
    sources: Generated<unknown>;
    /**
     * What changed and why, for the reviewers and the history.
     */
    reason: Generated<string>;
    /**
     * The live version it started from; 0 for a new record.
     */
    basedOn: Generated<number>;
    /**
     * Counts the saves; a save that names another number is refused.
     */
    edits: Generated<number>;
    /**
     * Counts the submissions.
     */
    round: Generated<number>;
    state: Generated<DraftState>;
    authorId: string;
    /**
     * The organization on whose behalf it is written.
     */
    organizationId: string | null;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    /**
     * Everyone who saved it: none of them decides on it.
     */
    editors: string[];
    /**
     * Chosen by the writer's form, so that a repeated first save makes no second draft.
     */
    creationKey: string | null;
    submissionKey: string | null;
    publishedVersion: number | null;
    /**
     * The version whose content it brings back, if it does.
     */
    restores: number | null;
    /**
     * What reviewers were shown of the submission before, as `submitted` held it.
     */
    lastSubmitted: unknown | null;
    createdAt: Generated<Timestamp>;
    updatedAt: Generated<Timestamp>;
    submittedAt: Timestamp | null;
    /**
     * What was submitted last, as { content, sources, reason, basedOn }: all that reviewers see. Null once it is withdrawn.
     */
    submitted: unknown | null;
};
export type DraftComment = {
    id: Generated<string>;
    draftId: string;
    authorId: string;
    field: string | null;
    text: string;
    /**
     * The sections that it is about, by name; null where it is not known.
     */
    about: unknown | null;
    /**
     * Written before anybody else was asked: for those who write the draft.
     */
    internal: Generated<boolean>;
    key: string | null;
    createdAt: Generated<Timestamp>;
};
export type DraftRefusal = {
    id: Generated<string>;
    draftId: string;
    /**
     * The draft's `edits` when it was refused.
     */
    edits: number;
    /**
     * What was sent, with what others had changed elsewhere.
     */
    content: unknown;
    sources: unknown;
    reason: string;
    /**
     * The places that both had changed, as [{ path, theirs, yours }].
     */
    clashes: unknown;
    writtenBy: string;
    /**
     * Names the open page: its last refused save stands for those before.
     */
    writer: string;
    turn: Generated<number>;
    refusedAt: Generated<Timestamp>;
    /**
     * When it was saved after all, or its writer put it aside.
     */
    settledAt: Timestamp | null;
};
export type DraftSave = {
    id: Generated<string>;
    draftId: string;
    /**
     * The draft's `edits` after this save.
     */
    edits: number;
    content: unknown;
    sources: unknown;
    reason: string;
    /**
     * Content, sources and reason as the writer's form held them, where the save took in what others had written; otherwise null.
     */
    sent: unknown | null;
    savedBy: string | null;
    /**
     * Names the open page that it came from, so that its next save goes on from here.
     */
    writer: string | null;
    /**
     * Grows from save to save of that page: one that arrives late is not put over a later one.
     */
    turn: Generated<number>;
    savedAt: Generated<Timestamp>;
};
export type FacetCount = {
    id: Generated<string>;
    /**
     * The facet value as the index has it, one character.
     */
    character: string;
    change: number;
    /**
     * The kind of the records that have it.
     */
    kind: RecordKind;
};
export type FacetValue = {
    code: Generated<number>;
    facet: string;
    value: string;
    /**
     * What a reader sees, where it is not the value itself: the short name of an organization, the name of a vendor.
     */
    label: string | null;
};
export type File = {
    id: Generated<string>;
    /**
     * SHA-256 of the bytes as they are kept.
     */
    hash: string;
    name: string;
    /**
     * Media type, found from the content.
     */
    type: string;
    /**
     * In bytes.
     */
    size: number;
    /**
     * Re-encoded here without metadata, so that it can be shown in a page.
     */
    picture: Generated<boolean>;
    uploadedBy: string;
    /**
     * What it was uploaded for: a draft, until its content that names the file is live.
     */
    draftId: string | null;
    /**
     * The record whose live content names it.
     */
    recordId: string | null;
    /**
     * How often the person uploaded it for this draft within the day that ends with `created_at`.
     */
    uploads: Generated<number>;
    /**
     * When it was uploaded last.
     */
    createdAt: Generated<Timestamp>;
};
export type Follow = {
    id: Generated<string>;
    personId: string;
    watchId: string;
    /**
     * What the person calls a list or search; empty of a record.
     */
    name: Generated<string>;
    frequency: Generated<DigestFrequency>;
    /**
     * No mails until it is put on again.
     */
    paused: Generated<boolean>;
    origin: Generated<FollowOrigin>;
    /**
     * Up to which entry of the log mails have told.
     */
    toldUntil: string;
    /**
     * When a mail told of it last, or it was begun.
     */
    toldAt: Generated<Timestamp>;
    createdAt: Generated<Timestamp>;
};
export type FollowState = {
    name: string;
    until: string;
};
export type FollowTold = {
    personId: string;
    sequence: string;
    recordId: string;
    mailId: string | null;
    line: string | null;
    toldAt: Generated<Timestamp>;
};
export type ForeignAnswer = {
    id: Generated<string>;
    recordId: string;
    /**
     * Always this, and the other kind too: a row can name no record of another kind.
     */
    recordKind: Generated<RecordKind>;
    organizationId: string;
    organizationKind: Generated<RecordKind>;
    /**
     * The version of the record that it answers.
     */
    recordVersion: number;
    text: string;
    writtenBy: string;
    writtenAt: Generated<Timestamp>;
    withdrawnBy: string | null;
    withdrawnAt: Timestamp | null;
};
export type ImportMapping = {
    kind: RecordKind;
    /**
     * A hash of its headings.
     */
    layout: string;
    /**
     * Columns, words, order of days: `Mapping` in api/src/sheets/mapping.ts.
     */
    mapping: unknown;
    savedBy: string;
    savedAt: Generated<Timestamp>;
};
export type ImportRun = {
    id: Generated<string>;
    kind: RecordKind;
    /**
     * The name of the file, or what the person called the pasted rows.
     */
    name: string;
    /**
     * [{ row, action: ADD | CHANGE, title, slug, recordId, version, content }]
     */
    rows: unknown;
    proposedBy: string;
    proposedAt: Generated<Timestamp>;
    decidedBy: string | null;
    decidedAt: Timestamp | null;
    /**
     * Null while it waits.
     */
    published: boolean | null;
    /**
     * Why it was declined.
     */
    reason: string | null;
    /**
     * [{ row, recordId, slug, version }], of what was published.
     */
    results: unknown | null;
    undoneBy: string | null;
    undoneAt: Timestamp | null;
    undoneReason: string | null;
};
export type InformationAnswer = {
    id: Generated<string>;
    requestVendorId: string;
    /**
     * The vendor that answers, as it is sealed; none of answers from before it was.
     */
    vendorId: string | null;
    /**
     * Who answers, as they write it.
     */
    name: string;
    text: string;
    answeredAt: Generated<Timestamp>;
};
export type InformationLink = {
    tokenHash: string;
    requestVendorId: string;
};
export type InformationRequest = {
    id: Generated<string>;
    /**
     * Who asks.
     */
    organizationId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    subject: string;
    text: string;
    /**
     * The last day on which an answer is of use.
     */
    answerBy: Timestamp;
    askedBy: string;
    askedAt: Generated<Timestamp>;
};
export type InformationRequestVendor = {
    id: Generated<string>;
    requestId: string;
    vendorId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    vendorKind: Generated<RecordKind>;
    contacts: number;
};
export type InstrumentEdition = {
    id: Generated<string>;
    /**
     * The instrument, the same in all its editions, such as jiu-matrix.
     */
    instrument: string;
    edition: string;
    title: string;
    /**
     * As prisma/instrument/instrument.ts has it; that of a draft may be incomplete.
     */
    content: unknown;
    /**
     * SHA-256 of the canonical JSON of the content (RFC 8785).
     */
    hash: string;
    /**
     * Whose edition it is; null for what the library brings along and for the secretariat's.
     */
    organizationId: string | null;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    audience: Generated<Audience>;
    /**
     * The edition it was made from.
     */
    basedOn: string | null;
    /**
     * Counts the saves of a draft; a save that names another number is refused.
     */
    edits: Generated<number>;
    createdBy: string | null;
    createdAt: Generated<Timestamp>;
    publishedAt: Timestamp | null;
    publishedBy: string | null;
    /**
     * Who wrote on it since the published edition it comes from: somebody else publishes it.
     */
    writers: Generated<string[]>;
    /**
     * From then on no run begins with it; those that were made with it display as before.
     */
    withdrawnAt: Timestamp | null;
    withdrawnBy: string | null;
    withdrawnReason: string | null;
    /**
     * When it was brought back last, after it was out of use; by somebody else than who took it out.
     */
    returnedAt: Timestamp | null;
    returnedBy: string | null;
    returnedReason: string | null;
};
export type Invitation = {
    id: Generated<string>;
    email: string;
    organizationId: string | null;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    role: Role;
    deputy: Generated<boolean>;
    tokenHash: string;
    invitedBy: string;
    createdAt: Generated<Timestamp>;
    expiresAt: Timestamp;
    acceptedAt: Timestamp | null;
    withdrawnAt: Timestamp | null;
};
export type LearningEntry = {
    id: Generated<string>;
    kind: LearningEntryKind;
    /**
     * What `learningEntry` (api/src/learning/entry.ts) checks.
     */
    content: unknown;
    /**
     * PUBLIC or UN_SYSTEM, once it is accepted.
     */
    audience: Audience;
    state: Generated<LearningEntryState>;
    /**
     * Why it was returned.
     */
    reason: string | null;
    personId: string;
    decidedBy: string | null;
    createdAt: Generated<Timestamp>;
    decidedAt: Timestamp | null;
};
export type LearningStep = {
    personId: string;
    /**
     * The address of the step.
     */
    step: string;
};
export type LibraryChange = {
    id: Generated<string>;
};
export type Link = {
    id: Generated<string>;
    fromId: string;
    toId: string;
    relation: string;
    position: Generated<number>;
    /**
     * What the record says of it: role, what was delivered, reason, citations.
     */
    data: unknown | null;
    /**
     * The kind and the place of the record that says it: what names a record is read in their order.
     */
    fromKind: RecordKind;
    fromPosition: number;
};
export type LinkCheck = {
    address: string;
    state: LinkState;
    /**
     * Of the answer, where one came.
     */
    status: number | null;
    /**
     * Where it has moved for good, as its server says.
     */
    movedTo: string | null;
    /**
     * Whether a service that keeps code was asked what follows; else nobody knows it.
     */
    repository: Generated<boolean>;
    /**
     * The licence that the service finds in the repository, by its SPDX identifier or as the service calls it.
     */
    licence: string | null;
    /**
     * The day of the last change of the code.
     */
    changedOn: Timestamp | null;
    /**
     * Whether its owner has closed it to changes.
     */
    archived: boolean | null;
    checkedAt: Timestamp;
};
export type LinkCount = {
    id: Generated<string>;
    toId: string;
    relation: string;
    kind: RecordKind;
    change: number;
};
export type LogCheckpoint = {
    /**
     * How many entries it covers.
     */
    size: string;
    note: string;
    createdAt: Generated<Timestamp>;
};
export type LogEntry = {
    sequence: string;
    createdAt: Timestamp;
    kind: string;
    /**
     * Canonical JSON (RFC 8785); no personal data, only pseudonyms.
     */
    body: string;
    previous: string;
    hash: string;
};
export type LogNode = {
    level: number;
    place: string;
    hash: string;
};
export type LogSeal = {
    sequence: string;
    /**
     * The id of the row, in the table that belongs to the kind of the entry (prisma/seals.ts).
     */
    subject: string;
    nonce: string;
    contents: unknown;
};
export type MailLink = {
    id: Generated<string>;
    tokenHash: string;
    purpose: string;
    recordId: string;
    /**
     * The version that the mail asked about.
     */
    version: number;
    email: string | null;
    /**
     * The pseudonym of who it was sent to.
     */
    pseudonym: string | null;
    createdAt: Generated<Timestamp>;
    expiresAt: Timestamp;
    usedAt: Timestamp | null;
};
export type MailOutbox = {
    id: Generated<string>;
    /**
     * Names the event and the receiver: a second one for the same event is not written.
     */
    eventKey: string;
    personId: string | null;
    address: string;
    /**
     * To whom an answer goes, where that is not the library.
     */
    replyTo: string | null;
    subject: string;
    text: string;
    attempts: Generated<number>;
    lastError: string | null;
    createdAt: Generated<Timestamp>;
    sentAt: Timestamp | null;
    /**
     * Somebody is at sending it, and renews this while the mail server is spoken to.
     */
    sendingUntil: Timestamp | null;
    /**
     * Where its receiver ends mails of its kind with one click (RFC 8058); null where there is nothing to end.
     */
    unsubscribe: string | null;
};
export type MatchTold = {
    envisagedId: string;
    experienceId: string;
    personId: string;
    toldOn: Generated<Timestamp>;
};
export type Membership = {
    id: Generated<string>;
    personId: string;
    organizationId: string | null;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    role: Role;
    /**
     * A publisher who is asked only when the others stay silent.
     */
    deputy: Generated<boolean>;
    origin: Generated<MembershipOrigin>;
    createdAt: Generated<Timestamp>;
};
export type OrganizationZone = {
    organizationId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    /**
     * Its name in the IANA database, such as Europe/Rome.
     */
    zone: string;
    /**
     * The id of the person who said it.
     */
    setBy: string;
    setAt: Generated<Timestamp>;
};
export type Paragraph = {
    sourceId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    sourceKind: Generated<RecordKind>;
    number: number;
    text: string;
};
export type Passkey = {
    id: Generated<string>;
    name: string | null;
    publicKey: string;
    userId: string;
    credentialId: string;
    counter: number;
    deviceType: string;
    backedUp: boolean;
    transports: string | null;
    aaguid: string | null;
    /**
     * When the person last signed in with it.
     */
    usedAt: Timestamp | null;
    createdAt: Generated<Timestamp>;
};
export type Person = {
    id: Generated<string>;
    pseudonym: Generated<string>;
    name: string;
    email: string;
    emailVerified: Generated<boolean>;
    image: string | null;
    /**
     * A demonstration account: no person, marked wherever it is shown.
     */
    demo: Generated<boolean>;
    suspendedAt: Timestamp | null;
    /**
     * When the personal data was erased; the pseudonym stays.
     */
    erasedAt: Timestamp | null;
    createdAt: Generated<Timestamp>;
    updatedAt: Generated<Timestamp>;
    /**
     * Whether an authenticator app is asked for at sign-in (better-auth).
     */
    twoFactorEnabled: Generated<boolean>;
    /**
     * When somebody with the mail alone removed the passkeys of a privileged person: an administrator lets the next factor be set up.
     */
    factorsWithdrawnAt: Timestamp | null;
};
export type PlaceCount = {
    id: Generated<string>;
    sourceId: string;
    paragraph: number | null;
    place: string;
    change: number;
};
export type Professional = {
    id: Generated<string>;
    personId: string;
    /**
     * As they want it shown.
     */
    name: string;
    /**
     * What they did, in their words.
     */
    about: Generated<string>;
    technologies: Generated<string[]>;
    tasks: Generated<string[]>;
    /**
     * As those of projects.
     */
    sectors: Generated<string[]>;
    /**
     * BCP 47.
     */
    languages: Generated<string[]>;
    /**
     * ISO 3166-1 alpha-2.
     */
    countries: Generated<string[]>;
    /**
     * ADVICE, REVIEW, MISSION.
     */
    offers: Generated<string[]>;
    availability: Generated<string>;
    audience: Generated<ProfessionalAudience>;
    /**
     * Whether the mail address of the account is shown to whom the entry is shown.
     */
    showsAddress: Generated<boolean>;
    /**
     * When they agreed that this is kept and shown.
     */
    consentedAt: Generated<Timestamp>;
    /**
     * When they last said that it is correct; a year later they are asked.
     */
    confirmedAt: Generated<Timestamp>;
    /**
     * Counts changes; what names another number is refused.
     */
    edits: Generated<number>;
    createdAt: Generated<Timestamp>;
    updatedAt: Generated<Timestamp>;
};
export type ProfessionalWork = {
    professionalId: string;
    recordId: string;
    position: Generated<number>;
};
export type Question = {
    id: Generated<string>;
    /**
     * Who asked.
     */
    personId: string;
    title: string;
    /**
     * In which it is written (BCP 47).
     */
    language: Generated<string>;
    audience: Generated<Audience>;
    /**
     * What it is about: a record, a question of the decision-making matrix, or neither.
     */
    recordId: string | null;
    matrixQuestion: string | null;
    state: Generated<QuestionState>;
    stateReason: string | null;
    mergedInto: string | null;
    /**
     * Posts that are no question and not hidden, and those of them that helped.
     */
    answers: Generated<number>;
    helped: Generated<number>;
    /**
     * Whether its text is hidden, and with it the question.
     */
    hidden: Generated<boolean>;
    activeAt: Generated<Timestamp>;
    createdAt: Generated<Timestamp>;
};
export type QuestionCitation = {
    postId: string;
    recordId: string;
    position: Generated<number>;
};
export type QuestionLesson = {
    questionId: string;
    draftId: string;
};
export type QuestionMute = {
    questionId: string;
    personId: string;
};
export type QuestionPost = {
    id: Generated<string>;
    questionId: string;
    personId: string;
    /**
     * Whether it is the text of the question.
     */
    asks: Generated<boolean>;
    text: string;
    /**
     * The title of the question that it came from, where that was merged into this one.
     */
    fromTitle: string | null;
    helpedAt: Timestamp | null;
    helpedBy: string | null;
    hiddenAt: Timestamp | null;
    hiddenBy: string | null;
    hiddenReason: string | null;
    /**
     * What its author says against that, and what came of it.
     */
    appeal: string | null;
    appealAnswer: string | null;
    createdAt: Generated<Timestamp>;
    /**
     * When its author changed it last.
     */
    editedAt: Timestamp | null;
};
export type QuestionReport = {
    postId: string;
    personId: string;
    reason: string;
    settledAt: Timestamp | null;
    createdAt: Generated<Timestamp>;
};
export type RateLimit = {
    id: Generated<string>;
    key: string;
    count: number;
    /**
     * Milliseconds since 1970.
     */
    lastRequest: string;
};
export type ReadDay = {
    onDay: Timestamp;
    recordId: string;
    reads: Generated<number>;
    cites: Generated<number>;
};
export type Record = {
    id: Generated<string>;
    kind: RecordKind;
    /**
     * Readable public address, unique within the kind.
     */
    slug: string;
    /**
     * The loader's natural key, stable for ever; null for records that people added.
     */
    sourceKey: string | null;
    /**
     * Place in the order of the source.
     */
    position: Generated<number>;
    title: string;
    /**
     * The title folded for sorting: lower case, no accents.
     */
    sortTitle: string;
    summary: Generated<string>;
    /**
     * What else people look for it by: organizations, countries, platforms, vendors, other names.
     */
    keywords: Generated<string>;
    /**
     * All further text, for search.
     */
    body: Generated<string>;
    audience: Generated<Audience>;
    language: Generated<string>;
    content: unknown;
    /**
     * What it can be filtered by, as "facet:value"; nothing here opens or closes a record.
     */
    facetKeys: Generated<string[]>;
    /**
     * The same, one character per value (code point 256 + facet_value.code): counts are made by counting characters.
     */
    facets: Generated<string>;
    /**
     * Number of the live version, from 1.
     */
    version: Generated<number>;
    /**
     * SHA-256 of the canonical JSON of the content (RFC 8785).
     */
    hash: string;
    /**
     * The hash of the content that the loader wrote last; while it equals `hash`, no person has changed the record.
     */
    seedHash: string | null;
    /**
     * Which derivation made the derived columns, links and citations (DERIVATION in prisma/derive.ts).
     */
    derivedBy: string | null;
    createdAt: Generated<Timestamp>;
    updatedAt: Generated<Timestamp>;
    archivedAt: Timestamp | null;
    archivedReason: string | null;
    /**
     * The entry of the same thing that its address leads to; only of an archived record.
     */
    mergedInto: string | null;
    /**
     * The day until which it counts as fresh; after it the owners are asked, and it ranks lower.
     */
    verifyBy: Generated<Timestamp>;
    /**
     * When somebody last confirmed that it is still correct.
     */
    verifiedAt: Timestamp | null;
};
export type RecordChange = {
    id: Generated<string>;
    recordId: string | null;
    at: Generated<Timestamp>;
};
export type RecordEmbedding = {
    recordId: string;
    /**
     * Counts up with every vector that is written: what a process has in memory is compared by it.
     */
    number: Generated<string>;
    /**
     * Of the record that was read.
     */
    version: number;
    /**
     * The service and its model: vectors of two cannot be compared.
     */
    madeBy: string;
    /**
     * Its length is one; numbers of four bytes each, the least byte first. Empty where the service refused the text.
     */
    vector: Buffer;
};
export type RecordOwner = {
    recordId: string;
    organizationId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
};
export type RecordRange = {
    recordId: string;
    name: string;
    low: number;
    high: number;
};
export type ReportColumn = {
    reportId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    reportKind: Generated<RecordKind>;
    organizationId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    position: number;
    /**
     * The report is sent to it for information only.
     */
    forInformation: Generated<boolean>;
};
export type RequestCount = {
    key: string;
    count: number;
    until: Timestamp;
};
export type RequestKey = {
    personId: string;
    /**
     * The GraphQL field that was asked.
     */
    mutation: string;
    key: string;
    /**
     * SHA-256 of the canonical JSON of what was sent: the same key with other content is refused.
     */
    contentHash: string;
    /**
     * What was answered, as far as it cannot be read again.
     */
    answer: unknown;
    createdAt: Generated<Timestamp>;
};
export type Review = {
    id: Generated<string>;
    draftId: string;
    /**
     * Null where the secretariat is asked, of a record without owner.
     */
    organizationId: string | null;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    round: number;
    state: Generated<ReviewState>;
    /**
     * Per field: ACCEPTED, or RETURNED with the reason.
     */
    decisions: Generated<unknown>;
    comment: Generated<string>;
    /**
     * The sections that the comment is about, by name; null where it is not known.
     */
    about: unknown | null;
    reviewerId: string | null;
    /**
     * The secretariat decided in the organization's place.
     */
    steppedIn: Generated<boolean>;
    /**
     * How many reminders went out: 1 after three days, 2 after seven, then to the deputies and the secretariat's list.
     */
    reminders: Generated<number>;
    createdAt: Generated<Timestamp>;
    decidedAt: Timestamp | null;
};
export type Revision = {
    recordId: string;
    number: number;
    content: unknown;
    /**
     * Hashed together with the content, so that the hash tells nothing of sections that are not public.
     */
    nonce: string;
    /**
     * SHA-256 of the canonical JSON (RFC 8785) of { content, nonce }.
     */
    hash: string;
    /**
     * The hash of the version before; null for the first.
     */
    previous: string | null;
    /**
     * The pseudonym of the author; null for the loader of the library.
     */
    author: string | null;
    /**
     * On whose behalf, by slug.
     */
    organization: string | null;
    reason: Generated<string>;
    /**
     * The version it restores, if it does.
     */
    restores: number | null;
    /**
     * The log entry that seals it.
     */
    sequence: string;
    createdAt: Generated<Timestamp>;
};
export type ScreeningCandidate = {
    id: Generated<string>;
    runId: string;
    vendorId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    vendorKind: Generated<RecordKind>;
    entryId: string;
    /**
     * What the entry is called in lists of this name.
     */
    listName: string;
    entryKey: string;
    /**
     * The two names that are most alike.
     */
    vendorName: string;
    listedName: string;
    /**
     * From 0 to 1.
     */
    score: number;
    /**
     * Of the names of both: a decision holds while they are the same.
     */
    namesHash: string;
    /**
     * Whether it is of the last check of its vendor against lists of this name.
     */
    current: Generated<boolean>;
};
export type ScreeningCheck = {
    runId: string;
    vendorId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    vendorKind: Generated<RecordKind>;
    /**
     * Of its names as they were.
     */
    namesHash: string;
    checkedAt: Generated<Timestamp>;
    candidates: number;
};
export type ScreeningDecision = {
    id: Generated<string>;
    vendorId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    vendorKind: Generated<RecordKind>;
    listName: string;
    entryKey: string;
    /**
     * Of the names that were decided on; it holds for a candidate with the same.
     */
    namesHash: string;
    answer: ScreeningAnswer;
    reason: string;
    decidedBy: string;
    decidedAs: string;
    decidedAt: Generated<Timestamp>;
};
export type ScreeningEntry = {
    id: Generated<string>;
    listId: string;
    /**
     * What the list calls it, the same in the next one: reference number or id.
     */
    key: string;
    /**
     * PERSON or ORGANIZATION; null where the list does not say.
     */
    kind: string | null;
    /**
     * Programme or regime, as the list writes it.
     */
    programme: string | null;
    /**
     * The hash of its names: a decision holds while it is the same.
     */
    namesHash: string;
};
export type ScreeningList = {
    id: Generated<string>;
    /**
     * What it is called; lists of one name follow each other.
     */
    name: string;
    format: ScreeningFormat;
    /**
     * The day that the list says of itself.
     */
    listedOn: Timestamp;
    /**
     * SHA-256 of the bytes of the file.
     */
    hash: string;
    entries: number;
    names: number;
    /**
     * Made up for tests and demonstrations: every entry says so.
     */
    synthetic: Generated<boolean>;
    /**
     * Null where a command of the keeper loaded it.
     */
    loadedBy: string | null;
    loadedAt: Generated<Timestamp>;
    /**
     * Whether it is the newest of its name.
     */
    current: Generated<boolean>;
    /**
     * Since when it is out of use, by whom and why: it should not have been loaded.
     */
    withdrawnAt: Timestamp | null;
    withdrawnBy: string | null;
    withdrawnReason: string | null;
};
export type ScreeningName = {
    entryId: string;
    /**
     * From 0; the first is the main name.
     */
    position: number;
    name: string;
};
export type ScreeningRun = {
    id: Generated<string>;
    listId: string;
    /**
     * The one vendor; null for all.
     */
    vendorId: string | null;
    /**
     * Always this: a row can name no record of another kind.
     */
    vendorKind: Generated<RecordKind>;
    /**
     * Null where a publication asked for it.
     */
    askedBy: string | null;
    askedAs: string | null;
    askedAt: Generated<Timestamp>;
    startedAt: Timestamp | null;
    finishedAt: Timestamp | null;
    /**
     * The seal covers when each vendor was compared, and the words by which candidates were found.
     */
    sealedWhole: Generated<boolean>;
    /**
     * Vendors to compare, compared so far, and candidates found.
     */
    total: Generated<number>;
    done: Generated<number>;
    found: Generated<number>;
};
export type ScreeningWord = {
    candidateId: string;
    position: number;
    /**
     * Words of the vendor's name and of the listed one, in Latin letters; empty where the other has none.
     */
    vendorWord: string;
    listedWord: string;
    /**
     * SAME, SOUND, CONSONANTS, SPELLING, JOINED, INITIAL, SHORTENED, NUMBER, MISSING, LEFT_OUT (prisma/screening/compare.ts).
     */
    why: string;
    alike: number;
};
export type SearchConsumer = {
    name: string;
    seenAt: Generated<Timestamp>;
};
export type SearchIndex = {
    id: string;
    /**
     * Order of an answer to an empty query: kind, then the record's position.
     */
    place: string;
    /**
     * record.facets and the kind: one character per value, counted to get facet counts.
     */
    facets: string;
    /**
     * Makes every row long enough that the vector is stored apart; compresses to a few bytes.
     */
    pad: Generated<string>;
};
export type SearchOutbox = {
    id: Generated<string>;
    recordId: string;
};
export type SearchPhrase = {
    /**
     * The phrase as a text of tsquery: 'digital' <1> 'payment':*
     */
    phrase: string;
    /**
     * Its first word, by which the phrases that a record may have are found.
     */
    firstWord: string;
};
export type SearchWord = {
    word: string;
    /**
     * In how many records it stands, as of the last refresh (search/reindex.ts); 1 for a word that came since.
     */
    frequency: Generated<number>;
    stem: string;
    /**
     * The word and the word without each one of its letters; empty where no typos are looked for.
     */
    deletions: string[];
};
export type Session = {
    id: Generated<string>;
    token: string;
    userId: string;
    expiresAt: Timestamp;
    ipAddress: string | null;
    userAgent: string | null;
    createdAt: Generated<Timestamp>;
    updatedAt: Generated<Timestamp>;
    /**
     * When two factors were shown in it; null for a password alone.
     */
    secondFactorAt: Timestamp | null;
    /**
     * When the person last proved who it is: at sign-in, and again where that is asked.
     */
    provedAt: Generated<Timestamp>;
    /**
     * When it was last used, to the minute.
     */
    seenAt: Generated<Timestamp>;
    /**
     * Why it holds no more; kept until it expires so that the person can be told.
     */
    ended: SessionEnd | null;
};
export type Shortlist = {
    id: Generated<string>;
    name: string;
    /**
     * What it is for.
     */
    purpose: Generated<string>;
    /**
     * Who made it.
     */
    personId: string;
    /**
     * For whose people it is; only where it is shared in an organization.
     */
    organizationId: string | null;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    sharing: Generated<ShortlistSharing>;
    /**
     * What stands in its link; only where it is shared by one. Another one each time it is shared so.
     */
    link: string | null;
    /**
     * Counts changes; what names another number is refused.
     */
    edits: Generated<number>;
    createdAt: Generated<Timestamp>;
    updatedAt: Generated<Timestamp>;
};
export type ShortlistItem = {
    shortlistId: string;
    recordId: string;
    note: Generated<string>;
    addedBy: string | null;
    addedAt: Generated<Timestamp>;
};
export type SignInCase = {
    id: Generated<string>;
    providerId: string;
    /**
     * The account at the service (its subject).
     */
    subject: string;
    email: string;
    name: string;
    /**
     * Whether the service may vouch for the address, and did.
     */
    vouched: boolean;
    /**
     * Who has the address here.
     */
    personId: string;
    createdAt: Generated<Timestamp>;
    /**
     * When it was tried last.
     */
    seenAt: Generated<Timestamp>;
    decision: SignInDecision | null;
    decidedAt: Timestamp | null;
};
export type SignUp = {
    id: Generated<string>;
    email: string;
    name: string;
    tokenHash: string;
    createdAt: Generated<Timestamp>;
    expiresAt: Timestamp;
    usedAt: Timestamp | null;
};
export type SoughtDay = {
    onDay: Timestamp;
    searches: Generated<number>;
    nothing: Generated<number>;
};
export type SoughtWords = {
    /**
     * Keyed with the secret of the installation.
     */
    hash: string;
    words: string | null;
    /**
     * On how many days it was asked for.
     */
    days: Generated<number>;
    lastOn: Generated<Timestamp>;
};
export type StatementRun = {
    /**
     * The first 128 bits of SHA-256 of the words of the text (`statement_words`).
     */
    hash: string;
    recordId: string;
    /**
     * The first version of the run.
     */
    first: number;
    /**
     * The last one.
     */
    last: number;
};
export type TableMapping = {
    organizationId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    /**
     * What the table is of: UPTAKE.
     */
    purpose: string;
    /**
     * A hash of its headings.
     */
    layout: string;
    /**
     * Columns, words, order of days: `Mapping` in api/src/sheets/mapping.ts.
     */
    mapping: unknown;
    savedBy: string;
    savedAt: Generated<Timestamp>;
};
export type Term = {
    id: string;
    content: unknown | null;
    changedAt: Generated<Timestamp>;
    changedBy: string | null;
};
export type TwoFactor = {
    id: Generated<string>;
    userId: string;
    secret: string;
    backupCodes: string;
    verified: Generated<boolean>;
    failedVerificationCount: Generated<number>;
    lockedUntil: Timestamp | null;
    createdAt: Generated<Timestamp>;
    usedAt: Timestamp | null;
    /**
     * The session in which an app is set up; of no meaning once a code of it was given.
     */
    begunIn: string | null;
};
export type UptakeActivity = {
    id: Generated<string>;
    /**
     * The order of recording; the later version holds.
     */
    sequence: Generated<string>;
    /**
     * The id of the first version.
     */
    activityId: string;
    organizationId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    /**
     * What is done.
     */
    title: string;
    /**
     * The unit or function that leads it, not the name of a person.
     */
    lead: string | null;
    startsOn: Timestamp | null;
    endsOn: Timestamp | null;
    /**
     * By what one sees that it works.
     */
    indicator: string | null;
    /**
     * What the indicator shows so far.
     */
    result: string | null;
    /**
     * [{ label, address }]
     */
    evidence: Generated<unknown>;
    audience: Generated<Audience>;
    /**
     * Why it stands no more; null while it does.
     */
    withdrawn: string | null;
    enteredOn: Generated<Timestamp>;
    enteredAt: Generated<Timestamp>;
    enteredBy: string;
    enteredAs: string;
    idempotencyKey: string;
    demo: Generated<boolean>;
};
export type UptakeActivityAction = {
    versionId: string;
    actionId: string;
};
export type UptakeActivityConfirmation = {
    versionId: string;
    confirmedOn: Generated<Timestamp>;
    confirmedAt: Generated<Timestamp>;
    confirmedBy: string;
    demo: Generated<boolean>;
};
export type UptakeComment = {
    id: Generated<string>;
    actionId: string;
    writtenAt: Generated<Timestamp>;
    writtenBy: string;
    writtenAs: string;
    text: string;
    /**
     * UN_SYSTEM, or OWNERS: the organization and the secretariat.
     */
    audience: Generated<Audience>;
    idempotencyKey: string;
    demo: Generated<boolean>;
};
export type UptakeConfirmation = {
    entryId: string;
    confirmedOn: Generated<Timestamp>;
    confirmedAt: Generated<Timestamp>;
    confirmedBy: string;
    demo: Generated<boolean>;
};
export type UptakeContact = {
    id: Generated<string>;
    organizationId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    /**
     * A mail address, in small letters.
     */
    address: string;
    /**
     * The function or unit behind it, not the name of a person.
     */
    unit: string | null;
    /**
     * Asked where the others do not answer.
     */
    deputy: Generated<boolean>;
    /**
     * The id of the person who entered it.
     */
    keptBy: string;
    keptAt: Generated<Timestamp>;
};
export type UptakeEntry = {
    id: Generated<string>;
    /**
     * The order of recording; of two entries with the same effective date the later one holds.
     */
    sequence: Generated<string>;
    actionId: string;
    /**
     * The day from which the state holds.
     */
    effectiveDate: Timestamp;
    /**
     * The calendar day of recording, where the organization has its seat.
     */
    enteredOn: Generated<Timestamp>;
    enteredAt: Generated<Timestamp>;
    /**
     * Pseudonymous id of the person.
     */
    enteredBy: string;
    /**
     * In which role: FOCAL_POINT, PUBLISHER, SECRETARIAT.
     */
    enteredAs: string;
    acceptance: Acceptance;
    /**
     * Present exactly when accepted.
     */
    implementation: Implementation | null;
    responsibleUnit: string | null;
    /**
     * The function, not the name, of who answers for it; for the UN system only.
     */
    officer: string | null;
    targetDate: Timestamp | null;
    comment: string | null;
    commentAudience: Generated<Audience>;
    /**
     * Symbol of the decision of the governing body.
     */
    decisionSymbol: string | null;
    /**
     * For the UN system only.
     */
    financialImplication: string | null;
    impactSeen: string | null;
    source: Generated<UptakeSource>;
    /**
     * Symbol or name of the document or export that it was taken from.
     */
    sourceReference: string | null;
    /**
     * What of the decision holds only in part: ACCEPTANCE, IMPLEMENTATION or BOTH.
     */
    inPart: string | null;
    /**
     * The page or paragraph of the document that it was taken from.
     */
    sourcePlace: string | null;
    /**
     * [{ kind: ADDRESS | FILE | RECORD, label, address | file | recordKind + recordKey, audience }]
     */
    evidence: Generated<unknown>;
    idempotencyKey: string;
    demo: Generated<boolean>;
};
export type UptakeJudgement = {
    id: Generated<string>;
    /**
     * The order of recording; of two with the same effective date the later one holds.
     */
    sequence: Generated<string>;
    actionId: string;
    /**
     * The report that it was given of; null where nothing was reported.
     */
    entryId: string | null;
    judgement: Judgement;
    priority: boolean;
    reason: string;
    /**
     * Whose it is: SECRETARIAT or JIU.
     */
    voice: string;
    /**
     * Of JIU: where it says so.
     */
    reference: string | null;
    effectiveDate: Timestamp;
    judgedOn: Generated<Timestamp>;
    judgedAt: Generated<Timestamp>;
    judgedBy: string;
    idempotencyKey: string;
    demo: Generated<boolean>;
};
export type UptakePublication = {
    entryId: string;
    publishedOn: Generated<Timestamp>;
    publishedAt: Generated<Timestamp>;
    publishedBy: string;
    /**
     * To how many addresses of the organization it was mailed.
     */
    told: number;
    /**
     * The last day to confirm, correct or withdraw it; null where nobody was told.
     */
    answerBy: Timestamp | null;
    demo: Generated<boolean>;
};
export type UptakeSitting = {
    personId: string;
    organizationId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    reportId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    reportKind: Generated<RecordKind>;
    typed: unknown;
    edits: Generated<number>;
    savedAt: Generated<Timestamp>;
};
export type UptakeSubscription = {
    id: Generated<string>;
    userId: string;
    reportId: string;
    /**
     * Always this: a row can name no record of another kind.
     */
    reportKind: Generated<RecordKind>;
    organizationId: string | null;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    recommendationId: string | null;
    /**
     * Always this: a row can name no record of another kind.
     */
    recommendationKind: Generated<RecordKind>;
    frequency: Frequency;
    /**
     * Whether its mails hold more than what the public sees: what the person may see.
     */
    internal: Generated<boolean>;
    createdAt: Generated<Timestamp>;
    /**
     * Up to which moment the person was told.
     */
    toldUntil: Generated<Timestamp>;
    endedAt: Timestamp | null;
};
export type UptakeWithdrawal = {
    entryId: string;
    withdrawnOn: Generated<Timestamp>;
    withdrawnAt: Generated<Timestamp>;
    withdrawnBy: string;
    withdrawnAs: string;
    reason: string;
    demo: Generated<boolean>;
};
export type UptakeWithdrawalRequest = {
    id: Generated<string>;
    entryId: string;
    reason: string;
    askedOn: Generated<Timestamp>;
    askedAt: Generated<Timestamp>;
    askedBy: string;
    askedAs: string;
    agreed: boolean | null;
    /**
     * Why it was declined.
     */
    answer: string | null;
    answeredAt: Timestamp | null;
    answeredBy: string | null;
    answeredAs: string | null;
    demo: Generated<boolean>;
};
export type Verification = {
    id: Generated<string>;
    identifier: string;
    value: string;
    expiresAt: Timestamp;
    createdAt: Generated<Timestamp>;
    updatedAt: Generated<Timestamp>;
};
export type VisitMark = {
    personId: string;
    /**
     * The last entry of the log that they saw something of.
     */
    until: string;
    at: Generated<Timestamp>;
};
export type Watch = {
    id: Generated<string>;
    recordId: string | null;
    /**
     * Path and query of a list or a search, in one order, without what says how it is shown.
     */
    address: string | null;
    createdAt: Generated<Timestamp>;
};
export type WatchHit = {
    watchId: string;
    sequence: string;
    recordId: string;
    change: ChangeOfRecord;
};
export type Webhook = {
    id: Generated<string>;
    /**
     * Who made it, and as whom it is told.
     */
    personId: string;
    /**
     * For which organization its focal point made it: it is then told what a member there sees.
     */
    organizationId: string | null;
    /**
     * Always this: a row can name no record of another kind.
     */
    organizationKind: Generated<RecordKind>;
    name: string;
    address: string;
    topics: string;
    nonce: string;
    createdAt: Generated<Timestamp>;
    pausedAt: Timestamp | null;
    pausedFor: WebhookPause | null;
};
export type WebhookDelivery = {
    id: Generated<string>;
    webhookId: string;
    /**
     * Names the event: the same is noted once for an address.
     */
    eventKey: string;
    /**
     * The type of the event, as in what is sent.
     */
    type: string;
    /**
     * The record, report or agreement that it tells of.
     */
    subjectId: string | null;
    /**
     * Its entry of the log.
     */
    sequence: string | null;
    /**
     * What else it needs to be told.
     */
    detail: string | null;
    happenedAt: Timestamp;
    createdAt: Generated<Timestamp>;
    state: Generated<WebhookState>;
    attempts: Generated<number>;
    triedAt: Timestamp | null;
    nextAt: Timestamp | null;
    /**
     * The status of the last answer.
     */
    status: number | null;
    /**
     * Why the last attempt failed, as a code.
     */
    fault: string | null;
    tookMs: number | null;
    /**
     * What was sent last.
     */
    body: string | null;
    /**
     * Somebody is at sending it.
     */
    sendingUntil: Timestamp | null;
};
export type DB = {
    action: Action;
    agreement: Agreement;
    agreementDrawing: AgreementDrawing;
    agreementNotice: AgreementNotice;
    agreementRequest: AgreementRequest;
    agreementVersion: AgreementVersion;
    apiToken: ApiToken;
    apiTokenUse: ApiTokenUse;
    assessment: Assessment;
    assessmentLine: AssessmentLine;
    assessmentReview: AssessmentReview;
    auditEvent: AuditEvent;
    campaign: Campaign;
    campaignNotice: CampaignNotice;
    campaignOrganization: CampaignOrganization;
    catalogueMapping: CatalogueMapping;
    catalogueRun: CatalogueRun;
    citation: Citation;
    citationCount: CitationCount;
    company: Company;
    companyCode: CompanyCode;
    companyLink: CompanyLink;
    companyOpening: CompanyOpening;
    companyProposal: CompanyProposal;
    credential: Credential;
    draft: Draft;
    draftComment: DraftComment;
    draftRefusal: DraftRefusal;
    draftSave: DraftSave;
    facetCount: FacetCount;
    facetValue: FacetValue;
    file: File;
    follow: Follow;
    followState: FollowState;
    followTold: FollowTold;
    foreignAnswer: ForeignAnswer;
    importMapping: ImportMapping;
    importRun: ImportRun;
    informationAnswer: InformationAnswer;
    informationLink: InformationLink;
    informationRequest: InformationRequest;
    informationRequestVendor: InformationRequestVendor;
    instrumentEdition: InstrumentEdition;
    invitation: Invitation;
    learningEntry: LearningEntry;
    learningStep: LearningStep;
    libraryChange: LibraryChange;
    link: Link;
    linkCheck: LinkCheck;
    linkCount: LinkCount;
    logCheckpoint: LogCheckpoint;
    logEntry: LogEntry;
    logNode: LogNode;
    logSeal: LogSeal;
    mailLink: MailLink;
    mailOutbox: MailOutbox;
    matchTold: MatchTold;
    membership: Membership;
    organizationZone: OrganizationZone;
    paragraph: Paragraph;
    passkey: Passkey;
    person: Person;
    placeCount: PlaceCount;
    professional: Professional;
    professionalWork: ProfessionalWork;
    question: Question;
    questionCitation: QuestionCitation;
    questionLesson: QuestionLesson;
    questionMute: QuestionMute;
    questionPost: QuestionPost;
    questionReport: QuestionReport;
    rateLimit: RateLimit;
    readDay: ReadDay;
    record: Record;
    recordChange: RecordChange;
    recordEmbedding: RecordEmbedding;
    recordOwner: RecordOwner;
    recordRange: RecordRange;
    reportColumn: ReportColumn;
    requestCount: RequestCount;
    requestKey: RequestKey;
    review: Review;
    revision: Revision;
    screeningCandidate: ScreeningCandidate;
    screeningCheck: ScreeningCheck;
    screeningDecision: ScreeningDecision;
    screeningEntry: ScreeningEntry;
    screeningList: ScreeningList;
    screeningName: ScreeningName;
    screeningRun: ScreeningRun;
    screeningWord: ScreeningWord;
    searchConsumer: SearchConsumer;
    searchIndex: SearchIndex;
    searchOutbox: SearchOutbox;
    searchPhrase: SearchPhrase;
    searchWord: SearchWord;
    session: Session;
    shortlist: Shortlist;
    shortlistItem: ShortlistItem;
    signInCase: SignInCase;
    signUp: SignUp;
    soughtDay: SoughtDay;
    soughtWords: SoughtWords;
    statementRun: StatementRun;
    tableMapping: TableMapping;
    term: Term;
    twoFactor: TwoFactor;
    uptakeActivity: UptakeActivity;
    uptakeActivityAction: UptakeActivityAction;
    uptakeActivityConfirmation: UptakeActivityConfirmation;
    uptakeComment: UptakeComment;
    uptakeConfirmation: UptakeConfirmation;
    uptakeContact: UptakeContact;
    uptakeEntry: UptakeEntry;
    uptakeJudgement: UptakeJudgement;
    uptakePublication: UptakePublication;
    uptakeSitting: UptakeSitting;
    uptakeSubscription: UptakeSubscription;
    uptakeWithdrawal: UptakeWithdrawal;
    uptakeWithdrawalRequest: UptakeWithdrawalRequest;
    verification: Verification;
    visitMark: VisitMark;
    watch: Watch;
    watchHit: WatchHit;
    webhook: Webhook;
    webhookDelivery: WebhookDelivery;
};

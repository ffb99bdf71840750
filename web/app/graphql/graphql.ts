/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What the organization decided on a recommendation. */
export type Acceptance =
  | 'ACCEPTED'
  | 'NOT_ACCEPTED'
  | 'NOT_RELEVANT'
  | 'UNDER_CONSIDERATION';

/** Who may read and write the ledger. */
export type Access =
  | 'ANCHORING'
  | 'NOT_STATED'
  | 'PERMISSIONED'
  | 'PERMISSIONED_PUBLIC_VIEW'
  | 'PUBLIC';

/** L: for decision by the governing body. E: for action by the executive head. */
export type ActionKind =
  | 'EXECUTIVE'
  | 'LEGISLATIVE';

/** Alternatives within a field, all fields together; all of it holds of the same agreement. */
export type AgreementFilter = {
  /** So much or more is left below the ceiling, in units of its currency. */
  ceilingLeft?: number | null | undefined;
  /** ISO 4217. */
  currency?: string | null | undefined;
  /** By slug. */
  holder?: Array<string> | null | undefined;
  /** Whether others may use it, at once or on request. */
  open?: boolean | null | undefined;
  /** Words of its number, title, scope, holder or vendor. */
  text?: string | null | undefined;
  /** At or below this level, such as 8111. */
  unspsc?: string | null | undefined;
  /** It can be used on this day; terms are those of that day. */
  validOn?: string | null | undefined;
  /** By slug. */
  vendor?: Array<string> | null | undefined;
};

/** The order of a list of agreements. */
export type AgreementOrder =
  /** What ends first, and what has ended after that. */
  | 'ENDS'
  /** By holder. */
  | 'HOLDER'
  /** By title. */
  | 'TITLE'
  /** By vendor. */
  | 'VENDOR';

export type AgreementTermsInput = {
  callOff?: string | null | undefined;
  /** In units of the currency. */
  ceiling?: number | null | undefined;
  contact?: string | null | undefined;
  /** ISO 4217. */
  currency?: string | null | undefined;
  documentAddress?: string | null | undefined;
  /** The hash of a file that you uploaded. */
  documentFile?: string | null | undefined;
  documentLabel?: string | null | undefined;
  endsOn: string;
  number: string;
  scope: string;
  /** What this is known from. */
  source: string;
  startsOn: string;
  title: string;
  /** Two to eight digits each; only the form is checked. */
  unspsc: Array<string>;
  use: AgreementUse;
  useTerms?: string | null | undefined;
};

/** Whether others may use an agreement. */
export type AgreementUse =
  /** They may not. */
  | 'CLOSED'
  /** The source does not say. */
  | 'NOT_STATED'
  /** Once its holder agreed. */
  | 'ON_REQUEST'
  /** As they please. */
  | 'OPEN';

/** Whether it begins later, can be used, or has ended. */
export type AgreementValidity =
  | 'COMING'
  | 'ENDED'
  | 'VALID';

/** One answer. */
export type AnswerInput = {
  /** Where it can be read: an address, a document. */
  evidence?: string | null | undefined;
  note?: string | null | undefined;
  /** The id of an option, or "not-known". */
  option: string;
  /** The question by its id. */
  question: string;
  /** Why, for an exception: without it the exception does not count. */
  reason?: string | null | undefined;
};

/** What a token reads. None changes anything, and none reads what is of an account. */
export type ApiTokenScope =
  /** What its person sees as a member and procurement officer. */
  | 'PERSONAL'
  /** What everybody reads, within a limit of its own. */
  | 'PUBLIC'
  /** What a member of one organization sees, as long as its person has a role there. */
  | 'SERVICE';

/** DRAFT: for its writer. SHARED: for the organization. SIGNED: frozen and in the log. */
export type AssessmentState =
  | 'DRAFT'
  | 'SHARED'
  | 'SIGNED';

/** Who may see a record or a section of it. */
export type Audience =
  /** Members of the organizations that own the record. */
  | 'OWNERS'
  /** Everyone. */
  | 'PUBLIC'
  /** Signed-in members of organizations of the UN system. */
  | 'UN_SYSTEM';

/** What happened. */
export type AuditKind =
  | 'ACCESS_REFUSED'
  | 'ACCOUNT_LINKED'
  | 'ACCOUNT_UNLINKED'
  | 'ADDRESS_CONFIRMED'
  | 'AUDIT_READ'
  | 'EXPORT'
  | 'FACTOR_ADDED'
  | 'FACTOR_REMOVED'
  | 'INVITATION_ACCEPTED'
  | 'INVITATION_WITHDRAWN'
  | 'INVITED'
  | 'LIMIT_REACHED'
  | 'PASSWORD_CHANGED'
  | 'PASSWORD_RESET_ASKED'
  | 'PERSON_ERASED'
  | 'PERSON_SUSPENDED'
  | 'REAUTHENTICATION'
  | 'ROLE_CHANGED'
  | 'SESSION_ENDED'
  | 'SIGN_IN'
  | 'SIGN_OUT'
  | 'SIGN_UP'
  | 'TOKEN_MADE'
  | 'TOKEN_REVOKED'
  | 'WEBHOOK_ENDED'
  | 'WEBHOOK_MADE'
  | 'WEBHOOK_PAUSED'
  | 'WEBHOOK_RESUMED';

/** Whether it was done, refused, or did not succeed. */
export type AuditOutcome =
  | 'DONE'
  | 'FAILED'
  | 'REFUSED';

export type BuildingBlockFilter = {
  /** As SPDX writes it, such as Apache-2.0. */
  licence?: Array<string> | null | undefined;
  /** Owner, by slug or short name: wfp, WFP. */
  organization?: Array<string> | null | undefined;
  /** Such as Ethereum. */
  platform?: Array<string> | null | undefined;
  /** By slug or title. */
  project?: Array<string> | null | undefined;
  /** By slug or name. */
  vendor?: Array<string> | null | undefined;
};

/** Whether all, some or none of the actions addressed to the organization were reported on while the campaign ran. */
export type CampaignAnswerState =
  | 'COMPLETE'
  | 'NONE'
  | 'PARTLY';

export type CampaignInput = {
  closesOn: string;
  /** Days after the closing date; no escalation unless given. */
  escalationDays?: number | null | undefined;
  message: string;
  /** Today unless given. */
  opensOn?: string | null | undefined;
  organizations: Array<CampaignOrganizationInput>;
  /** Days before the closing date; 14 and 3 unless given. */
  reminderDays?: Array<number> | null | undefined;
  title: string;
};

export type CampaignOrganizationInput = {
  /** A mail address; its focal points unless given. */
  contact?: string | null | undefined;
  /** Slug or short name. */
  organization: string;
  /** For an escalation; its publishers unless given. */
  secondContact?: string | null | undefined;
};

/** OVERDUE: the closing date passed and the secretariat has not closed it. */
export type CampaignState =
  | 'CLOSED'
  | 'OPEN'
  | 'OVERDUE'
  | 'PLANNED';

/** What becomes of an entry. BACK: it was taken out and is in the file again. GONE: the catalogue no longer has it. */
export type CatalogueAction =
  | 'ADD'
  | 'BACK'
  | 'CHANGE'
  | 'GONE';

/** One file of a catalogue. */
export type CatalogueFileInput = {
  /** CSV, XLSX, ODS or JSON, base64, at most 8 MB. */
  bytes: string;
  name: string;
};

/** How a file is read: by a named mapping, or by one that is given; by the one that fits where neither is said. */
export type CatalogueReadingInput = {
  /** The day, month or year up to which it holds. */
  asAt?: string | null | undefined;
  /** A mapping as `catalogueMappings` shows them. */
  mapping?: unknown;
  name?: string | null | undefined;
  /** What its publisher calls this state of the catalogue. */
  version?: string | null | undefined;
  /** Whether the file has all entries of the catalogue: those that it does not have are then taken out. */
  whole?: boolean | null | undefined;
};

/** READ: it waits to be loaded. UNDONE: it was loaded and taken back. */
export type CatalogueRunState =
  | 'LOADED'
  | 'READ'
  | 'UNDONE';

/** How sure a statement is. */
export type Certainty =
  /** An editor concluded it; the note says why. */
  | 'INFERRED'
  /** The source says it. */
  | 'STATED'
  /** The source is not legible or contradicts itself; the note says how. */
  | 'UNCERTAIN';

export type CompanyStatementInput = {
  certificates?: string | null | undefined;
  country?: string | null | undefined;
  formerNames?: string | null | undefined;
  identifiers?: string | null | undefined;
  name?: string | null | undefined;
  ownership?: string | null | undefined;
  principals?: string | null | undefined;
  references?: string | null | undefined;
  registrationNumber?: string | null | undefined;
  ungmLevel?: string | null | undefined;
  ungmNumber?: string | null | undefined;
  website?: string | null | undefined;
};

/** From a date to a date, both included; either may be left out, and each may be a year, a month or a day: 2019, 2019-05, 2019-05-17. */
export type DateRange = {
  from?: string | null | undefined;
  to?: string | null | undefined;
};

/** Which number of 03/04/2026 is the day. DMY: the first, MDY: the second. */
export type DayOrder =
  | 'DMY'
  | 'MDY';

/** How often a mail tells of what is new; none where nothing is. */
export type DigestFrequency =
  | 'DAILY'
  /** On the first day of the month. */
  | 'MONTHLY'
  /** As soon as it happened, within a few minutes. */
  | 'NOW'
  /** On Mondays. */
  | 'WEEKLY';

/** DRAFT: being written. SUBMITTED: with its reviewers. RETURNED: back with reasons. LIVE: published. WITHDRAWN: given up. */
export type DraftState =
  | 'DRAFT'
  | 'LIVE'
  | 'RETURNED'
  | 'SUBMITTED'
  | 'WITHDRAWN';

/** What happens. */
export type EventKind =
  | 'DEADLINE'
  | 'STANDARDS_MEETING'
  | 'TALK';

/** An address, an uploaded file, or a record of this library. */
export type EvidenceKind =
  | 'ADDRESS'
  | 'FILE'
  | 'RECORD';

export type FieldDecisionInput = {
  decision: Outcome;
  /** The path of a difference. */
  field: string;
  /** Needed for a returned field. */
  reason?: string | null | undefined;
};

/** Whose it is, as its catalogue says. */
export type ForeignOwnerKind =
  | 'ACADEMIC'
  | 'COMPANY'
  | 'CONSORTIUM'
  | 'GOVERNMENT'
  | 'INTERNATIONAL'
  | 'NGO'
  | 'OTHER';

export type ForeignRecordFilter = {
  /** By name, such as Public Sector Tech Watch. */
  catalogue?: Array<string> | null | undefined;
  /** 1 to 17. */
  catalogueGoal?: Array<number> | null | undefined;
  /** ISO 3166-1 alpha-2. */
  country?: Array<string> | null | undefined;
  ownerKind?: Array<string> | null | undefined;
  /** By slug, such as sub-saharan-africa. */
  region?: Array<string> | null | undefined;
  stage?: Array<string> | null | undefined;
  started?: DateRange | null | undefined;
};

/** Why somebody may help. */
export type HelperReasonKind =
  /** They know a country that it works in; never the only reason. */
  | 'COUNTRY'
  /** They know its sector. */
  | 'SECTOR'
  /** They know what it is built on. */
  | 'TECHNOLOGY'
  /** They worked on an entry that is linked with it. */
  | 'WORKED_ON'
  /** They worked on it. */
  | 'WORKED_ON_IT';

/** How far an accepted recommendation is carried out. */
export type Implementation =
  | 'IMPLEMENTED'
  | 'IN_PROGRESS'
  | 'NOT_STARTED';

/** Whether a row is an entry of the library. */
export type ImportAnswerInput = {
  /** Its slug, or NEW. */
  entry: string;
  row: number;
};

/** What a row does. ASK: entries of the library resemble it, and somebody must say whether it is one of them. */
export type ImportRowAction =
  | 'ADD'
  | 'ASK'
  | 'CHANGE'
  | 'UNCHANGED';

/** WAITING: a second person has not decided yet. UNDONE: it was published and taken back. */
export type ImportState =
  | 'DECLINED'
  | 'PUBLISHED'
  | 'UNDONE'
  | 'WAITING';

/** Whether somebody asks, or tells of an error. */
export type InquiryPurpose =
  | 'ERROR'
  | 'QUESTION';

/** Who gets what is written about an entry: those whom it names, the people of its owners, the secretariat, or the administrators of the library. */
export type InquiryReceiverGroup =
  | 'ADMINISTRATORS'
  | 'CONTACTS'
  | 'NOBODY'
  | 'OWNERS'
  | 'SECRETARIAT';

/** The concepts of the library. */
export type Kind =
  | 'BUILDING_BLOCK'
  | 'FOREIGN_RECORD'
  | 'GLOSSARY_TERM'
  | 'GOAL'
  | 'LESSON'
  | 'MATRIX'
  | 'MITIGATION'
  | 'ORGANIZATION'
  | 'PROJECT'
  | 'RECOMMENDATION'
  | 'REFERENCE'
  | 'RISK'
  | 'SOURCE'
  | 'STANDARD'
  | 'VENDOR';

/** How far a run came in a layer. */
export type LayerState =
  | 'NOT_REACHED'
  | 'OPEN'
  | 'PASSED'
  | 'STOPPED';

/** A resource to learn from, or something that happens on a day. */
export type LearningEntryKind =
  | 'EVENT'
  | 'RESOURCE';

/** What became of what was suggested. */
export type LearningEntryState =
  | 'ACCEPTED'
  /** It waits for somebody who did not suggest it. */
  | 'PROPOSED'
  /** The reason says why. */
  | 'RETURNED';

/** As text, as it is typed; what is not known stays empty and is shown as not stated. */
export type LearningInput = {
  about: string;
  /** An address of the web; of an event it may be empty. */
  address: string;
  /** Of a resource. */
  cost?: string | null | undefined;
  /** Of an event: 2026-12-10. */
  day?: string | null | undefined;
  /** Its name or code. */
  language: string;
  lastDay?: string | null | undefined;
  /** Of a resource: learning-programme-staff, learning-technical-staff, learning-senior-management. */
  levels?: Array<string> | null | undefined;
  /** How long it takes. */
  minutes: string;
  place?: string | null | undefined;
  /** In universal time: 14:00. Empty for whole days. */
  time?: string | null | undefined;
  title: string;
  /** Of an event. */
  what?: EventKind | null | undefined;
};

/** A topic of UNCITRAL's work on the digital economy (para. 261). */
export type LegalTopic =
  | 'ASSET_TOKENIZATION'
  | 'AUTOMATED_CONTRACTING'
  | 'DATA_TRANSACTIONS'
  | 'DIGITAL_ASSETS'
  | 'DIGITAL_PLATFORMS'
  | 'DISPUTE_RESOLUTION'
  | 'OTHER';

export type LessonFilter = {
  goal?: Array<number> | null | undefined;
  kind?: Array<LessonKind> | null | undefined;
  /** By slug or short name. */
  organization?: Array<string> | null | undefined;
  /** By slug or title. */
  project?: Array<string> | null | undefined;
  theme?: Array<Theme> | null | undefined;
};

/** What kind of experience it is. */
export type LessonKind =
  | 'BENEFIT'
  | 'CHALLENGE'
  | 'GOOD_PRACTICE'
  | 'LESSON';

export type LineReviewInput = {
  agrees: boolean;
  line: string;
  /** Needed where one does not agree. */
  text?: string | null | undefined;
};

/** What an address outside did when the library asked it. */
export type LinkState =
  /** Its server says that it is not there any more. */
  | 'GONE'
  /** It answered. */
  | 'LIVES'
  /** It is no https address of the open internet, or leads to one that is none; it is not asked. */
  | 'NOT_ASKED'
  /** Its server answered, and did not show it to a program. */
  | 'REFUSES'
  /** Nobody answered. */
  | 'SILENT';

/** The order of a list. */
export type ListOrder =
  /** As in the source. */
  | 'SOURCE'
  /** By title. */
  | 'TITLE'
  /** Last changed first. */
  | 'UPDATED';

export type MitigationFilter = {
  organization?: Array<string> | null | undefined;
};

/** Why a record is suggested for a name. */
export type NameReason =
  /** It is written with other accents. */
  | 'ACCENTS'
  /** It is also called so. */
  | 'ALSO_KNOWN_AS'
  /** It is written with other capitals. */
  | 'CASE'
  /** It was called so. */
  | 'FORMER_NAME'
  /** It is the same name with another legal form, blanks or punctuation. */
  | 'LEGAL_FORM'
  /** It has this very name. */
  | 'SAME'
  /** It is its short name. */
  | 'SHORT_NAME'
  /** The search finds it by these words. */
  | 'SIMILAR';

/** From a number to a number, both included; either may be left out. */
export type NumberRange = {
  from?: number | null | undefined;
  to?: number | null | undefined;
};

export type OrganizationFilter = {
  group?: Array<OrganizationGroup> | null | undefined;
  kind?: Array<OrganizationKind> | null | undefined;
};

/** The groups of Annex IV's columns. */
export type OrganizationGroup =
  | 'OTHER'
  | 'SPECIALIZED_AGENCIES_AND_IAEA'
  | 'UN_FUNDS_AND_PROGRAMMES';

/** PARTICIPATING: one of the 28 participating organizations of the JIU (Annex IV). SYSTEM_BODY: another body of the UN system. */
export type OrganizationKind =
  | 'COMPANY'
  | 'GOVERNMENT'
  | 'INTERNATIONAL_FINANCIAL_INSTITUTION'
  | 'NGO'
  | 'OTHER'
  | 'PARTICIPATING'
  | 'SYSTEM_BODY';

/** Where the record comes from: Annex I, the body or Annex II of the report, or a contribution. */
export type Origin =
  | 'ANNEX_I'
  | 'ANNEX_II'
  | 'BODY'
  | 'CONTRIBUTED';

/** What a reviewer decides on a draft or on a field of it. */
export type Outcome =
  | 'ACCEPTED'
  | 'RETURNED';

/** Who says that the mitigation answers the risk. */
export type PairedBy =
  | 'EDITORS'
  | 'SOURCE';

/** Who sees somebody of the pool. */
export type ProfessionalAudience =
  /** The people of their own organizations. */
  | 'ORGANIZATION'
  /** Everybody. */
  | 'PUBLIC'
  /** Whoever has a role in an organization of the United Nations system. */
  | 'UN_SYSTEM';

/** Alternatives within a field, all fields together. */
export type ProfessionalFilter = {
  /** ISO 3166-1 alpha-2. */
  country?: Array<string> | null | undefined;
  /** BCP 47. */
  language?: Array<string> | null | undefined;
  offer?: Array<string> | null | undefined;
  /** By slug. */
  organization?: Array<string> | null | undefined;
  sector?: Array<string> | null | undefined;
  task?: Array<string> | null | undefined;
  technology?: Array<string> | null | undefined;
  /** Words of name, organization, what they did, know or say of their time. */
  text?: string | null | undefined;
};

export type ProfessionalInput = {
  /** What they did; may be empty. */
  about: string;
  audience: ProfessionalAudience;
  /** May be empty. */
  availability: string;
  /** Names or codes. */
  countries: Array<string>;
  /** Names or codes. */
  languages: Array<string>;
  /** As they want it shown. */
  name: string;
  offers: Array<ProfessionalOffer>;
  sectors: Array<string>;
  /** Whether the mail address of the account is shown to whom the entry is shown. */
  showsAddress: boolean;
  tasks: Array<string>;
  technologies: Array<string>;
  /** Addresses of projects and lessons, such as /projects/building-blocks. */
  works: Array<string>;
};

/** What somebody of the pool offers. */
export type ProfessionalOffer =
  /** An hour of advice. */
  | 'ADVICE'
  /** Going there. */
  | 'MISSION'
  /** Reading an assessment. */
  | 'REVIEW';

/** Several values of one field are alternatives; all fields hold together. */
export type ProjectFilter = {
  access?: Array<Access> | null | undefined;
  /** The first dated stage: 2019, 2019-05 or 2019-05-17. Without a date in its source a project is not among them. */
  began?: DateRange | null | undefined;
  /** ISO 3166-1 alpha-2. */
  country?: Array<string> | null | undefined;
  /** 1 to 17. */
  goal?: Array<number> | null | undefined;
  /** Owner, by slug or short name: wfp, WFP. */
  organization?: Array<string> | null | undefined;
  origin?: Array<Origin> | null | undefined;
  /** A figure that its source gives in people; of several those of the newest day. */
  people?: NumberRange | null | undefined;
  /** Such as Ethereum. */
  platform?: Array<string> | null | undefined;
  /** By slug, such as sub-saharan-africa. */
  region?: Array<string> | null | undefined;
  sector?: Array<string> | null | undefined;
  stage?: Array<Stage> | null | undefined;
  use?: Array<Use> | null | undefined;
  /** By slug or name. */
  vendor?: Array<string> | null | undefined;
};

export type QuestionFilter = {
  /** The address of what it is about, such as /projects/building-blocks or /matrix#table-1-q5. */
  about?: string | null | undefined;
  /** Only those in which who asks wrote. */
  own?: boolean | null | undefined;
  progress?: Array<QuestionProgress> | null | undefined;
  /** Only those with reports or appeals that wait, for who moderates. */
  reported?: boolean | null | undefined;
  /** Words of the question and its answers. */
  text?: string | null | undefined;
};

/** How far a question is. */
export type QuestionProgress =
  /** Somebody answered. */
  | 'ANSWERED'
  /** No more answers are taken; the reason says why. */
  | 'CLOSED'
  /** An answer helped. */
  | 'HELPED'
  /** Nobody answered yet. */
  | 'UNANSWERED';

export type RecommendationFilter = {
  action?: Array<ActionKind> | null | undefined;
  /** a to i. */
  impact?: Array<string> | null | undefined;
  kind?: Array<RecommendationKind> | null | undefined;
  /** Source key of the report. */
  report?: Array<string> | null | undefined;
};

/** FORMAL: the eight. SOFT: the nine. OTHER: what the Inspector says in the body without counting it. */
export type RecommendationKind =
  | 'FORMAL'
  | 'OTHER'
  | 'SOFT';

/** CLOSED: the draft was withdrawn or returned before this organization answered. */
export type ReviewState =
  | 'ACCEPTED'
  | 'CLOSED'
  | 'PENDING'
  | 'RETURNED';

/** The six areas of recommendation 2. */
export type RiskArea =
  | 'CONFIDENTIALITY'
  | 'CYBERSECURITY'
  | 'DATA_PROTECTION'
  | 'PRIVILEGES_AND_IMMUNITIES'
  | 'REPUTATION'
  | 'SYSTEM_INTEGRITY';

export type RiskFilter = {
  kind?: Array<RiskKind> | null | undefined;
  organization?: Array<string> | null | undefined;
};

/** INTRINSIC to blockchain or GENERIC to any technology (para. 177); DEVELOPMENT: for societies (para. 180). */
export type RiskKind =
  | 'DEVELOPMENT'
  | 'GENERIC'
  | 'INTRINSIC';

/** What a person may do. SECRETARIAT and ADMINISTRATOR hold for all organizations. */
export type Role =
  /** Gives roles, invites, suspends. */
  | 'ADMINISTRATOR'
  /** Writes for an organization. */
  | 'FOCAL_POINT'
  /** Belongs to an organization. */
  | 'MEMBER'
  /** Sees the procurement part of vendors, keeps agreements and screenings. */
  | 'PROCUREMENT_OFFICER'
  /** Accepts changes for an organization. */
  | 'PUBLISHER'
  /** The CEB secretariat: recommendations, all uptake, all organizations. */
  | 'SECRETARIAT';

/** The order of the roster. */
export type RosterOrder =
  /** Whose work is latest first. */
  | 'LATEST'
  /** As in the source. */
  | 'SOURCE'
  /** By name. */
  | 'TITLE'
  /** Last changed first. */
  | 'UPDATED'
  /** Who had a part in most projects first. */
  | 'WORK';

/** What a person says of a vendor and a listed entry: they are the same, they are not, or it cannot be said yet. */
export type ScreeningAnswer =
  | 'NOT_THE_SAME'
  | 'SAME'
  | 'UNDECIDED';

/** OPEN: nobody has decided. CHANGED: it was decided on other names. Else what was decided. */
export type ScreeningState =
  | 'CHANGED'
  | 'NOT_THE_SAME'
  | 'OPEN'
  | 'SAME'
  | 'UNDECIDED';

/** By the facets of the answer; several values of one are alternatives. */
export type SearchFilter = {
  country?: Array<string> | null | undefined;
  goal?: Array<string> | null | undefined;
  organization?: Array<string> | null | undefined;
  platform?: Array<string> | null | undefined;
  region?: Array<string> | null | undefined;
  stage?: Array<string> | null | undefined;
  theme?: Array<string> | null | undefined;
  use?: Array<string> | null | undefined;
  vendor?: Array<string> | null | undefined;
};

export type SearchTermInput = {
  id: string;
  narrower?: Array<string> | null | undefined;
  same?: boolean | null | undefined;
  source: string;
  words: Array<TermWordsInput>;
};

/** Sectors of development work, by the categories of the OECD DAC. */
export type Sector =
  | 'ADMINISTRATION'
  | 'AGRICULTURE'
  | 'BANKING_AND_FINANCE'
  | 'BUSINESS'
  | 'COMMUNICATIONS'
  | 'CONSTRUCTION'
  | 'EDUCATION'
  | 'ENERGY'
  | 'ENVIRONMENT'
  | 'FISHING'
  | 'FORESTRY'
  | 'GOVERNMENT_AND_CIVIL_SOCIETY'
  | 'HEALTH'
  | 'HUMANITARIAN'
  | 'INDUSTRY'
  | 'MINING'
  | 'MULTISECTOR'
  | 'SOCIAL_SERVICES'
  | 'TOURISM'
  | 'TRADE_POLICY'
  | 'TRANSPORT'
  | 'WATER_AND_SANITATION';

/** Why a session holds no more. */
export type SessionEnd =
  /** It was signed out elsewhere, or has expired. */
  | 'ENDED'
  /** Nothing was done in it for too long. */
  | 'INACTIVE'
  /** It was as old as a session may become. */
  | 'TOTAL';

/** Who sees a list. */
export type ShortlistSharing =
  /** Whoever of the UN system has its link. */
  | 'LINK'
  /** The people of an organization. */
  | 'ORGANIZATION'
  /** Who made it. */
  | 'PRIVATE';

/** Who somebody is whom a sign-in service named with an address that an account here has. */
export type SignInDecision =
  /** Somebody else, who has the address now: the account that had it keeps its history and loses the address. */
  | 'NEW_PERSON'
  /** Neither: the sign-in stays refused. */
  | 'REFUSED'
  /** The person of that account: from now on the account at the service signs in to it. */
  | 'SAME_PERSON';

/** How far a project is. */
export type Stage =
  | 'DISCONTINUED'
  | 'ENVISAGED'
  | 'IN_USE'
  | 'PILOT'
  | 'PROOF_OF_CONCEPT'
  | 'RESEARCH'
  | 'SCALED';

export type StandardFilter = {
  body?: Array<string> | null | undefined;
  /** yes or no. */
  inReport?: Array<string> | null | undefined;
  status?: Array<StandardStatus> | null | undefined;
  theme?: Array<Theme> | null | undefined;
  use?: Array<Use> | null | undefined;
};

/** The status as at a date. */
export type StandardStatus =
  | 'NAMED'
  | 'NO_RECORD_FOUND'
  | 'PUBLISHED'
  | 'REPLACED'
  | 'UNDER_DEVELOPMENT'
  | 'WITHDRAWN'
  | 'WORK_IN_PROGRESS';

export type TableColumnInput = {
  column: number;
  field?: string | null | undefined;
};

export type TableGivenInput = {
  field: string;
  value: string;
};

/** How a table is read, as far as a person decides it; what is left out is guessed. */
export type TableMappingInput = {
  /** By their numbers, from 1; without a field a column is not read. */
  columns?: Array<TableColumnInput> | null | undefined;
  dates?: DayOrder | null | undefined;
  /** What holds for every row of a table that has no column of it. */
  given?: Array<TableGivenInput> | null | undefined;
  /** The row of the headings, from 1. */
  head?: number | null | undefined;
  /** The name of the sheet. */
  sheet?: string | null | undefined;
  /** An empty value says nothing. */
  words?: Array<TableWordInput> | null | undefined;
};

export type TableWordInput = {
  field: string;
  value?: string | null | undefined;
  word: string;
};

/** A language of the United Nations. */
export type TermLanguage =
  | 'ar'
  | 'en'
  | 'es'
  | 'fr'
  | 'ru'
  | 'zh';

/** SHIPPED: as it came. CHANGED, REMOVED: here. OWN: added here. */
export type TermState =
  | 'CHANGED'
  | 'OWN'
  | 'REMOVED'
  | 'SHIPPED';

export type TermWordsInput = {
  language: TermLanguage;
  words: Array<string>;
};

/** The editors' 16 themes. */
export type Theme =
  | 'ARCHITECTURE'
  | 'BUSINESS_CASE_AND_EVIDENCE'
  | 'COLLABORATION_AND_SHARING'
  | 'CONNECTIVITY'
  | 'DATA_PROTECTION_AND_KEYS'
  | 'DECENTRALIZATION'
  | 'DEVELOPMENT_IMPACT'
  | 'FUNDING_AND_COSTS'
  | 'GOVERNANCE'
  | 'IDENTITY'
  | 'IMMUTABILITY'
  | 'LEGAL_AND_STANDARDS'
  | 'OPENNESS_AND_VENDORS'
  | 'PROCESS_AND_CHANGE'
  | 'SCALABILITY_AND_PERFORMANCE'
  | 'SKILLS_AND_TRAINING';

/** What kind of reference it is. */
export type Topic =
  | 'FUNDING'
  | 'GOVERNANCE_ELEMENT'
  | 'GOVERNANCE_SECTION'
  | 'GOVERNANCE_TYPE'
  | 'GUIDANCE_PROPOSAL'
  | 'INTEROPERABILITY_LEVEL'
  | 'LAW'
  | 'LEARNING_LEVEL'
  | 'LEARNING_RESOURCE'
  | 'LEGAL_DOCUMENT'
  | 'LEGAL_ISSUE'
  | 'OUTSIDE_EXAMPLE'
  | 'PLATFORM'
  | 'PRINCIPLE'
  | 'THEORETICAL_BENEFIT';

/** Whether a path ends at a fork, goes on below it, or never came there. */
export type TreePath =
  | 'NOT_REACHED'
  | 'PASSED'
  | 'TAKEN';

/** A web address, or a file that was uploaded. */
export type UptakeActivityEvidenceInput = {
  /** Begins with https://; left out of a file. */
  address?: string | null | undefined;
  /** The hash of an upload. */
  file?: string | null | undefined;
  label?: string | null | undefined;
};

/** An activity as it shall stand. */
export type UptakeActivityInput = {
  /** Ids of the actions that it serves, all of this organization, of one or more reports. */
  actions: Array<string>;
  /** PUBLIC unless given. */
  audience?: Audience | null | undefined;
  /** A calendar date, such as 2026-11-22. */
  endsOn?: string | null | undefined;
  evidence?: Array<UptakeActivityEvidenceInput> | null | undefined;
  indicator?: string | null | undefined;
  /** The unit or function that leads it, not the name of a person. */
  lead?: string | null | undefined;
  result?: string | null | undefined;
  /** A calendar date, such as 2026-11-22. */
  startsOn?: string | null | undefined;
  /** What is done, one line of at most 300 characters. */
  title: string;
  /** Why it stands no more; unless given, it stands. */
  withdrawn?: string | null | undefined;
};

/** Which cells: those behind a sum of the table. */
export type UptakeCellFilter = {
  accepted?: boolean | null | undefined;
  /** False: only doubtful gaps. Unless given, only cells that count. */
  counted?: boolean | null | undefined;
  /** Published from a document, and not confirmed by the organization. */
  fromDocument?: boolean | null | undefined;
  /** Letter. */
  impact?: string | null | undefined;
  /** Of the report that holds. */
  judgement?: Array<UptakeJudgementKind> | null | undefined;
  kind?: ActionKind | null | undefined;
  longOutstanding?: boolean | null | undefined;
  /** Slugs. */
  organization?: Array<string> | null | undefined;
  overdue?: boolean | null | undefined;
  priority?: boolean | null | undefined;
  /** Numbers or slugs. */
  recommendation?: Array<string> | null | undefined;
  status?: Array<UptakeStatus> | null | undefined;
  unconfirmed?: boolean | null | undefined;
};

/** REPORTED: an entry was recorded; for the UN system only, for in public an entry begins with its confirmation. PUBLISHED: the secretariat published an entry from a document. ACTIVITY_KEPT: an activity was entered or changed; for the UN system only, like REPORTED. */
export type UptakeChangeKind =
  | 'ACTIVITY_CONFIRMED'
  | 'ACTIVITY_KEPT'
  | 'ACTIVITY_WITHDRAWN'
  | 'CONFIRMED'
  | 'JUDGED'
  | 'PUBLISHED'
  | 'REPORTED'
  | 'WITHDRAWN';

/** By what the uptake is added up. ADDRESSEE: legislative (L) or executive (E). YEAR: at the end of each year, the last row at the day asked for. */
export type UptakeDimension =
  | 'ADDRESSEE'
  | 'IMPACT'
  | 'ORGANIZATION'
  | 'RECOMMENDATION'
  | 'REPORT'
  | 'YEAR';

/** What an empty cell does where something was reported. KEEP: it stays. ERASE: it is taken away. */
export type UptakeEmptied =
  | 'ERASE'
  | 'KEEP';

export type UptakeEvidenceInput = {
  /** For ADDRESS. */
  address?: string | null | undefined;
  /** PUBLIC unless given. */
  audience?: Audience | null | undefined;
  /** For FILE: the hash of an upload of yours. */
  file?: string | null | undefined;
  kind: EvidenceKind;
  label?: string | null | undefined;
  /** For RECORD. */
  recordKind?: Kind | null | undefined;
  /** For RECORD. */
  recordSlug?: string | null | undefined;
};

/** How often a mail tells what changed; none where nothing did. */
export type UptakeFrequency =
  | 'DAILY'
  | 'WEEKLY';

/** A report on one action. */
export type UptakeInput = {
  acceptance: Acceptance;
  /** Management comment. */
  comment?: string | null | undefined;
  /** Who may read the comment; PUBLIC unless given. OWNERS: the organization and the secretariat. */
  commentAudience?: Audience | null | undefined;
  decisionSymbol?: string | null | undefined;
  /** From when the state holds: 2026-11-22; not after today. */
  effectiveDate: string;
  evidence?: Array<UptakeEvidenceInput> | null | undefined;
  financialImplication?: string | null | undefined;
  impactSeen?: string | null | undefined;
  /** Exactly when ACCEPTED. */
  implementation?: Implementation | null | undefined;
  /** ACCEPTANCE, where it is accepted in part. IMPLEMENTATION, where it is implemented in part: the implementation is then IN_PROGRESS. BOTH. */
  inPart?: UptakePart | null | undefined;
  /** The function, not the name of a person. */
  officer?: string | null | undefined;
  responsibleUnit?: string | null | undefined;
  /** DIRECT unless given. */
  source?: UptakeSource | null | undefined;
  /** The page or paragraph of the document. Needed before the secretariat can publish the entry. */
  sourcePlace?: string | null | undefined;
  /** For the other sources: which document or export. */
  sourceReference?: string | null | undefined;
  targetDate?: string | null | undefined;
};

/** What the secretariat or the Joint Inspection Unit finds of a claim. */
export type UptakeJudgementKind =
  /** Nothing more is expected, whether it was implemented or not. */
  | 'CLOSED'
  /** What was given as evidence does not show what is claimed. */
  | 'EVIDENCE_INSUFFICIENT'
  /** The claim was not checked yet. */
  | 'NOT_YET_VERIFIED'
  /** The claim was checked against its evidence and holds. */
  | 'VERIFIED';

/** What of a decision holds only in part. */
export type UptakePart =
  | 'ACCEPTANCE'
  | 'BOTH'
  | 'IMPLEMENTATION';

/** An answer on one action. */
export type UptakeSittingAnswer = {
  /** The id of the last entry that the person saw, "" for none. */
  basedOn: string;
  /** Unless given, nothing has changed since the last entry. A field that is left out stays as the last entry says; evidence is added to its own. */
  input?: UptakeInput | null | undefined;
  /** Number or slug. */
  recommendation: string;
};

/** Where a report comes from. */
export type UptakeSource =
  /** A document of its governing body. */
  | 'BOARD_DOCUMENT'
  /** The organization, in this library. */
  | 'DIRECT'
  /** An export of JIU's web-based tracking system. */
  | 'TRACKING_SYSTEM_EXPORT';

/** How far an entry stands on a day. */
export type UptakeStanding =
  /** A second person of the organization stands by it. */
  | 'CONFIRMED'
  /** The secretariat published it from a document; the organization has not confirmed it. It counts only where it is asked for. */
  | 'DOCUMENT'
  /** Nobody else stands by it yet; for the UN system only. */
  | 'UNCONFIRMED'
  /** The secretariat published it from a document; the organization was told and let its period pass without an answer. */
  | 'UNOPPOSED';

/** One word for a cell: an accepted action is told by its implementation. NO_INFORMATION is derived, never entered. */
export type UptakeStatus =
  | 'IMPLEMENTED'
  | 'IN_PROGRESS'
  | 'NOT_ACCEPTED'
  | 'NOT_RELEVANT'
  | 'NOT_STARTED'
  | 'NO_INFORMATION'
  | 'UNDER_CONSIDERATION';

/** The distance of two points of a trend. */
export type UptakeStep =
  | 'MONTH'
  | 'QUARTER'
  | 'YEAR';

/** What loading does with a row. EMPTY: nothing is reported in it. */
export type UptakeTableAction =
  | 'ADD'
  | 'EMPTY'
  | 'UNCHANGED';

/** Whose judgement it is: the CEB secretariat or the Joint Inspection Unit. */
export type UptakeVoice =
  | 'JIU'
  | 'SECRETARIAT';

/** What blockchain is used for. */
export type Use =
  | 'CREDENTIALS'
  | 'DATA_EXCHANGE'
  | 'DISPUTE_RESOLUTION'
  | 'ENVIRONMENT'
  | 'FINANCING'
  | 'HEALTH'
  | 'IDENTITY'
  | 'INTERNAL_PROCESSES'
  | 'KNOWLEDGE_SHARING'
  | 'LAND_REGISTRATION'
  | 'OTHER'
  | 'PAYMENTS_AND_TRANSFERS'
  | 'SECURITY'
  | 'SMART_CONTRACTS'
  | 'SUPPLY_CHAIN'
  | 'TRADE';

export type VendorFilter = {
  /** ISO 3166-1 alpha-2. */
  country?: Array<string> | null | undefined;
  kind?: Array<VendorKind> | null | undefined;
  platform?: Array<string> | null | undefined;
  /** By slug, such as western-europe. */
  region?: Array<string> | null | undefined;
  /** As it is written, such as CHE-116.281.710 (Switzerland). */
  registrationNumber?: Array<string> | null | undefined;
  service?: Array<string> | null | undefined;
};

/** EXTERNAL: a firm or network outside the UN system. IN_HOUSE: a provider of the UN system. INVESTEE: a firm in which a fund of the UN system has invested. */
export type VendorKind =
  | 'EXTERNAL'
  | 'INVESTEE'
  | 'IN_HOUSE';

/** GO_ON: the next layer follows, or the end. STOP: another way fits better. OPEN: answers are missing. */
export type Verdict =
  | 'GO_ON'
  | 'OPEN'
  | 'STOP';

/** How far a delivery is. */
export type WebhookDeliveryState =
  | 'DELIVERED'
  /** Given up after a day. */
  | 'FAILED'
  | 'WAITING';

/** Why nothing is sent to an address. */
export type WebhookPause =
  /** Nothing was accepted there for a day. */
  | 'DEAD'
  /** It answered that it is gone (410). */
  | 'GONE'
  /** The password of who made it was changed. */
  | 'PASSWORD'
  /** Who keeps it put it off. */
  | 'PERSON';

/** Of what an address is told. */
export type WebhookTopic =
  /** Agreements of organizations of one’s own that end in 90, 30 and 7 days. */
  | 'AGREEMENTS'
  /** Published versions of entries. */
  | 'RECORDS'
  /** Standards that another one replaces. */
  | 'STANDARDS'
  /** Reports on recommendations: recorded (for people of the UN system), published from a document, confirmed, withdrawn. */
  | 'UPTAKE';

/** What is asked of the work of a vendor: all of it holds of one and the same engagement. */
export type WorkFilter = {
  /** For whom, by slug or short name. */
  client?: Array<string> | null | undefined;
  /** 1 to 17. */
  goal?: Array<number> | null | undefined;
  /** What the vendor was in the project, as it is written. */
  role?: Array<string> | null | undefined;
  sector?: Array<Sector> | null | undefined;
  /** What became of the project: its stage today. */
  stage?: Array<Stage> | null | undefined;
  /** For an organization of the United Nations system. */
  unSystem?: boolean | null | undefined;
  use?: Array<Use> | null | undefined;
  /** The project was in use at some time, whatever became of it. */
  wentIntoUse?: boolean | null | undefined;
  workAccess?: Array<Access> | null | undefined;
  /** Where the project works, ISO 3166-1 alpha-2. */
  workCountry?: Array<string> | null | undefined;
  /** The stack of the engagement, or the platforms of its project where none is stated. */
  workPlatform?: Array<string> | null | undefined;
  /** Where the project works, by slug, such as latin-america. */
  workRegion?: Array<string> | null | undefined;
};

export type ProofWaysQueryVariables = Exact<{ [key: string]: never; }>;


export type ProofWaysQuery = { me: { factors: { password: boolean, provedLately: boolean, app: { createdAt: string } | null }, passkeys: Array<{ id: string }> } | null, signInOptions: { providers: Array<{ id: string, name: string }> } };

export type ProveIdentityMutationVariables = Exact<{
  proof: string;
}>;


export type ProveIdentityMutation = { proveIdentity:
    | { __typename: 'IdentityProved' }
    | { __typename: 'InvalidInput', fields: Array<{ code: string }> }
   };

export type SignInPageQueryVariables = Exact<{ [key: string]: never; }>;


export type SignInPageQuery = { sessionEnd: SessionEnd | null, me: { name: string, demo: boolean } | null, signInOptions: { local: boolean, providers: Array<{ id: string, name: string }>, demo: Array<{ id: string, name: string }> } };

export type AccountPageQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountPageQuery = { me: { name: string, email: string, demo: boolean, rolesWithheld: boolean, sessions: Array<{ id: string, createdAt: string, seenAt: string, secondFactor: boolean, userAgent: string, current: boolean }> | null, passkeys: Array<{ id: string, name: string, createdAt: string, usedAt: string | null }>, factors: { password: boolean, passwordUsedAt: string | null, mayAdd: boolean, withdrawn: boolean, provedLately: boolean, app: { createdAt: string, usedAt: string | null } | null }, memberships: Array<{ role: Role, organizationName: string | null, deputy: boolean }>, services: Array<{ id: string, service: string, name: string, createdAt: string }>, apiTokens: Array<{ id: string, name: string, scope: ApiTokenScope, organization: string | null, createdAt: string, expiresAt: string, expired: boolean, lastUsedAt: string | null, requests: number }> } | null, signInOptions: { local: boolean, providers: Array<{ id: string, name: string }> } };

export type AcceptInvitationMutationVariables = Exact<{
  token?: string | null | undefined;
  id?: string | null | undefined;
}>;


export type AcceptInvitationMutation = { acceptInvitation:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'InvitationAccepted' }
   };

export type InvitationPageQueryVariables = Exact<{
  token: string;
  linked: boolean;
}>;


export type InvitationPageQuery = { me: { name: string, email: string } | null, signInOptions: { local: boolean }, link?: { id: string, role: Role, organizationName: string | null, deputy: boolean, invitedBy: string | null, expiresAt: string, state: string, yours: boolean } | null, invitationsForMe: Array<{ id: string, role: Role, organizationName: string | null, deputy: boolean, invitedBy: string | null, expiresAt: string, state: string, yours: boolean }> };

export type InvitationPartsFragment = { id: string, role: Role, organizationName: string | null, deputy: boolean, invitedBy: string | null, expiresAt: string, state: string, yours: boolean };

export type ResetPageQueryVariables = Exact<{
  token: string;
}>;


export type ResetPageQuery = { passwordReset: { email: string, passkeys: Array<{ id: string, name: string, createdAt: string }> } | null };

export type ConfirmPageQueryVariables = Exact<{
  token: string;
}>;


export type ConfirmPageQuery = { signUpLink: { email: string, name: string } | null };

export type SecondFactorPageQueryVariables = Exact<{ [key: string]: never; }>;


export type SecondFactorPageQuery = { me: { email: string, demo: boolean, rolesWithheld: boolean, passkeys: Array<{ id: string }>, factors: { password: boolean, backupCodes: Array<string> | null, shown: boolean, mayAdd: boolean, withdrawn: boolean, provedLately: boolean, app: { createdAt: string } | null, pending: { secret: string, address: string } | null } } | null };

export type DrawAgreementMutationVariables = Exact<{
  id: string;
  drawn: number;
  onDay: string;
  source: string;
  key: string;
}>;


export type DrawAgreementMutation = { drawAgreement:
    | { __typename: 'AgreementSaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type OpenAgreementMutationVariables = Exact<{
  id: string;
  openings: number;
  audience: Audience;
}>;


export type OpenAgreementMutation = { openAgreement:
    | { __typename: 'AgreementSaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type AskForUseMutationVariables = Exact<{
  id: string;
  organization: string;
  text: string;
  key: string;
}>;


export type AskForUseMutation = { askForUse:
    | { __typename: 'AgreementSaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type AnswerUseMutationVariables = Exact<{
  request: string;
  granted: boolean;
  text: string;
}>;


export type AnswerUseMutation = { answerUse:
    | { __typename: 'AgreementSaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type AmendAgreementFormQueryVariables = Exact<{
  id: string;
}>;


export type AmendAgreementFormQuery = { agreement: { url: string, versions: number, viewerCanKeep: boolean, history: Array<{ number: string, title: string, scope: string, unspsc: Array<string>, startsOn: string, endsOn: string, ceiling: number | null, currency: string | null, callOff: string, use: AgreementUse, useTerms: string, contact: string, documentLabel: string, documentAddress: string | null, documentFile: string | null, source: string }> } | null };

export type AmendAgreementMutationVariables = Exact<{
  id: string;
  versions: number;
  holdsFrom: string;
  reason: string;
  terms: AgreementTermsInput;
}>;


export type AmendAgreementMutation = { amendAgreement:
    | { __typename: 'AgreementSaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type AgreementsQueryVariables = Exact<{
  filter?: AgreementFilter | null | undefined;
  orderBy?: AgreementOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AgreementsQuery = { viewerKeepsFor: Array<{ slug: string }>, agreements: { totalCount: number, facets: Array<{ field: string, values: Array<{ value: string, label: string, count: number }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { url: string, number: string, title: string, unspsc: Array<string>, startsOn: string, endsOn: string, ceiling: number | null, currency: string | null, use: AgreementUse, audience: Audience, holderName: string, vendorTitle: string, validity: AgreementValidity, daysLeft: number | null, ceilingLeft: number | null, demo: boolean } }> } };

export type LoadAgreementsFormQueryVariables = Exact<{ [key: string]: never; }>;


export type LoadAgreementsFormQuery = { viewerKeepsFor: Array<{ slug: string, shortName: string }> };

export type LoadAgreementsMutationVariables = Exact<{
  holder: string;
  data: unknown;
  key: string;
}>;


export type LoadAgreementsMutation = { loadAgreements:
    | { __typename: 'AgreementsLoaded', loaded: number }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type AgreementFormQueryVariables = Exact<{ [key: string]: never; }>;


export type AgreementFormQuery = { viewerKeepsFor: Array<{ slug: string, shortName: string }> };

export type KeepAgreementMutationVariables = Exact<{
  holder: string;
  vendor: string;
  terms: AgreementTermsInput;
  key: string;
}>;


export type KeepAgreementMutation = { keepAgreement:
    | { __typename: 'AgreementSaved', agreement: { url: string } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type AgreementPageQueryVariables = Exact<{
  id: string;
  at?: string | null | undefined;
}>;


export type AgreementPageQuery = { agreement: { id: string, url: string, at: string, version: number, versions: number, number: string, title: string, scope: string, unspsc: Array<string>, startsOn: string, endsOn: string, ceiling: number | null, currency: string | null, callOff: string, use: AgreementUse, useTerms: string, contact: string, documentLabel: string, documentAddress: string | null, documentFile: string | null, source: string, holderSlug: string, holderName: string, vendorTitle: string, vendorUrl: string | null, audience: Audience, openings: number, demo: boolean, validity: AgreementValidity, daysLeft: number | null, drawn: number | null, drawnOn: string | null, ceilingLeft: number | null, inside: boolean, viewerCanKeep: boolean, viewerAsksFor: Array<{ slug: string, shortName: string }>, history: Array<{ version: number, holdsFrom: string | null, reason: string, changed: Array<string>, writtenAt: string, writer: string | null, number: string, title: string, scope: string, unspsc: Array<string>, startsOn: string, endsOn: string, ceiling: number | null, currency: string | null, callOff: string, use: AgreementUse, useTerms: string, contact: string, documentLabel: string, documentAddress: string | null, documentFile: string | null, source: string }>, drawings: Array<{ drawn: number, onDay: string, source: string, writtenAt: string, writer: string | null }>, requests: Array<{ id: string, organization: string, text: string, askedAt: string, asker: string | null, granted: boolean | null, answer: string | null, answeredAt: string | null, answerer: string | null, viewerCanAnswer: boolean }> } | null };

export type SaveAssessmentAnswersMutationVariables = Exact<{
  id: string;
  edits: number;
  answers?: Array<AnswerInput> | AnswerInput | null | undefined;
  title?: string | null | undefined;
  useCase?: string | null | undefined;
}>;


export type SaveAssessmentAnswersMutation = { saveAssessment:
    | { __typename: 'AssessmentSaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type ShareAssessmentMutationVariables = Exact<{
  id: string;
  edits: number;
  shared: boolean;
}>;


export type ShareAssessmentMutation = { shareAssessment:
    | { __typename: 'AssessmentSaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type SignAssessmentMutationVariables = Exact<{
  id: string;
  edits: number;
}>;


export type SignAssessmentMutation = { signAssessment:
    | { __typename: 'AssessmentSaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type PublishAssessmentMutationVariables = Exact<{
  id: string;
  publications: number;
  audience: Audience;
  project?: string | null | undefined;
}>;


export type PublishAssessmentMutation = { publishAssessment:
    | { __typename: 'AssessmentSaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type CopyAssessmentMutationVariables = Exact<{
  id: string;
  title: string;
  organization: string;
  key: string;
}>;


export type CopyAssessmentMutation = { copyAssessment:
    | { __typename: 'AssessmentSaved', assessment: { url: string } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type RemoveAssessmentMutationVariables = Exact<{
  id: string;
  edits: number;
}>;


export type RemoveAssessmentMutation = { removeAssessment: Array<{ path: string, code: string, params: unknown }> };

export type CompareAssessmentsQueryVariables = Exact<{
  ids?: Array<string> | string | null | undefined;
}>;


export type CompareAssessmentsQuery = { assessments: Array<{ id: string, url: string, title: string, outcomeTitle: string, assessedRisks: Array<{ key: string, title: string, likelihood: number, impact: number }>, costSums: Array<{ name: string, low: number, high: number, stated: number, lines: number }>, edition: { title: string, edition: string }, evaluation: { layers: Array<{ state: LayerState, layer: { id: string, title: string, number: number } }>, answers: Array<{ question: { id: string, text: string }, option: { label: string } | null }> } }> };

export type AssessmentCostsQueryVariables = Exact<{
  id: string;
}>;


export type AssessmentCostsQuery = { assessment: { id: string, url: string, title: string, edits: number, viewerCanEdit: boolean, costs: unknown, similar: { projects: Array<{ project: { title: string, language: string, url: string }, costs: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }> }> } } | null };

export type SaveAssessmentCostsMutationVariables = Exact<{
  id: string;
  edits: number;
  costs?: unknown;
}>;


export type SaveAssessmentCostsMutation = { saveAssessment:
    | { __typename: 'AssessmentSaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type AssessmentsQueryVariables = Exact<{ [key: string]: never; }>;


export type AssessmentsQuery = { assessments: Array<{ id: string, url: string, title: string, state: AssessmentState, organization: string, outcomeTitle: string, updatedAt: string, example: boolean }> };

export type CreateAssessmentMutationVariables = Exact<{
  instrument: string;
  edition?: string | null | undefined;
  title: string;
  organization: string;
  answers: Array<AnswerInput> | AnswerInput;
  key: string;
}>;


export type CreateAssessmentMutation = { createAssessment:
    | { __typename: 'AssessmentSaved', assessment: { url: string } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type AssessmentReviewQueryVariables = Exact<{
  id: string;
}>;


export type AssessmentReviewQuery = { assessment: { id: string, url: string, title: string, useCase: string | null, edits: number, viewerCanReview: boolean, lines: Array<string>, viewerLines: Array<string>, edition: { layers: Array<{ id: string, number: number }> }, costSums: Array<{ name: string, low: number, high: number, stated: number, lines: number }>, assessedRisks: Array<{ key: string, title: string, area: RiskArea | null, likelihood: number, impact: number, mitigation: string | null, owner: string | null, date: string | null, residualLikelihood: number | null, residualImpact: number | null, mitigations: Array<{ title: string }> }>, reviews: Array<{ line: string, agrees: boolean, text: string, holds: boolean, isOwn: boolean }>, evaluation: { answers: Array<{ reason: string | null, note: string | null, evidence: string | null, question: { id: string, number: number, text: string, layer: string }, option: { label: string } | null }> } } | null };

export type ReviewAssessmentMutationVariables = Exact<{
  id: string;
  edits: number;
  lines: Array<LineReviewInput> | LineReviewInput;
}>;


export type ReviewAssessmentMutation = { reviewAssessment:
    | { __typename: 'AssessmentSaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type AssessmentRisksQueryVariables = Exact<{
  id: string;
  platforms?: Array<string> | string | null | undefined;
}>;


export type AssessmentRisksQuery = { assessment: { id: string, url: string, title: string, edits: number, viewerCanEdit: boolean, risks: unknown, evaluation: { risks: Array<{ reasons: Array<string>, risk: { sourceKey: string | null, title: string, url: string } }> } } | null, library: { facets: Array<{ values: Array<{ value: string, label: string }> }> }, risks: { edges: Array<{ node: { sourceKey: string | null, title: string, mitigations: Array<{ sourceKey: string | null, title: string }> } }> }, mitigations: { edges: Array<{ node: { sourceKey: string | null, title: string } }> } };

export type SaveAssessmentRisksMutationVariables = Exact<{
  id: string;
  edits: number;
  risks?: unknown;
}>;


export type SaveAssessmentRisksMutation = { saveAssessment:
    | { __typename: 'AssessmentSaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type AssessmentPageQueryVariables = Exact<{
  id: string;
}>;


export type AssessmentPageQuery = { viewerOrganizations: Array<{ slug: string, shortName: string }>, assessment: { id: string, url: string, title: string, state: AssessmentState, example: boolean, useCase: string | null, edits: number, organization: string, organizationSlug: string, writer: string | null, signer: string | null, signedAs: string | null, createdAt: string, updatedAt: string, signedAt: string | null, audience: Audience, publications: number, logEntry: number | null, unreviewed: Array<string>, lines: Array<string>, viewerLines: Array<string>, viewerCanEdit: boolean, viewerCanShare: boolean, viewerCanReview: boolean, viewerCanSign: boolean, viewerCanPublish: boolean, viewerCanRemove: boolean, costs: unknown, record: { title: string, slug: string, url: string } | null, possibleRecords: Array<{ title: string, slug: string }>, reviews: Array<{ line: string, agrees: boolean, text: string, name: string | null, holds: boolean }>, assessedRisks: Array<{ key: string, risk: string | null, title: string, url: string | null, area: RiskArea | null, likelihood: number, impact: number, mitigation: string | null, owner: string | null, date: string | null, residualLikelihood: number | null, residualImpact: number | null, mitigations: Array<{ key: string, title: string, url: string }> }>, costSums: Array<{ name: string, low: number, high: number, stated: number, lines: number }>, edition: { instrument: string, edition: string, title: string, hash: string, total: number, url: string, withdrawnAt: string | null, withdrawnReason: string | null, layers: Array<{ id: string, number: number }>, figure: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null }, evaluation: { answered: number, answers: Array<{ note: string | null, evidence: string | null, reason: string | null, question: { id: string, number: number, text: string, layer: string }, option: { id: string, label: string, conclusions: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }> } | null }>, decided: { state: LayerState, layer: { id: string, number: number, title: string }, outcome: { title: string, verdict: Verdict, text: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, instead: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null }, because: Array<{ reason: string | null, question: { id: string, number: number, text: string, group: string, layer: string }, option: { label: string } | null, claimed: { label: string } | null }>, also: Array<{ reason: string | null, question: { id: string, number: number, text: string, group: string, layer: string }, option: { label: string } | null, claimed: { label: string } | null }> }, layers: Array<{ state: LayerState, layer: { id: string, number: number, title: string }, outcome: { title: string }, because: Array<{ question: { id: string, group: string, number: number, layer: string }, option: { label: string } | null, claimed: { label: string } | null }> }>, exceptions: Array<{ reason: string | null, question: { id: string, number: number, text: string, group: string, layer: string }, option: { label: string } | null, claimed: { label: string } | null }>, unreasoned: Array<{ id: string, group: string, number: number, layer: string }>, open: Array<{ id: string, group: string, number: number, layer: string }>, tree: Array<{ rule: string, number: number | null, question: string | null, label: string, path: TreePath, outcome: { title: string } }> }, similar: { stages: Array<{ stage: Stage, count: number }>, projects: Array<{ stage: Stage, since: string | null, contacts: Array<string>, project: { title: string, language: string, url: string }, answers: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, became: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, costs: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, lessons: Array<{ title: string, language: string, url: string }> }> } } | null };

export type AuditPageQueryVariables = Exact<{
  kind?: AuditKind | null | undefined;
  outcome?: AuditOutcome | null | undefined;
  actor?: string | null | undefined;
  since?: string | null | undefined;
  until?: string | null | undefined;
  before?: string | null | undefined;
}>;


export type AuditPageQuery = { auditEvents: Array<{ id: string, at: string, kind: string, outcome: AuditOutcome, actor: string | null, actorName: string | null, subject: string | null, detail: string | null, client: string | null, requestId: string | null }> };

export type BuildingBlocksQueryVariables = Exact<{
  filter?: BuildingBlockFilter | null | undefined;
  orderBy?: ListOrder | null | undefined;
  after?: string | null | undefined;
  since?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type BuildingBlocksQuery = { buildingBlocks: { totalCount: number, facets: Array<{ field: string, values: Array<{ value: string, label: string, count: number }> }>, ignored: Array<{ field: string, value: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { title: string, language: string, url: string, summaryText: string, platforms: Array<string>, licenceId: string | null, updatedAt: string, owners: Array<{ shortName: string }>, projects: Array<{ title: string, language: string }> } }> }, library: { kinds: Array<{ kind: Kind, count: number }> } };

export type BuildingBlockPageQueryVariables = Exact<{
  slug: string;
}>;


export type BuildingBlockPageQuery = { buildingBlock: { contactsWithheld: boolean, viewerCanEdit: boolean, title: string, language: string, url: string, slug: string, summaryText: string, version: number, hash: string, createdAt: string, updatedAt: string, repository: string | null, repositoryCheck: { state: LinkState, checkedOn: string, movedTo: string | null, repository: boolean, licence: string | null, changedOn: string | null, archived: boolean | null } | null, asked: { totalCount: number, nodes: Array<{ url: string, title: string, language: string, progress: QuestionProgress, answerCount: number }> }, freshness: { verifyBy: string, verifiedAt: string | null, past: boolean, daysPast: number } | null, summary: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, platformsBasis: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, licence: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, howToTry: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, owners: Array<{ title: string, shortName: string, url: string }>, projects: Array<{ title: string, language: string, url: string, stage: Stage }>, vendors: Array<{ title: string, language: string, url: string }>, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> } | null };

export type BuildingBlockPagePartsFragment = { title: string, language: string, url: string, slug: string, summaryText: string, version: number, hash: string, createdAt: string, updatedAt: string, repository: string | null, summary: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, platformsBasis: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, licence: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, howToTry: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, owners: Array<{ title: string, shortName: string, url: string }>, projects: Array<{ title: string, language: string, url: string, stage: Stage }>, vendors: Array<{ title: string, language: string, url: string }>, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

export type CatalogueRunsQueryVariables = Exact<{ [key: string]: never; }>;


export type CatalogueRunsQuery = { viewerCanLoadCatalogues: boolean, catalogueRuns: Array<{ id: string, name: string, catalogue: string | null, version: string, state: CatalogueRunState, done: number, loadedBy: string | null, loadedAt: string | null }> };

export type CatalogueFormQueryVariables = Exact<{ [key: string]: never; }>;


export type CatalogueFormQuery = { viewerCanLoadCatalogues: boolean, catalogueMappings: Array<{ name: string, title: string, ready: boolean, licence: string }> };

export type BeginCatalogueMutationVariables = Exact<{
  files: Array<CatalogueFileInput> | CatalogueFileInput;
  key: string;
}>;


export type BeginCatalogueMutation = { beginCatalogue:
    | { __typename: 'CatalogueRun', id: string }
    | { __typename: 'CatalogueUnread', faults: Array<{ place: string, column: string, code: string, params: unknown }> }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type CatalogueEntryPartsFragment = { place: string, action: CatalogueAction, title: string, url: string, changed: Array<{ field: string, before: string, after: string }>, doubles: Array<{ address: string, title: string, reason: string, text: string }> };

export type CataloguePreviewPartsFragment = { heads: Array<string>, samples: Array<string>, rows: number, mappingName: string | null, mappingTitle: string | null, catalogue: string | null, licence: string | null, unchanged: number, columns: Array<{ column: string, field: string }>, entries: Array<{ place: string, action: CatalogueAction, title: string, url: string, changed: Array<{ field: string, before: string, after: string }>, doubles: Array<{ address: string, title: string, reason: string, text: string }> }>, faults: Array<{ place: string, column: string, code: string, params: unknown }> };

export type CataloguePageQueryVariables = Exact<{
  id: string;
}>;


export type CataloguePageQuery = { viewerCanLoadCatalogues: boolean, catalogueMappings: Array<{ name: string, title: string }>, catalogueRun: { id: string, name: string, state: CatalogueRunState, catalogue: string | null, version: string, done: number, unchanged: number, loadedBy: string | null, loadedAt: string | null, undoneBy: string | null, undoneAt: string | null, undoneReason: string | null, entries: Array<{ place: string, action: CatalogueAction, title: string, url: string, changed: Array<{ field: string, before: string, after: string }>, doubles: Array<{ address: string, title: string, reason: string, text: string }> }> } | null, cataloguePreview: { heads: Array<string>, samples: Array<string>, rows: number, mappingName: string | null, mappingTitle: string | null, catalogue: string | null, licence: string | null, unchanged: number, columns: Array<{ column: string, field: string }>, entries: Array<{ place: string, action: CatalogueAction, title: string, url: string, changed: Array<{ field: string, before: string, after: string }>, doubles: Array<{ address: string, title: string, reason: string, text: string }> }>, faults: Array<{ place: string, column: string, code: string, params: unknown }> } | null };

export type PreviewCatalogueMutationVariables = Exact<{
  id: string;
  how?: CatalogueReadingInput | null | undefined;
}>;


export type PreviewCatalogueMutation = { previewCatalogue: { heads: Array<string>, samples: Array<string>, rows: number, mappingName: string | null, mappingTitle: string | null, catalogue: string | null, licence: string | null, unchanged: number, columns: Array<{ column: string, field: string }>, entries: Array<{ place: string, action: CatalogueAction, title: string, url: string, changed: Array<{ field: string, before: string, after: string }>, doubles: Array<{ address: string, title: string, reason: string, text: string }> }>, faults: Array<{ place: string, column: string, code: string, params: unknown }> } | null };

export type CommitCatalogueMutationVariables = Exact<{
  id: string;
  how?: CatalogueReadingInput | null | undefined;
  keepAs?: string | null | undefined;
}>;


export type CommitCatalogueMutation = { commitCatalogue:
    | { __typename: 'CataloguePreview', heads: Array<string>, samples: Array<string>, rows: number, mappingName: string | null, mappingTitle: string | null, catalogue: string | null, licence: string | null, unchanged: number, columns: Array<{ column: string, field: string }>, entries: Array<{ place: string, action: CatalogueAction, title: string, url: string, changed: Array<{ field: string, before: string, after: string }>, doubles: Array<{ address: string, title: string, reason: string, text: string }> }>, faults: Array<{ place: string, column: string, code: string, params: unknown }> }
    | { __typename: 'CatalogueRun' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type DiscardCatalogueMutationVariables = Exact<{
  id: string;
}>;


export type DiscardCatalogueMutation = { discardCatalogue:
    | { __typename: 'CatalogueRun' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   | null };

export type UndoCatalogueMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type UndoCatalogueMutation = { undoCatalogue:
    | { __typename: 'CatalogueRun' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type BeginCompanyMutationVariables = Exact<{
  email: string;
}>;


export type BeginCompanyMutation = { beginCompany:
    | { __typename: 'CompanyLinkSent' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type OpenStatementsQueryVariables = Exact<{ [key: string]: never; }>;


export type OpenStatementsQuery = { viewerAsksVendorsFor: Array<{ slug: string }>, openStatements: Array<{ id: string, name: string, organization: string, lastOpened: string | null }> };

export type OpenStatementMutationVariables = Exact<{
  code?: string | null | undefined;
  id?: string | null | undefined;
}>;


export type OpenStatementMutation = { openStatement:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'StatementOpened', organization: string, updatedAt: string, statement: { name: string, formerNames: string, country: string, website: string, registrationNumber: string, identifiers: string, ownership: string, principals: string, references: string, certificates: string, ungmNumber: string, ungmLevel: string } }
   };

export type CompanyPageQueryVariables = Exact<{
  token: string;
}>;


export type CompanyPageQuery = { companyLink: { confirmed: boolean, edits: number, statement: { name: string, formerNames: string, country: string, website: string, registrationNumber: string, identifiers: string, ownership: string, principals: string, references: string, certificates: string, ungmNumber: string, ungmLevel: string }, codes: Array<{ id: string, organization: string, createdAt: string, endedAt: string | null, openings: Array<string> }>, proposals: Array<{ id: string, name: string, vendor: string | null, proposedAt: string, decidedAt: string | null, reason: string | null }> } | null, statementReceivers: Array<{ slug: string, shortName: string }> };

export type ConfirmCompanyMutationVariables = Exact<{
  token: string;
}>;


export type ConfirmCompanyMutation = { confirmCompany:
    | { __typename: 'CompanySaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type SaveCompanyStatementMutationVariables = Exact<{
  token: string;
  edits: number;
  statement: CompanyStatementInput;
}>;


export type SaveCompanyStatementMutation = { saveCompanyStatement:
    | { __typename: 'CompanySaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type GiveStatementCodeMutationVariables = Exact<{
  token: string;
  organization: string;
}>;


export type GiveStatementCodeMutation = { giveStatementCode:
    | { __typename: 'CompanyCodeGiven', code: string }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type EndStatementCodeMutationVariables = Exact<{
  token: string;
  code: string;
}>;


export type EndStatementCodeMutation = { endStatementCode:
    | { __typename: 'CompanySaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type ProposeVendorMutationVariables = Exact<{
  token: string;
  vendor?: string | null | undefined;
  name?: string | null | undefined;
  website?: string | null | undefined;
  services?: string | null | undefined;
  text: string;
  source: string;
}>;


export type ProposeVendorMutation = { proposeVendor:
    | { __typename: 'CompanySaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type CompanyProposalPageQueryVariables = Exact<{
  id: string;
}>;


export type CompanyProposalPageQuery = { companyProposal: { name: string, website: string, services: string, text: string, source: string, vendorTitle: string | null, vendorUrl: string | null, proposedAt: string, decidedAt: string | null } | null };

export type TakeUpProposalMutationVariables = Exact<{
  id: string;
}>;


export type TakeUpProposalMutation = { takeUpProposal:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'ProposalTakenUp', url: string }
   };

export type DeclineProposalMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type DeclineProposalMutation = { declineProposal:
    | { __typename: 'CompanySaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type PickedQueryVariables = Exact<{
  addresses: Array<string> | string;
}>;


export type PickedQuery = { recordsAt: Array<
    | { kind: Kind, title: string, language: string, url: string, summaryText: string, version: number, updatedAt: string }
    | { kind: Kind, title: string, language: string, url: string, summaryText: string, version: number, updatedAt: string }
    | { kind: Kind, title: string, language: string, url: string, summaryText: string, version: number, updatedAt: string }
    | { kind: Kind, title: string, language: string, url: string, summaryText: string, version: number, updatedAt: string }
    | { kind: Kind, title: string, language: string, url: string, summaryText: string, version: number, updatedAt: string }
    | { kind: Kind, title: string, language: string, url: string, summaryText: string, version: number, updatedAt: string }
    | { kind: Kind, title: string, language: string, url: string, summaryText: string, version: number, updatedAt: string }
    | { kind: Kind, title: string, language: string, url: string, summaryText: string, version: number, updatedAt: string }
    | { kind: Kind, title: string, language: string, url: string, summaryText: string, version: number, updatedAt: string }
    | { kind: Kind, title: string, language: string, url: string, summaryText: string, version: number, updatedAt: string }
    | { kind: Kind, title: string, language: string, url: string, summaryText: string, version: number, updatedAt: string }
    | { kind: Kind, title: string, language: string, url: string, summaryText: string, version: number, updatedAt: string }
    | { kind: Kind, title: string, language: string, url: string, summaryText: string, version: number, updatedAt: string }
    | { kind: Kind, title: string, language: string, url: string, summaryText: string, version: number, updatedAt: string }
    | { kind: Kind, title: string, language: string, url: string, summaryText: string, version: number, updatedAt: string }
  > };

export type CompareAgreementsQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type CompareAgreementsQuery = { agreementsAt: Array<{ url: string, number: string, title: string, scope: string, unspsc: Array<string>, startsOn: string, endsOn: string, ceiling: number | null, currency: string | null, callOff: string, use: AgreementUse, useTerms: string, contact: string, source: string, holderName: string, vendorTitle: string, validity: AgreementValidity, daysLeft: number | null, drawn: number | null, drawnOn: string | null, ceilingLeft: number | null, inside: boolean, demo: boolean }> };

export type CompareQueryVariables = Exact<{
  addresses: Array<string> | string;
}>;


export type CompareQuery = { recordsAt: Array<
    | { __typename: 'BuildingBlock', kind: Kind, title: string, language: string, url: string, summaryText: string, updatedAt: string }
    | { __typename: 'ForeignRecord', kind: Kind, title: string, language: string, url: string, summaryText: string, updatedAt: string }
    | { __typename: 'GlossaryTerm', kind: Kind, title: string, language: string, url: string, summaryText: string, updatedAt: string }
    | { __typename: 'Goal', kind: Kind, title: string, language: string, url: string, summaryText: string, updatedAt: string }
    | { __typename: 'Lesson', kind: Kind, title: string, language: string, url: string, summaryText: string, updatedAt: string }
    | { __typename: 'Matrix', kind: Kind, title: string, language: string, url: string, summaryText: string, updatedAt: string }
    | { __typename: 'Mitigation', kind: Kind, title: string, language: string, url: string, summaryText: string, updatedAt: string }
    | { __typename: 'Organization', kind: Kind, title: string, language: string, url: string, summaryText: string, updatedAt: string }
    | { __typename: 'Project', stage: Stage, scope: string, uses: Array<Use>, access: Access, platforms: Array<string>, kind: Kind, title: string, language: string, url: string, summaryText: string, updatedAt: string, countries: Array<{ code: string }>, owners: Array<{ shortName: string }>, ledger: { consensus: { text: string } | null, offChain: Array<{ text: string }>, keyCustody: Array<{ text: string }> }, engagements: Array<{ role: string, vendor: { title: string, language: string } }>, figures: Array<{ label: string, value: string }>, statements: Array<{ section: string | null, text: string }>, goals: Array<{ goal: { number: number } }> }
    | { __typename: 'Recommendation', kind: Kind, title: string, language: string, url: string, summaryText: string, updatedAt: string }
    | { __typename: 'Reference', kind: Kind, title: string, language: string, url: string, summaryText: string, updatedAt: string }
    | { __typename: 'Risk', kind: Kind, title: string, language: string, url: string, summaryText: string, updatedAt: string }
    | { __typename: 'Source', kind: Kind, title: string, language: string, url: string, summaryText: string, updatedAt: string }
    | { __typename: 'Standard', body: string, status: StandardStatus, published: string | null, inReport: boolean, kind: Kind, title: string, language: string, url: string, summaryText: string, updatedAt: string }
    | { __typename: 'Vendor', vendorKind: VendorKind, services: Array<string>, platforms: Array<string>, latestWork: string | null, kind: Kind, title: string, language: string, url: string, summaryText: string, updatedAt: string, country: { code: string } | null, agreements: Array<{ number: string, title: string, holderName: string, endsOn: string, use: AgreementUse, demo: boolean }>, engagements: Array<{ role: string, outcome: string | null, period: string | null, project: { title: string, language: string, stage: Stage, ownerNames: Array<string>, access: Access, platforms: Array<string> } }> }
  > };

export type ArchivedPageQueryVariables = Exact<{ [key: string]: never; }>;


export type ArchivedPageQuery = { closedRecords: Array<{ id: string, kind: Kind, title: string, owners: Array<string>, audience: Audience, archivedAt: string | null, archivedReason: string | null, url: string | null, openVersion: number | null, viewerCanReopen: boolean }> };

export type RestoreRecordMutationVariables = Exact<{
  id: string;
}>;


export type RestoreRecordMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'RecordReturned' }
   };

export type ReopenRecordMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type ReopenRecordMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'RecordReturned' }
   };

type DraftAnswer_DraftSaved_Fragment = { __typename: 'DraftSaved', draft: { id: string, edits: number, state: DraftState, kind: Kind, content: unknown, record:
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
     | null } };

type DraftAnswer_InvalidInput_Fragment = { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> };

type DraftAnswer_StaleDraft_Fragment = { __typename: 'StaleDraft', yours: unknown, sources: unknown, draft: { id: string, edits: number }, clashes: Array<{ path: string, theirs: unknown, yours: unknown }> };

export type DraftAnswerFragment =
  | DraftAnswer_DraftSaved_Fragment
  | DraftAnswer_InvalidInput_Fragment
  | DraftAnswer_StaleDraft_Fragment
;

export type DifferencePartsFragment = { path: string, label: string, change: string, before: unknown, after: unknown };

export type ReviewPartsFragment = { id: string, organizationSlug: string, organizationName: string, round: number, state: ReviewState, comment: string, steppedIn: boolean, overdue: boolean, createdAt: string, decidedAt: string | null, viewerCanDecide: boolean, viewerWouldStepIn: boolean, reviewer: { name: string, demo: boolean } | null, decisions: Array<{ field: string, decision: Outcome, reason: string }> };

export type SimilarPartsFragment = { reasons: Array<string>, sameName: NameReason | null, name: string | null, contacts: Array<{ name: string, role: string | null, email: string }>, record:
    | { title: string, language: string, url: string, kind: Kind, summaryText: string }
    | { title: string, language: string, url: string, kind: Kind, summaryText: string }
    | { title: string, language: string, url: string, kind: Kind, summaryText: string }
    | { title: string, language: string, url: string, kind: Kind, summaryText: string }
    | { title: string, language: string, url: string, kind: Kind, summaryText: string }
    | { title: string, language: string, url: string, kind: Kind, summaryText: string }
    | { title: string, language: string, url: string, kind: Kind, summaryText: string }
    | { title: string, language: string, url: string, kind: Kind, summaryText: string }
    | { title: string, language: string, url: string, kind: Kind, summaryText: string }
    | { title: string, language: string, url: string, kind: Kind, summaryText: string }
    | { title: string, language: string, url: string, kind: Kind, summaryText: string }
    | { title: string, language: string, url: string, kind: Kind, summaryText: string }
    | { title: string, language: string, url: string, kind: Kind, summaryText: string }
    | { title: string, language: string, url: string, kind: Kind, summaryText: string }
    | { title: string, language: string, url: string, kind: Kind, summaryText: string }
   };

export type SuggestionPartsFragment = { value: string, title: string, name: string, reason: NameReason };

type SuggestedParts_BuildingBlock_Fragment = { slug: string, sourceKey: string | null, title: string, language: string };

type SuggestedParts_ForeignRecord_Fragment = { slug: string, sourceKey: string | null, title: string, language: string };

type SuggestedParts_GlossaryTerm_Fragment = { slug: string, sourceKey: string | null, title: string, language: string };

type SuggestedParts_Goal_Fragment = { slug: string, sourceKey: string | null, title: string, language: string };

type SuggestedParts_Lesson_Fragment = { slug: string, sourceKey: string | null, title: string, language: string };

type SuggestedParts_Matrix_Fragment = { slug: string, sourceKey: string | null, title: string, language: string };

type SuggestedParts_Mitigation_Fragment = { slug: string, sourceKey: string | null, title: string, language: string };

type SuggestedParts_Organization_Fragment = { slug: string, sourceKey: string | null, title: string, language: string };

type SuggestedParts_Project_Fragment = { slug: string, sourceKey: string | null, title: string, language: string };

type SuggestedParts_Recommendation_Fragment = { slug: string, sourceKey: string | null, title: string, language: string };

type SuggestedParts_Reference_Fragment = { slug: string, sourceKey: string | null, title: string, language: string };

type SuggestedParts_Risk_Fragment = { slug: string, sourceKey: string | null, title: string, language: string };

type SuggestedParts_Source_Fragment = { slug: string, sourceKey: string | null, title: string, language: string };

type SuggestedParts_Standard_Fragment = { slug: string, sourceKey: string | null, title: string, language: string };

type SuggestedParts_Vendor_Fragment = { slug: string, sourceKey: string | null, title: string, language: string };

export type SuggestedPartsFragment =
  | SuggestedParts_BuildingBlock_Fragment
  | SuggestedParts_ForeignRecord_Fragment
  | SuggestedParts_GlossaryTerm_Fragment
  | SuggestedParts_Goal_Fragment
  | SuggestedParts_Lesson_Fragment
  | SuggestedParts_Matrix_Fragment
  | SuggestedParts_Mitigation_Fragment
  | SuggestedParts_Organization_Fragment
  | SuggestedParts_Project_Fragment
  | SuggestedParts_Recommendation_Fragment
  | SuggestedParts_Reference_Fragment
  | SuggestedParts_Risk_Fragment
  | SuggestedParts_Source_Fragment
  | SuggestedParts_Standard_Fragment
  | SuggestedParts_Vendor_Fragment
;

export type SaveDraftMutationVariables = Exact<{
  id?: string | null | undefined;
  kind?: Kind | null | undefined;
  slug?: string | null | undefined;
  organization?: string | null | undefined;
  content?: unknown;
  sources?: unknown;
  reason?: string | null | undefined;
  edits?: number | null | undefined;
  key?: string | null | undefined;
  writer?: string | null | undefined;
  turn?: number | null | undefined;
  merge?: boolean | null | undefined;
  answers?: string | null | undefined;
  check?: boolean | null | undefined;
}>;


export type SaveDraftMutation = { saveDraft:
    | { __typename: 'DraftSaved', draft: { id: string, edits: number, state: DraftState, kind: Kind, content: unknown, faults?: Array<{ path: string, code: string, params: unknown }>, record:
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
         | null } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'StaleDraft', yours: unknown, sources: unknown, draft: { id: string, edits: number }, clashes: Array<{ path: string, theirs: unknown, yours: unknown }> }
   };

export type CorrectTextMutationVariables = Exact<{
  kind: Kind;
  slug: string;
  field: string;
  was: string;
  text: string;
  reason: string;
  key?: string | null | undefined;
}>;


export type CorrectTextMutation = { correctText:
    | { __typename: 'DraftSaved', draft: { id: string, edits: number, state: DraftState, kind: Kind, content: unknown, record:
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
         | null } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'StaleDraft', yours: unknown, sources: unknown, draft: { id: string, edits: number }, clashes: Array<{ path: string, theirs: unknown, yours: unknown }> }
   };

export type ArchiveRecordMutationVariables = Exact<{
  kind: Kind;
  slug: string;
  reason: string;
}>;


export type ArchiveRecordMutation = { archiveRecord:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'RecordArchived' }
   };

export type MergeRecordsMutationVariables = Exact<{
  kind: Kind;
  slug: string;
  into: string;
  reason: string;
}>;


export type MergeRecordsMutation = { mergeRecords:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'RecordsMerged', url: string }
   };

export type TakeUpDraftMutationVariables = Exact<{
  id: string;
}>;


export type TakeUpDraftMutation = { takeUpDraft:
    | { __typename: 'DraftSaved', draft: { id: string, edits: number, state: DraftState, kind: Kind, content: unknown, record:
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
         | null } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'StaleDraft', yours: unknown, sources: unknown, draft: { id: string, edits: number }, clashes: Array<{ path: string, theirs: unknown, yours: unknown }> }
   };

export type RestoreDraftSaveMutationVariables = Exact<{
  id: string;
  save: number;
  edits: number;
}>;


export type RestoreDraftSaveMutation = { restoreDraftSave:
    | { __typename: 'DraftSaved', draft: { id: string, edits: number, state: DraftState, kind: Kind, content: unknown, record:
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
         | null } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'StaleDraft', yours: unknown, sources: unknown, draft: { id: string, edits: number }, clashes: Array<{ path: string, theirs: unknown, yours: unknown }> }
   };

export type AnswerRefusedSaveMutationVariables = Exact<{
  id: string;
  refused: string;
  take: boolean;
  edits: number;
}>;


export type AnswerRefusedSaveMutation = { answerRefusedSave:
    | { __typename: 'DraftSaved', draft: { id: string, edits: number, state: DraftState, kind: Kind, content: unknown, record:
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
         | null } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'StaleDraft', yours: unknown, sources: unknown, draft: { id: string, edits: number }, clashes: Array<{ path: string, theirs: unknown, yours: unknown }> }
   };

export type SubmitDraftMutationVariables = Exact<{
  id: string;
  edits: number;
  key?: string | null | undefined;
}>;


export type SubmitDraftMutation = { submitDraft:
    | { __typename: 'DraftSaved', draft: { id: string, edits: number, state: DraftState, kind: Kind, content: unknown, record:
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
         | null } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'StaleDraft', yours: unknown, sources: unknown, draft: { id: string, edits: number }, clashes: Array<{ path: string, theirs: unknown, yours: unknown }> }
   };

export type WithdrawDraftMutationVariables = Exact<{
  id: string;
  discard?: boolean | null | undefined;
}>;


export type WithdrawDraftMutation = { withdrawDraft:
    | { __typename: 'DraftSaved', draft: { id: string, edits: number, state: DraftState, kind: Kind, content: unknown, record:
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
         | null } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'StaleDraft', yours: unknown, sources: unknown, draft: { id: string, edits: number }, clashes: Array<{ path: string, theirs: unknown, yours: unknown }> }
   };

export type RebaseDraftMutationVariables = Exact<{
  id: string;
}>;


export type RebaseDraftMutation = { rebaseDraft:
    | { __typename: 'DraftSaved', draft: { id: string, edits: number, state: DraftState, kind: Kind, content: unknown, record:
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
         | null } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'StaleDraft', yours: unknown, sources: unknown, draft: { id: string, edits: number }, clashes: Array<{ path: string, theirs: unknown, yours: unknown }> }
   };

export type CommentOnDraftMutationVariables = Exact<{
  draft: string;
  field?: string | null | undefined;
  text: string;
  key?: string | null | undefined;
}>;


export type CommentOnDraftMutation = { comment:
    | { __typename: 'DraftSaved', draft: { id: string, edits: number, state: DraftState, kind: Kind, content: unknown, record:
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
         | null } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'StaleDraft', yours: unknown, sources: unknown, draft: { id: string, edits: number }, clashes: Array<{ path: string, theirs: unknown, yours: unknown }> }
   };

export type DecideMutationVariables = Exact<{
  draft: string;
  organization: string;
  round: number;
  outcome: Outcome;
  fields?: Array<FieldDecisionInput> | FieldDecisionInput | null | undefined;
  comment?: string | null | undefined;
}>;


export type DecideMutation = { decide:
    | { __typename: 'DraftSaved', draft: { id: string, edits: number, state: DraftState, kind: Kind, content: unknown, record:
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
          | { url: string }
         | null } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'StaleDraft', yours: unknown, sources: unknown, draft: { id: string, edits: number }, clashes: Array<{ path: string, theirs: unknown, yours: unknown }> }
   };

export type MyWorkPageQueryVariables = Exact<{ [key: string]: never; }>;


export type MyWorkPageQuery = { me: { name: string, demo: boolean, canContribute: boolean, canReview: boolean, rolesWithheld: boolean, memberships: Array<{ role: Role, organizationName: string | null }> } | null, invitationsForMe: Array<{ id: string }>, uptakeDue: Array<{ organizationSlug: string, organizationName: string, open: number, silent: number, overdue: number, demo: boolean, report: { key: string, symbol: string | null, title: string } }>, uptakeWithdrawals: Array<{ id: string, recommendationNumber: number | null, recommendationTitle: string, recommendationSlug: string, organizationName: string, organizationSlug: string, withdrawalRequest: { reason: string } | null }>, uptakeToPublish: Array<{ id: string, acceptance: Acceptance, implementation: Implementation | null, effectiveDate: string, recommendationNumber: number | null, recommendationTitle: string, recommendationSlug: string, organizationName: string, organizationSlug: string, sourceReference: string | null, sourcePlace: string | null }>, uptakeActivitiesToConfirm: Array<{ id: string, url: string, title: string, organizationName: string, enteredOn: string, enteredByName: string | null }>, uptakeToConfirm: Array<{ id: string, acceptance: Acceptance, implementation: Implementation | null, inPart: UptakePart | null, comment: string | null, recommendationNumber: number | null, recommendationTitle: string, recommendationSlug: string, organizationName: string, organizationSlug: string, enteredOn: string, enteredByName: string | null, standing: UptakeStanding, answerBy: string | null, demo: boolean, evidence: Array<{ kind: EvidenceKind, label: string, url: string | null, audience: Audience, recordKind: Kind | null, recordSlug: string | null }> }>, companyProposals: Array<{ id: string, url: string, name: string, vendorTitle: string | null, proposedAt: string }>, waitingAgreementRequests: Array<{ id: string, url: string, number: string, title: string, organization: string, askedAt: string }>, waitingAssessments: Array<{ id: string, url: string, title: string, organization: string, updatedAt: string, objected: boolean }>, myWork: { drafts: Array<{ id: string, title: string, url: string, kind: Kind, state: DraftState, reason: string, round: number, basedOn: number, outdated: boolean, updatedAt: string, submittedAt: string | null, publishedVersion: number | null, organizationName: string | null, viewerCanWrite: boolean, author: { name: string, demo: boolean }, record:
        | { url: string }
        | { url: string }
        | { url: string }
        | { url: string }
        | { url: string }
        | { url: string }
        | { url: string }
        | { url: string }
        | { url: string }
        | { url: string }
        | { url: string }
        | { url: string }
        | { url: string }
        | { url: string }
        | { url: string }
       | null, reviews: Array<{ id: string, organizationSlug: string, organizationName: string, round: number, state: ReviewState, comment: string, steppedIn: boolean, overdue: boolean, createdAt: string, decidedAt: string | null, viewerCanDecide: boolean, viewerWouldStepIn: boolean, reviewer: { name: string, demo: boolean } | null, decisions: Array<{ field: string, decision: Outcome, reason: string }> }> }>, toReview: Array<{ id: string, organizationName: string, round: number, createdAt: string, overdue: boolean, draft: { id: string, title: string, kind: Kind, reason: string, author: { name: string, demo: boolean } } }>, escalated: Array<{ id: string, organizationName: string, createdAt: string, draft: { id: string, title: string, kind: Kind, reason: string, author: { name: string, demo: boolean } } }> | null } };

export type ConfirmUptakeEntriesMutationVariables = Exact<{
  entries: Array<string> | string;
}>;


export type ConfirmUptakeEntriesMutation = { confirmUptakeEntries:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'UptakePublished', entries: Array<{ id: string }> }
   };

export type PublishUptakeEntriesMutationVariables = Exact<{
  entries: Array<string> | string;
  days?: number | null | undefined;
}>;


export type PublishUptakeEntriesMutation = { publishUptake:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'UptakePublished', entries: Array<{ id: string }> }
   };

export type DraftFormQueryVariables = Exact<{
  id: string;
}>;


export type DraftFormQuery = { me: { id: string } | null, draft: { id: string, kind: Kind, title: string, url: string, state: DraftState, content: unknown, sources: unknown, reason: string, edits: number, round: number, basedOn: number, outdated: boolean, restores: number | null, viewerCanWrite: boolean, viewerCanTakeUp: boolean, organizationName: string | null, deviceKey: string | null, updatedAt: string, files: Array<{ hash: string, picture: boolean, size: number }>, alsoWriting: Array<{ savedAt: string, person: { name: string, demo: boolean } }>, namesakes: Array<
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
    >, author: { name: string, demo: boolean }, record:
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
     | null, faults: Array<{ path: string, code: string, params: unknown }>, reviews: Array<{ id: string, organizationSlug: string, organizationName: string, round: number, state: ReviewState, comment: string, steppedIn: boolean, overdue: boolean, createdAt: string, decidedAt: string | null, viewerCanDecide: boolean, viewerWouldStepIn: boolean, reviewer: { name: string, demo: boolean } | null, decisions: Array<{ field: string, decision: Outcome, reason: string }> }>, comments: Array<{ id: string, field: string | null, text: string, createdAt: string, author: { name: string, demo: boolean } }>, named: Array<{ kind: Kind, key: string, title: string }>, nearMatches: Array<{ path: string, suggestions: Array<{ value: string, title: string, name: string, reason: NameReason }> }>, similar: Array<{ reasons: Array<string>, sameName: NameReason | null, name: string | null, contacts: Array<{ name: string, role: string | null, email: string }>, record:
        | { title: string, language: string, url: string, kind: Kind, summaryText: string }
        | { title: string, language: string, url: string, kind: Kind, summaryText: string }
        | { title: string, language: string, url: string, kind: Kind, summaryText: string }
        | { title: string, language: string, url: string, kind: Kind, summaryText: string }
        | { title: string, language: string, url: string, kind: Kind, summaryText: string }
        | { title: string, language: string, url: string, kind: Kind, summaryText: string }
        | { title: string, language: string, url: string, kind: Kind, summaryText: string }
        | { title: string, language: string, url: string, kind: Kind, summaryText: string }
        | { title: string, language: string, url: string, kind: Kind, summaryText: string }
        | { title: string, language: string, url: string, kind: Kind, summaryText: string }
        | { title: string, language: string, url: string, kind: Kind, summaryText: string }
        | { title: string, language: string, url: string, kind: Kind, summaryText: string }
        | { title: string, language: string, url: string, kind: Kind, summaryText: string }
        | { title: string, language: string, url: string, kind: Kind, summaryText: string }
        | { title: string, language: string, url: string, kind: Kind, summaryText: string }
       }>, refusedSaves: Array<{ id: string, refusedAt: string, mine: boolean, settled: boolean, clashes: Array<{ path: string, theirs: unknown, yours: unknown }> }> } | null, projects: { facets: Array<{ field: string, values: Array<{ value: string }> }> }, risks: { edges: Array<{ node: { slug: string, sourceKey: string | null, title: string, language: string } }> }, mitigations: { edges: Array<{ node: { slug: string, sourceKey: string | null, title: string, language: string } }> }, standards: { edges: Array<{ node: { slug: string, sourceKey: string | null, title: string, language: string } }> }, recommendations: { edges: Array<{ node: { slug: string, sourceKey: string | null, title: string, language: string } }> }, matrix: { layers: Array<{ number: number, title: string }>, questions: Array<{ id: string, text: string }>, considerations: Array<{ id: string, title: string }> } | null, sources: { edges: Array<{ node: { slug: string, title: string } }> } };

export type DraftReviewQueryVariables = Exact<{
  id: string;
}>;


export type DraftReviewQuery = { me: { id: string } | null, draft: { id: string, kind: Kind, title: string, url: string, state: DraftState, content: unknown, reason: string, edits: number, round: number, basedOn: number, outdated: boolean, restores: number | null, publishedVersion: number | null, viewerCanWrite: boolean, partlyHidden: boolean, organizationName: string | null, sources: unknown, submittedAt: string | null, updatedAt: string, namesakes: Array<
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
      | { title: string, language: string, url: string, slug: string }
    >, writers: Array<{ name: string, demo: boolean }>, record:
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
     | null, refusedSaves: Array<{ mine: boolean, settled: boolean }>, preview:
      | { __typename: 'BuildingBlock', language: string, title: string, url: string, slug: string, summaryText: string, version: number, hash: string, createdAt: string, updatedAt: string, repository: string | null, summary: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, platformsBasis: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, licence: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, howToTry: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, owners: Array<{ title: string, shortName: string, url: string }>, projects: Array<{ title: string, language: string, url: string, stage: Stage }>, vendors: Array<{ title: string, language: string, url: string }>, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> }
      | { __typename: 'ForeignRecord', language: string }
      | { __typename: 'GlossaryTerm', language: string }
      | { __typename: 'Goal', language: string }
      | { __typename: 'Lesson', language: string, title: string, url: string, slug: string, summaryText: string, version: number, hash: string, createdAt: string, updatedAt: string, lessonKind: LessonKind, theme: Theme, subject: string, questions: Array<string>, context: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, whatHappened: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, whatFollows: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, otherViews: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, organizations: Array<{ title: string, shortName: string, url: string }>, projects: Array<{ title: string, language: string, url: string, stage: Stage }>, risks: Array<{ title: string, url: string }>, mitigations: Array<{ title: string, url: string }>, standards: Array<{ title: string, url: string }>, recommendations: Array<{ title: string, url: string }>, connections: Array<{ relation: string, reason: string | null, record:
            | { title: string, language: string, url: string }
            | { title: string, language: string, url: string }
            | { title: string, language: string, url: string }
            | { number: number, title: string, language: string, url: string }
            | { title: string, language: string, url: string }
            | { title: string, language: string, url: string }
            | { title: string, language: string, url: string }
            | { title: string, language: string, url: string }
            | { title: string, language: string, url: string }
            | { title: string, language: string, url: string }
            | { title: string, language: string, url: string }
            | { title: string, language: string, url: string }
            | { title: string, language: string, url: string }
            | { title: string, language: string, url: string }
            | { title: string, language: string, url: string }
           }>, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> }
      | { __typename: 'Matrix', language: string }
      | { __typename: 'Mitigation', language: string }
      | { __typename: 'Organization', language: string }
      | { __typename: 'Project', language: string, title: string, url: string, slug: string, summaryText: string, version: number, hash: string, createdAt: string, updatedAt: string, alsoKnownAs: Array<string>, origin: Origin, stage: Stage, scope: string, uses: Array<Use>, sectors: Array<Sector>, platforms: Array<string>, countries: Array<{ code: string, name: string }>, owners: Array<{ title: string, shortName: string, slug: string, url: string }>, ownersBasis: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, summary: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, places: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, stages: Array<{ stage: Stage, current: boolean, date: string | null, text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, ledger: { access: Access, platforms: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, accessBasis: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, consensus: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, offChain: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, keyCustody: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }> }, legal: Array<{ topic: LegalTopic, answer: string | null, question: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } }>, answers: Array<{ statement: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } }>, participants: Array<{ name: string, role: string, responsibility: string | null, asAt: string | null, certainty: Certainty, note: string | null, organization: { shortName: string, url: string } | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, engagements: Array<{ role: string, delivered: string | null, stack: Array<string>, period: string | null, outcome: string | null, asAt: string | null, certainty: Certainty, note: string | null, vendor: { title: string, language: string, slug: string, url: string }, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, figures: Array<{ current: boolean, label: string, value: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, statements: Array<{ section: string | null, text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, goals: Array<{ reason: string, goal: { number: number, url: string } }>, buildingBlocks: Array<{ title: string, language: string, url: string }>, lessons: Array<{ title: string, language: string, url: string, lessonKind: LessonKind, theme: Theme }>, risks: Array<{ title: string, url: string }>, mitigations: Array<{ title: string, url: string }>, recommendations: Array<{ title: string, url: string }>, standards: Array<{ title: string, url: string }>, similar: Array<{ reasons: Array<string>, project: { title: string, language: string, url: string, stage: Stage } }>, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> }
      | { __typename: 'Recommendation', language: string }
      | { __typename: 'Reference', language: string }
      | { __typename: 'Risk', language: string }
      | { __typename: 'Source', language: string }
      | { __typename: 'Standard', language: string }
      | { __typename: 'Vendor', language: string, title: string, url: string, slug: string, summaryText: string, version: number, hash: string, createdAt: string, updatedAt: string, vendorKind: VendorKind, formerNames: Array<string>, alsoKnownAs: Array<string>, registrationNumber: string | null, services: Array<string>, website: string | null, ror: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, orgId: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, iati: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, principals: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, country: { code: string } | null, countryBasis: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, summary: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, statements: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, platformsBasis: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, similar: Array<{ platforms: Array<string>, vendor: { title: string, language: string, url: string } }>, connections: Array<{ relation: string, record:
            | { kind: Kind, title: string, language: string, url: string }
            | { kind: Kind, title: string, language: string, url: string }
            | { kind: Kind, title: string, language: string, url: string }
            | { kind: Kind, title: string, language: string, url: string }
            | { kind: Kind, title: string, language: string, url: string }
            | { kind: Kind, title: string, language: string, url: string }
            | { kind: Kind, title: string, language: string, url: string }
            | { kind: Kind, title: string, language: string, url: string }
            | { kind: Kind, title: string, language: string, url: string }
            | { kind: Kind, title: string, language: string, url: string }
            | { kind: Kind, title: string, language: string, url: string }
            | { kind: Kind, title: string, language: string, url: string }
            | { kind: Kind, title: string, language: string, url: string }
            | { kind: Kind, title: string, language: string, url: string }
            | { kind: Kind, title: string, language: string, url: string }
           }>, dependence: Array<{ access: Access, project: { title: string, language: string, url: string }, accessBasis: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, code: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, protocol: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, nodes: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, keys: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, skills: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }> }>, engagements: Array<{ role: string, delivered: string | null, stack: Array<string>, period: string | null, outcome: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }>, project: { title: string, language: string, url: string, stage: Stage, owners: Array<{ shortName: string, url: string }>, stages: Array<{ current: boolean, stage: Stage, date: string | null }>, statements: Array<{ section: string | null, text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, lessons: Array<{ title: string, language: string, url: string, lessonKind: LessonKind }> } }>, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> }
     | null, sinceReturned: Array<{ path: string, label: string, change: string, before: unknown, after: unknown }> | null, differences: Array<{ path: string, label: string, change: string, before: unknown, after: unknown }>, faults: Array<{ path: string, code: string, params: unknown }>, reviews: Array<{ id: string, organizationSlug: string, organizationName: string, round: number, state: ReviewState, comment: string, steppedIn: boolean, overdue: boolean, createdAt: string, decidedAt: string | null, viewerCanDecide: boolean, viewerWouldStepIn: boolean, reviewer: { name: string, demo: boolean } | null, decisions: Array<{ field: string, decision: Outcome, reason: string }> }>, comments: Array<{ id: string, field: string | null, text: string, createdAt: string, author: { name: string, demo: boolean } }> } | null };

export type DraftStateQueryVariables = Exact<{
  id: string;
}>;


export type DraftStateQuery = { me: { id: string } | null, draft: { id: string, kind: Kind, content: unknown, edits: number } | null };

export type DraftSavesQueryVariables = Exact<{
  id: string;
  edits?: number | null | undefined;
  one: boolean;
}>;


export type DraftSavesQuery = { me: { id: string } | null, draft: { title: string, url: string, state: DraftState, edits: number, viewerCanWrite: boolean, kind: Kind, saves: Array<{ edits: number, savedAt: string, person: { name: string, demo: boolean } | null }>, refusedSaves: Array<{ id: string, refusedAt: string, mine: boolean, settled: boolean, person: { name: string, demo: boolean } | null, clashes: Array<{ path: string, theirs: unknown, yours: unknown }> }>, chosen?: Array<{ edits: number, savedAt: string, differences: Array<{ path: string, label: string, change: string, before: unknown, after: unknown }> }> } | null };

export type SaveArrivalQueryVariables = Exact<{
  id: string;
  writer: string;
  turn: number;
}>;


export type SaveArrivalQuery = { draft: { edits: number, arrival: string | null } | null };

export type SuggestedRecordsQueryVariables = Exact<{
  kind: Kind;
  text: string;
}>;


export type SuggestedRecordsQuery = { suggestions: Array<{ value: string, title: string, name: string, reason: NameReason }> };

export type WhoIsDoingThisQueryVariables = Exact<{
  title: string;
  kind?: Kind | null | undefined;
}>;


export type WhoIsDoingThisQuery = { similarEntries: Array<{ reasons: Array<string>, sameName: NameReason | null, name: string | null, contacts: Array<{ name: string, role: string | null, email: string }>, record:
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
     }> };

export type NewDraftQueryVariables = Exact<{
  title: string;
  some: boolean;
  kind?: Kind | null | undefined;
}>;


export type NewDraftQuery = { me: { canContribute: boolean, memberships: Array<{ role: Role, organizationSlug: string | null, organizationName: string | null }> } | null, similarEntries?: Array<{ reasons: Array<string>, sameName: NameReason | null, name: string | null, contacts: Array<{ name: string, role: string | null, email: string }>, record:
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
      | { title: string, language: string, url: string, kind: Kind, summaryText: string }
     }> };

export type ProposeChangeQueryVariables = Exact<{
  slug: string;
  project: boolean;
  lesson: boolean;
  vendor: boolean;
  block: boolean;
}>;


export type ProposeChangeQuery = { project?: { title: string, language: string, url: string, slug: string, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanMerge: boolean, contentToEdit: unknown, openDrafts: Array<{ id: string, url: string, state: DraftState, updatedAt: string, reason: string, author: { name: string, demo: boolean } }> } | null, lesson?: { title: string, language: string, url: string, slug: string, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanMerge: boolean, contentToEdit: unknown, openDrafts: Array<{ id: string, url: string, state: DraftState, updatedAt: string, reason: string, author: { name: string, demo: boolean } }> } | null, vendor?: { title: string, language: string, url: string, slug: string, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanMerge: boolean, contentToEdit: unknown, openDrafts: Array<{ id: string, url: string, state: DraftState, updatedAt: string, reason: string, author: { name: string, demo: boolean } }> } | null, buildingBlock?: { title: string, language: string, url: string, slug: string, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanMerge: boolean, contentToEdit: unknown, openDrafts: Array<{ id: string, url: string, state: DraftState, updatedAt: string, reason: string, author: { name: string, demo: boolean } }> } | null };

type ChangeOf_BuildingBlock_Fragment = { title: string, language: string, url: string, slug: string, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanMerge: boolean, contentToEdit: unknown, openDrafts: Array<{ id: string, url: string, state: DraftState, updatedAt: string, reason: string, author: { name: string, demo: boolean } }> };

type ChangeOf_ForeignRecord_Fragment = { title: string, language: string, url: string, slug: string, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanMerge: boolean, contentToEdit: unknown, openDrafts: Array<{ id: string, url: string, state: DraftState, updatedAt: string, reason: string, author: { name: string, demo: boolean } }> };

type ChangeOf_GlossaryTerm_Fragment = { title: string, language: string, url: string, slug: string, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanMerge: boolean, contentToEdit: unknown, openDrafts: Array<{ id: string, url: string, state: DraftState, updatedAt: string, reason: string, author: { name: string, demo: boolean } }> };

type ChangeOf_Goal_Fragment = { title: string, language: string, url: string, slug: string, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanMerge: boolean, contentToEdit: unknown, openDrafts: Array<{ id: string, url: string, state: DraftState, updatedAt: string, reason: string, author: { name: string, demo: boolean } }> };

type ChangeOf_Lesson_Fragment = { title: string, language: string, url: string, slug: string, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanMerge: boolean, contentToEdit: unknown, openDrafts: Array<{ id: string, url: string, state: DraftState, updatedAt: string, reason: string, author: { name: string, demo: boolean } }> };

type ChangeOf_Matrix_Fragment = { title: string, language: string, url: string, slug: string, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanMerge: boolean, contentToEdit: unknown, openDrafts: Array<{ id: string, url: string, state: DraftState, updatedAt: string, reason: string, author: { name: string, demo: boolean } }> };

type ChangeOf_Mitigation_Fragment = { title: string, language: string, url: string, slug: string, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanMerge: boolean, contentToEdit: unknown, openDrafts: Array<{ id: string, url: string, state: DraftState, updatedAt: string, reason: string, author: { name: string, demo: boolean } }> };

type ChangeOf_Organization_Fragment = { title: string, language: string, url: string, slug: string, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanMerge: boolean, contentToEdit: unknown, openDrafts: Array<{ id: string, url: string, state: DraftState, updatedAt: string, reason: string, author: { name: string, demo: boolean } }> };

type ChangeOf_Project_Fragment = { title: string, language: string, url: string, slug: string, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanMerge: boolean, contentToEdit: unknown, openDrafts: Array<{ id: string, url: string, state: DraftState, updatedAt: string, reason: string, author: { name: string, demo: boolean } }> };

type ChangeOf_Recommendation_Fragment = { title: string, language: string, url: string, slug: string, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanMerge: boolean, contentToEdit: unknown, openDrafts: Array<{ id: string, url: string, state: DraftState, updatedAt: string, reason: string, author: { name: string, demo: boolean } }> };

type ChangeOf_Reference_Fragment = { title: string, language: string, url: string, slug: string, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanMerge: boolean, contentToEdit: unknown, openDrafts: Array<{ id: string, url: string, state: DraftState, updatedAt: string, reason: string, author: { name: string, demo: boolean } }> };

type ChangeOf_Risk_Fragment = { title: string, language: string, url: string, slug: string, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanMerge: boolean, contentToEdit: unknown, openDrafts: Array<{ id: string, url: string, state: DraftState, updatedAt: string, reason: string, author: { name: string, demo: boolean } }> };

type ChangeOf_Source_Fragment = { title: string, language: string, url: string, slug: string, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanMerge: boolean, contentToEdit: unknown, openDrafts: Array<{ id: string, url: string, state: DraftState, updatedAt: string, reason: string, author: { name: string, demo: boolean } }> };

type ChangeOf_Standard_Fragment = { title: string, language: string, url: string, slug: string, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanMerge: boolean, contentToEdit: unknown, openDrafts: Array<{ id: string, url: string, state: DraftState, updatedAt: string, reason: string, author: { name: string, demo: boolean } }> };

type ChangeOf_Vendor_Fragment = { title: string, language: string, url: string, slug: string, viewerCanEdit: boolean, viewerCanArchive: boolean, viewerCanMerge: boolean, contentToEdit: unknown, openDrafts: Array<{ id: string, url: string, state: DraftState, updatedAt: string, reason: string, author: { name: string, demo: boolean } }> };

export type ChangeOfFragment =
  | ChangeOf_BuildingBlock_Fragment
  | ChangeOf_ForeignRecord_Fragment
  | ChangeOf_GlossaryTerm_Fragment
  | ChangeOf_Goal_Fragment
  | ChangeOf_Lesson_Fragment
  | ChangeOf_Matrix_Fragment
  | ChangeOf_Mitigation_Fragment
  | ChangeOf_Organization_Fragment
  | ChangeOf_Project_Fragment
  | ChangeOf_Recommendation_Fragment
  | ChangeOf_Reference_Fragment
  | ChangeOf_Risk_Fragment
  | ChangeOf_Source_Fragment
  | ChangeOf_Standard_Fragment
  | ChangeOf_Vendor_Fragment
;

export type StalePageQueryVariables = Exact<{
  days?: number | null | undefined;
}>;


export type StalePageQuery = { staleRecords: Array<{ title: string, kind: Kind, verifyBy: string, daysPast: number, owners: Array<string>, record:
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
     | null }> };

export type StillCorrectPageQueryVariables = Exact<{
  token: string;
}>;


export type StillCorrectPageQuery = { stillCorrectLink: { state: string, title: string, url: string, verifyBy: string } | null };

export type ConfirmStillCorrectMutationVariables = Exact<{
  token: string;
}>;


export type ConfirmStillCorrectMutation = { confirmStillCorrect:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'StillCorrectConfirmed' }
   };

export type RenewStillCorrectMutationVariables = Exact<{
  token: string;
}>;


export type RenewStillCorrectMutation = { renewStillCorrectLink: boolean };

export type EditionsQueryVariables = Exact<{ [key: string]: never; }>;


export type EditionsQuery = { viewerCanAdapt: boolean, viewerOrganizations: Array<{ slug: string, shortName: string }>, instruments: Array<{ id: string, instrument: string, edition: string, title: string, organization: string | null, publishedAt: string | null }> };

export type BeginEditionMutationVariables = Exact<{
  from: string;
  edition: string;
  organization?: string | null | undefined;
  key: string;
}>;


export type BeginEditionMutation = { beginEdition:
    | { __typename: 'EditionSaved', edition: { id: string } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type EditionPageQueryVariables = Exact<{
  id: string;
}>;


export type EditionPageQuery = { instrumentEdition: { id: string, instrument: string, edition: string, title: string, organization: string | null, publishedAt: string | null, hash: string, edits: number, url: string, viewerCanAdapt: boolean, viewerCanPublish: boolean, viewerCanWithdraw: boolean, withdrawnAt: string | null, withdrawnReason: string | null, viewerCanReturn: boolean, returnedAt: string | null, returnedReason: string | null, source: string, differences: Array<{ part: string, id: string, change: string, before: string | null, after: string | null }> } | null };

export type CheckEditionMutationVariables = Exact<{
  source: string;
}>;


export type CheckEditionMutation = { checkEdition: Array<{ path: string, code: string, params: unknown }> };

export type SaveEditionMutationVariables = Exact<{
  id: string;
  edits: number;
  source: string;
}>;


export type SaveEditionMutation = { saveEdition:
    | { __typename: 'EditionSaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type PublishEditionMutationVariables = Exact<{
  id: string;
  edits: number;
  audience: Audience;
}>;


export type PublishEditionMutation = { publishEdition:
    | { __typename: 'EditionSaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type WithdrawEditionMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type WithdrawEditionMutation = { withdrawEdition:
    | { __typename: 'EditionSaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type ReturnEditionMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type ReturnEditionMutation = { returnEdition:
    | { __typename: 'EditionSaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type AddFollowPageQueryVariables = Exact<{
  address: string;
  addresses: Array<string> | string;
}>;


export type AddFollowPageQuery = { followAt: { id: string, name: string | null, frequency: DigestFrequency, paused: boolean } | null, recordsAt: Array<
    | { kind: Kind, title: string }
    | { kind: Kind, title: string }
    | { kind: Kind, title: string }
    | { kind: Kind, title: string }
    | { kind: Kind, title: string }
    | { kind: Kind, title: string }
    | { kind: Kind, title: string }
    | { kind: Kind, title: string }
    | { kind: Kind, title: string }
    | { kind: Kind, title: string }
    | { kind: Kind, title: string }
    | { kind: Kind, title: string }
    | { kind: Kind, title: string }
    | { kind: Kind, title: string }
    | { kind: Kind, title: string }
  > };

export type EndDigestPageQueryVariables = Exact<{
  token: string;
}>;


export type EndDigestPageQuery = { questionLink: boolean | null, digestLink: { frequency: DigestFrequency, count: number } | null };

export type EndDigestMutationVariables = Exact<{
  token: string;
}>;


export type EndDigestMutation = { endDigest: boolean };

export type ChangeFollowMutationVariables = Exact<{
  id: string;
  name?: string | null | undefined;
  frequency: DigestFrequency;
  paused: boolean;
}>;


export type ChangeFollowMutation = { changeFollow:
    | { __typename: 'FollowSaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type EndFollowMutationVariables = Exact<{
  id: string;
}>;


export type EndFollowMutation = { endFollow:
    | { __typename: 'FollowEnded' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type FollowingPageQueryVariables = Exact<{ [key: string]: never; }>;


export type FollowingPageQuery = { followingUndeliveredSince: string | null, following: Array<{ id: string, name: string | null, url: string | null, kind: Kind | null, list: boolean, frequency: DigestFrequency, paused: boolean, focal: boolean, toldAt: string | null, problems: Array<{ field: string, value: string }> }> };

export type FollowAddressMutationVariables = Exact<{
  address: string;
  name?: string | null | undefined;
  frequency: DigestFrequency;
}>;


export type FollowAddressMutation = { follow:
    | { __typename: 'FollowSaved' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type ForeignRecordsQueryVariables = Exact<{
  filter?: ForeignRecordFilter | null | undefined;
  orderBy?: ListOrder | null | undefined;
  after?: string | null | undefined;
  since?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type ForeignRecordsQuery = { viewerCanLoadCatalogues: boolean, foreignRecords: { totalCount: number, facets: Array<{ field: string, values: Array<{ value: string, label: string, count: number }> }>, ignored: Array<{ field: string, value: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { title: string, language: string, url: string, summaryText: string, catalogueName: string, ownerKind: ForeignOwnerKind | null, stage: Stage | null, countryNames: Array<string> } }> }, library: { kinds: Array<{ kind: Kind, count: number }> } };

export type ForeignRecordPageQueryVariables = Exact<{
  slug: string;
}>;


export type ForeignRecordPageQuery = { foreignRecord: { title: string, language: string, url: string, slug: string, version: number, hash: string, updatedAt: string, summaryText: string, identifier: string, address: string | null, changedThere: string | null, stage: Stage | null, catalogue: { name: string, publisher: string | null, url: string | null, version: string, asAt: string | null, licence: string, licenceUrl: string | null }, statements: Array<{ field: string, label: string | null, text: string, column: string }>, answers: Array<{ id: string, text: string, organization: string, organizationName: string, version: number, writtenAt: string, viewerCanWithdraw: boolean }>, versions: Array<{ number: number, at: string, edition: string, changed: Array<{ field: string, before: string, after: string }> }>, viewerAnswersFor: Array<{ slug: string, shortName: string }> } | null };

export type AnswerForeignRecordMutationVariables = Exact<{
  slug: string;
  organization: string;
  text: string;
  key: string;
}>;


export type AnswerForeignRecordMutation = { answerForeignRecord:
    | { __typename: 'ForeignRecord' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   | null };

export type WithdrawForeignAnswerMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawForeignAnswerMutation = { withdrawForeignAnswer:
    | { __typename: 'ForeignRecord' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   | null };

export type TermsInPlaceQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type TermsInPlaceQuery = { glossaryTerms: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { slug: string, url: string, term: string, forms: Array<string>, definition: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } } }> } };

export type GlossaryQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type GlossaryQuery = { glossaryTerms: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { slug: string, url: string, term: string, forms: Array<string>, definition: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, seeAlso: Array<{ url: string, term: string }> } }> } };

export type GoalsQueryVariables = Exact<{ [key: string]: never; }>;


export type GoalsQuery = { goals: { totalCount: number, edges: Array<{ node: { number: number, name: string, url: string, summaryText: string } }> }, library: { facets: Array<{ field: string, values: Array<{ value: string, count: number }> }> } };

export type GoalQueryVariables = Exact<{
  number: number;
}>;


export type GoalQuery = { goal: { number: number, name: string, url: string, iri: string, asked: { totalCount: number, nodes: Array<{ url: string, title: string, language: string, progress: QuestionProgress, answerCount: number }> }, challenge: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, approach: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, projects: Array<{ reason: string, project: { url: string, title: string, language: string, summaryText: string, stage: Stage, owners: Array<{ shortName: string }>, lessons: Array<{ url: string, title: string, language: string, lessonKind: LessonKind, theme: Theme }> } }> } | null, goals: { edges: Array<{ node: { number: number, name: string, url: string } }> } };

export type RevisionPartsFragment = { number: number, url: string, live: boolean, byLoader: boolean, organizationSlug: string | null, reason: string, restores: number | null, createdAt: string, archivedAt: string | null, archivedReason: string | null, writers: Array<{ name: string, demo: boolean }> };

export type HistoryPageQueryVariables = Exact<{
  kind: Kind;
  slug: string;
  from: number;
  to: number;
  compare: boolean;
}>;


export type HistoryPageQuery = { history: Array<{ content: unknown, number: number, url: string, live: boolean, byLoader: boolean, organizationSlug: string | null, reason: string, restores: number | null, createdAt: string, archivedAt: string | null, archivedReason: string | null, writers: Array<{ name: string, demo: boolean }> }>, compareRevisions?: { differences: Array<{ path: string, label: string, change: string, before: unknown, after: unknown }> } | null };

export type VersionPageQueryVariables = Exact<{
  kind: Kind;
  slug: string;
  number: number;
}>;


export type VersionPageQuery = { revision: { content: unknown, hash: string, seal: string, logSequence: number, number: number, url: string, live: boolean, byLoader: boolean, organizationSlug: string | null, reason: string, restores: number | null, createdAt: string, archivedAt: string | null, archivedReason: string | null, writers: Array<{ name: string, demo: boolean }> } | null, me: { canContribute: boolean } | null };

export type RestoreRevisionMutationVariables = Exact<{
  kind: Kind;
  slug: string;
  number: number;
  key?: string | null | undefined;
}>;


export type RestoreRevisionMutation = { restoreRevision:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'RevisionRestored', draft: { id: string } }
   };

type ExtraParts_BuildingBlock_Fragment = { attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type ExtraParts_ForeignRecord_Fragment = { attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type ExtraParts_GlossaryTerm_Fragment = { attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type ExtraParts_Goal_Fragment = { attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type ExtraParts_Lesson_Fragment = { attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type ExtraParts_Matrix_Fragment = { attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type ExtraParts_Mitigation_Fragment = { attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type ExtraParts_Organization_Fragment = { attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type ExtraParts_Project_Fragment = { attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type ExtraParts_Recommendation_Fragment = { attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type ExtraParts_Reference_Fragment = { attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type ExtraParts_Risk_Fragment = { attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type ExtraParts_Source_Fragment = { attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type ExtraParts_Standard_Fragment = { attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type ExtraParts_Vendor_Fragment = { attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

export type ExtraPartsFragment =
  | ExtraParts_BuildingBlock_Fragment
  | ExtraParts_ForeignRecord_Fragment
  | ExtraParts_GlossaryTerm_Fragment
  | ExtraParts_Goal_Fragment
  | ExtraParts_Lesson_Fragment
  | ExtraParts_Matrix_Fragment
  | ExtraParts_Mitigation_Fragment
  | ExtraParts_Organization_Fragment
  | ExtraParts_Project_Fragment
  | ExtraParts_Recommendation_Fragment
  | ExtraParts_Reference_Fragment
  | ExtraParts_Risk_Fragment
  | ExtraParts_Source_Fragment
  | ExtraParts_Standard_Fragment
  | ExtraParts_Vendor_Fragment
;

type CareParts_BuildingBlock_Fragment = { contactsWithheld: boolean, viewerCanEdit: boolean, freshness: { verifyBy: string, verifiedAt: string | null, past: boolean, daysPast: number } | null, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type CareParts_ForeignRecord_Fragment = { contactsWithheld: boolean, viewerCanEdit: boolean, freshness: { verifyBy: string, verifiedAt: string | null, past: boolean, daysPast: number } | null, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type CareParts_GlossaryTerm_Fragment = { contactsWithheld: boolean, viewerCanEdit: boolean, freshness: { verifyBy: string, verifiedAt: string | null, past: boolean, daysPast: number } | null, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type CareParts_Goal_Fragment = { contactsWithheld: boolean, viewerCanEdit: boolean, freshness: { verifyBy: string, verifiedAt: string | null, past: boolean, daysPast: number } | null, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type CareParts_Lesson_Fragment = { contactsWithheld: boolean, viewerCanEdit: boolean, freshness: { verifyBy: string, verifiedAt: string | null, past: boolean, daysPast: number } | null, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type CareParts_Matrix_Fragment = { contactsWithheld: boolean, viewerCanEdit: boolean, freshness: { verifyBy: string, verifiedAt: string | null, past: boolean, daysPast: number } | null, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type CareParts_Mitigation_Fragment = { contactsWithheld: boolean, viewerCanEdit: boolean, freshness: { verifyBy: string, verifiedAt: string | null, past: boolean, daysPast: number } | null, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type CareParts_Organization_Fragment = { contactsWithheld: boolean, viewerCanEdit: boolean, freshness: { verifyBy: string, verifiedAt: string | null, past: boolean, daysPast: number } | null, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type CareParts_Project_Fragment = { contactsWithheld: boolean, viewerCanEdit: boolean, freshness: { verifyBy: string, verifiedAt: string | null, past: boolean, daysPast: number } | null, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type CareParts_Recommendation_Fragment = { contactsWithheld: boolean, viewerCanEdit: boolean, freshness: { verifyBy: string, verifiedAt: string | null, past: boolean, daysPast: number } | null, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type CareParts_Reference_Fragment = { contactsWithheld: boolean, viewerCanEdit: boolean, freshness: { verifyBy: string, verifiedAt: string | null, past: boolean, daysPast: number } | null, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type CareParts_Risk_Fragment = { contactsWithheld: boolean, viewerCanEdit: boolean, freshness: { verifyBy: string, verifiedAt: string | null, past: boolean, daysPast: number } | null, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type CareParts_Source_Fragment = { contactsWithheld: boolean, viewerCanEdit: boolean, freshness: { verifyBy: string, verifiedAt: string | null, past: boolean, daysPast: number } | null, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type CareParts_Standard_Fragment = { contactsWithheld: boolean, viewerCanEdit: boolean, freshness: { verifyBy: string, verifiedAt: string | null, past: boolean, daysPast: number } | null, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

type CareParts_Vendor_Fragment = { contactsWithheld: boolean, viewerCanEdit: boolean, freshness: { verifyBy: string, verifiedAt: string | null, past: boolean, daysPast: number } | null, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

export type CarePartsFragment =
  | CareParts_BuildingBlock_Fragment
  | CareParts_ForeignRecord_Fragment
  | CareParts_GlossaryTerm_Fragment
  | CareParts_Goal_Fragment
  | CareParts_Lesson_Fragment
  | CareParts_Matrix_Fragment
  | CareParts_Mitigation_Fragment
  | CareParts_Organization_Fragment
  | CareParts_Project_Fragment
  | CareParts_Recommendation_Fragment
  | CareParts_Reference_Fragment
  | CareParts_Risk_Fragment
  | CareParts_Source_Fragment
  | CareParts_Standard_Fragment
  | CareParts_Vendor_Fragment
;

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { library: { citations: number, kinds: Array<{ kind: Kind, count: number }> }, projects: { totalCount: number, facets: Array<{ field: string, values: Array<{ value: string, label: string, count: number }> }> }, lessons: { totalCount: number, facets: Array<{ field: string, values: Array<{ value: string, label: string, count: number }> }> }, uptakeMatrix: { demo: boolean, report: { symbol: string | null, title: string }, rows: Array<{ slug: string, number: number | null, label: string, title: string, kind: ActionKind | null, counts: { addressed: number, noInformation: number, underConsideration: number, notAccepted: number, notRelevant: number, accepted: number, notStarted: number, inProgress: number, implemented: number, overdue: number, longOutstanding: number, unconfirmed: number, fromDocument: number, judged: number, agreed: number, priority: number, agreementRate: { numerator: number, denominator: number, percent: number | null }, acceptanceRate: { numerator: number, denominator: number, percent: number | null }, implementationRate: { numerator: number, denominator: number, percent: number | null } } }>, columns: Array<{ slug: string, shortName: string, name: string, forInformation: boolean, counts: { addressed: number, noInformation: number, underConsideration: number, notAccepted: number, notRelevant: number, accepted: number, notStarted: number, inProgress: number, implemented: number, overdue: number, longOutstanding: number, unconfirmed: number, fromDocument: number, judged: number, agreed: number, priority: number, agreementRate: { numerator: number, denominator: number, percent: number | null }, acceptanceRate: { numerator: number, denominator: number, percent: number | null }, implementationRate: { numerator: number, denominator: number, percent: number | null } } }>, cells: Array<{ recommendationSlug: string, recommendationNumber: number | null, organizationSlug: string, organizationName: string, kind: ActionKind, doubtful: boolean, note: string | null, status: UptakeStatus, overdue: boolean, overdueSince: string | null, overdueDays: number, longOutstanding: boolean, deadline: string | null, targetDate: string | null, effectiveDate: string | null, confirmed: boolean | null, standing: UptakeStanding | null, judgement: UptakeJudgementKind | null, priority: boolean, demo: boolean }>, counts: { addressed: number, noInformation: number, underConsideration: number, notAccepted: number, notRelevant: number, accepted: number, notStarted: number, inProgress: number, implemented: number, overdue: number, longOutstanding: number, unconfirmed: number, fromDocument: number, judged: number, agreed: number, priority: number, agreementRate: { numerator: number, denominator: number, percent: number | null }, acceptanceRate: { numerator: number, denominator: number, percent: number | null }, implementationRate: { numerator: number, denominator: number, percent: number | null } } } | null, telling: { edges: Array<{ node: { title: string, language: string, url: string, summaryText: string, stage: Stage, uses: Array<Use>, access: Access, platforms: Array<string>, scope: string, updatedAt: string, countries: Array<{ code: string }>, owners: Array<{ shortName: string }> } }> } };

export type ImportsQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportsQuery = { viewerCanImport: boolean, imports: Array<{ id: string, name: string, state: ImportState, added: number, changed: number, proposedBy: string | null, proposedAt: string }> };

export type ImportFormQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportFormQuery = { viewerCanImport: boolean, importTemplate: Array<string> };

export type PlanPartsFragment = { rows: Array<{ row: number, action: ImportRowAction, title: string, slug: string | null, changed: Array<{ column: string, before: string, after: string }>, candidates: Array<{ slug: string, title: string, reasons: Array<{ reason: string, text: string, score: number | null }> }> }>, faults: Array<{ row: number, column: string, code: string, params: unknown }>, left: Array<{ row: number, code: string, params: unknown }>, remarks: Array<{ code: string, params: unknown }>, reading: { sheet: string | null, head: number, dates: DayOrder | null, datesDoubtful: boolean, sure: boolean, remembered: boolean, sheets: Array<{ name: string, hidden: boolean }>, columns: Array<{ column: number, heading: string, field: string | null, sure: boolean, samples: Array<string> }>, words: Array<{ field: string, word: string, value: string | null, rows: number }>, given: Array<{ field: string, value: string }>, fields: Array<{ name: string, heading: string, day: boolean, choices: Array<{ value: string, word: string }> }> } | null };

export type CheckImportMutationVariables = Exact<{
  text?: string | null | undefined;
  file?: string | null | undefined;
  mapping?: TableMappingInput | null | undefined;
  answers?: Array<ImportAnswerInput> | ImportAnswerInput | null | undefined;
}>;


export type CheckImportMutation = { checkImport: { rows: Array<{ row: number, action: ImportRowAction, title: string, slug: string | null, changed: Array<{ column: string, before: string, after: string }>, candidates: Array<{ slug: string, title: string, reasons: Array<{ reason: string, text: string, score: number | null }> }> }>, faults: Array<{ row: number, column: string, code: string, params: unknown }>, left: Array<{ row: number, code: string, params: unknown }>, remarks: Array<{ code: string, params: unknown }>, reading: { sheet: string | null, head: number, dates: DayOrder | null, datesDoubtful: boolean, sure: boolean, remembered: boolean, sheets: Array<{ name: string, hidden: boolean }>, columns: Array<{ column: number, heading: string, field: string | null, sure: boolean, samples: Array<string> }>, words: Array<{ field: string, word: string, value: string | null, rows: number }>, given: Array<{ field: string, value: string }>, fields: Array<{ name: string, heading: string, day: boolean, choices: Array<{ value: string, word: string }> }> } | null } };

export type ProposeImportMutationVariables = Exact<{
  name: string;
  key: string;
  text?: string | null | undefined;
  file?: string | null | undefined;
  mapping?: TableMappingInput | null | undefined;
  answers?: Array<ImportAnswerInput> | ImportAnswerInput | null | undefined;
}>;


export type ProposeImportMutation = { proposeImport:
    | { __typename: 'Import', id: string }
    | { __typename: 'ImportPlan', rows: Array<{ row: number, action: ImportRowAction, title: string, slug: string | null, changed: Array<{ column: string, before: string, after: string }>, candidates: Array<{ slug: string, title: string, reasons: Array<{ reason: string, text: string, score: number | null }> }> }>, faults: Array<{ row: number, column: string, code: string, params: unknown }>, left: Array<{ row: number, code: string, params: unknown }>, remarks: Array<{ code: string, params: unknown }>, reading: { sheet: string | null, head: number, dates: DayOrder | null, datesDoubtful: boolean, sure: boolean, remembered: boolean, sheets: Array<{ name: string, hidden: boolean }>, columns: Array<{ column: number, heading: string, field: string | null, sure: boolean, samples: Array<string> }>, words: Array<{ field: string, word: string, value: string | null, rows: number }>, given: Array<{ field: string, value: string }>, fields: Array<{ name: string, heading: string, day: boolean, choices: Array<{ value: string, word: string }> }> } | null }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type ImportPageQueryVariables = Exact<{
  id: string;
}>;


export type ImportPageQuery = { viewerCanDecideImports: boolean, import: { id: string, name: string, state: ImportState, added: number, changed: number, addresses: Array<string>, proposedBy: string | null, proposedAt: string, decidedBy: string | null, decidedAt: string | null, reason: string | null, undoneBy: string | null, undoneAt: string | null, undoneReason: string | null, viewerProposed: boolean, rows: Array<{ row: number, action: ImportRowAction, title: string, slug: string | null, changed: Array<{ column: string, before: string, after: string }> }> } | null };

export type DecideImportMutationVariables = Exact<{
  id: string;
  publish: boolean;
  reason?: string | null | undefined;
}>;


export type DecideImportMutation = { decideImport:
    | { __typename: 'Import' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type UndoImportMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type UndoImportMutation = { undoImport:
    | { __typename: 'Import' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type AnswerPageQueryVariables = Exact<{
  token: string;
}>;


export type AnswerPageQuery = { informationLink: { organizationName: string, vendor: string, subject: string, text: string, answerBy: string, open: boolean, answers: number } | null };

export type AnswerInformationMutationVariables = Exact<{
  token: string;
  name: string;
  text: string;
}>;


export type AnswerInformationMutation = { answerInformation:
    | { __typename: 'InformationAnswered' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type InformationRequestsQueryVariables = Exact<{ [key: string]: never; }>;


export type InformationRequestsQuery = { viewerAsksVendorsFor: Array<{ slug: string }>, informationRequests: Array<{ url: string, subject: string, organizationName: string, answerBy: string, askedAt: string, asker: string | null, vendors: Array<{ answers: Array<{ id: string }> }> }> };

export type InformationRequestPageQueryVariables = Exact<{
  id: string;
}>;


export type InformationRequestPageQuery = { informationRequest: { subject: string, text: string, organizationName: string, answerBy: string, askedAt: string, asker: string | null, vendors: Array<{ title: string, url: string | null, contacts: number, answers: Array<{ id: string, name: string, text: string, answeredAt: string }> }> } | null };

export type InquiryPageQueryVariables = Exact<{
  addresses: Array<string> | string;
}>;


export type InquiryPageQuery = { recordsAt: Array<
    | { title: string, language: string, url: string, inquiryReceivers: { to: InquiryReceiverGroup, owners: Array<string> } }
    | { title: string, language: string, url: string, inquiryReceivers: { to: InquiryReceiverGroup, owners: Array<string> } }
    | { title: string, language: string, url: string, inquiryReceivers: { to: InquiryReceiverGroup, owners: Array<string> } }
    | { title: string, language: string, url: string, inquiryReceivers: { to: InquiryReceiverGroup, owners: Array<string> } }
    | { title: string, language: string, url: string, inquiryReceivers: { to: InquiryReceiverGroup, owners: Array<string> } }
    | { title: string, language: string, url: string, inquiryReceivers: { to: InquiryReceiverGroup, owners: Array<string> } }
    | { title: string, language: string, url: string, inquiryReceivers: { to: InquiryReceiverGroup, owners: Array<string> } }
    | { title: string, language: string, url: string, inquiryReceivers: { to: InquiryReceiverGroup, owners: Array<string> } }
    | { title: string, language: string, url: string, inquiryReceivers: { to: InquiryReceiverGroup, owners: Array<string> } }
    | { title: string, language: string, url: string, inquiryReceivers: { to: InquiryReceiverGroup, owners: Array<string> } }
    | { title: string, language: string, url: string, inquiryReceivers: { to: InquiryReceiverGroup, owners: Array<string> } }
    | { title: string, language: string, url: string, inquiryReceivers: { to: InquiryReceiverGroup, owners: Array<string> } }
    | { title: string, language: string, url: string, inquiryReceivers: { to: InquiryReceiverGroup, owners: Array<string> } }
    | { title: string, language: string, url: string, inquiryReceivers: { to: InquiryReceiverGroup, owners: Array<string> } }
    | { title: string, language: string, url: string, inquiryReceivers: { to: InquiryReceiverGroup, owners: Array<string> } }
  > };

export type SendInquiryMutationVariables = Exact<{
  record: string;
  purpose: InquiryPurpose;
  text: string;
  name?: string | null | undefined;
  email?: string | null | undefined;
}>;


export type SendInquiryMutation = { sendInquiry:
    | { __typename: 'InquirySent', receivers: { to: InquiryReceiverGroup } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type SimilarAnswerPartsFragment = { stages: Array<{ stage: Stage, count: number }>, projects: Array<{ stage: Stage, since: string | null, contacts: Array<string>, project: { title: string, language: string, url: string }, answers: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, became: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, costs: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, lessons: Array<{ title: string, language: string, url: string }> }> };

export type EvaluationPartsFragment = { answered: number, decided: { state: LayerState, layer: { id: string, number: number, title: string }, outcome: { title: string, verdict: Verdict, text: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, instead: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null }, because: Array<{ reason: string | null, question: { id: string, number: number, text: string, group: string, layer: string }, option: { label: string } | null, claimed: { label: string } | null }>, also: Array<{ reason: string | null, question: { id: string, number: number, text: string, group: string, layer: string }, option: { label: string } | null, claimed: { label: string } | null }> }, layers: Array<{ state: LayerState, layer: { id: string, number: number, title: string }, outcome: { title: string }, because: Array<{ question: { id: string, group: string, number: number, layer: string }, option: { label: string } | null, claimed: { label: string } | null }> }>, exceptions: Array<{ reason: string | null, question: { id: string, number: number, text: string, group: string, layer: string }, option: { label: string } | null, claimed: { label: string } | null }>, unreasoned: Array<{ id: string, group: string, number: number, layer: string }>, open: Array<{ id: string, group: string, number: number, layer: string }>, tree: Array<{ rule: string, number: number | null, question: string | null, label: string, path: TreePath, outcome: { title: string } }> };

export type InstrumentsQueryVariables = Exact<{ [key: string]: never; }>;


export type InstrumentsQuery = { viewerCanAdapt: boolean, instruments: Array<{ id: string, instrument: string, edition: string, title: string, organization: string | null, publishedAt: string | null, url: string }> };

export type InstrumentOutcomeQueryVariables = Exact<{
  instrument: string;
  edition?: string | null | undefined;
  answers: Array<AnswerInput> | AnswerInput;
}>;


export type InstrumentOutcomeQuery = { viewerOrganizations: Array<{ slug: string, shortName: string }>, instrument: { instrument: string, edition: string, title: string, total: number, layers: Array<{ id: string, number: number }>, figure: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, evaluation: { answered: number, changes: Array<{ given: { question: { id: string, number: number, text: string, group: string, layer: string }, option: { id: string, label: string } | null }, outcome: { title: string } }>, risks: Array<{ reasons: Array<string>, risk: { title: string, url: string } }>, decided: { state: LayerState, layer: { id: string, number: number, title: string }, outcome: { title: string, verdict: Verdict, text: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, instead: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null }, because: Array<{ reason: string | null, question: { id: string, number: number, text: string, group: string, layer: string }, option: { label: string } | null, claimed: { label: string } | null }>, also: Array<{ reason: string | null, question: { id: string, number: number, text: string, group: string, layer: string }, option: { label: string } | null, claimed: { label: string } | null }> }, layers: Array<{ state: LayerState, layer: { id: string, number: number, title: string }, outcome: { title: string }, because: Array<{ question: { id: string, group: string, number: number, layer: string }, option: { label: string } | null, claimed: { label: string } | null }> }>, exceptions: Array<{ reason: string | null, question: { id: string, number: number, text: string, group: string, layer: string }, option: { label: string } | null, claimed: { label: string } | null }>, unreasoned: Array<{ id: string, group: string, number: number, layer: string }>, open: Array<{ id: string, group: string, number: number, layer: string }>, tree: Array<{ rule: string, number: number | null, question: string | null, label: string, path: TreePath, outcome: { title: string } }> } } | null, similarProjects: { stages: Array<{ stage: Stage, count: number }>, projects: Array<{ stage: Stage, since: string | null, contacts: Array<string>, project: { title: string, language: string, url: string }, answers: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, became: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, costs: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, lessons: Array<{ title: string, language: string, url: string }> }> } | null };

export type InstrumentQuestionsQueryVariables = Exact<{
  instrument: string;
  edition?: string | null | undefined;
  group: string;
  answers: Array<AnswerInput> | AnswerInput;
}>;


export type InstrumentQuestionsQuery = { instrument: { instrument: string, edition: string, title: string, total: number, layers: Array<{ id: string, number: number, title: string }>, groups: Array<{ id: string, layer: string, title: string, questions: Array<string> }>, questions: Array<{ id: string, number: number, text: string, help: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }>, options: Array<{ id: string, label: string, exceptionTo: string | null, reason: string | null, conclusions: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }> }> }>, helpers: Array<{ name: string, url: string, organizations: Array<{ shortName: string }>, reasons: Array<{ kind: HelperReasonKind, value: string | null }> }>, evaluation: { answered: number, decided: { state: LayerState, outcome: { title: string, verdict: Verdict } } } } | null, similarProjects: { stages: Array<{ stage: Stage, count: number }>, projects: Array<{ stage: Stage, since: string | null, contacts: Array<string>, project: { title: string, language: string, url: string }, answers: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, became: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, costs: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, lessons: Array<{ title: string, language: string, url: string }> }> } | null };

export type SavedNotesQueryVariables = Exact<{
  id: string;
}>;


export type SavedNotesQuery = { assessment: { evaluation: { answers: Array<{ note: string | null, evidence: string | null, question: { id: string } }> } } | null };

export type InstrumentStartQueryVariables = Exact<{
  instrument: string;
  edition?: string | null | undefined;
}>;


export type InstrumentStartQuery = { instrument: { instrument: string, edition: string, title: string, total: number, organization: string | null, changes: string | null, publishedAt: string | null, withdrawnAt: string | null, withdrawnReason: string | null, hash: string, summary: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, layers: Array<{ id: string, number: number, title: string, text: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } }>, groups: Array<{ id: string, layer: string, title: string, questions: Array<string> }> } | null };

export type EventsPageQueryVariables = Exact<{
  from?: string | null | undefined;
}>;


export type EventsPageQuery = { viewerSuggests: boolean, calendar: Array<{ id: string, url: string, title: string, about: string, what: EventKind, day: string, lastDay: string | null, time: string | null, minutes: number | null, place: string | null, language: string | null, address: string | null, suggestedBy: string | null, mine: boolean }> };

export type WithdrawEventMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawEventMutation = { withdrawLearning:
    | { __typename: 'InvalidInput' }
    | { __typename: 'LearningSaved' }
   };

export type LearningPathPageQueryVariables = Exact<{ [key: string]: never; }>;


export type LearningPathPageQuery = { learningPaths: Array<{ slug: string, title: string, text: string, url: string, steps: Array<{ url: string, title: string, why: string, done: boolean, sum: number | null }> }> };

export type MarkLearningStepMutationVariables = Exact<{
  url: string;
  done: boolean;
}>;


export type MarkLearningStepMutation = { markLearningStep: boolean };

export type ForgetLearningStepsMutationVariables = Exact<{ [key: string]: never; }>;


export type ForgetLearningStepsMutation = { forgetLearningSteps: boolean };

export type SuggestLearningFormQueryVariables = Exact<{ [key: string]: never; }>;


export type SuggestLearningFormQuery = { viewerSuggests: boolean, learningPaths: Array<{ slug: string, title: string }> };

export type SuggestLearningMutationVariables = Exact<{
  kind: LearningEntryKind;
  input: LearningInput;
  audience: Audience;
  key?: string | null | undefined;
}>;


export type SuggestLearningMutation = { suggestLearning:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'LearningSaved' }
   };

export type LearningSuggestionsQueryVariables = Exact<{ [key: string]: never; }>;


export type LearningSuggestionsQuery = { viewerDecidesLearning: boolean, learningSuggestions: Array<{ id: string, kind: LearningEntryKind, state: LearningEntryState, audience: Audience, title: string, about: string, address: string | null, day: string | null, reason: string | null, suggestedBy: string | null, mine: boolean }> };

export type DecideLearningMutationVariables = Exact<{
  id: string;
  accept: boolean;
  reason: string;
}>;


export type DecideLearningMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'LearningSaved' }
   };

export type WithdrawLearningMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawLearningMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'LearningSaved' }
   };

export type LessonsQueryVariables = Exact<{
  filter?: LessonFilter | null | undefined;
  orderBy?: ListOrder | null | undefined;
  after?: string | null | undefined;
  since?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type LessonsQuery = { lessons: { totalCount: number, facets: Array<{ field: string, values: Array<{ value: string, label: string, count: number }> }>, ignored: Array<{ field: string, value: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { title: string, language: string, url: string, summaryText: string, lessonKind: LessonKind, theme: Theme, updatedAt: string, organizations: Array<{ shortName: string }>, projects: Array<{ title: string, language: string }> } }> }, library: { kinds: Array<{ kind: Kind, count: number }> } };

export type LessonPageQueryVariables = Exact<{
  id: string;
}>;


export type LessonPageQuery = { lesson: { contactsWithheld: boolean, viewerCanEdit: boolean, title: string, language: string, url: string, slug: string, summaryText: string, version: number, hash: string, createdAt: string, updatedAt: string, lessonKind: LessonKind, theme: Theme, subject: string, questions: Array<string>, helpers: Array<{ name: string, url: string, organizations: Array<{ shortName: string }>, reasons: Array<{ kind: HelperReasonKind, value: string | null }> }>, asked: { totalCount: number, nodes: Array<{ url: string, title: string, language: string, progress: QuestionProgress, answerCount: number }> }, fromQuestion: { url: string, title: string, asked: { name: string | null, organizations: Array<{ shortName: string }> }, answered: Array<{ name: string | null, organizations: Array<{ shortName: string }> }> } | null, freshness: { verifyBy: string, verifiedAt: string | null, past: boolean, daysPast: number } | null, context: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, whatHappened: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, whatFollows: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, otherViews: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, organizations: Array<{ title: string, shortName: string, url: string }>, projects: Array<{ title: string, language: string, url: string, stage: Stage }>, risks: Array<{ title: string, url: string }>, mitigations: Array<{ title: string, url: string }>, standards: Array<{ title: string, url: string }>, recommendations: Array<{ title: string, url: string }>, connections: Array<{ relation: string, reason: string | null, record:
        | { title: string, language: string, url: string }
        | { title: string, language: string, url: string }
        | { title: string, language: string, url: string }
        | { number: number, title: string, language: string, url: string }
        | { title: string, language: string, url: string }
        | { title: string, language: string, url: string }
        | { title: string, language: string, url: string }
        | { title: string, language: string, url: string }
        | { title: string, language: string, url: string }
        | { title: string, language: string, url: string }
        | { title: string, language: string, url: string }
        | { title: string, language: string, url: string }
        | { title: string, language: string, url: string }
        | { title: string, language: string, url: string }
        | { title: string, language: string, url: string }
       }>, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> } | null };

export type LessonPagePartsFragment = { title: string, language: string, url: string, slug: string, summaryText: string, version: number, hash: string, createdAt: string, updatedAt: string, lessonKind: LessonKind, theme: Theme, subject: string, questions: Array<string>, context: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, whatHappened: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, whatFollows: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, otherViews: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, organizations: Array<{ title: string, shortName: string, url: string }>, projects: Array<{ title: string, language: string, url: string, stage: Stage }>, risks: Array<{ title: string, url: string }>, mitigations: Array<{ title: string, url: string }>, standards: Array<{ title: string, url: string }>, recommendations: Array<{ title: string, url: string }>, connections: Array<{ relation: string, reason: string | null, record:
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { number: number, title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
     }>, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

export type LogPageQueryVariables = Exact<{
  before?: number | null | undefined;
  kind?: string | null | undefined;
}>;


export type LogPageQuery = { logCheckpoint: { size: number, note: string, createdAt: string, key: string | null } | null, me: { log: Array<{ sequence: number, createdAt: string, kind: string, body: unknown, hash: string }> | null } | null };

export type MatrixPageQueryVariables = Exact<{ [key: string]: never; }>;


export type MatrixPageQuery = { matrix: { title: string, url: string, edition: string, summary: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, layers: Array<{ id: string, number: number, title: string, text: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } }>, questions: Array<{ id: string, layer: string, number: number, group: string, text: string, help: string | null, yes: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, no: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, choices: Array<{ id: string, title: string, properties: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, useWhen: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }> }>, considerations: Array<{ id: string, number: number, title: string, text: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } }> } | null };

export type GrantRoleMutationVariables = Exact<{
  member: string;
  role: Role;
  organization?: string | null | undefined;
  deputy?: boolean | null | undefined;
}>;


export type GrantRoleMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'MemberSaved' }
   };

export type RevokeRoleMutationVariables = Exact<{
  member: string;
  role: Role;
  organization?: string | null | undefined;
}>;


export type RevokeRoleMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'MemberSaved' }
   };

export type SuspendUserMutationVariables = Exact<{
  member: string;
  suspended: boolean;
}>;


export type SuspendUserMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'MemberSaved' }
   };

export type EraseUserMutationVariables = Exact<{
  member: string;
}>;


export type EraseUserMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'MemberSaved' }
   };

export type ResetFactorsMutationVariables = Exact<{
  member: string;
}>;


export type ResetFactorsMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'MemberSaved' }
   };

export type InvitePersonMutationVariables = Exact<{
  email: string;
  role: Role;
  organization?: string | null | undefined;
  deputy?: boolean | null | undefined;
}>;


export type InvitePersonMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'Invited' }
   };

export type WithdrawInvitationMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawInvitationMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'InvitationWithdrawn' }
   };

export type DecideSignInCaseMutationVariables = Exact<{
  id: string;
  decision: SignInDecision;
}>;


export type DecideSignInCaseMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'SignInCaseDecided' }
   };

export type MembersPageQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type MembersPageQuery = { members: Array<{ id: string, name: string, email: string, emailVerified: boolean, demo: boolean, suspended: boolean, erased: boolean, memberships: Array<{ role: Role, organizationSlug: string | null, organizationName: string | null, deputy: boolean }> }>, invitations: Array<{ id: string, email: string, role: Role, organizationName: string | null, deputy: boolean, invitedBy: string | null, works: boolean, createdAt: string, expiresAt: string }>, signInCases: Array<{ id: string, service: string, subject: string, email: string, name: string, vouched: boolean, accountName: string, reassigned: boolean, decision: SignInDecision | null, seenAt: string }> };

export type NewsPageQueryVariables = Exact<{ [key: string]: never; }>;


export type NewsPageQuery = { news: { since: string, marked: boolean, upTo: string, count: number, items: Array<{ added: boolean, at: string, why: Array<string>, record:
        | { title: string, url: string, kind: Kind, language: string, summaryText: string }
        | { title: string, url: string, kind: Kind, language: string, summaryText: string }
        | { title: string, url: string, kind: Kind, language: string, summaryText: string }
        | { title: string, url: string, kind: Kind, language: string, summaryText: string }
        | { title: string, url: string, kind: Kind, language: string, summaryText: string }
        | { title: string, url: string, kind: Kind, language: string, summaryText: string }
        | { title: string, url: string, kind: Kind, language: string, summaryText: string }
        | { title: string, url: string, kind: Kind, language: string, summaryText: string }
        | { title: string, url: string, kind: Kind, language: string, summaryText: string }
        | { title: string, url: string, kind: Kind, language: string, summaryText: string }
        | { title: string, url: string, kind: Kind, language: string, summaryText: string }
        | { title: string, url: string, kind: Kind, language: string, summaryText: string }
        | { title: string, url: string, kind: Kind, language: string, summaryText: string }
        | { title: string, url: string, kind: Kind, language: string, summaryText: string }
        | { title: string, url: string, kind: Kind, language: string, summaryText: string }
       | null }>, questions: { edges: Array<{ node: { url: string, title: string, language: string, progress: QuestionProgress, answerCount: number, hidden: boolean, activeAt: string, author: { name: string | null, organizations: Array<{ shortName: string }> }, about:
            | { title: string }
            | { title: string }
            | { title: string }
            | { title: string }
            | { title: string }
            | { title: string }
            | { title: string }
            | { title: string }
            | { title: string }
            | { title: string }
            | { title: string }
            | { title: string }
            | { title: string }
            | { title: string }
            | { title: string }
           | null } }> } } | null };

export type MarkSeenMutationVariables = Exact<{
  upTo: string;
}>;


export type MarkSeenMutation = { markSeen:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'NewsSeen' }
   };

export type ForgetVisitMutationVariables = Exact<{ [key: string]: never; }>;


export type ForgetVisitMutation = { forgetVisit: boolean };

export type OperationsPageQueryVariables = Exact<{ [key: string]: never; }>;


export type OperationsPageQuery = { installation: { mailServer: boolean, mailsUnsent: number, mailsOldestSeconds: number, searchEngine: string, searchWanted: string, objectStore: boolean | null, connections: number, connectionsAwaited: number, databaseBytes: number, records: number, sessions: number, logEntries: number, jobs: Array<{ task: string, waiting: number, oldestSeconds: number, failed: number }> } };

export type OrganizationsQueryVariables = Exact<{
  filter?: OrganizationFilter | null | undefined;
  orderBy?: ListOrder | null | undefined;
  after?: string | null | undefined;
  since?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type OrganizationsQuery = { organizations: { totalCount: number, facets: Array<{ field: string, values: Array<{ value: string, label: string, count: number }> }>, ignored: Array<{ field: string, value: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { title: string, url: string, summaryText: string, organizationKind: OrganizationKind, updatedAt: string, ownerCount: number, participantCount: number } }> }, library: { kinds: Array<{ kind: Kind, count: number }> } };

export type OrganizationPageQueryVariables = Exact<{
  slug: string;
}>;


export type OrganizationPageQuery = { organization: { title: string, url: string, slug: string, summaryText: string, version: number, hash: string, createdAt: string, updatedAt: string, shortName: string, name: string, alsoKnownAs: Array<string>, organizationKind: OrganizationKind, group: OrganizationGroup, annexIvColumn: number | null, website: string | null, asked: { totalCount: number, nodes: Array<{ url: string, title: string, language: string, progress: QuestionProgress, answerCount: number }> }, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }>, ror: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, orgId: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, iati: { identifier: string, note: string | null } | null, parent: { title: string, url: string } | null, parts: Array<{ title: string, url: string }>, summary: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, statements: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, roles: Array<{ owner: boolean, role: string | null, responsibility: string | null, project: { title: string, language: string, url: string, stage: Stage, participants: Array<{ role: string, responsibility: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, summary: { asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, ownersBasis: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null } }>, actions: Array<{ kind: ActionKind, printed: boolean, note: string | null, recommendationNumber: number, recommendation: { title: string, url: string } | null }>, lessons: Array<{ total: number, record:
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { lessonKind: LessonKind, theme: Theme, kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
       }>, connections: Array<{ record:
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
       }> } | null };

export type OutboxPageQueryVariables = Exact<{ [key: string]: never; }>;


export type OutboxPageQuery = { outbox: { sending: boolean, mails: Array<{ id: string, address: string, subject: string, text: string, attempts: number, lastError: string | null, createdAt: string, sentAt: string | null }> } };

export type OverviewQueryVariables = Exact<{ [key: string]: never; }>;


export type OverviewQuery = { library: { platforms: Array<{ row: string, column: string, count: number }>, lessons: Array<{ row: string, column: string, count: number }>, together: Array<{ one: string, oneUrl: string, other: string, otherUrl: string, projects: Array<{ title: string, url: string }> }>, stages: Array<{ stage: Stage, year: string | null, count: number }> }, projects: { totalCount: number, facets: Array<{ field: string, values: Array<{ value: string, label: string, count: number }> }> }, ended: { totalCount: number, edges: Array<{ node: { url: string, title: string, language: string, stages: Array<{ stage: Stage, date: string | null, text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }> } }> } };

export type ProfessionalsQueryVariables = Exact<{
  filter?: ProfessionalFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type ProfessionalsQuery = { viewerEntersPool: boolean, viewerProfessional: { id: string } | null, professionals: { totalCount: number, facets: Array<{ field: string, values: Array<{ value: string, label: string, count: number }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { url: string, name: string, technologies: Array<string>, tasks: Array<string>, sectors: Array<string>, languages: Array<string>, offers: Array<ProfessionalOffer>, availability: string, organizations: Array<{ shortName: string }> } }> } };

export type OwnProfessionalQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnProfessionalQuery = { viewerEntersPool: boolean, me: { name: string, memberships: Array<{ organizationName: string | null }> } | null, viewerProfessional: { url: string, name: string, about: string, technologies: Array<string>, tasks: Array<string>, sectors: Array<string>, languages: Array<string>, countries: Array<string>, offers: Array<ProfessionalOffer>, availability: string, audience: ProfessionalAudience, showsAddress: boolean, confirmedAt: string, hiddenFrom: string, edits: number, works: Array<
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
      | { url: string }
    > } | null };

export type SaveProfessionalMutationVariables = Exact<{
  input: ProfessionalInput;
  edits: number;
  consents: boolean;
}>;


export type SaveProfessionalMutation = { saveProfessional:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'ProfessionalSaved' }
   };

export type ConfirmProfessionalMutationVariables = Exact<{ [key: string]: never; }>;


export type ConfirmProfessionalMutation = { confirmProfessional:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'ProfessionalSaved' }
   };

export type WithdrawProfessionalMutationVariables = Exact<{ [key: string]: never; }>;


export type WithdrawProfessionalMutation = { withdrawProfessional: boolean };

export type ProfessionalPageQueryVariables = Exact<{
  id: string;
}>;


export type ProfessionalPageQuery = { professional: { id: string, url: string, name: string, about: string, technologies: Array<string>, tasks: Array<string>, sectors: Array<string>, languages: Array<string>, countries: Array<string>, offers: Array<ProfessionalOffer>, availability: string, audience: ProfessionalAudience, email: string | null, confirmedAt: string, viewerOwns: boolean, organizations: Array<{ shortName: string, url: string }>, works: Array<
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
      | { title: string, language: string, url: string }
    > } | null };

export type WriteToProfessionalMutationVariables = Exact<{
  id: string;
  text: string;
}>;


export type WriteToProfessionalMutation = { writeToProfessional:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'ProfessionalWritten' }
   };

export type ProjectsQueryVariables = Exact<{
  filter?: ProjectFilter | null | undefined;
  orderBy?: ListOrder | null | undefined;
  after?: string | null | undefined;
  since?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type ProjectsQuery = { projects: { totalCount: number, facets: Array<{ field: string, values: Array<{ value: string, label: string, count: number }> }>, ignored: Array<{ field: string, value: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { title: string, language: string, url: string, summaryText: string, stage: Stage, uses: Array<Use>, access: Access, platforms: Array<string>, scope: string, updatedAt: string, countries: Array<{ code: string }>, owners: Array<{ shortName: string }> } }> }, library: { kinds: Array<{ kind: Kind, count: number }> } };

export type ProjectPageQueryVariables = Exact<{
  slug: string;
}>;


export type ProjectPageQuery = { assessmentEvidence: Array<{ title: string, url: string, outcomeTitle: string, signedAt: string }>, project: { contactsWithheld: boolean, viewerCanEdit: boolean, title: string, language: string, url: string, slug: string, summaryText: string, version: number, hash: string, createdAt: string, updatedAt: string, alsoKnownAs: Array<string>, origin: Origin, stage: Stage, scope: string, uses: Array<Use>, sectors: Array<Sector>, platforms: Array<string>, helpers: Array<{ name: string, url: string, organizations: Array<{ shortName: string }>, reasons: Array<{ kind: HelperReasonKind, value: string | null }> }>, asked: { totalCount: number, nodes: Array<{ url: string, title: string, language: string, progress: QuestionProgress, answerCount: number }> }, freshness: { verifyBy: string, verifiedAt: string | null, past: boolean, daysPast: number } | null, countries: Array<{ code: string, name: string }>, owners: Array<{ title: string, shortName: string, slug: string, url: string }>, ownersBasis: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, summary: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, places: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, stages: Array<{ stage: Stage, current: boolean, date: string | null, text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, ledger: { access: Access, platforms: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, accessBasis: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, consensus: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, offChain: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, keyCustody: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }> }, legal: Array<{ topic: LegalTopic, answer: string | null, question: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } }>, answers: Array<{ statement: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } }>, participants: Array<{ name: string, role: string, responsibility: string | null, asAt: string | null, certainty: Certainty, note: string | null, organization: { shortName: string, url: string } | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, engagements: Array<{ role: string, delivered: string | null, stack: Array<string>, period: string | null, outcome: string | null, asAt: string | null, certainty: Certainty, note: string | null, vendor: { title: string, language: string, slug: string, url: string }, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, figures: Array<{ current: boolean, label: string, value: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, statements: Array<{ section: string | null, text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, goals: Array<{ reason: string, goal: { number: number, url: string } }>, buildingBlocks: Array<{ title: string, language: string, url: string }>, lessons: Array<{ title: string, language: string, url: string, lessonKind: LessonKind, theme: Theme }>, risks: Array<{ title: string, url: string }>, mitigations: Array<{ title: string, url: string }>, recommendations: Array<{ title: string, url: string }>, standards: Array<{ title: string, url: string }>, similar: Array<{ reasons: Array<string>, project: { title: string, language: string, url: string, stage: Stage } }>, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> } | null };

export type ProjectPagePartsFragment = { title: string, language: string, url: string, slug: string, summaryText: string, version: number, hash: string, createdAt: string, updatedAt: string, alsoKnownAs: Array<string>, origin: Origin, stage: Stage, scope: string, uses: Array<Use>, sectors: Array<Sector>, platforms: Array<string>, countries: Array<{ code: string, name: string }>, owners: Array<{ title: string, shortName: string, slug: string, url: string }>, ownersBasis: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, summary: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, places: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, stages: Array<{ stage: Stage, current: boolean, date: string | null, text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, ledger: { access: Access, platforms: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, accessBasis: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, consensus: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, offChain: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, keyCustody: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }> }, legal: Array<{ topic: LegalTopic, answer: string | null, question: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } }>, answers: Array<{ statement: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } }>, participants: Array<{ name: string, role: string, responsibility: string | null, asAt: string | null, certainty: Certainty, note: string | null, organization: { shortName: string, url: string } | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, engagements: Array<{ role: string, delivered: string | null, stack: Array<string>, period: string | null, outcome: string | null, asAt: string | null, certainty: Certainty, note: string | null, vendor: { title: string, language: string, slug: string, url: string }, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, figures: Array<{ current: boolean, label: string, value: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, statements: Array<{ section: string | null, text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, goals: Array<{ reason: string, goal: { number: number, url: string } }>, buildingBlocks: Array<{ title: string, language: string, url: string }>, lessons: Array<{ title: string, language: string, url: string, lessonKind: LessonKind, theme: Theme }>, risks: Array<{ title: string, url: string }>, mitigations: Array<{ title: string, url: string }>, recommendations: Array<{ title: string, url: string }>, standards: Array<{ title: string, url: string }>, similar: Array<{ reasons: Array<string>, project: { title: string, language: string, url: string, stage: Stage } }>, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

export type ProjectRowFragment = { title: string, language: string, url: string, summaryText: string, stage: Stage, uses: Array<Use>, access: Access, platforms: Array<string>, scope: string, updatedAt: string, countries: Array<{ code: string }>, owners: Array<{ shortName: string }> };

export type AnswerQuestionMutationVariables = Exact<{
  id: string;
  text: string;
  citations: Array<string> | string;
  key?: string | null | undefined;
}>;


export type AnswerQuestionMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'QuestionSaved', url: string, changed: boolean }
   };

type QuestionDone_InvalidInput_Fragment = { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> };

type QuestionDone_QuestionSaved_Fragment = { __typename: 'QuestionSaved', url: string, changed: boolean };

export type QuestionDoneFragment =
  | QuestionDone_InvalidInput_Fragment
  | QuestionDone_QuestionSaved_Fragment
;

export type MarkHelpedMutationVariables = Exact<{
  post: string;
  helped: boolean;
}>;


export type MarkHelpedMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'QuestionSaved', url: string, changed: boolean }
   };

export type CloseQuestionMutationVariables = Exact<{
  id: string;
  reason?: string | null | undefined;
}>;


export type CloseQuestionMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'QuestionSaved', url: string, changed: boolean }
   };

export type MoveQuestionMutationVariables = Exact<{
  id: string;
  about: string;
  reason: string;
}>;


export type MoveQuestionMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'QuestionSaved', url: string, changed: boolean }
   };

export type MergeQuestionMutationVariables = Exact<{
  id: string;
  into: string;
  reason: string;
}>;


export type MergeQuestionMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'QuestionSaved', url: string, changed: boolean }
   };

export type MuteQuestionMutationVariables = Exact<{
  id: string;
  muted: boolean;
}>;


export type MuteQuestionMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'QuestionSaved', url: string, changed: boolean }
   };

export type AskProfessionalMutationVariables = Exact<{
  id: string;
  professional: string;
}>;


export type AskProfessionalMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'QuestionSaved', url: string, changed: boolean }
   };

export type ReportPostMutationVariables = Exact<{
  post: string;
  reason: string;
}>;


export type ReportPostMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'QuestionSaved', url: string, changed: boolean }
   };

export type EditPostMutationVariables = Exact<{
  post: string;
  text: string;
  title?: string | null | undefined;
}>;


export type EditPostMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'QuestionSaved', url: string, changed: boolean }
   };

export type HidePostMutationVariables = Exact<{
  post: string;
  reason: string;
}>;


export type HidePostMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'QuestionSaved', url: string, changed: boolean }
   };

export type KeepPostMutationVariables = Exact<{
  post: string;
}>;


export type KeepPostMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'QuestionSaved', url: string, changed: boolean }
   };

export type AppealPostMutationVariables = Exact<{
  post: string;
  text: string;
}>;


export type AppealPostMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'QuestionSaved', url: string, changed: boolean }
   };

export type SettleHiddenMutationVariables = Exact<{
  post: string;
  shown: boolean;
  reason: string;
}>;


export type SettleHiddenMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'QuestionSaved', url: string, changed: boolean }
   };

export type LessonFromQuestionMutationVariables = Exact<{
  id: string;
}>;


export type LessonFromQuestionMutation = { result:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'QuestionLessonDrafted', draft: string }
   };

export type QuestionRowPartsFragment = { url: string, title: string, language: string, progress: QuestionProgress, answerCount: number, hidden: boolean, activeAt: string, author: { name: string | null, organizations: Array<{ shortName: string }> }, about:
    | { title: string }
    | { title: string }
    | { title: string }
    | { title: string }
    | { title: string }
    | { title: string }
    | { title: string }
    | { title: string }
    | { title: string }
    | { title: string }
    | { title: string }
    | { title: string }
    | { title: string }
    | { title: string }
    | { title: string }
   | null };

export type QuestionsQueryVariables = Exact<{
  filter?: QuestionFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type QuestionsQuery = { viewerAsks: boolean, questions: { totalCount: number, progress: Array<{ value: QuestionProgress, count: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { url: string, title: string, language: string, progress: QuestionProgress, answerCount: number, hidden: boolean, activeAt: string, author: { name: string | null, organizations: Array<{ shortName: string }> }, about:
          | { title: string }
          | { title: string }
          | { title: string }
          | { title: string }
          | { title: string }
          | { title: string }
          | { title: string }
          | { title: string }
          | { title: string }
          | { title: string }
          | { title: string }
          | { title: string }
          | { title: string }
          | { title: string }
          | { title: string }
         | null } }> } };

export type AskFormQueryVariables = Exact<{ [key: string]: never; }>;


export type AskFormQuery = { viewerAsks: boolean };

export type AskQuestionMutationVariables = Exact<{
  title: string;
  text: string;
  about: string;
  audience: Audience;
  language: string;
  key?: string | null | undefined;
}>;


export type AskQuestionMutation = { askQuestion:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'QuestionSaved', url: string, changed: boolean }
   };

export type QuestionPostPartsFragment = { id: string, text: string | null, createdAt: string, editedAt: string | null, helped: boolean, helpedByAsker: boolean, fromTitle: string | null, hiddenBecause: string | null, appeal: string | null, appealAnswer: string | null, reports: Array<string>, viewerWrote: boolean, viewerReported: boolean, viewerHid: boolean, author: { name: string | null, organizations: Array<{ shortName: string }> }, citations: Array<
    | { title: string, url: string, language: string }
    | { title: string, url: string, language: string }
    | { title: string, url: string, language: string }
    | { title: string, url: string, language: string }
    | { title: string, url: string, language: string }
    | { title: string, url: string, language: string }
    | { title: string, url: string, language: string }
    | { title: string, url: string, language: string }
    | { title: string, url: string, language: string }
    | { title: string, url: string, language: string }
    | { title: string, url: string, language: string }
    | { title: string, url: string, language: string }
    | { title: string, url: string, language: string }
    | { title: string, url: string, language: string }
    | { title: string, url: string, language: string }
  > };

export type QuestionPageQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type QuestionPageQuery = { viewerAsks: boolean, questionMergedInto: string | null, question: { id: string, url: string, title: string, language: string, audience: Audience, matrixQuestion: string | null, progress: QuestionProgress, closedBecause: string | null, helpedCount: number, createdAt: string, viewerKeeps: boolean, viewerModerates: boolean, viewerMuted: boolean, author: { name: string | null, organizations: Array<{ shortName: string }> }, about:
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
     | null, helpers: Array<{ name: string, url: string, organizations: Array<{ shortName: string }>, reasons: Array<{ kind: HelperReasonKind, value: string | null }> }> } | null, questionText: { id: string, text: string | null, createdAt: string, editedAt: string | null, helped: boolean, helpedByAsker: boolean, fromTitle: string | null, hiddenBecause: string | null, appeal: string | null, appealAnswer: string | null, reports: Array<string>, viewerWrote: boolean, viewerReported: boolean, viewerHid: boolean, author: { name: string | null, organizations: Array<{ shortName: string }> }, citations: Array<
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
      | { title: string, url: string, language: string }
    > } | null, questionAnswers: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, text: string | null, createdAt: string, editedAt: string | null, helped: boolean, helpedByAsker: boolean, fromTitle: string | null, hiddenBecause: string | null, appeal: string | null, appealAnswer: string | null, reports: Array<string>, viewerWrote: boolean, viewerReported: boolean, viewerHid: boolean, author: { name: string | null, organizations: Array<{ shortName: string }> }, citations: Array<
          | { title: string, url: string, language: string }
          | { title: string, url: string, language: string }
          | { title: string, url: string, language: string }
          | { title: string, url: string, language: string }
          | { title: string, url: string, language: string }
          | { title: string, url: string, language: string }
          | { title: string, url: string, language: string }
          | { title: string, url: string, language: string }
          | { title: string, url: string, language: string }
          | { title: string, url: string, language: string }
          | { title: string, url: string, language: string }
          | { title: string, url: string, language: string }
          | { title: string, url: string, language: string }
          | { title: string, url: string, language: string }
          | { title: string, url: string, language: string }
        > } }> } };

export type CitePageQueryVariables = Exact<{
  text: string;
}>;


export type CitePageQuery = { quotation: { complete: boolean, places: Array<{ kind: Kind, title: string, recordUrl: string | null, path: string, text: string, stands: boolean, url: string, asAt: string | null, certainty: Certainty | null, note: string | null, citations: Array<{ place: string, url: string, source: { title: string, symbol: string | null } }>, versions: Array<{ number: number, url: string, hash: string, createdAt: string, live: boolean }> }> } };

export type RecommendationsQueryVariables = Exact<{
  filter?: RecommendationFilter | null | undefined;
  orderBy?: ListOrder | null | undefined;
  after?: string | null | undefined;
  since?: string | null | undefined;
}>;


export type RecommendationsQuery = { recommendations: { totalCount: number, facets: Array<{ field: string, values: Array<{ value: string, label: string, count: number }> }>, ignored: Array<{ field: string, value: string }>, edges: Array<{ node: { title: string, url: string, recommendationKind: RecommendationKind, verb: string | null, deadlineDate: string | null, place: string, addressee: { text: string } } }> }, all: { totalCount: number } };

export type RecommendationQueryVariables = Exact<{
  number?: number | null | undefined;
  slug?: string | null | undefined;
}>;


export type RecommendationQuery = { recommendation: { title: string, url: string, slug: string, version: number, hash: string, updatedAt: string, label: string, number: number | null, recommendationKind: RecommendationKind, verb: string | null, place: string, action: ActionKind | null, impactLetter: string | null, asked: { totalCount: number, nodes: Array<{ url: string, title: string, language: string, progress: QuestionProgress, answerCount: number }> }, text: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, addressee: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, deadline: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, impact: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, correction: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, actions: Array<{ kind: ActionKind, printed: boolean, note: string | null, organizationName: string }>, organizations: Array<{ url: string, title: string, shortName: string }>, projects: Array<{ url: string, title: string, language: string, stage: Stage }>, standards: Array<{ url: string, title: string }>, lessons: Array<{ url: string, title: string, language: string, lessonKind: LessonKind }> } | null, organizations: { edges: Array<{ node: { url: string, shortName: string, name: string } }> }, others: { edges: Array<{ node: { url: string, title: string } }> } };

export type ReferencePartsFragment = { slug: string, url: string, title: string, topic: Topic, address: string | null, edition: string | null, note: string | null, text: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, organizations: Array<{ url: string, shortName: string }>, projects: Array<{ url: string, title: string, language: string }>, partOf: { slug: string } | null, levels: Array<{ slug: string, title: string }> };

export type FundingQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FundingQuery = { references: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { slug: string, url: string, title: string, topic: Topic, address: string | null, edition: string | null, note: string | null, text: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, organizations: Array<{ url: string, shortName: string }>, projects: Array<{ url: string, title: string, language: string }>, partOf: { slug: string } | null, levels: Array<{ slug: string, title: string }> } }> }, lessons: { totalCount: number, edges: Array<{ node: { url: string, title: string, language: string, summaryText: string, lessonKind: LessonKind } }> } };

export type GovernanceQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type GovernanceQuery = { references: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { slug: string, url: string, title: string, topic: Topic, address: string | null, edition: string | null, note: string | null, text: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, organizations: Array<{ url: string, shortName: string }>, projects: Array<{ url: string, title: string, language: string }>, partOf: { slug: string } | null, levels: Array<{ slug: string, title: string }> } }> } };

export type LearningQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type LearningQuery = { viewerSuggests: boolean, learningPaths: Array<{ slug: string, title: string, url: string }>, suggestedResources: Array<{ id: string, title: string, about: string, address: string, levels: Array<string>, language: string | null, minutes: number | null, cost: string | null, suggestedBy: string | null, addressCheck: { state: LinkState, checkedOn: string, movedTo: string | null, repository: boolean, licence: string | null, changedOn: string | null, archived: boolean | null } | null }>, references: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { inLanguages: Array<string> | null, minutes: number | null, cost: string | null, slug: string, url: string, title: string, topic: Topic, address: string | null, edition: string | null, note: string | null, addressCheck: { state: LinkState, checkedOn: string, movedTo: string | null, repository: boolean, licence: string | null, changedOn: string | null, archived: boolean | null } | null, text: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, organizations: Array<{ url: string, shortName: string }>, projects: Array<{ url: string, title: string, language: string }>, partOf: { slug: string } | null, levels: Array<{ slug: string, title: string }> } }> } };

export type LegalQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type LegalQuery = { references: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { slug: string, url: string, title: string, topic: Topic, address: string | null, edition: string | null, note: string | null, text: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, organizations: Array<{ url: string, shortName: string }>, projects: Array<{ url: string, title: string, language: string }>, partOf: { slug: string } | null, levels: Array<{ slug: string, title: string }> } }> } };

export type PrinciplesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type PrinciplesQuery = { references: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { slug: string, url: string, title: string, topic: Topic, address: string | null, edition: string | null, note: string | null, text: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, organizations: Array<{ url: string, shortName: string }>, projects: Array<{ url: string, title: string, language: string }>, partOf: { slug: string } | null, levels: Array<{ slug: string, title: string }> } }> } };

export type ReferenceQueryVariables = Exact<{
  slug: string;
}>;


export type ReferenceQuery = { reference: { slug: string, url: string, title: string, symbol: string | null, topic: Topic, address: string | null, edition: string | null, note: string | null, inLanguages: Array<string> | null, minutes: number | null, cost: string | null, addressCheck: { state: LinkState, checkedOn: string, movedTo: string | null, repository: boolean, licence: string | null, changedOn: string | null, archived: boolean | null } | null, asked: { totalCount: number, nodes: Array<{ url: string, title: string, language: string, progress: QuestionProgress, answerCount: number }> }, text: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, country: { name: string } | null, partOf: { url: string, title: string } | null, parts: Array<{ url: string, title: string, summaryText: string }>, levels: Array<{ url: string, title: string }>, organizations: Array<{ url: string, title: string }>, projects: Array<{ url: string, title: string, language: string, stage: Stage }> } | null };

export type RisksQueryVariables = Exact<{
  filter?: RiskFilter | null | undefined;
  orderBy?: ListOrder | null | undefined;
  after?: string | null | undefined;
  since?: string | null | undefined;
}>;


export type RisksQuery = { risks: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, facets: Array<{ field: string, values: Array<{ value: string, label: string, count: number }> }>, ignored: Array<{ field: string, value: string }>, edges: Array<{ node: { title: string, url: string, riskKind: RiskKind, organizations: Array<{ shortName: string }>, mitigations: Array<{ url: string, title: string, pairedBy: PairedBy }> } }> }, all: { totalCount: number } };

export type MitigationQueryVariables = Exact<{
  slug: string;
}>;


export type MitigationQuery = { mitigation: { title: string, url: string, slug: string, version: number, hash: string, updatedAt: string, pairedBy: PairedBy, asked: { totalCount: number, nodes: Array<{ url: string, title: string, language: string, progress: QuestionProgress, answerCount: number }> }, text: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, organizations: Array<{ url: string, shortName: string }>, projects: Array<{ url: string, title: string, language: string, stage: Stage }>, risks: Array<{ url: string, title: string, summaryText: string, riskKind: RiskKind }>, connections: Array<{ relation: string, record:
        | { kind: Kind, url: string, title: string, language: string }
        | { kind: Kind, url: string, title: string, language: string }
        | { kind: Kind, url: string, title: string, language: string }
        | { kind: Kind, url: string, title: string, language: string }
        | { kind: Kind, url: string, title: string, language: string }
        | { kind: Kind, url: string, title: string, language: string }
        | { kind: Kind, url: string, title: string, language: string }
        | { kind: Kind, url: string, title: string, language: string }
        | { kind: Kind, url: string, title: string, language: string }
        | { kind: Kind, url: string, title: string, language: string }
        | { kind: Kind, url: string, title: string, language: string }
        | { kind: Kind, url: string, title: string, language: string }
        | { kind: Kind, url: string, title: string, language: string }
        | { kind: Kind, url: string, title: string, language: string }
        | { kind: Kind, url: string, title: string, language: string }
       }> } | null };

export type MitigationsQueryVariables = Exact<{
  filter?: MitigationFilter | null | undefined;
  orderBy?: ListOrder | null | undefined;
  after?: string | null | undefined;
  since?: string | null | undefined;
}>;


export type MitigationsQuery = { mitigations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, facets: Array<{ field: string, values: Array<{ value: string, label: string, count: number }> }>, ignored: Array<{ field: string, value: string }>, edges: Array<{ node: { title: string, url: string, pairedBy: PairedBy, organizations: Array<{ shortName: string }>, risks: Array<{ url: string, title: string }> } }> }, library: { kinds: Array<{ kind: Kind, count: number }> } };

export type RiskQueryVariables = Exact<{
  slug: string;
}>;


export type RiskQuery = { risk: { title: string, url: string, slug: string, version: number, hash: string, updatedAt: string, riskKind: RiskKind, helpers: Array<{ name: string, url: string, organizations: Array<{ shortName: string }>, reasons: Array<{ kind: HelperReasonKind, value: string | null }> }>, asked: { totalCount: number, nodes: Array<{ url: string, title: string, language: string, progress: QuestionProgress, answerCount: number }> }, text: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, organizations: Array<{ url: string, shortName: string }>, projects: Array<{ url: string, title: string, language: string, stage: Stage }>, lessons: Array<{ url: string, title: string, language: string, lessonKind: LessonKind, otherViews: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }> }>, mitigations: Array<{ url: string, title: string, summaryText: string, pairedBy: PairedBy }> } | null };

export type CandidatePartsFragment = { id: string, vendorName: string, listedName: string, entryKey: string, score: number, listName: string, listedOn: string, state: ScreeningState, current: boolean, vendor: { title: string, url: string }, decisions: Array<{ answer: ScreeningAnswer, name: string | null, decidedAt: string }> };

export type ScreeningPageQueryVariables = Exact<{
  states?: Array<ScreeningState> | ScreeningState | null | undefined;
  skip: number;
}>;


export type ScreeningPageQuery = { screening: { lists: Array<{ id: string, name: string, listedOn: string, hash: string, entries: number, names: number, synthetic: boolean, current: boolean, loadedAt: string, loadedBy: string | null, withdrawnAt: string | null, withdrawnBy: string | null, withdrawnReason: string | null, run: { askedAt: string, finishedAt: string | null, total: number, done: number, found: number, by: string | null } | null }>, counts: Array<{ state: ScreeningState, count: number }>, candidates: Array<{ id: string, vendorName: string, listedName: string, entryKey: string, score: number, listName: string, listedOn: string, state: ScreeningState, current: boolean, vendor: { title: string, url: string }, decisions: Array<{ answer: ScreeningAnswer, name: string | null, decidedAt: string }> }> } };

export type LoadScreeningListMutationVariables = Exact<{
  file: string;
  name?: string | null | undefined;
  shorter?: boolean | null | undefined;
}>;


export type LoadScreeningListMutation = { loadScreeningList:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'ScreeningListLoaded' }
   };

export type WithdrawScreeningListMutationVariables = Exact<{
  list: string;
  reason: string;
}>;


export type WithdrawScreeningListMutation = { withdrawScreeningList:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'ScreeningListWithdrawn' }
   };

export type ScreenVendorsMutationVariables = Exact<{
  list: string;
}>;


export type ScreenVendorsMutation = { screenVendors:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'ScreeningAsked' }
   };

export type ScreeningCandidatePageQueryVariables = Exact<{
  id: string;
}>;


export type ScreeningCandidatePageQuery = { screeningCandidate: { id: string, vendorName: string, listedName: string, listedNames: Array<string>, entryKey: string, entryKind: string | null, programme: string | null, score: number, listName: string, listedOn: string, synthetic: boolean, checkedAt: string, current: boolean, shown: boolean, state: ScreeningState, vendor: { title: string, url: string }, words: Array<{ vendorWord: string, listedWord: string, why: string, alike: number }>, decisions: Array<{ id: string, answer: ScreeningAnswer, reason: string, name: string | null, decidedAs: string, decidedAt: string, holds: boolean }> } | null };

export type DecideScreeningMutationVariables = Exact<{
  candidate: string;
  last?: string | null | undefined;
  answer: ScreeningAnswer;
  reason: string;
}>;


export type DecideScreeningMutation = { decideScreening:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'ScreeningDecided' }
   };

export type SearchQueryVariables = Exact<{
  query: string;
  kinds?: Array<Kind> | Kind | null | undefined;
  filter?: SearchFilter | null | undefined;
  foreign?: boolean | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, totalIsExact: boolean, asTypedCount: number | null, degraded: boolean, ignoredTerms: Array<string>, suggestion: string | null, questions: { totalCount: number, edges: Array<{ node: { url: string, title: string, language: string, progress: QuestionProgress, answerCount: number, hidden: boolean, activeAt: string, author: { name: string | null, organizations: Array<{ shortName: string }> } } }> } | null, uptakePlaces: Array<{ report: string, symbol: string, first: boolean, recommendation: string | null, title: string | null, organization: string | null, name: string | null, overdue: boolean }>, ignored: Array<{ field: string, value: string }>, kinds: Array<{ kind: Kind, count: number }>, facets: Array<{ field: string, values: Array<{ value: string, label: string, count: number }> }>, close: Array<{ kind: Kind, language: string, url: string, owners: Array<string>, countries: Array<string>, stage: string | null, theme: string | null, titleParts: Array<{ text: string, marked: boolean }>, snippetParts: Array<{ text: string, marked: boolean }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { kind: Kind, language: string, url: string, near: boolean, owners: Array<string>, countries: Array<string>, stage: string | null, theme: string | null, titleParts: Array<{ text: string, marked: boolean }>, snippetParts: Array<{ text: string, marked: boolean }>, matches: Array<{ field: string, word: string, how: string }> } }> } };

export type SuggestQueryVariables = Exact<{
  query: string;
  first: number;
}>;


export type SuggestQuery = { search: { edges: Array<{ node: { kind: Kind, title: string, language: string, url: string, snippet: Array<{ text: string, marked: boolean }> } }> } };

export type SitemapQueryVariables = Exact<{
  skip: number;
}>;


export type SitemapQuery = { library: { kinds: Array<{ count: number }>, addresses: Array<{ url: string, updatedAt: string }> } };

export type AddToShortlistQueryVariables = Exact<{
  addresses: Array<string> | string;
}>;


export type AddToShortlistQuery = { recordsAt: Array<
    | { kind: Kind, title: string, url: string }
    | { kind: Kind, title: string, url: string }
    | { kind: Kind, title: string, url: string }
    | { kind: Kind, title: string, url: string }
    | { kind: Kind, title: string, url: string }
    | { kind: Kind, title: string, url: string }
    | { kind: Kind, title: string, url: string }
    | { kind: Kind, title: string, url: string }
    | { kind: Kind, title: string, url: string }
    | { kind: Kind, title: string, url: string }
    | { kind: Kind, title: string, url: string }
    | { kind: Kind, title: string, url: string }
    | { kind: Kind, title: string, url: string }
    | { kind: Kind, title: string, url: string }
    | { kind: Kind, title: string, url: string }
  >, shortlists: Array<{ id: string, name: string, organizationName: string | null, viewerCanWrite: boolean }> };

export type PutOnShortlistMutationVariables = Exact<{
  id: string;
  records: Array<string> | string;
  note?: string | null | undefined;
}>;


export type PutOnShortlistMutation = { putOnShortlist:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'ShortlistSaved' }
   };

export type CreateShortlistWithMutationVariables = Exact<{
  name: string;
  records?: Array<string> | string | null | undefined;
  key: string;
}>;


export type CreateShortlistWithMutation = { createShortlist:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'ShortlistSaved', shortlist: { url: string } }
   };

export type AskVendorsFormQueryVariables = Exact<{
  id: string;
  link?: string | null | undefined;
}>;


export type AskVendorsFormQuery = { viewerAsksVendorsFor: Array<{ slug: string, shortName: string }>, shortlist: { url: string, name: string, items: Array<{ record:
        | { kind: Kind, slug: string, title: string }
        | { kind: Kind, slug: string, title: string }
        | { kind: Kind, slug: string, title: string }
        | { kind: Kind, slug: string, title: string }
        | { kind: Kind, slug: string, title: string }
        | { kind: Kind, slug: string, title: string }
        | { kind: Kind, slug: string, title: string }
        | { kind: Kind, slug: string, title: string }
        | { kind: Kind, slug: string, title: string }
        | { kind: Kind, slug: string, title: string }
        | { kind: Kind, slug: string, title: string }
        | { kind: Kind, slug: string, title: string }
        | { kind: Kind, slug: string, title: string }
        | { kind: Kind, slug: string, title: string }
        | { kind: Kind, slug: string, title: string }
       }> } | null };

export type AskVendorsMutationVariables = Exact<{
  organization: string;
  vendors: Array<string> | string;
  subject: string;
  text: string;
  answerBy: string;
  key: string;
}>;


export type AskVendorsMutation = { askVendors:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'VendorsAsked', request: { url: string } }
   };

export type ChangeShortlistMutationVariables = Exact<{
  id: string;
  edits: number;
  name: string;
  purpose: string;
  sharing: ShortlistSharing;
  organization?: string | null | undefined;
}>;


export type ChangeShortlistMutation = { changeShortlist:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'ShortlistSaved' }
   };

export type NoteOnShortlistMutationVariables = Exact<{
  id: string;
  edits: number;
  record: string;
  note: string;
}>;


export type NoteOnShortlistMutation = { noteOnShortlist:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'ShortlistSaved' }
   };

export type TakeOffShortlistMutationVariables = Exact<{
  id: string;
  edits: number;
  record: string;
}>;


export type TakeOffShortlistMutation = { takeOffShortlist:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'ShortlistSaved' }
   };

export type DeleteShortlistMutationVariables = Exact<{
  id: string;
  edits: number;
}>;


export type DeleteShortlistMutation = { deleteShortlist:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'ShortlistDeleted' }
   };

export type CreateShortlistMutationVariables = Exact<{
  name: string;
  purpose?: string | null | undefined;
  records?: Array<string> | string | null | undefined;
  key: string;
}>;


export type CreateShortlistMutation = { createShortlist:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'ShortlistSaved', shortlist: { url: string } }
   };

export type ShortlistPageQueryVariables = Exact<{
  id: string;
  link?: string | null | undefined;
}>;


export type ShortlistPageQuery = { me: { memberships: Array<{ organizationSlug: string | null, organizationName: string | null }> } | null, viewerAsksVendorsFor: Array<{ slug: string }>, shortlist: { id: string, url: string, name: string, purpose: string, sharing: ShortlistSharing, organizationSlug: string | null, organizationName: string | null, owner: string | null, link: string | null, edits: number, count: number, viewerCanWrite: boolean, viewerCanManage: boolean, items: Array<{ note: string, addedBy: string | null, addedAt: string, record:
        | { kind: Kind, title: string, url: string, summaryText: string }
        | { kind: Kind, title: string, url: string, summaryText: string }
        | { kind: Kind, title: string, url: string, summaryText: string }
        | { kind: Kind, title: string, url: string, summaryText: string }
        | { kind: Kind, title: string, url: string, summaryText: string }
        | { kind: Kind, title: string, url: string, summaryText: string }
        | { kind: Kind, title: string, url: string, summaryText: string }
        | { kind: Kind, title: string, url: string, summaryText: string }
        | { kind: Kind, title: string, url: string, summaryText: string }
        | { kind: Kind, title: string, url: string, summaryText: string }
        | { kind: Kind, title: string, url: string, summaryText: string }
        | { kind: Kind, title: string, url: string, summaryText: string }
        | { kind: Kind, title: string, url: string, summaryText: string }
        | { kind: Kind, title: string, url: string, summaryText: string }
        | { kind: Kind, title: string, url: string, summaryText: string }
       }> } | null };

export type ShortlistsQueryVariables = Exact<{ [key: string]: never; }>;


export type ShortlistsQuery = { shortlists: Array<{ id: string, url: string, name: string, purpose: string, sharing: ShortlistSharing, organizationName: string | null, owner: string | null, count: number, updatedAt: string, viewerCanWrite: boolean }> };

export type SiteViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type SiteViewerQuery = { me: { id: string, name: string, demo: boolean, canContribute: boolean, canReview: boolean, canAdminister: boolean, rolesWithheld: boolean, memberships: Array<{ role: Role }> } | null };

export type SoughtPageQueryVariables = Exact<{ [key: string]: never; }>;


export type SoughtPageQuery = { sought: { days: number, least: number, wordsDays: number, searches: number, nothing: number, words: Array<{ words: string, days: number, lastOn: string }>, read: Array<{ reads: number, record:
        | { title: string, url: string, language: string, kind: Kind }
        | { title: string, url: string, language: string, kind: Kind }
        | { title: string, url: string, language: string, kind: Kind }
        | { title: string, url: string, language: string, kind: Kind }
        | { title: string, url: string, language: string, kind: Kind }
        | { title: string, url: string, language: string, kind: Kind }
        | { title: string, url: string, language: string, kind: Kind }
        | { title: string, url: string, language: string, kind: Kind }
        | { title: string, url: string, language: string, kind: Kind }
        | { title: string, url: string, language: string, kind: Kind }
        | { title: string, url: string, language: string, kind: Kind }
        | { title: string, url: string, language: string, kind: Kind }
        | { title: string, url: string, language: string, kind: Kind }
        | { title: string, url: string, language: string, kind: Kind }
        | { title: string, url: string, language: string, kind: Kind }
       | null }>, reused: Array<{ total: number, cites: number, answers: number, lists: number, record:
        | { title: string, url: string, language: string }
        | { title: string, url: string, language: string }
        | { title: string, url: string, language: string }
        | { title: string, url: string, language: string }
        | { title: string, url: string, language: string }
        | { title: string, url: string, language: string }
        | { title: string, url: string, language: string }
        | { title: string, url: string, language: string }
        | { title: string, url: string, language: string }
        | { title: string, url: string, language: string }
        | { title: string, url: string, language: string }
        | { title: string, url: string, language: string }
        | { title: string, url: string, language: string }
        | { title: string, url: string, language: string }
        | { title: string, url: string, language: string }
       | null }> } };

export type SourcesQueryVariables = Exact<{
  orderBy?: ListOrder | null | undefined;
  after?: string | null | undefined;
  since?: string | null | undefined;
}>;


export type SourcesQuery = { sources: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { url: string, title: string, symbol: string | null, author: string, date: string | null, citedPlaces: Array<{ count: number }> } }> } };

export type SourcePageQueryVariables = Exact<{
  slug: string;
  paragraph?: number | null | undefined;
  number: number;
  place?: string | null | undefined;
  withResting: boolean;
}>;


export type SourcePageQuery = { source: { url: string, title: string, symbol: string | null, author: string, date: string | null, address: string | null, about: string, isReport: boolean, uncertainties: Array<string>, asked: { totalCount: number, nodes: Array<{ url: string, title: string, language: string, progress: QuestionProgress, answerCount: number }> }, statements: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, slips: Array<{ where: string, says: string, holds: string }>, citedPlaces: Array<{ place: string, paragraph: number | null, count: number }>, paragraph: { number: number, text: string } | null, citedBy?: Array<{ field: string, statement: string, place: string, asAt: string | null, certainty: Certainty, record:
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
       }> } | null };

export type StandardsQueryVariables = Exact<{
  filter?: StandardFilter | null | undefined;
  orderBy?: ListOrder | null | undefined;
  after?: string | null | undefined;
  since?: string | null | undefined;
}>;


export type StandardsQuery = { standards: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, facets: Array<{ field: string, values: Array<{ value: string, label: string, count: number }> }>, ignored: Array<{ field: string, value: string }>, edges: Array<{ node: { title: string, url: string, summaryText: string, body: string, status: StandardStatus, published: string | null, inReport: boolean, name: { certainty: Certainty } } }> }, all: { totalCount: number } };

export type StandardQueryVariables = Exact<{
  slug: string;
}>;


export type StandardQuery = { standard: { title: string, url: string, number: string | null, body: string, committee: string | null, documentKind: string | null, published: string | null, status: StandardStatus, inReport: boolean, address: string | null, themes: Array<string>, uses: Array<string>, questions: Array<string>, asked: { totalCount: number, nodes: Array<{ url: string, title: string, language: string, progress: QuestionProgress, answerCount: number }> }, name: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, statusBasis: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, summary: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, replaces: Array<{ url: string, title: string }>, replacedBy: Array<{ url: string, title: string }>, cameFrom: Array<{ url: string, title: string }>, became: Array<{ url: string, title: string }>, projects: Array<{ url: string, title: string, language: string, stage: Stage }>, lessons: Array<{ url: string, title: string, language: string, lessonKind: LessonKind }>, recommendations: Array<{ url: string, title: string }> } | null, matrix: { layers: Array<{ number: number, title: string }>, questions: Array<{ id: string, text: string }>, considerations: Array<{ id: string, title: string }> } | null };

export type SearchTermFormQueryVariables = Exact<{ [key: string]: never; }>;


export type SearchTermFormQuery = { viewerCanChangeTerms: boolean, searchTerms: Array<{ id: string, same: boolean, source: string, state: TermState, narrower: Array<string>, words: Array<{ language: TermLanguage, words: Array<string> }> }> };

export type SaveSearchTermMutationVariables = Exact<{
  input: SearchTermInput;
}>;


export type SaveSearchTermMutation = { saveSearchTerm:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'SearchTerm', id: string }
   };

export type DropSearchTermMutationVariables = Exact<{
  id: string;
  restore: boolean;
}>;


export type DropSearchTermMutation = { dropSearchTerm:
    | { __typename: 'DroppedTerm' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type SearchTermsQueryVariables = Exact<{ [key: string]: never; }>;


export type SearchTermsQuery = { viewerCanChangeTerms: boolean, searchTerms: Array<{ id: string, same: boolean, source: string, state: TermState, narrower: Array<string>, words: Array<{ language: TermLanguage, words: Array<string> }> }> };

export type ApiTokenPartsFragment = { id: string, name: string, scope: ApiTokenScope, organization: string | null, createdAt: string, expiresAt: string, expired: boolean, lastUsedAt: string | null, requests: number };

export type TokensPageQueryVariables = Exact<{ [key: string]: never; }>;


export type TokensPageQuery = { me: { apiTokens: Array<{ id: string, name: string, scope: ApiTokenScope, organization: string | null, createdAt: string, expiresAt: string, expired: boolean, lastUsedAt: string | null, requests: number }>, memberships: Array<{ organizationSlug: string | null, organizationName: string | null }> } | null };

export type MakeApiTokenMutationVariables = Exact<{
  name: string;
  scope: ApiTokenScope;
  organization?: string | null | undefined;
  days: number;
}>;


export type MakeApiTokenMutation = { makeApiToken:
    | { __typename: 'ApiTokenMade', token: string, apiToken: { name: string, expiresAt: string } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type RevokeApiTokenMutationVariables = Exact<{
  id: string;
}>;


export type RevokeApiTokenMutation = { revokeApiToken:
    | { __typename: 'ApiTokenRevoked' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type CitationPartsFragment = { place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } };

export type StatementPartsFragment = { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> };

export type FieldFaultsFragment = { fields: Array<{ path: string, code: string, params: unknown }> };

export type HelperPartsFragment = { name: string, url: string, organizations: Array<{ shortName: string }>, reasons: Array<{ kind: HelperReasonKind, value: string | null }> };

export type AskedPartsFragment = { totalCount: number, nodes: Array<{ url: string, title: string, language: string, progress: QuestionProgress, answerCount: number }> };

export type LinkCheckPartsFragment = { state: LinkState, checkedOn: string, movedTo: string | null, repository: boolean, licence: string | null, changedOn: string | null, archived: boolean | null };

export type UptakeActivitiesQueryVariables = Exact<{
  report?: string | null | undefined;
  recommendation?: string | null | undefined;
  organization?: string | null | undefined;
}>;


export type UptakeActivitiesQuery = { uptakeReports: Array<{ key: string, title: string, symbol: string | null, date: string | null, url: string, fromDocuments: boolean, demo: boolean }>, uptakeActivities: Array<{ id: string, versionId: string, url: string, organizationSlug: string, organizationName: string, title: string, lead: string | null, startsOn: string | null, endsOn: string | null, indicator: string | null, confirmedOn: string | null, demo: boolean, actions: Array<{ actionId: string, report: string, symbol: string, recommendationNumber: number | null, recommendationSlug: string, title: string }> }> };

export type SaveUptakeActivityMutationVariables = Exact<{
  activity?: string | null | undefined;
  basedOn?: string | null | undefined;
  organization: string;
  input: UptakeActivityInput;
  key: string;
}>;


export type SaveUptakeActivityMutation = { saveUptakeActivity:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'UptakeActivitySaved', activity: { id: string } }
   };

export type ActionsOfQueryVariables = Exact<{
  organization: string;
}>;


export type ActionsOfQuery = { organization: { shortName: string, title: string } | null, uptakeActionsOf: Array<{ id: string, recommendationNumber: number | null, recommendationSlug: string, recommendationTitle: string, reportSymbol: string, viewerCanReport: boolean }> };

export type UptakeActivityPageQueryVariables = Exact<{
  id: string;
}>;


export type UptakeActivityPageQuery = { uptakeActivity: { result: string | null, audience: Audience, withdrawn: string | null, viewerCanChange: boolean, viewerCanConfirm: boolean, id: string, versionId: string, url: string, organizationSlug: string, organizationName: string, title: string, lead: string | null, startsOn: string | null, endsOn: string | null, indicator: string | null, confirmedOn: string | null, demo: boolean, evidence: Array<{ label: string | null, address: string, file: string | null }>, versions: Array<{ versionId: string, title: string, enteredOn: string, enteredByName: string | null, enteredAs: string, confirmedOn: string | null, confirmedByName: string | null, withdrawn: string | null }>, actions: Array<{ actionId: string, report: string, symbol: string, recommendationNumber: number | null, recommendationSlug: string, title: string }> } | null };

export type ConfirmUptakeActivityMutationVariables = Exact<{
  version: string;
}>;


export type ConfirmUptakeActivityMutation = { confirmUptakeActivity:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'UptakeActivitySaved' }
   };

export type UptakeByQueryVariables = Exact<{
  by: UptakeDimension;
  report?: string | null | undefined;
  allReports?: boolean | null | undefined;
  at?: string | null | undefined;
  asKnownOn?: string | null | undefined;
  includeDemo?: boolean | null | undefined;
  confirmedOnly?: boolean | null | undefined;
  includeDocuments?: boolean | null | undefined;
  organization?: string | null | undefined;
  slug: string;
  one: boolean;
}>;


export type UptakeByQuery = { uptakeReports: Array<{ key: string, title: string, symbol: string | null, date: string | null, url: string, fromDocuments: boolean, demo: boolean }>, organization?: { shortName: string } | null, uptakeBy: { at: string, rows: Array<{ key: string, label: string, slug: string | null, at: string, demo: boolean, counts: { addressed: number, noInformation: number, underConsideration: number, notAccepted: number, notRelevant: number, accepted: number, notStarted: number, inProgress: number, implemented: number, overdue: number, longOutstanding: number, unconfirmed: number, fromDocument: number, judged: number, agreed: number, priority: number, agreementRate: { numerator: number, denominator: number, percent: number | null }, acceptanceRate: { numerator: number, denominator: number, percent: number | null }, implementationRate: { numerator: number, denominator: number, percent: number | null } } }>, total: { addressed: number, noInformation: number, underConsideration: number, notAccepted: number, notRelevant: number, accepted: number, notStarted: number, inProgress: number, implemented: number, overdue: number, longOutstanding: number, unconfirmed: number, fromDocument: number, judged: number, agreed: number, priority: number, agreementRate: { numerator: number, denominator: number, percent: number | null }, acceptanceRate: { numerator: number, denominator: number, percent: number | null }, implementationRate: { numerator: number, denominator: number, percent: number | null } } | null } };

export type CampaignChangeQueryVariables = Exact<{
  id: string;
}>;


export type CampaignChangeQuery = { campaign: { id: string, title: string, opensOn: string, closesOn: string, mailsLeave: boolean, closedAt: string | null, viewerIsKeeper: boolean, reminderNow: { today: Array<string>, nobody: Array<string>, mail: { subject: string, text: string } | null, receivers: Array<{ organizationName: string, addresses: Array<string> }> } | null, answers: Array<{ organizationSlug: string, organizationName: string, contact: string | null, secondContact: string | null }>, askable: Array<{ slug: string, shortName: string, actions: number }> } | null, uptakeContactBooks: Array<{ organizationSlug: string, first: Array<string>, second: Array<string> }> };

export type RemindNowMutationVariables = Exact<{
  id: string;
}>;


export type RemindNowMutation = { remindNow:
    | { __typename: 'Campaign' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type ExtendCampaignMutationVariables = Exact<{
  id: string;
  closesOn: string;
}>;


export type ExtendCampaignMutation = { extendCampaign:
    | { __typename: 'Campaign' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type AddToCampaignMutationVariables = Exact<{
  id: string;
  organizations: Array<CampaignOrganizationInput> | CampaignOrganizationInput;
}>;


export type AddToCampaignMutation = { addToCampaign:
    | { __typename: 'Campaign' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type CorrectCampaignContactMutationVariables = Exact<{
  id: string;
  contact: CampaignOrganizationInput;
}>;


export type CorrectCampaignContactMutation = { correctCampaignContact:
    | { __typename: 'Campaign' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type ContactBooksQueryVariables = Exact<{ [key: string]: never; }>;


export type ContactBooksQuery = { uptakeContactBooks: Array<{ organizationSlug: string, organizationName: string, first: Array<string>, second: Array<string>, contacts: Array<{ id: string, address: string, unit: string | null, deputy: boolean }> }> };

export type KeepUptakeContactMutationVariables = Exact<{
  organization: string;
  address: string;
  unit?: string | null | undefined;
  deputy?: boolean | null | undefined;
  instead?: string | null | undefined;
}>;


export type KeepUptakeContactMutation = { keepUptakeContact:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'UptakeContacts' }
   };

export type DropUptakeContactMutationVariables = Exact<{
  id: string;
}>;


export type DropUptakeContactMutation = { dropUptakeContact: boolean };

export type CampaignsQueryVariables = Exact<{ [key: string]: never; }>;


export type CampaignsQuery = { viewerCanOpenCampaign: boolean, me: { name: string } | null, campaigns: Array<{ id: string, title: string, state: CampaignState, closesOn: string, demo: boolean, answers: Array<{ state: CampaignAnswerState }> }> };

export type CampaignFormQueryVariables = Exact<{
  report?: string | null | undefined;
}>;


export type CampaignFormQuery = { viewerCanOpenCampaign: boolean, uptakeReports: Array<{ key: string, title: string, symbol: string | null, date: string | null, url: string, fromDocuments: boolean, demo: boolean }>, uptakeMatrix: { report: { key: string }, columns: Array<{ slug: string, shortName: string, name: string, counts: { addressed: number } }> } | null, uptakeContactBooks: Array<{ organizationSlug: string, first: Array<string>, second: Array<string> }> };

export type PreviewCampaignQueryVariables = Exact<{
  report?: string | null | undefined;
  input: CampaignInput;
}>;


export type PreviewCampaignQuery = { campaignPreview:
    | { __typename: 'CampaignPreview', receivers: Array<{ organizationName: string, first: Array<string>, second: Array<string>, mails: Array<{ kind: string, days: number, subject: string, text: string }> }> }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type OpenCampaignMutationVariables = Exact<{
  report?: string | null | undefined;
  input: CampaignInput;
  key: string;
}>;


export type OpenCampaignMutation = { openCampaign:
    | { __typename: 'Campaign', id: string }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type CampaignPageQueryVariables = Exact<{
  id: string;
}>;


export type CampaignPageQuery = { campaign: { id: string, title: string, message: string, opensOn: string, closesOn: string, firstClosesOn: string | null, closedAt: string | null, mailsLeave: boolean, state: CampaignState, reminderDays: Array<number>, escalationDays: number | null, demo: boolean, viewerCanClose: boolean, viewerIsKeeper: boolean, report: { key: string, title: string, symbol: string | null, date: string | null, url: string, fromDocuments: boolean, demo: boolean } | null, answers: Array<{ organizationSlug: string, organizationName: string, answered: number, confirmed: number, addressed: number, state: CampaignAnswerState, lastAnswer: string | null, contact: string | null, secondContact: string | null, viewerCanReport: boolean }>, notices: Array<{ kind: string, days: number, recipient: string, queuedAt: string, organizationName: string, mails: number, sent: number, failed: number }> } | null };

export type CloseCampaignMutationVariables = Exact<{
  id: string;
}>;


export type CloseCampaignMutation = { closeCampaign:
    | { __typename: 'Campaign' }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
   };

export type ReportUptakeMutationVariables = Exact<{
  report?: string | null | undefined;
  recommendation: string;
  organization: string;
  input: UptakeInput;
  basedOn?: string | null | undefined;
  key: string;
}>;


export type ReportUptakeMutation = { reportUptake:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'UptakeReported', entry: { id: string } }
   };

export type ConfirmUptakeMutationVariables = Exact<{
  entry: string;
}>;


export type ConfirmUptakeMutation = { confirmUptake:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'UptakeReported' }
   };

export type PublishUptakeMutationVariables = Exact<{
  entries: Array<string> | string;
  days?: number | null | undefined;
}>;


export type PublishUptakeMutation = { publishUptake:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'UptakePublished' }
   };

export type WithdrawUptakeMutationVariables = Exact<{
  entry: string;
  reason: string;
}>;


export type WithdrawUptakeMutation = { withdrawUptake:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'UptakeReported', entry: { withdrawn: boolean } }
   };

export type AnswerWithdrawalMutationVariables = Exact<{
  entry: string;
  agree: boolean;
  reason?: string | null | undefined;
}>;


export type AnswerWithdrawalMutation = { answerWithdrawal:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'UptakeReported' }
   };

export type JudgeUptakeMutationVariables = Exact<{
  report?: string | null | undefined;
  recommendation: string;
  organization: string;
  entry: string;
  judgement: UptakeJudgementKind;
  priority?: boolean | null | undefined;
  reason: string;
  voice?: UptakeVoice | null | undefined;
  reference?: string | null | undefined;
  effectiveDate?: string | null | undefined;
  basedOn?: string | null | undefined;
  key: string;
}>;


export type JudgeUptakeMutation = { judgeUptake:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'UptakeCommented' }
   };

export type CommentOnCellMutationVariables = Exact<{
  report?: string | null | undefined;
  recommendation: string;
  organization: string;
  text: string;
  audience?: Audience | null | undefined;
  key: string;
}>;


export type CommentOnCellMutation = { commentOnCell:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'UptakeCommented' }
   };

export type UptakeCellPageQueryVariables = Exact<{
  report?: string | null | undefined;
  recommendation: string;
  number?: number | null | undefined;
  slug?: string | null | undefined;
  organization: string;
  at?: string | null | undefined;
  asKnownOn?: string | null | undefined;
  includeDemo?: boolean | null | undefined;
  includeDocuments?: boolean | null | undefined;
}>;


export type UptakeCellPageQuery = { uptakeReports: Array<{ key: string, title: string, symbol: string | null, date: string | null, url: string, fromDocuments: boolean, demo: boolean }>, uptakeCell: { recommendationTitle: string, entryId: string | null, viewerCanReport: boolean, viewerReportsOnBehalf: boolean, viewerCanComment: boolean, viewerCanJudge: boolean, lastJudgement: UptakeJudgementKind | null, recommendationSlug: string, recommendationNumber: number | null, organizationSlug: string, organizationName: string, kind: ActionKind, doubtful: boolean, note: string | null, status: UptakeStatus, overdue: boolean, overdueSince: string | null, overdueDays: number, longOutstanding: boolean, deadline: string | null, targetDate: string | null, effectiveDate: string | null, confirmed: boolean | null, standing: UptakeStanding | null, judgement: UptakeJudgementKind | null, priority: boolean, demo: boolean, timeZone: string, today: string, judgements: Array<{ id: string, judgement: UptakeJudgementKind, priority: boolean, reason: string, voice: UptakeVoice, reference: string | null, effectiveDate: string, judgedOn: string, judgedByName: string | null, demo: boolean }>, activities: Array<{ id: string, versionId: string, url: string, organizationSlug: string, organizationName: string, title: string, lead: string | null, startsOn: string | null, endsOn: string | null, indicator: string | null, confirmedOn: string | null, demo: boolean, actions: Array<{ actionId: string, report: string, symbol: string, recommendationNumber: number | null, recommendationSlug: string, title: string }> }>, history: Array<{ id: string, effectiveDate: string, enteredOn: string, enteredAs: string, enteredByName: string | null, acceptance: Acceptance, implementation: Implementation | null, inPart: UptakePart | null, responsibleUnit: string | null, officer: string | null, targetDate: string | null, comment: string | null, commentAudience: Audience, decisionSymbol: string | null, financialImplication: string | null, impactSeen: string | null, source: UptakeSource, sourceReference: string | null, sourcePlace: string | null, demo: boolean, confirmed: boolean, confirmedOn: string | null, confirmedByName: string | null, standing: UptakeStanding, publishedOn: string | null, publishedByName: string | null, answerBy: string | null, viewerCanPublish: boolean, withdrawn: boolean, withdrawnOn: string | null, withdrawnAs: string | null, withdrawalReason: string | null, viewerCanConfirm: boolean, viewerCanWithdraw: boolean, evidence: Array<{ kind: EvidenceKind, label: string, url: string | null, audience: Audience, recordKind: Kind | null, recordSlug: string | null }>, withdrawalRequest: { reason: string, askedOn: string, askedByName: string | null, askedAs: string, agreed: boolean | null, answer: string | null, viewerAsked: boolean, viewerCanAgree: boolean } | null }>, comments: Array<{ id: string, writtenAt: string, writtenByName: string | null, writtenAs: string, text: string, audience: Audience }> } | null, codeEvidence: Array<{ title: string, language: string, url: string, licenceId: string | null }>, assessmentEvidence: Array<{ title: string, url: string, outcomeTitle: string, signedAt: string }>, recommendation: { url: string, text: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, deadline: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null } | null };

export type UptakeChangesQueryVariables = Exact<{
  report?: string | null | undefined;
  since?: string | null | undefined;
  includeDemo?: boolean | null | undefined;
  after?: string | null | undefined;
}>;


export type UptakeChangesQuery = { me: { memberships: Array<{ role: Role }> } | null, uptakeReports: Array<{ key: string, title: string, symbol: string | null, date: string | null, url: string, fromDocuments: boolean, demo: boolean }>, uptakeChanges: { since: string, hasNextPage: boolean, endCursor: string | null, changes: Array<{ kind: UptakeChangeKind, at: string, recommendationSlug: string, recommendationNumber: number | null, organizationSlug: string, organizationName: string, entry: { id: string, acceptance: Acceptance, implementation: Implementation | null, effectiveDate: string, withdrawalReason: string | null, demo: boolean } | null, judgement: { id: string, judgement: UptakeJudgementKind, voice: UptakeVoice, reason: string, demo: boolean } | null, activity: { versionId: string, url: string, title: string, withdrawn: string | null, demo: boolean, actions: Array<{ actionId: string, recommendationNumber: number | null, recommendationSlug: string }> } | null }> } };

export type UptakeCellsQueryVariables = Exact<{
  report?: string | null | undefined;
  at?: string | null | undefined;
  asKnownOn?: string | null | undefined;
  includeDemo?: boolean | null | undefined;
  confirmedOnly?: boolean | null | undefined;
  includeDocuments?: boolean | null | undefined;
  filter?: UptakeCellFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type UptakeCellsQuery = { uptakeReports: Array<{ key: string, title: string, symbol: string | null, date: string | null, url: string, fromDocuments: boolean, demo: boolean }>, uptakeMatrix: { at: string, asKnownOn: string, report: { key: string, title: string, symbol: string | null, date: string | null, url: string, fromDocuments: boolean, demo: boolean }, rows: Array<{ slug: string, number: number | null, title: string }>, columns: Array<{ slug: string, shortName: string }> } | null, uptakeCells: { totalCount: number, demo: boolean, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ recommendationTitle: string, recommendationSlug: string, recommendationNumber: number | null, organizationSlug: string, organizationName: string, kind: ActionKind, doubtful: boolean, note: string | null, status: UptakeStatus, overdue: boolean, overdueSince: string | null, overdueDays: number, longOutstanding: boolean, deadline: string | null, targetDate: string | null, effectiveDate: string | null, confirmed: boolean | null, standing: UptakeStanding | null, judgement: UptakeJudgementKind | null, priority: boolean, demo: boolean }> } };

export type FollowPageQueryVariables = Exact<{
  report?: string | null | undefined;
}>;


export type FollowPageQuery = { me: { name: string, memberships: Array<{ role: Role }> } | null, uptakeReports: Array<{ key: string, title: string, symbol: string | null, date: string | null, url: string, fromDocuments: boolean, demo: boolean }>, uptakeMatrix: { report: { key: string, title: string, symbol: string | null, date: string | null, url: string, fromDocuments: boolean, demo: boolean }, rows: Array<{ slug: string, number: number | null, title: string }>, columns: Array<{ slug: string, shortName: string, name: string }> } | null, uptakeSubscriptions: Array<{ id: string, frequency: UptakeFrequency, internal: boolean, organizationSlug: string | null, organizationName: string | null, recommendationNumber: number | null, report: { symbol: string | null, title: string } | null }> };

export type FollowUptakeMutationVariables = Exact<{
  report?: string | null | undefined;
  organization?: string | null | undefined;
  recommendation?: number | null | undefined;
  frequency: UptakeFrequency;
  internal?: boolean | null | undefined;
}>;


export type FollowUptakeMutation = { followUptake:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'UptakeSubscription' }
   };

export type UnfollowUptakeMutationVariables = Exact<{
  id: string;
}>;


export type UnfollowUptakeMutation = { unfollowUptake: boolean };

export type CountsPartsFragment = { addressed: number, noInformation: number, underConsideration: number, notAccepted: number, notRelevant: number, accepted: number, notStarted: number, inProgress: number, implemented: number, overdue: number, longOutstanding: number, unconfirmed: number, fromDocument: number, judged: number, agreed: number, priority: number, agreementRate: { numerator: number, denominator: number, percent: number | null }, acceptanceRate: { numerator: number, denominator: number, percent: number | null }, implementationRate: { numerator: number, denominator: number, percent: number | null } };

export type CellPartsFragment = { recommendationSlug: string, recommendationNumber: number | null, organizationSlug: string, organizationName: string, kind: ActionKind, doubtful: boolean, note: string | null, status: UptakeStatus, overdue: boolean, overdueSince: string | null, overdueDays: number, longOutstanding: boolean, deadline: string | null, targetDate: string | null, effectiveDate: string | null, confirmed: boolean | null, standing: UptakeStanding | null, judgement: UptakeJudgementKind | null, priority: boolean, demo: boolean };

export type DaysPartsFragment = { organizationName: string, timeZone: string, today: string };

export type EntryPartsFragment = { id: string, effectiveDate: string, enteredOn: string, enteredAs: string, enteredByName: string | null, acceptance: Acceptance, implementation: Implementation | null, inPart: UptakePart | null, responsibleUnit: string | null, officer: string | null, targetDate: string | null, comment: string | null, commentAudience: Audience, decisionSymbol: string | null, financialImplication: string | null, impactSeen: string | null, source: UptakeSource, sourceReference: string | null, sourcePlace: string | null, demo: boolean, confirmed: boolean, confirmedOn: string | null, confirmedByName: string | null, standing: UptakeStanding, publishedOn: string | null, publishedByName: string | null, answerBy: string | null, viewerCanPublish: boolean, withdrawn: boolean, withdrawnOn: string | null, withdrawnAs: string | null, withdrawalReason: string | null, viewerCanConfirm: boolean, viewerCanWithdraw: boolean, evidence: Array<{ kind: EvidenceKind, label: string, url: string | null, audience: Audience, recordKind: Kind | null, recordSlug: string | null }>, withdrawalRequest: { reason: string, askedOn: string, askedByName: string | null, askedAs: string, agreed: boolean | null, answer: string | null, viewerAsked: boolean, viewerCanAgree: boolean } | null };

export type ReportPartsFragment = { key: string, title: string, symbol: string | null, date: string | null, url: string, fromDocuments: boolean, demo: boolean };

export type JudgementPartsFragment = { id: string, judgement: UptakeJudgementKind, priority: boolean, reason: string, voice: UptakeVoice, reference: string | null, effectiveDate: string, judgedOn: string, judgedByName: string | null, demo: boolean };

export type ReadingPartsFragment = { sheet: string | null, head: number, dates: DayOrder | null, datesDoubtful: boolean, sure: boolean, remembered: boolean, sheets: Array<{ name: string, hidden: boolean }>, columns: Array<{ column: number, heading: string, field: string | null, sure: boolean, samples: Array<string> }>, words: Array<{ field: string, word: string, value: string | null, rows: number }>, given: Array<{ field: string, value: string }>, fields: Array<{ name: string, heading: string, day: boolean, choices: Array<{ value: string, word: string }> }> };

export type ActivityPartsFragment = { id: string, versionId: string, url: string, organizationSlug: string, organizationName: string, title: string, lead: string | null, startsOn: string | null, endsOn: string | null, indicator: string | null, confirmedOn: string | null, demo: boolean, actions: Array<{ actionId: string, report: string, symbol: string, recommendationNumber: number | null, recommendationSlug: string, title: string }> };

export type UptakeLoadQueryVariables = Exact<{ [key: string]: never; }>;


export type UptakeLoadQuery = { viewerCanLoadReport: boolean, uptakeReports: Array<{ key: string, title: string, symbol: string | null, date: string | null, url: string, fromDocuments: boolean, demo: boolean }>, uptakeMatrix: { viewerCanSteer: boolean, columns: Array<{ slug: string, viewerCanReport: boolean }> } | null };

export type OutcomePartsFragment = { applied: boolean, entryIds: Array<string>, toAdd: number, unchanged: number, emptied: number, rows: Array<{ row: number, action: UptakeTableAction, recommendation: string, organization: string, changed: Array<{ column: string, before: string, after: string, erases: boolean }> }>, remarks: Array<{ code: string, params: unknown }>, left: Array<{ row: number, code: string, params: unknown }>, reading: { sheet: string | null, head: number, dates: DayOrder | null, datesDoubtful: boolean, sure: boolean, remembered: boolean, sheets: Array<{ name: string, hidden: boolean }>, columns: Array<{ column: number, heading: string, field: string | null, sure: boolean, samples: Array<string> }>, words: Array<{ field: string, word: string, value: string | null, rows: number }>, given: Array<{ field: string, value: string }>, fields: Array<{ name: string, heading: string, day: boolean, choices: Array<{ value: string, word: string }> }> } | null, faults: Array<{ row: number, column: string, code: string, params: unknown }> };

export type CheckUptakeTableMutationVariables = Exact<{
  report?: string | null | undefined;
  text?: string | null | undefined;
  xlsx?: string | null | undefined;
  mapping?: TableMappingInput | null | undefined;
}>;


export type CheckUptakeTableMutation = { checkUptakeTable: { applied: boolean, entryIds: Array<string>, toAdd: number, unchanged: number, emptied: number, rows: Array<{ row: number, action: UptakeTableAction, recommendation: string, organization: string, changed: Array<{ column: string, before: string, after: string, erases: boolean }> }>, remarks: Array<{ code: string, params: unknown }>, left: Array<{ row: number, code: string, params: unknown }>, reading: { sheet: string | null, head: number, dates: DayOrder | null, datesDoubtful: boolean, sure: boolean, remembered: boolean, sheets: Array<{ name: string, hidden: boolean }>, columns: Array<{ column: number, heading: string, field: string | null, sure: boolean, samples: Array<string> }>, words: Array<{ field: string, word: string, value: string | null, rows: number }>, given: Array<{ field: string, value: string }>, fields: Array<{ name: string, heading: string, day: boolean, choices: Array<{ value: string, word: string }> }> } | null, faults: Array<{ row: number, column: string, code: string, params: unknown }> } };

export type ApplyUptakeTableMutationVariables = Exact<{
  report?: string | null | undefined;
  text?: string | null | undefined;
  xlsx?: string | null | undefined;
  key: string;
  mapping?: TableMappingInput | null | undefined;
  emptied?: UptakeEmptied | null | undefined;
}>;


export type ApplyUptakeTableMutation = { applyUptakeTable: { applied: boolean, entryIds: Array<string>, toAdd: number, unchanged: number, emptied: number, rows: Array<{ row: number, action: UptakeTableAction, recommendation: string, organization: string, changed: Array<{ column: string, before: string, after: string, erases: boolean }> }>, remarks: Array<{ code: string, params: unknown }>, left: Array<{ row: number, code: string, params: unknown }>, reading: { sheet: string | null, head: number, dates: DayOrder | null, datesDoubtful: boolean, sure: boolean, remembered: boolean, sheets: Array<{ name: string, hidden: boolean }>, columns: Array<{ column: number, heading: string, field: string | null, sure: boolean, samples: Array<string> }>, words: Array<{ field: string, word: string, value: string | null, rows: number }>, given: Array<{ field: string, value: string }>, fields: Array<{ name: string, heading: string, day: boolean, choices: Array<{ value: string, word: string }> }> } | null, faults: Array<{ row: number, column: string, code: string, params: unknown }> } };

export type UptakeOrganizationQueryVariables = Exact<{
  slug: string;
  report?: string | null | undefined;
  at?: string | null | undefined;
  asKnownOn?: string | null | undefined;
  includeDemo?: boolean | null | undefined;
  confirmedOnly?: boolean | null | undefined;
  includeDocuments?: boolean | null | undefined;
}>;


export type UptakeOrganizationQuery = { uptakeReports: Array<{ key: string, title: string, symbol: string | null, date: string | null, url: string, fromDocuments: boolean, demo: boolean }>, organization: { title: string, shortName: string, url: string } | null, own: { at: string, rows: Array<{ slug: string | null, counts: { addressed: number, noInformation: number, underConsideration: number, notAccepted: number, notRelevant: number, accepted: number, notStarted: number, inProgress: number, implemented: number, overdue: number, longOutstanding: number, unconfirmed: number, fromDocument: number, judged: number, agreed: number, priority: number, agreementRate: { numerator: number, denominator: number, percent: number | null }, acceptanceRate: { numerator: number, denominator: number, percent: number | null }, implementationRate: { numerator: number, denominator: number, percent: number | null } } }> }, uptakeCells: { nodes: Array<{ recommendationTitle: string, viewerCanReport: boolean, recommendationSlug: string, recommendationNumber: number | null, organizationSlug: string, organizationName: string, kind: ActionKind, doubtful: boolean, note: string | null, status: UptakeStatus, overdue: boolean, overdueSince: string | null, overdueDays: number, longOutstanding: boolean, deadline: string | null, targetDate: string | null, effectiveDate: string | null, confirmed: boolean | null, standing: UptakeStanding | null, judgement: UptakeJudgementKind | null, priority: boolean, demo: boolean, timeZone: string, today: string, entry: { id: string, effectiveDate: string, enteredOn: string, enteredAs: string, enteredByName: string | null, acceptance: Acceptance, implementation: Implementation | null, inPart: UptakePart | null, responsibleUnit: string | null, officer: string | null, targetDate: string | null, comment: string | null, commentAudience: Audience, decisionSymbol: string | null, financialImplication: string | null, impactSeen: string | null, source: UptakeSource, sourceReference: string | null, sourcePlace: string | null, demo: boolean, confirmed: boolean, confirmedOn: string | null, confirmedByName: string | null, standing: UptakeStanding, publishedOn: string | null, publishedByName: string | null, answerBy: string | null, viewerCanPublish: boolean, withdrawn: boolean, withdrawnOn: string | null, withdrawnAs: string | null, withdrawalReason: string | null, viewerCanConfirm: boolean, viewerCanWithdraw: boolean, evidence: Array<{ kind: EvidenceKind, label: string, url: string | null, audience: Audience, recordKind: Kind | null, recordSlug: string | null }>, withdrawalRequest: { reason: string, askedOn: string, askedByName: string | null, askedAs: string, agreed: boolean | null, answer: string | null, viewerAsked: boolean, viewerCanAgree: boolean } | null } | null }> }, uptakeActivities: Array<{ id: string, versionId: string, url: string, organizationSlug: string, organizationName: string, title: string, lead: string | null, startsOn: string | null, endsOn: string | null, indicator: string | null, confirmedOn: string | null, demo: boolean, actions: Array<{ actionId: string, report: string, symbol: string, recommendationNumber: number | null, recommendationSlug: string, title: string }> }>, doubtful: { nodes: Array<{ recommendationTitle: string, viewerCanReport: boolean, recommendationSlug: string, recommendationNumber: number | null, organizationSlug: string, organizationName: string, kind: ActionKind, doubtful: boolean, note: string | null, status: UptakeStatus, overdue: boolean, overdueSince: string | null, overdueDays: number, longOutstanding: boolean, deadline: string | null, targetDate: string | null, effectiveDate: string | null, confirmed: boolean | null, standing: UptakeStanding | null, judgement: UptakeJudgementKind | null, priority: boolean, demo: boolean, timeZone: string, today: string, entry: { id: string, effectiveDate: string, enteredOn: string, enteredAs: string, enteredByName: string | null, acceptance: Acceptance, implementation: Implementation | null, inPart: UptakePart | null, responsibleUnit: string | null, officer: string | null, targetDate: string | null, comment: string | null, commentAudience: Audience, decisionSymbol: string | null, financialImplication: string | null, impactSeen: string | null, source: UptakeSource, sourceReference: string | null, sourcePlace: string | null, demo: boolean, confirmed: boolean, confirmedOn: string | null, confirmedByName: string | null, standing: UptakeStanding, publishedOn: string | null, publishedByName: string | null, answerBy: string | null, viewerCanPublish: boolean, withdrawn: boolean, withdrawnOn: string | null, withdrawnAs: string | null, withdrawalReason: string | null, viewerCanConfirm: boolean, viewerCanWithdraw: boolean, evidence: Array<{ kind: EvidenceKind, label: string, url: string | null, audience: Audience, recordKind: Kind | null, recordSlug: string | null }>, withdrawalRequest: { reason: string, askedOn: string, askedByName: string | null, askedAs: string, agreed: boolean | null, answer: string | null, viewerAsked: boolean, viewerCanAgree: boolean } | null } | null }> } };

export type OrganizationCellFragment = { recommendationTitle: string, viewerCanReport: boolean, recommendationSlug: string, recommendationNumber: number | null, organizationSlug: string, organizationName: string, kind: ActionKind, doubtful: boolean, note: string | null, status: UptakeStatus, overdue: boolean, overdueSince: string | null, overdueDays: number, longOutstanding: boolean, deadline: string | null, targetDate: string | null, effectiveDate: string | null, confirmed: boolean | null, standing: UptakeStanding | null, judgement: UptakeJudgementKind | null, priority: boolean, demo: boolean, timeZone: string, today: string, entry: { id: string, effectiveDate: string, enteredOn: string, enteredAs: string, enteredByName: string | null, acceptance: Acceptance, implementation: Implementation | null, inPart: UptakePart | null, responsibleUnit: string | null, officer: string | null, targetDate: string | null, comment: string | null, commentAudience: Audience, decisionSymbol: string | null, financialImplication: string | null, impactSeen: string | null, source: UptakeSource, sourceReference: string | null, sourcePlace: string | null, demo: boolean, confirmed: boolean, confirmedOn: string | null, confirmedByName: string | null, standing: UptakeStanding, publishedOn: string | null, publishedByName: string | null, answerBy: string | null, viewerCanPublish: boolean, withdrawn: boolean, withdrawnOn: string | null, withdrawnAs: string | null, withdrawalReason: string | null, viewerCanConfirm: boolean, viewerCanWithdraw: boolean, evidence: Array<{ kind: EvidenceKind, label: string, url: string | null, audience: Audience, recordKind: Kind | null, recordSlug: string | null }>, withdrawalRequest: { reason: string, askedOn: string, askedByName: string | null, askedAs: string, agreed: boolean | null, answer: string | null, viewerAsked: boolean, viewerCanAgree: boolean } | null } | null };

export type SetTimeZoneMutationVariables = Exact<{
  organization: string;
  timeZone: string;
}>;


export type SetTimeZoneMutation = { setTimeZone:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'OrganizationTimeZone' }
   };

export type UptakeOverdueQueryVariables = Exact<{
  report?: string | null | undefined;
  at?: string | null | undefined;
  asKnownOn?: string | null | undefined;
  includeDemo?: boolean | null | undefined;
  confirmedOnly?: boolean | null | undefined;
  includeDocuments?: boolean | null | undefined;
}>;


export type UptakeOverdueQuery = { uptakeReports: Array<{ key: string, title: string, symbol: string | null, date: string | null, url: string, fromDocuments: boolean, demo: boolean }>, uptakeMatrix: { at: string, asKnownOn: string, demo: boolean, confirmedOnly: boolean, viewerCanSteer: boolean, report: { key: string, title: string, symbol: string | null, date: string | null, url: string, fromDocuments: boolean, demo: boolean }, lastAsked: Array<{ organizationSlug: string, on: string }>, columns: Array<{ slug: string, shortName: string, counts: { addressed: number, noInformation: number, overdue: number } }> } | null, overdueActions: Array<{ recommendationSlug: string, recommendationNumber: number | null, recommendationTitle: string, organizationSlug: string, overdueSince: string | null }> };

export type UptakeTableQueryVariables = Exact<{
  report?: string | null | undefined;
  at?: string | null | undefined;
  asKnownOn?: string | null | undefined;
  includeDemo?: boolean | null | undefined;
  confirmedOnly?: boolean | null | undefined;
  includeDocuments?: boolean | null | undefined;
  opened: boolean;
  recommendation: string;
  organization: string;
  served: boolean;
}>;


export type UptakeTableQuery = { uptakeReports: Array<{ key: string, title: string, symbol: string | null, date: string | null, url: string, fromDocuments: boolean, demo: boolean }>, uptakeMatrix: { at: string, asKnownOn: string, demo: boolean, doubtful: number, confirmedOnly: boolean, documents: boolean, report: { key: string, title: string, symbol: string | null, date: string | null, url: string, fromDocuments: boolean, demo: boolean }, rows: Array<{ slug: string, number: number | null, label: string, title: string, kind: ActionKind | null, counts: { addressed: number, noInformation: number, underConsideration: number, notAccepted: number, notRelevant: number, accepted: number, notStarted: number, inProgress: number, implemented: number, overdue: number, longOutstanding: number, unconfirmed: number, fromDocument: number, judged: number, agreed: number, priority: number, agreementRate: { numerator: number, denominator: number, percent: number | null }, acceptanceRate: { numerator: number, denominator: number, percent: number | null }, implementationRate: { numerator: number, denominator: number, percent: number | null } } }>, columns: Array<{ slug: string, shortName: string, name: string, forInformation: boolean, viewerCanReport: boolean, counts: { addressed: number, noInformation: number, underConsideration: number, notAccepted: number, notRelevant: number, accepted: number, notStarted: number, inProgress: number, implemented: number, overdue: number, longOutstanding: number, unconfirmed: number, fromDocument: number, judged: number, agreed: number, priority: number, agreementRate: { numerator: number, denominator: number, percent: number | null }, acceptanceRate: { numerator: number, denominator: number, percent: number | null }, implementationRate: { numerator: number, denominator: number, percent: number | null } } }>, cells: Array<{ recommendationSlug: string, recommendationNumber: number | null, organizationSlug: string, organizationName: string, kind: ActionKind, doubtful: boolean, note: string | null, status: UptakeStatus, overdue: boolean, overdueSince: string | null, overdueDays: number, longOutstanding: boolean, deadline: string | null, targetDate: string | null, effectiveDate: string | null, confirmed: boolean | null, standing: UptakeStanding | null, judgement: UptakeJudgementKind | null, priority: boolean, demo: boolean }>, counts: { addressed: number, noInformation: number, underConsideration: number, notAccepted: number, notRelevant: number, accepted: number, notStarted: number, inProgress: number, implemented: number, overdue: number, longOutstanding: number, unconfirmed: number, fromDocument: number, judged: number, agreed: number, priority: number, agreementRate: { numerator: number, denominator: number, percent: number | null }, acceptanceRate: { numerator: number, denominator: number, percent: number | null }, implementationRate: { numerator: number, denominator: number, percent: number | null } } } | null, uptakeActivities?: Array<{ id: string, versionId: string, url: string, organizationSlug: string, organizationName: string, title: string, lead: string | null, startsOn: string | null, endsOn: string | null, indicator: string | null, confirmedOn: string | null, demo: boolean, actions: Array<{ actionId: string, report: string, symbol: string, recommendationNumber: number | null, recommendationSlug: string, title: string }> }>, uptakeCell?: { recommendationTitle: string, viewerCanReport: boolean, recommendationSlug: string, recommendationNumber: number | null, organizationSlug: string, organizationName: string, kind: ActionKind, doubtful: boolean, note: string | null, status: UptakeStatus, overdue: boolean, overdueSince: string | null, overdueDays: number, longOutstanding: boolean, deadline: string | null, targetDate: string | null, effectiveDate: string | null, confirmed: boolean | null, standing: UptakeStanding | null, judgement: UptakeJudgementKind | null, priority: boolean, demo: boolean, history: Array<{ id: string, effectiveDate: string, enteredOn: string, enteredAs: string, enteredByName: string | null, acceptance: Acceptance, implementation: Implementation | null, inPart: UptakePart | null, responsibleUnit: string | null, officer: string | null, targetDate: string | null, comment: string | null, commentAudience: Audience, decisionSymbol: string | null, financialImplication: string | null, impactSeen: string | null, source: UptakeSource, sourceReference: string | null, sourcePlace: string | null, demo: boolean, confirmed: boolean, confirmedOn: string | null, confirmedByName: string | null, standing: UptakeStanding, publishedOn: string | null, publishedByName: string | null, answerBy: string | null, viewerCanPublish: boolean, withdrawn: boolean, withdrawnOn: string | null, withdrawnAs: string | null, withdrawalReason: string | null, viewerCanConfirm: boolean, viewerCanWithdraw: boolean, evidence: Array<{ kind: EvidenceKind, label: string, url: string | null, audience: Audience, recordKind: Kind | null, recordSlug: string | null }>, withdrawalRequest: { reason: string, askedOn: string, askedByName: string | null, askedAs: string, agreed: boolean | null, answer: string | null, viewerAsked: boolean, viewerCanAgree: boolean } | null }> } | null };

export type ReportLoadQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportLoadQuery = { viewerCanLoadReport: boolean, reportTableColumns: Array<string> };

export type ReportOutcomePartsFragment = { applied: boolean, report: string | null, symbol: string | null, title: string | null, organizations: number, forInformation: number, written: number, recommendations: Array<{ number: number, title: string, action: string, deadline: string | null, addressed: number, doubtful: number, isNew: boolean }>, faults: Array<{ row: number, column: string, code: string, params: unknown }> };

export type CheckReportTableMutationVariables = Exact<{
  text?: string | null | undefined;
  file?: string | null | undefined;
}>;


export type CheckReportTableMutation = { checkReportTable: { applied: boolean, report: string | null, symbol: string | null, title: string | null, organizations: number, forInformation: number, written: number, recommendations: Array<{ number: number, title: string, action: string, deadline: string | null, addressed: number, doubtful: number, isNew: boolean }>, faults: Array<{ row: number, column: string, code: string, params: unknown }> } };

export type LoadReportTableMutationVariables = Exact<{
  text?: string | null | undefined;
  file?: string | null | undefined;
}>;


export type LoadReportTableMutation = { loadReportTable: { applied: boolean, report: string | null, symbol: string | null, title: string | null, organizations: number, forInformation: number, written: number, recommendations: Array<{ number: number, title: string, action: string, deadline: string | null, addressed: number, doubtful: number, isNew: boolean }>, faults: Array<{ row: number, column: string, code: string, params: unknown }> } };

export type SaveUptakeSittingMutationVariables = Exact<{
  report?: string | null | undefined;
  organization: string;
  typed: unknown;
}>;


export type SaveUptakeSittingMutation = { saveUptakeSitting:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'UptakeSittingSaved', edits: number }
   };

export type UptakeSittingPageQueryVariables = Exact<{
  slug: string;
  report?: string | null | undefined;
}>;


export type UptakeSittingPageQuery = { uptakeReports: Array<{ key: string, title: string, symbol: string | null, date: string | null, url: string, fromDocuments: boolean, demo: boolean }>, organization: { shortName: string } | null, uptakeSitting: { typed: unknown, edits: number, savedAt: string } | null, uptakeCells: { nodes: Array<{ recommendationTitle: string, viewerCanReport: boolean, viewerReportsOnBehalf: boolean, recommendationSlug: string, recommendationNumber: number | null, organizationSlug: string, organizationName: string, kind: ActionKind, doubtful: boolean, note: string | null, status: UptakeStatus, overdue: boolean, overdueSince: string | null, overdueDays: number, longOutstanding: boolean, deadline: string | null, targetDate: string | null, effectiveDate: string | null, confirmed: boolean | null, standing: UptakeStanding | null, judgement: UptakeJudgementKind | null, priority: boolean, demo: boolean, timeZone: string, today: string, lastReported: { id: string, effectiveDate: string, enteredOn: string, enteredAs: string, enteredByName: string | null, acceptance: Acceptance, implementation: Implementation | null, inPart: UptakePart | null, responsibleUnit: string | null, officer: string | null, targetDate: string | null, comment: string | null, commentAudience: Audience, decisionSymbol: string | null, financialImplication: string | null, impactSeen: string | null, source: UptakeSource, sourceReference: string | null, sourcePlace: string | null, demo: boolean, confirmed: boolean, confirmedOn: string | null, confirmedByName: string | null, standing: UptakeStanding, publishedOn: string | null, publishedByName: string | null, answerBy: string | null, viewerCanPublish: boolean, withdrawn: boolean, withdrawnOn: string | null, withdrawnAs: string | null, withdrawalReason: string | null, viewerCanConfirm: boolean, viewerCanWithdraw: boolean, evidence: Array<{ kind: EvidenceKind, label: string, url: string | null, audience: Audience, recordKind: Kind | null, recordSlug: string | null }>, withdrawalRequest: { reason: string, askedOn: string, askedByName: string | null, askedAs: string, agreed: boolean | null, answer: string | null, viewerAsked: boolean, viewerCanAgree: boolean } | null } | null }> } };

export type ReportSittingMutationVariables = Exact<{
  report?: string | null | undefined;
  organization: string;
  answers: Array<UptakeSittingAnswer> | UptakeSittingAnswer;
  key: string;
}>;


export type ReportSittingMutation = { reportSitting:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'UptakePublished', entries: Array<{ id: string }> }
   };

export type UptakeTrendQueryVariables = Exact<{
  report?: string | null | undefined;
  at?: string | null | undefined;
  asKnownOn?: string | null | undefined;
  includeDemo?: boolean | null | undefined;
  confirmedOnly?: boolean | null | undefined;
  includeDocuments?: boolean | null | undefined;
  step?: UptakeStep | null | undefined;
  from?: string | null | undefined;
  organization?: string | null | undefined;
}>;


export type UptakeTrendQuery = { uptakeReports: Array<{ key: string, title: string, symbol: string | null, date: string | null, url: string, fromDocuments: boolean, demo: boolean }>, uptakeTrend: Array<{ at: string, label: string, demo: boolean, counts: { addressed: number, noInformation: number, underConsideration: number, notAccepted: number, notRelevant: number, accepted: number, notStarted: number, inProgress: number, implemented: number, overdue: number, longOutstanding: number, unconfirmed: number, fromDocument: number, judged: number, agreed: number, priority: number, agreementRate: { numerator: number, denominator: number, percent: number | null }, acceptanceRate: { numerator: number, denominator: number, percent: number | null }, implementationRate: { numerator: number, denominator: number, percent: number | null } } }>, addressees: { at: string, rows: Array<{ key: string, counts: { addressed: number, noInformation: number, underConsideration: number, notAccepted: number, notRelevant: number, accepted: number, notStarted: number, inProgress: number, implemented: number, overdue: number, longOutstanding: number, unconfirmed: number, fromDocument: number, judged: number, agreed: number, priority: number, agreementRate: { numerator: number, denominator: number, percent: number | null }, acceptanceRate: { numerator: number, denominator: number, percent: number | null }, implementationRate: { numerator: number, denominator: number, percent: number | null } } }> }, organizations: { rows: Array<{ label: string, slug: string | null, counts: { addressed: number, noInformation: number, underConsideration: number, notAccepted: number, notRelevant: number, accepted: number, notStarted: number, inProgress: number, implemented: number, overdue: number, longOutstanding: number, unconfirmed: number, fromDocument: number, judged: number, agreed: number, priority: number, agreementRate: { numerator: number, denominator: number, percent: number | null }, acceptanceRate: { numerator: number, denominator: number, percent: number | null }, implementationRate: { numerator: number, denominator: number, percent: number | null } } }> }, recommendations: { rows: Array<{ label: string, slug: string | null, counts: { addressed: number, noInformation: number, underConsideration: number, notAccepted: number, notRelevant: number, accepted: number, notStarted: number, inProgress: number, implemented: number, overdue: number, longOutstanding: number, unconfirmed: number, fromDocument: number, judged: number, agreed: number, priority: number, agreementRate: { numerator: number, denominator: number, percent: number | null }, acceptanceRate: { numerator: number, denominator: number, percent: number | null }, implementationRate: { numerator: number, denominator: number, percent: number | null } } }> }, overdueActions: Array<{ recommendationTitle: string, recommendationSlug: string, recommendationNumber: number | null, organizationSlug: string, organizationName: string, kind: ActionKind, doubtful: boolean, note: string | null, status: UptakeStatus, overdue: boolean, overdueSince: string | null, overdueDays: number, longOutstanding: boolean, deadline: string | null, targetDate: string | null, effectiveDate: string | null, confirmed: boolean | null, standing: UptakeStanding | null, judgement: UptakeJudgementKind | null, priority: boolean, demo: boolean }> };

export type VendorsQueryVariables = Exact<{
  filter?: VendorFilter | null | undefined;
  work?: WorkFilter | null | undefined;
  agreement?: AgreementFilter | null | undefined;
  name?: string | null | undefined;
  orderBy?: RosterOrder | null | undefined;
  after?: string | null | undefined;
  since?: string | null | undefined;
  first?: number | null | undefined;
  table: boolean;
}>;


export type VendorsQuery = { roster: { totalCount: number, facets: Array<{ field: string, values: Array<{ value: string, label: string, count: number }> }>, ignored: Array<{ field: string, value: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { title: string, language: string, url: string, summaryText: string, vendorKind: VendorKind, services: Array<string>, updatedAt: string, platforms: Array<string>, projectCount: number, latestWork?: string | null, country: { code: string } | null, agreements: Array<{ url: string, holderName: string, endsOn: string, open: boolean, demo: boolean, validity: AgreementValidity }>, engagements?: Array<{ project: { title: string, language: string, url: string, stage: Stage, ownerNames: Array<string> } }> } }> }, library: { kinds: Array<{ kind: Kind, count: number }> } };

export type VendorPageQueryVariables = Exact<{
  slug: string;
}>;


export type VendorPageQuery = { vendor: { viewerCanScreen: boolean, contactsWithheld: boolean, viewerCanEdit: boolean, title: string, language: string, url: string, slug: string, summaryText: string, version: number, hash: string, createdAt: string, updatedAt: string, vendorKind: VendorKind, formerNames: Array<string>, alsoKnownAs: Array<string>, registrationNumber: string | null, services: Array<string>, website: string | null, asked: { totalCount: number, nodes: Array<{ url: string, title: string, language: string, progress: QuestionProgress, answerCount: number }> }, agreements: Array<{ url: string, number: string, title: string, holderName: string, startsOn: string, endsOn: string, validity: AgreementValidity, daysLeft: number | null, use: AgreementUse, demo: boolean }>, screenings: Array<{ listName: string, listedOn: string, synthetic: boolean, checkedAt: string, by: string | null, found: number, namesChanged: boolean, newerList: string | null, withdrawnAt: string | null }>, screeningCandidates: Array<{ id: string, vendorName: string, listedName: string, entryKey: string, score: number, listName: string, listedOn: string, state: ScreeningState, current: boolean, vendor: { title: string, url: string }, decisions: Array<{ answer: ScreeningAnswer, name: string | null, decidedAt: string }> }>, freshness: { verifyBy: string, verifiedAt: string | null, past: boolean, daysPast: number } | null, ror: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, orgId: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, iati: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, principals: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, country: { code: string } | null, countryBasis: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, summary: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, statements: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, platformsBasis: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, similar: Array<{ platforms: Array<string>, vendor: { title: string, language: string, url: string } }>, connections: Array<{ relation: string, record:
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
        | { kind: Kind, title: string, language: string, url: string }
       }>, dependence: Array<{ access: Access, project: { title: string, language: string, url: string }, accessBasis: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, code: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, protocol: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, nodes: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, keys: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, skills: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }> }>, engagements: Array<{ role: string, delivered: string | null, stack: Array<string>, period: string | null, outcome: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }>, project: { title: string, language: string, url: string, stage: Stage, owners: Array<{ shortName: string, url: string }>, stages: Array<{ current: boolean, stage: Stage, date: string | null }>, statements: Array<{ section: string | null, text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, lessons: Array<{ title: string, language: string, url: string, lessonKind: LessonKind }> } }>, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> } | null };

export type VendorPagePartsFragment = { title: string, language: string, url: string, slug: string, summaryText: string, version: number, hash: string, createdAt: string, updatedAt: string, vendorKind: VendorKind, formerNames: Array<string>, alsoKnownAs: Array<string>, registrationNumber: string | null, services: Array<string>, website: string | null, ror: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, orgId: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, iati: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, principals: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, country: { code: string } | null, countryBasis: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> } | null, summary: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, statements: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, platformsBasis: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, similar: Array<{ platforms: Array<string>, vendor: { title: string, language: string, url: string } }>, connections: Array<{ relation: string, record:
      | { kind: Kind, title: string, language: string, url: string }
      | { kind: Kind, title: string, language: string, url: string }
      | { kind: Kind, title: string, language: string, url: string }
      | { kind: Kind, title: string, language: string, url: string }
      | { kind: Kind, title: string, language: string, url: string }
      | { kind: Kind, title: string, language: string, url: string }
      | { kind: Kind, title: string, language: string, url: string }
      | { kind: Kind, title: string, language: string, url: string }
      | { kind: Kind, title: string, language: string, url: string }
      | { kind: Kind, title: string, language: string, url: string }
      | { kind: Kind, title: string, language: string, url: string }
      | { kind: Kind, title: string, language: string, url: string }
      | { kind: Kind, title: string, language: string, url: string }
      | { kind: Kind, title: string, language: string, url: string }
      | { kind: Kind, title: string, language: string, url: string }
     }>, dependence: Array<{ access: Access, project: { title: string, language: string, url: string }, accessBasis: { text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }, code: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, protocol: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, nodes: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, keys: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, skills: Array<{ text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }> }>, engagements: Array<{ role: string, delivered: string | null, stack: Array<string>, period: string | null, outcome: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }>, project: { title: string, language: string, url: string, stage: Stage, owners: Array<{ shortName: string, url: string }>, stages: Array<{ current: boolean, stage: Stage, date: string | null }>, statements: Array<{ section: string | null, text: string, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, lessons: Array<{ title: string, language: string, url: string, lessonKind: LessonKind }> } }>, attachments: Array<{ title: string, description: string | null, url: string, picture: boolean, size: number | null }>, fundingAmounts: Array<{ label: string, amount: number, currency: string, period: string | null, asAt: string | null, certainty: Certainty, note: string | null, citations: Array<{ place: string, paragraph: number | null, url: string, source: { title: string, symbol: string | null, url: string } }> }>, contacts: Array<{ name: string, role: string | null, email: string }> };

export type WebhookPartsFragment = { id: string, name: string, address: string, topics: Array<WebhookTopic>, organization: string | null, mine: boolean, createdAt: string, pausedAt: string | null, pausedFor: WebhookPause | null, waiting: number, failed: number, deliveredAt: string | null };

type WebhookEventParts_WebhookDelivery_Fragment = { id: string, type: string, happenedAt: string, state: WebhookDeliveryState, attempts: number, triedAt: string | null, nextAt: string | null, status: number | null, failure: string | null, tookMs: number | null };

type WebhookEventParts_WebhookSent_Fragment = { id: string, type: string, happenedAt: string, state: WebhookDeliveryState, attempts: number, triedAt: string | null, nextAt: string | null, status: number | null, failure: string | null, tookMs: number | null };

export type WebhookEventPartsFragment =
  | WebhookEventParts_WebhookDelivery_Fragment
  | WebhookEventParts_WebhookSent_Fragment
;

export type WebhooksPageQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhooksPageQuery = { me: { webhooks: Array<{ id: string, name: string, address: string, topics: Array<WebhookTopic>, organization: string | null, mine: boolean, createdAt: string, pausedAt: string | null, pausedFor: WebhookPause | null, waiting: number, failed: number, deliveredAt: string | null }>, memberships: Array<{ role: Role, organizationSlug: string | null, organizationName: string | null }> } | null };

export type WebhookPageQueryVariables = Exact<{
  id: string;
}>;


export type WebhookPageQuery = { me: { webhooks: Array<{ id: string, name: string, address: string, topics: Array<WebhookTopic>, organization: string | null, mine: boolean, createdAt: string, pausedAt: string | null, pausedFor: WebhookPause | null, waiting: number, failed: number, deliveredAt: string | null, webhookDeliveries: Array<{ id: string, type: string, happenedAt: string, state: WebhookDeliveryState, attempts: number, triedAt: string | null, nextAt: string | null, status: number | null, failure: string | null, tookMs: number | null }> }> } | null };

export type WebhookEventPageQueryVariables = Exact<{
  webhook: string;
  id: string;
}>;


export type WebhookEventPageQuery = { me: { webhooks: Array<{ id: string, name: string }>, webhookSent: { webhook: string, body: string | null, id: string, type: string, happenedAt: string, state: WebhookDeliveryState, attempts: number, triedAt: string | null, nextAt: string | null, status: number | null, failure: string | null, tookMs: number | null } | null } | null };

export type MakeWebhookMutationVariables = Exact<{
  name: string;
  address: string;
  topics: Array<WebhookTopic> | WebhookTopic;
  organization?: string | null | undefined;
}>;


export type MakeWebhookMutation = { makeWebhook:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'WebhookMade', secret: string, webhook: { id: string, name: string } }
   };

export type EndWebhookMutationVariables = Exact<{
  id: string;
}>;


export type EndWebhookMutation = { endWebhook:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'WebhookDone' }
   };

export type PauseWebhookMutationVariables = Exact<{
  id: string;
  paused: boolean;
}>;


export type PauseWebhookMutation = { pauseWebhook:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'WebhookDone' }
   };

export type TryWebhookMutationVariables = Exact<{
  id: string;
}>;


export type TryWebhookMutation = { tryWebhook:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'WebhookDone' }
   };

export type ReplayWebhookMutationVariables = Exact<{
  id: string;
}>;


export type ReplayWebhookMutation = { replayWebhook:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, params: unknown }> }
    | { __typename: 'WebhookDone' }
   };

export type YearReportQueryVariables = Exact<{
  year: number;
}>;


export type YearReportQuery = { yearReport: { year: number, day: string, title: string, basis: string, sections: Array<{ title: string, sentences: Array<{ before: string, after: string, figure: { count: number, url: string } | null }>, table: { title: string, columns: Array<string>, rows: Array<{ label: string, change: number | null, figures: Array<{ count: number, url: string }> }> } | null }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const InvitationPartsFragmentDoc = new TypedDocumentString(`
    fragment InvitationParts on InvitationToMe {
  id
  role
  organizationName
  deputy
  invitedBy
  expiresAt
  state
  yours
}
    `, {"fragmentName":"InvitationParts"}) as unknown as TypedDocumentString<InvitationPartsFragment, unknown>;
export const CitationPartsFragmentDoc = new TypedDocumentString(`
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
    `, {"fragmentName":"CitationParts"}) as unknown as TypedDocumentString<CitationPartsFragment, unknown>;
export const ExtraPartsFragmentDoc = new TypedDocumentString(`
    fragment ExtraParts on Record {
  attachments {
    title
    description
    url
    picture
    size
  }
  fundingAmounts {
    label
    amount
    currency
    period
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  contacts {
    name
    role
    email
  }
}
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}`, {"fragmentName":"ExtraParts"}) as unknown as TypedDocumentString<ExtraPartsFragment, unknown>;
export const StatementPartsFragmentDoc = new TypedDocumentString(`
    fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}`, {"fragmentName":"StatementParts"}) as unknown as TypedDocumentString<StatementPartsFragment, unknown>;
export const BuildingBlockPagePartsFragmentDoc = new TypedDocumentString(`
    fragment BuildingBlockPageParts on BuildingBlock {
  ...ExtraParts
  title
  language
  url
  slug
  summaryText
  version
  hash
  createdAt
  updatedAt
  repository
  summary {
    ...StatementParts
  }
  platformsBasis {
    ...StatementParts
  }
  licence {
    ...StatementParts
  }
  howToTry {
    ...StatementParts
  }
  owners {
    title
    shortName
    url
  }
  projects {
    title
    language
    url
    stage
  }
  vendors {
    title
    language
    url
  }
}
    fragment ExtraParts on Record {
  attachments {
    title
    description
    url
    picture
    size
  }
  fundingAmounts {
    label
    amount
    currency
    period
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  contacts {
    name
    role
    email
  }
}
fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}`, {"fragmentName":"BuildingBlockPageParts"}) as unknown as TypedDocumentString<BuildingBlockPagePartsFragment, unknown>;
export const CatalogueEntryPartsFragmentDoc = new TypedDocumentString(`
    fragment CatalogueEntryParts on CatalogueEntry {
  place
  action
  title
  url
  changed {
    field
    before
    after
  }
  doubles {
    address
    title
    reason
    text
  }
}
    `, {"fragmentName":"CatalogueEntryParts"}) as unknown as TypedDocumentString<CatalogueEntryPartsFragment, unknown>;
export const CataloguePreviewPartsFragmentDoc = new TypedDocumentString(`
    fragment CataloguePreviewParts on CataloguePreview {
  heads
  samples
  rows
  mappingName
  mappingTitle
  catalogue
  licence
  unchanged
  columns {
    column
    field
  }
  entries {
    ...CatalogueEntryParts
  }
  faults {
    place
    column
    code
    params
  }
}
    fragment CatalogueEntryParts on CatalogueEntry {
  place
  action
  title
  url
  changed {
    field
    before
    after
  }
  doubles {
    address
    title
    reason
    text
  }
}`, {"fragmentName":"CataloguePreviewParts"}) as unknown as TypedDocumentString<CataloguePreviewPartsFragment, unknown>;
export const FieldFaultsFragmentDoc = new TypedDocumentString(`
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}
    `, {"fragmentName":"FieldFaults"}) as unknown as TypedDocumentString<FieldFaultsFragment, unknown>;
export const DraftAnswerFragmentDoc = new TypedDocumentString(`
    fragment DraftAnswer on DraftResult {
  __typename
  ... on DraftSaved {
    draft {
      id
      edits
      state
      kind
      content
      record {
        url
      }
    }
  }
  ... on StaleDraft {
    draft {
      id
      edits
    }
    yours
    sources
    clashes {
      path
      theirs
      yours
    }
  }
  ...FieldFaults
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`, {"fragmentName":"DraftAnswer"}) as unknown as TypedDocumentString<DraftAnswerFragment, unknown>;
export const DifferencePartsFragmentDoc = new TypedDocumentString(`
    fragment DifferenceParts on Difference {
  path
  label
  change
  before
  after
}
    `, {"fragmentName":"DifferenceParts"}) as unknown as TypedDocumentString<DifferencePartsFragment, unknown>;
export const ReviewPartsFragmentDoc = new TypedDocumentString(`
    fragment ReviewParts on Review {
  id
  organizationSlug
  organizationName
  round
  state
  comment
  steppedIn
  overdue
  createdAt
  decidedAt
  viewerCanDecide
  viewerWouldStepIn
  reviewer {
    name
    demo
  }
  decisions {
    field
    decision
    reason
  }
}
    `, {"fragmentName":"ReviewParts"}) as unknown as TypedDocumentString<ReviewPartsFragment, unknown>;
export const SimilarPartsFragmentDoc = new TypedDocumentString(`
    fragment SimilarParts on AlreadyDoing {
  reasons
  sameName
  name
  contacts {
    name
    role
    email
  }
  record {
    title
    language
    url
    kind
    summaryText
  }
}
    `, {"fragmentName":"SimilarParts"}) as unknown as TypedDocumentString<SimilarPartsFragment, unknown>;
export const SuggestionPartsFragmentDoc = new TypedDocumentString(`
    fragment SuggestionParts on Suggestion {
  value
  title
  name
  reason
}
    `, {"fragmentName":"SuggestionParts"}) as unknown as TypedDocumentString<SuggestionPartsFragment, unknown>;
export const SuggestedPartsFragmentDoc = new TypedDocumentString(`
    fragment SuggestedParts on Record {
  slug
  sourceKey
  title
  language
}
    `, {"fragmentName":"SuggestedParts"}) as unknown as TypedDocumentString<SuggestedPartsFragment, unknown>;
export const ChangeOfFragmentDoc = new TypedDocumentString(`
    fragment ChangeOf on Record {
  title
  language
  url
  slug
  viewerCanEdit
  viewerCanArchive
  viewerCanMerge
  contentToEdit
  openDrafts {
    id
    url
    state
    updatedAt
    reason
    author {
      name
      demo
    }
  }
}
    `, {"fragmentName":"ChangeOf"}) as unknown as TypedDocumentString<ChangeOfFragment, unknown>;
export const RevisionPartsFragmentDoc = new TypedDocumentString(`
    fragment RevisionParts on Revision {
  number
  url
  live
  byLoader
  organizationSlug
  reason
  restores
  createdAt
  archivedAt
  archivedReason
  writers {
    name
    demo
  }
}
    `, {"fragmentName":"RevisionParts"}) as unknown as TypedDocumentString<RevisionPartsFragment, unknown>;
export const CarePartsFragmentDoc = new TypedDocumentString(`
    fragment CareParts on Record {
  ...ExtraParts
  contactsWithheld
  viewerCanEdit
  freshness {
    verifyBy
    verifiedAt
    past
    daysPast
  }
}
    fragment ExtraParts on Record {
  attachments {
    title
    description
    url
    picture
    size
  }
  fundingAmounts {
    label
    amount
    currency
    period
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  contacts {
    name
    role
    email
  }
}
fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}`, {"fragmentName":"CareParts"}) as unknown as TypedDocumentString<CarePartsFragment, unknown>;
export const ReadingPartsFragmentDoc = new TypedDocumentString(`
    fragment ReadingParts on TableReading {
  sheet
  sheets {
    name
    hidden
  }
  head
  columns {
    column
    heading
    field
    sure
    samples
  }
  words {
    field
    word
    value
    rows
  }
  dates
  datesDoubtful
  given {
    field
    value
  }
  sure
  remembered
  fields {
    name
    heading
    day
    choices {
      value
      word
    }
  }
}
    `, {"fragmentName":"ReadingParts"}) as unknown as TypedDocumentString<ReadingPartsFragment, unknown>;
export const PlanPartsFragmentDoc = new TypedDocumentString(`
    fragment PlanParts on ImportPlan {
  rows {
    row
    action
    title
    slug
    changed {
      column
      before
      after
    }
    candidates {
      slug
      title
      reasons {
        reason
        text
        score
      }
    }
  }
  faults {
    row
    column
    code
    params
  }
  left {
    row
    code
    params
  }
  remarks {
    code
    params
  }
  reading {
    ...ReadingParts
  }
}
    fragment ReadingParts on TableReading {
  sheet
  sheets {
    name
    hidden
  }
  head
  columns {
    column
    heading
    field
    sure
    samples
  }
  words {
    field
    word
    value
    rows
  }
  dates
  datesDoubtful
  given {
    field
    value
  }
  sure
  remembered
  fields {
    name
    heading
    day
    choices {
      value
      word
    }
  }
}`, {"fragmentName":"PlanParts"}) as unknown as TypedDocumentString<PlanPartsFragment, unknown>;
export const SimilarAnswerPartsFragmentDoc = new TypedDocumentString(`
    fragment SimilarAnswerParts on SimilarProjects {
  stages {
    stage
    count
  }
  projects {
    stage
    since
    contacts
    project {
      title
      language
      url
    }
    answers {
      ...StatementParts
    }
    became {
      ...StatementParts
    }
    costs {
      ...StatementParts
    }
    lessons {
      title
      language
      url
    }
  }
}
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}`, {"fragmentName":"SimilarAnswerParts"}) as unknown as TypedDocumentString<SimilarAnswerPartsFragment, unknown>;
export const EvaluationPartsFragmentDoc = new TypedDocumentString(`
    fragment EvaluationParts on Evaluation {
  answered
  decided {
    state
    layer {
      id
      number
      title
    }
    outcome {
      title
      verdict
      text {
        ...StatementParts
      }
      instead {
        ...StatementParts
      }
    }
    because {
      reason
      question {
        id
        number
        text
        group
        layer
      }
      option {
        label
      }
      claimed {
        label
      }
    }
    also {
      reason
      question {
        id
        number
        text
        group
        layer
      }
      option {
        label
      }
      claimed {
        label
      }
    }
  }
  layers {
    state
    layer {
      id
      number
      title
    }
    outcome {
      title
    }
    because {
      question {
        id
        group
        number
        layer
      }
      option {
        label
      }
      claimed {
        label
      }
    }
  }
  exceptions {
    reason
    question {
      id
      number
      text
      group
      layer
    }
    option {
      label
    }
    claimed {
      label
    }
  }
  unreasoned {
    id
    group
    number
    layer
  }
  open {
    id
    group
    number
    layer
  }
  tree {
    rule
    number
    question
    label
    path
    outcome {
      title
    }
  }
}
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}`, {"fragmentName":"EvaluationParts"}) as unknown as TypedDocumentString<EvaluationPartsFragment, unknown>;
export const LessonPagePartsFragmentDoc = new TypedDocumentString(`
    fragment LessonPageParts on Lesson {
  ...ExtraParts
  title
  language
  url
  slug
  summaryText
  version
  hash
  createdAt
  updatedAt
  lessonKind
  theme
  subject
  questions
  context {
    ...StatementParts
  }
  whatHappened {
    ...StatementParts
  }
  whatFollows {
    ...StatementParts
  }
  otherViews {
    ...StatementParts
  }
  organizations {
    title
    shortName
    url
  }
  projects {
    title
    language
    url
    stage
  }
  risks {
    title
    url
  }
  mitigations {
    title
    url
  }
  standards {
    title
    url
  }
  recommendations {
    title
    url
  }
  connections(relations: ["GOAL"], first: 100) {
    relation
    reason
    record {
      title
      language
      url
      ... on Goal {
        number
      }
    }
  }
}
    fragment ExtraParts on Record {
  attachments {
    title
    description
    url
    picture
    size
  }
  fundingAmounts {
    label
    amount
    currency
    period
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  contacts {
    name
    role
    email
  }
}
fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}`, {"fragmentName":"LessonPageParts"}) as unknown as TypedDocumentString<LessonPagePartsFragment, unknown>;
export const ProjectPagePartsFragmentDoc = new TypedDocumentString(`
    fragment ProjectPageParts on Project {
  ...ExtraParts
  title
  language
  url
  slug
  summaryText
  version
  hash
  createdAt
  updatedAt
  alsoKnownAs
  origin
  stage
  scope
  uses
  sectors
  platforms
  countries {
    code
    name
  }
  owners {
    title
    shortName
    slug
    url
  }
  ownersBasis {
    ...StatementParts
  }
  summary {
    ...StatementParts
  }
  places {
    ...StatementParts
  }
  stages {
    stage
    current
    date
    text
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  ledger {
    access
    platforms {
      ...StatementParts
    }
    accessBasis {
      ...StatementParts
    }
    consensus {
      ...StatementParts
    }
    offChain {
      ...StatementParts
    }
    keyCustody {
      ...StatementParts
    }
  }
  legal {
    topic
    answer
    question {
      ...StatementParts
    }
  }
  answers {
    statement {
      ...StatementParts
    }
  }
  participants {
    name
    role
    responsibility
    asAt
    certainty
    note
    organization {
      shortName
      url
    }
    citations {
      ...CitationParts
    }
  }
  engagements {
    role
    delivered
    stack
    period
    outcome
    asAt
    certainty
    note
    vendor {
      title
      language
      slug
      url
    }
    citations {
      ...CitationParts
    }
  }
  figures {
    current
    label
    value
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  statements {
    section
    ...StatementParts
  }
  goals {
    reason
    goal {
      number
      url
    }
  }
  buildingBlocks {
    title
    language
    url
  }
  lessons {
    title
    language
    url
    lessonKind
    theme
  }
  risks {
    title
    url
  }
  mitigations {
    title
    url
  }
  recommendations {
    title
    url
  }
  standards {
    title
    url
  }
  similar {
    reasons
    project {
      title
      language
      url
      stage
    }
  }
}
    fragment ExtraParts on Record {
  attachments {
    title
    description
    url
    picture
    size
  }
  fundingAmounts {
    label
    amount
    currency
    period
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  contacts {
    name
    role
    email
  }
}
fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}`, {"fragmentName":"ProjectPageParts"}) as unknown as TypedDocumentString<ProjectPagePartsFragment, unknown>;
export const ProjectRowFragmentDoc = new TypedDocumentString(`
    fragment ProjectRow on Project {
  title
  language
  url
  summaryText
  stage
  uses
  access
  platforms
  scope
  updatedAt
  countries {
    code
  }
  owners {
    shortName
  }
}
    `, {"fragmentName":"ProjectRow"}) as unknown as TypedDocumentString<ProjectRowFragment, unknown>;
export const QuestionDoneFragmentDoc = new TypedDocumentString(`
    fragment QuestionDone on QuestionResult {
  __typename
  ... on QuestionSaved {
    url
    changed
  }
  ...FieldFaults
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`, {"fragmentName":"QuestionDone"}) as unknown as TypedDocumentString<QuestionDoneFragment, unknown>;
export const QuestionRowPartsFragmentDoc = new TypedDocumentString(`
    fragment QuestionRowParts on Question {
  url
  title
  language
  author {
    name
    organizations {
      shortName
    }
  }
  about {
    title
  }
  progress
  answerCount
  hidden
  activeAt
}
    `, {"fragmentName":"QuestionRowParts"}) as unknown as TypedDocumentString<QuestionRowPartsFragment, unknown>;
export const QuestionPostPartsFragmentDoc = new TypedDocumentString(`
    fragment QuestionPostParts on QuestionPost {
  id
  text
  author {
    name
    organizations {
      shortName
    }
  }
  createdAt
  editedAt
  citations {
    title
    url
    language
  }
  helped
  helpedByAsker
  fromTitle
  hiddenBecause
  appeal
  appealAnswer
  reports
  viewerWrote
  viewerReported
  viewerHid
}
    `, {"fragmentName":"QuestionPostParts"}) as unknown as TypedDocumentString<QuestionPostPartsFragment, unknown>;
export const ReferencePartsFragmentDoc = new TypedDocumentString(`
    fragment ReferenceParts on Reference {
  slug
  url
  title
  topic
  address
  edition
  note
  text {
    text
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  organizations {
    url
    shortName
  }
  projects {
    url
    title
    language
  }
  partOf {
    slug
  }
  levels {
    slug
    title
  }
}
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}`, {"fragmentName":"ReferenceParts"}) as unknown as TypedDocumentString<ReferencePartsFragment, unknown>;
export const CandidatePartsFragmentDoc = new TypedDocumentString(`
    fragment CandidateParts on ScreeningCandidate {
  id
  vendorName
  listedName
  entryKey
  score
  listName
  listedOn
  state
  current
  vendor {
    title
    url
  }
  decisions {
    answer
    name
    decidedAt
  }
}
    `, {"fragmentName":"CandidateParts"}) as unknown as TypedDocumentString<CandidatePartsFragment, unknown>;
export const ApiTokenPartsFragmentDoc = new TypedDocumentString(`
    fragment ApiTokenParts on ApiToken {
  id
  name
  scope
  organization
  createdAt
  expiresAt
  expired
  lastUsedAt
  requests
}
    `, {"fragmentName":"ApiTokenParts"}) as unknown as TypedDocumentString<ApiTokenPartsFragment, unknown>;
export const HelperPartsFragmentDoc = new TypedDocumentString(`
    fragment HelperParts on Helper {
  name
  url
  organizations {
    shortName
  }
  reasons {
    kind
    value
  }
}
    `, {"fragmentName":"HelperParts"}) as unknown as TypedDocumentString<HelperPartsFragment, unknown>;
export const AskedPartsFragmentDoc = new TypedDocumentString(`
    fragment AskedParts on RecordQuestions {
  totalCount
  nodes {
    url
    title
    language
    progress
    answerCount
  }
}
    `, {"fragmentName":"AskedParts"}) as unknown as TypedDocumentString<AskedPartsFragment, unknown>;
export const LinkCheckPartsFragmentDoc = new TypedDocumentString(`
    fragment LinkCheckParts on LinkCheck {
  state
  checkedOn
  movedTo
  repository
  licence
  changedOn
  archived
}
    `, {"fragmentName":"LinkCheckParts"}) as unknown as TypedDocumentString<LinkCheckPartsFragment, unknown>;
export const CountsPartsFragmentDoc = new TypedDocumentString(`
    fragment CountsParts on UptakeCounts {
  addressed
  noInformation
  underConsideration
  notAccepted
  notRelevant
  accepted
  notStarted
  inProgress
  implemented
  overdue
  longOutstanding
  unconfirmed
  fromDocument
  judged
  agreed
  priority
  agreementRate {
    numerator
    denominator
    percent
  }
  acceptanceRate {
    numerator
    denominator
    percent
  }
  implementationRate {
    numerator
    denominator
    percent
  }
}
    `, {"fragmentName":"CountsParts"}) as unknown as TypedDocumentString<CountsPartsFragment, unknown>;
export const ReportPartsFragmentDoc = new TypedDocumentString(`
    fragment ReportParts on UptakeReport {
  key
  title
  symbol
  date
  url
  fromDocuments
  demo
}
    `, {"fragmentName":"ReportParts"}) as unknown as TypedDocumentString<ReportPartsFragment, unknown>;
export const JudgementPartsFragmentDoc = new TypedDocumentString(`
    fragment JudgementParts on UptakeJudgement {
  id
  judgement
  priority
  reason
  voice
  reference
  effectiveDate
  judgedOn
  judgedByName
  demo
}
    `, {"fragmentName":"JudgementParts"}) as unknown as TypedDocumentString<JudgementPartsFragment, unknown>;
export const ActivityPartsFragmentDoc = new TypedDocumentString(`
    fragment ActivityParts on UptakeActivity {
  id
  versionId
  url
  organizationSlug
  organizationName
  title
  lead
  startsOn
  endsOn
  indicator
  confirmedOn
  demo
  actions {
    actionId
    report
    symbol
    recommendationNumber
    recommendationSlug
    title
  }
}
    `, {"fragmentName":"ActivityParts"}) as unknown as TypedDocumentString<ActivityPartsFragment, unknown>;
export const OutcomePartsFragmentDoc = new TypedDocumentString(`
    fragment OutcomeParts on UptakeTableOutcome {
  applied
  entryIds
  toAdd
  unchanged
  rows {
    row
    action
    recommendation
    organization
    changed {
      column
      before
      after
      erases
    }
  }
  remarks {
    code
    params
  }
  left {
    row
    code
    params
  }
  emptied
  reading {
    ...ReadingParts
  }
  faults {
    row
    column
    code
    params
  }
}
    fragment ReadingParts on TableReading {
  sheet
  sheets {
    name
    hidden
  }
  head
  columns {
    column
    heading
    field
    sure
    samples
  }
  words {
    field
    word
    value
    rows
  }
  dates
  datesDoubtful
  given {
    field
    value
  }
  sure
  remembered
  fields {
    name
    heading
    day
    choices {
      value
      word
    }
  }
}`, {"fragmentName":"OutcomeParts"}) as unknown as TypedDocumentString<OutcomePartsFragment, unknown>;
export const CellPartsFragmentDoc = new TypedDocumentString(`
    fragment CellParts on UptakeCell {
  recommendationSlug
  recommendationNumber
  organizationSlug
  organizationName
  kind
  doubtful
  note
  status
  overdue
  overdueSince
  overdueDays
  longOutstanding
  deadline
  targetDate
  effectiveDate
  confirmed
  standing
  judgement
  priority
  demo
}
    `, {"fragmentName":"CellParts"}) as unknown as TypedDocumentString<CellPartsFragment, unknown>;
export const DaysPartsFragmentDoc = new TypedDocumentString(`
    fragment DaysParts on UptakeCell {
  organizationName
  timeZone
  today
}
    `, {"fragmentName":"DaysParts"}) as unknown as TypedDocumentString<DaysPartsFragment, unknown>;
export const EntryPartsFragmentDoc = new TypedDocumentString(`
    fragment EntryParts on UptakeEntry {
  id
  effectiveDate
  enteredOn
  enteredAs
  enteredByName
  acceptance
  implementation
  inPart
  responsibleUnit
  officer
  targetDate
  comment
  commentAudience
  decisionSymbol
  financialImplication
  impactSeen
  source
  sourceReference
  sourcePlace
  evidence {
    kind
    label
    url
    audience
    recordKind
    recordSlug
  }
  demo
  confirmed
  confirmedOn
  confirmedByName
  standing
  publishedOn
  publishedByName
  answerBy
  viewerCanPublish
  withdrawalRequest {
    reason
    askedOn
    askedByName
    askedAs
    agreed
    answer
    viewerAsked
    viewerCanAgree
  }
  withdrawn
  withdrawnOn
  withdrawnAs
  withdrawalReason
  viewerCanConfirm
  viewerCanWithdraw
}
    `, {"fragmentName":"EntryParts"}) as unknown as TypedDocumentString<EntryPartsFragment, unknown>;
export const OrganizationCellFragmentDoc = new TypedDocumentString(`
    fragment OrganizationCell on UptakeCell {
  ...CellParts
  ...DaysParts
  recommendationTitle
  viewerCanReport
  entry {
    ...EntryParts
  }
}
    fragment CellParts on UptakeCell {
  recommendationSlug
  recommendationNumber
  organizationSlug
  organizationName
  kind
  doubtful
  note
  status
  overdue
  overdueSince
  overdueDays
  longOutstanding
  deadline
  targetDate
  effectiveDate
  confirmed
  standing
  judgement
  priority
  demo
}
fragment DaysParts on UptakeCell {
  organizationName
  timeZone
  today
}
fragment EntryParts on UptakeEntry {
  id
  effectiveDate
  enteredOn
  enteredAs
  enteredByName
  acceptance
  implementation
  inPart
  responsibleUnit
  officer
  targetDate
  comment
  commentAudience
  decisionSymbol
  financialImplication
  impactSeen
  source
  sourceReference
  sourcePlace
  evidence {
    kind
    label
    url
    audience
    recordKind
    recordSlug
  }
  demo
  confirmed
  confirmedOn
  confirmedByName
  standing
  publishedOn
  publishedByName
  answerBy
  viewerCanPublish
  withdrawalRequest {
    reason
    askedOn
    askedByName
    askedAs
    agreed
    answer
    viewerAsked
    viewerCanAgree
  }
  withdrawn
  withdrawnOn
  withdrawnAs
  withdrawalReason
  viewerCanConfirm
  viewerCanWithdraw
}`, {"fragmentName":"OrganizationCell"}) as unknown as TypedDocumentString<OrganizationCellFragment, unknown>;
export const ReportOutcomePartsFragmentDoc = new TypedDocumentString(`
    fragment ReportOutcomeParts on ReportTableOutcome {
  applied
  report
  symbol
  title
  organizations
  forInformation
  written
  recommendations {
    number
    title
    action
    deadline
    addressed
    doubtful
    isNew
  }
  faults {
    row
    column
    code
    params
  }
}
    `, {"fragmentName":"ReportOutcomeParts"}) as unknown as TypedDocumentString<ReportOutcomePartsFragment, unknown>;
export const VendorPagePartsFragmentDoc = new TypedDocumentString(`
    fragment VendorPageParts on Vendor {
  ...ExtraParts
  title
  language
  url
  slug
  summaryText
  version
  hash
  createdAt
  updatedAt
  vendorKind
  formerNames
  alsoKnownAs
  registrationNumber
  ror {
    ...StatementParts
  }
  orgId {
    ...StatementParts
  }
  iati {
    ...StatementParts
  }
  principals {
    ...StatementParts
  }
  services
  website
  country {
    code
  }
  countryBasis {
    ...StatementParts
  }
  summary {
    ...StatementParts
  }
  statements {
    ...StatementParts
  }
  platformsBasis {
    ...StatementParts
  }
  similar {
    platforms
    vendor {
      title
      language
      url
    }
  }
  connections(relations: ["PART_OF"], first: 100) {
    relation
    record {
      kind
      title
      language
      url
    }
  }
  dependence {
    project {
      title
      language
      url
    }
    access
    accessBasis {
      ...StatementParts
    }
    code {
      ...StatementParts
    }
    protocol {
      ...StatementParts
    }
    nodes {
      ...StatementParts
    }
    keys {
      ...StatementParts
    }
    skills {
      ...StatementParts
    }
  }
  engagements {
    role
    delivered
    stack
    period
    outcome
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
    project {
      title
      language
      url
      stage
      owners {
        shortName
        url
      }
      stages {
        current
        stage
        date
      }
      statements {
        section
        ...StatementParts
      }
      lessons {
        title
        language
        url
        lessonKind
      }
    }
  }
}
    fragment ExtraParts on Record {
  attachments {
    title
    description
    url
    picture
    size
  }
  fundingAmounts {
    label
    amount
    currency
    period
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  contacts {
    name
    role
    email
  }
}
fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}`, {"fragmentName":"VendorPageParts"}) as unknown as TypedDocumentString<VendorPagePartsFragment, unknown>;
export const WebhookPartsFragmentDoc = new TypedDocumentString(`
    fragment WebhookParts on Webhook {
  id
  name
  address
  topics
  organization
  mine
  createdAt
  pausedAt
  pausedFor
  waiting
  failed
  deliveredAt
}
    `, {"fragmentName":"WebhookParts"}) as unknown as TypedDocumentString<WebhookPartsFragment, unknown>;
export const WebhookEventPartsFragmentDoc = new TypedDocumentString(`
    fragment WebhookEventParts on WebhookEvent {
  id
  type
  happenedAt
  state
  attempts
  triedAt
  nextAt
  status
  failure
  tookMs
}
    `, {"fragmentName":"WebhookEventParts"}) as unknown as TypedDocumentString<WebhookEventPartsFragment, unknown>;
export const ProofWaysDocument = new TypedDocumentString(`
    query ProofWays {
  me {
    factors {
      password
      app {
        createdAt
      }
      provedLately
    }
    passkeys {
      id
    }
  }
  signInOptions {
    providers {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ProofWaysQuery, ProofWaysQueryVariables>;
export const ProveIdentityDocument = new TypedDocumentString(`
    mutation ProveIdentity($proof: String!) {
  proveIdentity(proof: $proof) {
    __typename
    ... on InvalidInput {
      fields {
        code
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProveIdentityMutation, ProveIdentityMutationVariables>;
export const SignInPageDocument = new TypedDocumentString(`
    query SignInPage {
  sessionEnd
  me {
    name
    demo
  }
  signInOptions {
    local
    providers {
      id
      name
    }
    demo {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<SignInPageQuery, SignInPageQueryVariables>;
export const AccountPageDocument = new TypedDocumentString(`
    query AccountPage {
  me {
    name
    email
    demo
    sessions {
      id
      createdAt
      seenAt
      secondFactor
      userAgent
      current
    }
    passkeys {
      id
      name
      createdAt
      usedAt
    }
    rolesWithheld
    factors {
      password
      passwordUsedAt
      app {
        createdAt
        usedAt
      }
      mayAdd
      withdrawn
      provedLately
    }
    memberships {
      role
      organizationName
      deputy
    }
    services {
      id
      service
      name
      createdAt
    }
    apiTokens {
      ...ApiTokenParts
    }
  }
  signInOptions {
    local
    providers {
      id
      name
    }
  }
}
    fragment ApiTokenParts on ApiToken {
  id
  name
  scope
  organization
  createdAt
  expiresAt
  expired
  lastUsedAt
  requests
}`) as unknown as TypedDocumentString<AccountPageQuery, AccountPageQueryVariables>;
export const AcceptInvitationDocument = new TypedDocumentString(`
    mutation AcceptInvitation($token: String, $id: ID) {
  acceptInvitation(token: $token, id: $id) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const InvitationPageDocument = new TypedDocumentString(`
    query InvitationPage($token: String!, $linked: Boolean!) {
  me {
    name
    email
  }
  signInOptions {
    local
  }
  link: invitationLink(token: $token) @include(if: $linked) {
    ...InvitationParts
  }
  invitationsForMe {
    ...InvitationParts
  }
}
    fragment InvitationParts on InvitationToMe {
  id
  role
  organizationName
  deputy
  invitedBy
  expiresAt
  state
  yours
}`) as unknown as TypedDocumentString<InvitationPageQuery, InvitationPageQueryVariables>;
export const ResetPageDocument = new TypedDocumentString(`
    query ResetPage($token: String!) {
  passwordReset(token: $token) {
    email
    passkeys {
      id
      name
      createdAt
    }
  }
}
    `) as unknown as TypedDocumentString<ResetPageQuery, ResetPageQueryVariables>;
export const ConfirmPageDocument = new TypedDocumentString(`
    query ConfirmPage($token: String!) {
  signUpLink(token: $token) {
    email
    name
  }
}
    `) as unknown as TypedDocumentString<ConfirmPageQuery, ConfirmPageQueryVariables>;
export const SecondFactorPageDocument = new TypedDocumentString(`
    query SecondFactorPage {
  me {
    email
    demo
    rolesWithheld
    passkeys {
      id
    }
    factors {
      password
      app {
        createdAt
      }
      pending {
        secret
        address
      }
      backupCodes
      shown
      mayAdd
      withdrawn
      provedLately
    }
  }
}
    `) as unknown as TypedDocumentString<SecondFactorPageQuery, SecondFactorPageQueryVariables>;
export const DrawAgreementDocument = new TypedDocumentString(`
    mutation DrawAgreement($id: ID!, $drawn: Float!, $onDay: String!, $source: String!, $key: String!) {
  drawAgreement(id: $id, drawn: $drawn, onDay: $onDay, source: $source, key: $key) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<DrawAgreementMutation, DrawAgreementMutationVariables>;
export const OpenAgreementDocument = new TypedDocumentString(`
    mutation OpenAgreement($id: ID!, $openings: Int!, $audience: Audience!) {
  openAgreement(id: $id, openings: $openings, audience: $audience) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<OpenAgreementMutation, OpenAgreementMutationVariables>;
export const AskForUseDocument = new TypedDocumentString(`
    mutation AskForUse($id: ID!, $organization: String!, $text: String!, $key: String!) {
  askForUse(id: $id, organization: $organization, text: $text, key: $key) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<AskForUseMutation, AskForUseMutationVariables>;
export const AnswerUseDocument = new TypedDocumentString(`
    mutation AnswerUse($request: ID!, $granted: Boolean!, $text: String!) {
  answerUse(request: $request, granted: $granted, text: $text) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<AnswerUseMutation, AnswerUseMutationVariables>;
export const AmendAgreementFormDocument = new TypedDocumentString(`
    query AmendAgreementForm($id: ID!) {
  agreement(id: $id) {
    url
    versions
    viewerCanKeep
    history {
      number
      title
      scope
      unspsc
      startsOn
      endsOn
      ceiling
      currency
      callOff
      use
      useTerms
      contact
      documentLabel
      documentAddress
      documentFile
      source
    }
  }
}
    `) as unknown as TypedDocumentString<AmendAgreementFormQuery, AmendAgreementFormQueryVariables>;
export const AmendAgreementDocument = new TypedDocumentString(`
    mutation AmendAgreement($id: ID!, $versions: Int!, $holdsFrom: String!, $reason: String!, $terms: AgreementTermsInput!) {
  amendAgreement(
    id: $id
    versions: $versions
    holdsFrom: $holdsFrom
    reason: $reason
    terms: $terms
  ) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<AmendAgreementMutation, AmendAgreementMutationVariables>;
export const AgreementsDocument = new TypedDocumentString(`
    query Agreements($filter: AgreementFilter, $orderBy: AgreementOrder, $first: Int, $after: String) {
  viewerKeepsFor {
    slug
  }
  agreements(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    facets {
      field
      values {
        value
        label
        count
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        url
        number
        title
        unspsc
        startsOn
        endsOn
        ceiling
        currency
        use
        audience
        holderName
        vendorTitle
        validity
        daysLeft
        ceilingLeft
        demo
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AgreementsQuery, AgreementsQueryVariables>;
export const LoadAgreementsFormDocument = new TypedDocumentString(`
    query LoadAgreementsForm {
  viewerKeepsFor {
    slug
    shortName
  }
}
    `) as unknown as TypedDocumentString<LoadAgreementsFormQuery, LoadAgreementsFormQueryVariables>;
export const LoadAgreementsDocument = new TypedDocumentString(`
    mutation LoadAgreements($holder: String!, $data: JSON!, $key: String!) {
  loadAgreements(holder: $holder, data: $data, key: $key) {
    __typename
    ... on AgreementsLoaded {
      loaded
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<LoadAgreementsMutation, LoadAgreementsMutationVariables>;
export const AgreementFormDocument = new TypedDocumentString(`
    query AgreementForm {
  viewerKeepsFor {
    slug
    shortName
  }
}
    `) as unknown as TypedDocumentString<AgreementFormQuery, AgreementFormQueryVariables>;
export const KeepAgreementDocument = new TypedDocumentString(`
    mutation KeepAgreement($holder: String!, $vendor: String!, $terms: AgreementTermsInput!, $key: String!) {
  keepAgreement(holder: $holder, vendor: $vendor, terms: $terms, key: $key) {
    __typename
    ... on AgreementSaved {
      agreement {
        url
      }
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<KeepAgreementMutation, KeepAgreementMutationVariables>;
export const AgreementPageDocument = new TypedDocumentString(`
    query AgreementPage($id: ID!, $at: String) {
  agreement(id: $id, at: $at) {
    id
    url
    at
    version
    versions
    number
    title
    scope
    unspsc
    startsOn
    endsOn
    ceiling
    currency
    callOff
    use
    useTerms
    contact
    documentLabel
    documentAddress
    documentFile
    source
    holderSlug
    holderName
    vendorTitle
    vendorUrl
    audience
    openings
    demo
    validity
    daysLeft
    drawn
    drawnOn
    ceilingLeft
    inside
    viewerCanKeep
    viewerAsksFor {
      slug
      shortName
    }
    history {
      version
      holdsFrom
      reason
      changed
      writtenAt
      writer
      number
      title
      scope
      unspsc
      startsOn
      endsOn
      ceiling
      currency
      callOff
      use
      useTerms
      contact
      documentLabel
      documentAddress
      documentFile
      source
    }
    drawings {
      drawn
      onDay
      source
      writtenAt
      writer
    }
    requests {
      id
      organization
      text
      askedAt
      asker
      granted
      answer
      answeredAt
      answerer
      viewerCanAnswer
    }
  }
}
    `) as unknown as TypedDocumentString<AgreementPageQuery, AgreementPageQueryVariables>;
export const SaveAssessmentAnswersDocument = new TypedDocumentString(`
    mutation SaveAssessmentAnswers($id: ID!, $edits: Int!, $answers: [AnswerInput!], $title: String, $useCase: String) {
  saveAssessment(
    id: $id
    edits: $edits
    answers: $answers
    title: $title
    useCase: $useCase
  ) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<SaveAssessmentAnswersMutation, SaveAssessmentAnswersMutationVariables>;
export const ShareAssessmentDocument = new TypedDocumentString(`
    mutation ShareAssessment($id: ID!, $edits: Int!, $shared: Boolean!) {
  shareAssessment(id: $id, edits: $edits, shared: $shared) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<ShareAssessmentMutation, ShareAssessmentMutationVariables>;
export const SignAssessmentDocument = new TypedDocumentString(`
    mutation SignAssessment($id: ID!, $edits: Int!) {
  signAssessment(id: $id, edits: $edits) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<SignAssessmentMutation, SignAssessmentMutationVariables>;
export const PublishAssessmentDocument = new TypedDocumentString(`
    mutation PublishAssessment($id: ID!, $publications: Int!, $audience: Audience!, $project: String) {
  publishAssessment(
    id: $id
    publications: $publications
    audience: $audience
    project: $project
  ) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<PublishAssessmentMutation, PublishAssessmentMutationVariables>;
export const CopyAssessmentDocument = new TypedDocumentString(`
    mutation CopyAssessment($id: ID!, $title: String!, $organization: String!, $key: String!) {
  copyAssessment(id: $id, title: $title, organization: $organization, key: $key) {
    __typename
    ... on AssessmentSaved {
      assessment {
        url
      }
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<CopyAssessmentMutation, CopyAssessmentMutationVariables>;
export const RemoveAssessmentDocument = new TypedDocumentString(`
    mutation RemoveAssessment($id: ID!, $edits: Int!) {
  removeAssessment(id: $id, edits: $edits) {
    path
    code
    params
  }
}
    `) as unknown as TypedDocumentString<RemoveAssessmentMutation, RemoveAssessmentMutationVariables>;
export const CompareAssessmentsDocument = new TypedDocumentString(`
    query CompareAssessments($ids: [ID!]) {
  assessments(ids: $ids) {
    id
    url
    title
    outcomeTitle
    assessedRisks {
      key
      title
      likelihood
      impact
    }
    costSums {
      name
      low
      high
      stated
      lines
    }
    edition {
      title
      edition
    }
    evaluation {
      layers {
        state
        layer {
          id
          title
          number
        }
      }
      answers {
        question {
          id
          text
        }
        option {
          label
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CompareAssessmentsQuery, CompareAssessmentsQueryVariables>;
export const AssessmentCostsDocument = new TypedDocumentString(`
    query AssessmentCosts($id: ID!) {
  assessment(id: $id) {
    id
    url
    title
    edits
    viewerCanEdit
    costs
    similar {
      projects {
        project {
          title
          language
          url
        }
        costs {
          ...StatementParts
        }
      }
    }
  }
}
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}`) as unknown as TypedDocumentString<AssessmentCostsQuery, AssessmentCostsQueryVariables>;
export const SaveAssessmentCostsDocument = new TypedDocumentString(`
    mutation SaveAssessmentCosts($id: ID!, $edits: Int!, $costs: JSON) {
  saveAssessment(id: $id, edits: $edits, costs: $costs) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<SaveAssessmentCostsMutation, SaveAssessmentCostsMutationVariables>;
export const AssessmentsDocument = new TypedDocumentString(`
    query Assessments {
  assessments {
    id
    url
    title
    state
    organization
    outcomeTitle
    updatedAt
    example
  }
}
    `) as unknown as TypedDocumentString<AssessmentsQuery, AssessmentsQueryVariables>;
export const CreateAssessmentDocument = new TypedDocumentString(`
    mutation CreateAssessment($instrument: String!, $edition: String, $title: String!, $organization: String!, $answers: [AnswerInput!]!, $key: String!) {
  createAssessment(
    instrument: $instrument
    edition: $edition
    title: $title
    organization: $organization
    answers: $answers
    key: $key
  ) {
    __typename
    ... on AssessmentSaved {
      assessment {
        url
      }
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<CreateAssessmentMutation, CreateAssessmentMutationVariables>;
export const AssessmentReviewDocument = new TypedDocumentString(`
    query AssessmentReview($id: ID!) {
  assessment(id: $id) {
    id
    url
    title
    useCase
    edits
    viewerCanReview
    lines
    edition {
      layers {
        id
        number
      }
    }
    viewerLines
    costSums {
      name
      low
      high
      stated
      lines
    }
    assessedRisks {
      key
      title
      area
      likelihood
      impact
      mitigation
      owner
      date
      residualLikelihood
      residualImpact
      mitigations {
        title
      }
    }
    reviews {
      line
      agrees
      text
      holds
      isOwn
    }
    evaluation {
      answers {
        reason
        note
        evidence
        question {
          id
          number
          text
          layer
        }
        option {
          label
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AssessmentReviewQuery, AssessmentReviewQueryVariables>;
export const ReviewAssessmentDocument = new TypedDocumentString(`
    mutation ReviewAssessment($id: ID!, $edits: Int!, $lines: [LineReviewInput!]!) {
  reviewAssessment(id: $id, edits: $edits, lines: $lines) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<ReviewAssessmentMutation, ReviewAssessmentMutationVariables>;
export const AssessmentRisksDocument = new TypedDocumentString(`
    query AssessmentRisks($id: ID!, $platforms: [String!]) {
  assessment(id: $id) {
    id
    url
    title
    edits
    viewerCanEdit
    risks
    evaluation {
      risks(platforms: $platforms) {
        reasons
        risk {
          sourceKey
          title
          url
        }
      }
    }
  }
  library {
    facets(kind: PROJECT, fields: ["platform"]) {
      values {
        value
        label
      }
    }
  }
  risks(first: 100) {
    edges {
      node {
        sourceKey
        title
        mitigations {
          sourceKey
          title
        }
      }
    }
  }
  mitigations(first: 100) {
    edges {
      node {
        sourceKey
        title
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AssessmentRisksQuery, AssessmentRisksQueryVariables>;
export const SaveAssessmentRisksDocument = new TypedDocumentString(`
    mutation SaveAssessmentRisks($id: ID!, $edits: Int!, $risks: JSON) {
  saveAssessment(id: $id, edits: $edits, risks: $risks) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<SaveAssessmentRisksMutation, SaveAssessmentRisksMutationVariables>;
export const AssessmentPageDocument = new TypedDocumentString(`
    query AssessmentPage($id: ID!) {
  viewerOrganizations {
    slug
    shortName
  }
  assessment(id: $id) {
    id
    url
    title
    state
    example
    useCase
    edits
    organization
    organizationSlug
    writer
    signer
    signedAs
    createdAt
    updatedAt
    signedAt
    audience
    publications
    logEntry
    unreviewed
    lines
    viewerLines
    viewerCanEdit
    viewerCanShare
    viewerCanReview
    viewerCanSign
    viewerCanPublish
    viewerCanRemove
    record {
      title
      slug
      url
    }
    possibleRecords {
      title
      slug
    }
    reviews {
      line
      agrees
      text
      name
      holds
    }
    assessedRisks {
      key
      risk
      title
      url
      area
      likelihood
      impact
      mitigation
      owner
      date
      residualLikelihood
      residualImpact
      mitigations {
        key
        title
        url
      }
    }
    costs
    costSums {
      name
      low
      high
      stated
      lines
    }
    edition {
      instrument
      edition
      title
      hash
      total
      url
      withdrawnAt
      withdrawnReason
      layers {
        id
        number
      }
      figure {
        ...StatementParts
      }
    }
    evaluation {
      answers {
        note
        evidence
        reason
        question {
          id
          number
          text
          layer
        }
        option {
          id
          label
          conclusions {
            ...StatementParts
          }
        }
      }
      ...EvaluationParts
    }
    similar {
      ...SimilarAnswerParts
    }
  }
}
    fragment SimilarAnswerParts on SimilarProjects {
  stages {
    stage
    count
  }
  projects {
    stage
    since
    contacts
    project {
      title
      language
      url
    }
    answers {
      ...StatementParts
    }
    became {
      ...StatementParts
    }
    costs {
      ...StatementParts
    }
    lessons {
      title
      language
      url
    }
  }
}
fragment EvaluationParts on Evaluation {
  answered
  decided {
    state
    layer {
      id
      number
      title
    }
    outcome {
      title
      verdict
      text {
        ...StatementParts
      }
      instead {
        ...StatementParts
      }
    }
    because {
      reason
      question {
        id
        number
        text
        group
        layer
      }
      option {
        label
      }
      claimed {
        label
      }
    }
    also {
      reason
      question {
        id
        number
        text
        group
        layer
      }
      option {
        label
      }
      claimed {
        label
      }
    }
  }
  layers {
    state
    layer {
      id
      number
      title
    }
    outcome {
      title
    }
    because {
      question {
        id
        group
        number
        layer
      }
      option {
        label
      }
      claimed {
        label
      }
    }
  }
  exceptions {
    reason
    question {
      id
      number
      text
      group
      layer
    }
    option {
      label
    }
    claimed {
      label
    }
  }
  unreasoned {
    id
    group
    number
    layer
  }
  open {
    id
    group
    number
    layer
  }
  tree {
    rule
    number
    question
    label
    path
    outcome {
      title
    }
  }
}
fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}`) as unknown as TypedDocumentString<AssessmentPageQuery, AssessmentPageQueryVariables>;
export const AuditPageDocument = new TypedDocumentString(`
    query AuditPage($kind: AuditKind, $outcome: AuditOutcome, $actor: String, $since: String, $until: String, $before: ID) {
  auditEvents(
    kind: $kind
    outcome: $outcome
    actor: $actor
    since: $since
    until: $until
    before: $before
    first: 50
  ) {
    id
    at
    kind
    outcome
    actor
    actorName
    subject
    detail
    client
    requestId
  }
}
    `) as unknown as TypedDocumentString<AuditPageQuery, AuditPageQueryVariables>;
export const BuildingBlocksDocument = new TypedDocumentString(`
    query BuildingBlocks($filter: BuildingBlockFilter, $orderBy: ListOrder, $after: String, $since: String, $first: Int) {
  buildingBlocks(
    filter: $filter
    orderBy: $orderBy
    after: $after
    since: $since
    first: $first
  ) {
    totalCount
    facets {
      field
      values {
        value
        label
        count
      }
    }
    ignored {
      field
      value
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        title
        language
        url
        summaryText
        platforms
        licenceId
        updatedAt
        owners {
          shortName
        }
        projects {
          title
          language
        }
      }
    }
  }
  library {
    kinds {
      kind
      count
    }
  }
}
    `) as unknown as TypedDocumentString<BuildingBlocksQuery, BuildingBlocksQueryVariables>;
export const BuildingBlockPageDocument = new TypedDocumentString(`
    query BuildingBlockPage($slug: String!) {
  buildingBlock(slug: $slug) {
    ...CareParts
    ...BuildingBlockPageParts
    repositoryCheck {
      ...LinkCheckParts
    }
    asked {
      ...AskedParts
    }
  }
}
    fragment BuildingBlockPageParts on BuildingBlock {
  ...ExtraParts
  title
  language
  url
  slug
  summaryText
  version
  hash
  createdAt
  updatedAt
  repository
  summary {
    ...StatementParts
  }
  platformsBasis {
    ...StatementParts
  }
  licence {
    ...StatementParts
  }
  howToTry {
    ...StatementParts
  }
  owners {
    title
    shortName
    url
  }
  projects {
    title
    language
    url
    stage
  }
  vendors {
    title
    language
    url
  }
}
fragment ExtraParts on Record {
  attachments {
    title
    description
    url
    picture
    size
  }
  fundingAmounts {
    label
    amount
    currency
    period
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  contacts {
    name
    role
    email
  }
}
fragment CareParts on Record {
  ...ExtraParts
  contactsWithheld
  viewerCanEdit
  freshness {
    verifyBy
    verifiedAt
    past
    daysPast
  }
}
fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}
fragment AskedParts on RecordQuestions {
  totalCount
  nodes {
    url
    title
    language
    progress
    answerCount
  }
}
fragment LinkCheckParts on LinkCheck {
  state
  checkedOn
  movedTo
  repository
  licence
  changedOn
  archived
}`) as unknown as TypedDocumentString<BuildingBlockPageQuery, BuildingBlockPageQueryVariables>;
export const CatalogueRunsDocument = new TypedDocumentString(`
    query CatalogueRuns {
  viewerCanLoadCatalogues
  catalogueRuns {
    id
    name
    catalogue
    version
    state
    done
    loadedBy
    loadedAt
  }
}
    `) as unknown as TypedDocumentString<CatalogueRunsQuery, CatalogueRunsQueryVariables>;
export const CatalogueFormDocument = new TypedDocumentString(`
    query CatalogueForm {
  viewerCanLoadCatalogues
  catalogueMappings {
    name
    title
    ready
    licence
  }
}
    `) as unknown as TypedDocumentString<CatalogueFormQuery, CatalogueFormQueryVariables>;
export const BeginCatalogueDocument = new TypedDocumentString(`
    mutation BeginCatalogue($files: [CatalogueFileInput!]!, $key: String!) {
  beginCatalogue(files: $files, idempotencyKey: $key) {
    __typename
    ... on CatalogueRun {
      id
    }
    ... on CatalogueUnread {
      faults {
        place
        column
        code
        params
      }
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<BeginCatalogueMutation, BeginCatalogueMutationVariables>;
export const CataloguePageDocument = new TypedDocumentString(`
    query CataloguePage($id: ID!) {
  viewerCanLoadCatalogues
  catalogueMappings {
    name
    title
  }
  catalogueRun(id: $id) {
    id
    name
    state
    catalogue
    version
    done
    unchanged
    loadedBy
    loadedAt
    undoneBy
    undoneAt
    undoneReason
    entries {
      ...CatalogueEntryParts
    }
  }
  cataloguePreview(id: $id) {
    ...CataloguePreviewParts
  }
}
    fragment CatalogueEntryParts on CatalogueEntry {
  place
  action
  title
  url
  changed {
    field
    before
    after
  }
  doubles {
    address
    title
    reason
    text
  }
}
fragment CataloguePreviewParts on CataloguePreview {
  heads
  samples
  rows
  mappingName
  mappingTitle
  catalogue
  licence
  unchanged
  columns {
    column
    field
  }
  entries {
    ...CatalogueEntryParts
  }
  faults {
    place
    column
    code
    params
  }
}`) as unknown as TypedDocumentString<CataloguePageQuery, CataloguePageQueryVariables>;
export const PreviewCatalogueDocument = new TypedDocumentString(`
    mutation PreviewCatalogue($id: ID!, $how: CatalogueReadingInput) {
  previewCatalogue(id: $id, how: $how) {
    ...CataloguePreviewParts
  }
}
    fragment CatalogueEntryParts on CatalogueEntry {
  place
  action
  title
  url
  changed {
    field
    before
    after
  }
  doubles {
    address
    title
    reason
    text
  }
}
fragment CataloguePreviewParts on CataloguePreview {
  heads
  samples
  rows
  mappingName
  mappingTitle
  catalogue
  licence
  unchanged
  columns {
    column
    field
  }
  entries {
    ...CatalogueEntryParts
  }
  faults {
    place
    column
    code
    params
  }
}`) as unknown as TypedDocumentString<PreviewCatalogueMutation, PreviewCatalogueMutationVariables>;
export const CommitCatalogueDocument = new TypedDocumentString(`
    mutation CommitCatalogue($id: ID!, $how: CatalogueReadingInput, $keepAs: String) {
  commitCatalogue(id: $id, how: $how, keepAs: $keepAs) {
    __typename
    ...CataloguePreviewParts
    ...FieldFaults
  }
}
    fragment CatalogueEntryParts on CatalogueEntry {
  place
  action
  title
  url
  changed {
    field
    before
    after
  }
  doubles {
    address
    title
    reason
    text
  }
}
fragment CataloguePreviewParts on CataloguePreview {
  heads
  samples
  rows
  mappingName
  mappingTitle
  catalogue
  licence
  unchanged
  columns {
    column
    field
  }
  entries {
    ...CatalogueEntryParts
  }
  faults {
    place
    column
    code
    params
  }
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<CommitCatalogueMutation, CommitCatalogueMutationVariables>;
export const DiscardCatalogueDocument = new TypedDocumentString(`
    mutation DiscardCatalogue($id: ID!) {
  discardCatalogue(id: $id) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<DiscardCatalogueMutation, DiscardCatalogueMutationVariables>;
export const UndoCatalogueDocument = new TypedDocumentString(`
    mutation UndoCatalogue($id: ID!, $reason: String!) {
  undoCatalogue(id: $id, reason: $reason) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<UndoCatalogueMutation, UndoCatalogueMutationVariables>;
export const BeginCompanyDocument = new TypedDocumentString(`
    mutation BeginCompany($email: String!) {
  beginCompany(email: $email) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<BeginCompanyMutation, BeginCompanyMutationVariables>;
export const OpenStatementsDocument = new TypedDocumentString(`
    query OpenStatements {
  viewerAsksVendorsFor {
    slug
  }
  openStatements {
    id
    name
    organization
    lastOpened
  }
}
    `) as unknown as TypedDocumentString<OpenStatementsQuery, OpenStatementsQueryVariables>;
export const OpenStatementDocument = new TypedDocumentString(`
    mutation OpenStatement($code: String, $id: ID) {
  openStatement(code: $code, id: $id) {
    __typename
    ... on StatementOpened {
      organization
      updatedAt
      statement {
        name
        formerNames
        country
        website
        registrationNumber
        identifiers
        ownership
        principals
        references
        certificates
        ungmNumber
        ungmLevel
      }
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<OpenStatementMutation, OpenStatementMutationVariables>;
export const CompanyPageDocument = new TypedDocumentString(`
    query CompanyPage($token: String!) {
  companyLink(token: $token) {
    confirmed
    edits
    statement {
      name
      formerNames
      country
      website
      registrationNumber
      identifiers
      ownership
      principals
      references
      certificates
      ungmNumber
      ungmLevel
    }
    codes {
      id
      organization
      createdAt
      endedAt
      openings
    }
    proposals {
      id
      name
      vendor
      proposedAt
      decidedAt
      reason
    }
  }
  statementReceivers {
    slug
    shortName
  }
}
    `) as unknown as TypedDocumentString<CompanyPageQuery, CompanyPageQueryVariables>;
export const ConfirmCompanyDocument = new TypedDocumentString(`
    mutation ConfirmCompany($token: String!) {
  confirmCompany(token: $token) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<ConfirmCompanyMutation, ConfirmCompanyMutationVariables>;
export const SaveCompanyStatementDocument = new TypedDocumentString(`
    mutation SaveCompanyStatement($token: String!, $edits: Int!, $statement: CompanyStatementInput!) {
  saveCompanyStatement(token: $token, edits: $edits, statement: $statement) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<SaveCompanyStatementMutation, SaveCompanyStatementMutationVariables>;
export const GiveStatementCodeDocument = new TypedDocumentString(`
    mutation GiveStatementCode($token: String!, $organization: String!) {
  giveStatementCode(token: $token, organization: $organization) {
    __typename
    ... on CompanyCodeGiven {
      code
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<GiveStatementCodeMutation, GiveStatementCodeMutationVariables>;
export const EndStatementCodeDocument = new TypedDocumentString(`
    mutation EndStatementCode($token: String!, $code: ID!) {
  endStatementCode(token: $token, code: $code) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<EndStatementCodeMutation, EndStatementCodeMutationVariables>;
export const ProposeVendorDocument = new TypedDocumentString(`
    mutation ProposeVendor($token: String!, $vendor: String, $name: String, $website: String, $services: String, $text: String!, $source: String!) {
  proposeVendor(
    token: $token
    vendor: $vendor
    name: $name
    website: $website
    services: $services
    text: $text
    source: $source
  ) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<ProposeVendorMutation, ProposeVendorMutationVariables>;
export const CompanyProposalPageDocument = new TypedDocumentString(`
    query CompanyProposalPage($id: ID!) {
  companyProposal(id: $id) {
    name
    website
    services
    text
    source
    vendorTitle
    vendorUrl
    proposedAt
    decidedAt
  }
}
    `) as unknown as TypedDocumentString<CompanyProposalPageQuery, CompanyProposalPageQueryVariables>;
export const TakeUpProposalDocument = new TypedDocumentString(`
    mutation TakeUpProposal($id: ID!) {
  takeUpProposal(id: $id) {
    __typename
    ... on ProposalTakenUp {
      url
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<TakeUpProposalMutation, TakeUpProposalMutationVariables>;
export const DeclineProposalDocument = new TypedDocumentString(`
    mutation DeclineProposal($id: ID!, $reason: String!) {
  declineProposal(id: $id, reason: $reason) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<DeclineProposalMutation, DeclineProposalMutationVariables>;
export const PickedDocument = new TypedDocumentString(`
    query Picked($addresses: [String!]!) {
  recordsAt(addresses: $addresses) {
    kind
    title
    language
    url
    summaryText
    version
    updatedAt
  }
}
    `) as unknown as TypedDocumentString<PickedQuery, PickedQueryVariables>;
export const CompareAgreementsDocument = new TypedDocumentString(`
    query CompareAgreements($ids: [ID!]!) {
  agreementsAt(ids: $ids) {
    url
    number
    title
    scope
    unspsc
    startsOn
    endsOn
    ceiling
    currency
    callOff
    use
    useTerms
    contact
    source
    holderName
    vendorTitle
    validity
    daysLeft
    drawn
    drawnOn
    ceilingLeft
    inside
    demo
  }
}
    `) as unknown as TypedDocumentString<CompareAgreementsQuery, CompareAgreementsQueryVariables>;
export const CompareDocument = new TypedDocumentString(`
    query Compare($addresses: [String!]!) {
  recordsAt(addresses: $addresses) {
    __typename
    kind
    title
    language
    url
    summaryText
    updatedAt
    ... on Project {
      stage
      scope
      uses
      access
      platforms
      countries {
        code
      }
      owners {
        shortName
      }
      ledger {
        consensus {
          text
        }
        offChain {
          text
        }
        keyCustody {
          text
        }
      }
      engagements {
        role
        vendor {
          title
          language
        }
      }
      figures {
        label
        value
      }
      statements {
        section
        text
      }
      goals {
        goal {
          number
        }
      }
    }
    ... on Vendor {
      vendorKind
      services
      platforms
      country {
        code
      }
      latestWork
      agreements {
        number
        title
        holderName
        endsOn
        use
        demo
      }
      engagements {
        role
        outcome
        period
        project {
          title
          language
          stage
          ownerNames
          access
          platforms
        }
      }
    }
    ... on Standard {
      body
      status
      published
      inReport
    }
  }
}
    `) as unknown as TypedDocumentString<CompareQuery, CompareQueryVariables>;
export const ArchivedPageDocument = new TypedDocumentString(`
    query ArchivedPage {
  closedRecords {
    id
    kind
    title
    owners
    audience
    archivedAt
    archivedReason
    url
    openVersion
    viewerCanReopen
  }
}
    `) as unknown as TypedDocumentString<ArchivedPageQuery, ArchivedPageQueryVariables>;
export const RestoreRecordDocument = new TypedDocumentString(`
    mutation RestoreRecord($id: ID!) {
  result: restoreRecord(id: $id) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<RestoreRecordMutation, RestoreRecordMutationVariables>;
export const ReopenRecordDocument = new TypedDocumentString(`
    mutation ReopenRecord($id: ID!, $reason: String!) {
  result: reopenRecord(id: $id, reason: $reason) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<ReopenRecordMutation, ReopenRecordMutationVariables>;
export const SaveDraftDocument = new TypedDocumentString(`
    mutation SaveDraft($id: ID, $kind: Kind, $slug: String, $organization: String, $content: JSON, $sources: JSON, $reason: String, $edits: Int, $key: String, $writer: String, $turn: Float, $merge: Boolean, $answers: String, $check: Boolean = false) {
  saveDraft(
    id: $id
    kind: $kind
    slug: $slug
    organization: $organization
    content: $content
    sources: $sources
    reason: $reason
    edits: $edits
    key: $key
    writer: $writer
    turn: $turn
    merge: $merge
    answers: $answers
  ) {
    ...DraftAnswer
    ... on DraftSaved {
      draft {
        faults @include(if: $check) {
          path
          code
          params
        }
      }
    }
  }
}
    fragment DraftAnswer on DraftResult {
  __typename
  ... on DraftSaved {
    draft {
      id
      edits
      state
      kind
      content
      record {
        url
      }
    }
  }
  ... on StaleDraft {
    draft {
      id
      edits
    }
    yours
    sources
    clashes {
      path
      theirs
      yours
    }
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<SaveDraftMutation, SaveDraftMutationVariables>;
export const CorrectTextDocument = new TypedDocumentString(`
    mutation CorrectText($kind: Kind!, $slug: String!, $field: String!, $was: String!, $text: String!, $reason: String!, $key: String) {
  correctText(
    kind: $kind
    slug: $slug
    field: $field
    was: $was
    text: $text
    reason: $reason
    key: $key
  ) {
    ...DraftAnswer
  }
}
    fragment DraftAnswer on DraftResult {
  __typename
  ... on DraftSaved {
    draft {
      id
      edits
      state
      kind
      content
      record {
        url
      }
    }
  }
  ... on StaleDraft {
    draft {
      id
      edits
    }
    yours
    sources
    clashes {
      path
      theirs
      yours
    }
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<CorrectTextMutation, CorrectTextMutationVariables>;
export const ArchiveRecordDocument = new TypedDocumentString(`
    mutation ArchiveRecord($kind: Kind!, $slug: String!, $reason: String!) {
  archiveRecord(kind: $kind, slug: $slug, reason: $reason) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<ArchiveRecordMutation, ArchiveRecordMutationVariables>;
export const MergeRecordsDocument = new TypedDocumentString(`
    mutation MergeRecords($kind: Kind!, $slug: String!, $into: String!, $reason: String!) {
  mergeRecords(kind: $kind, slug: $slug, into: $into, reason: $reason) {
    __typename
    ... on RecordsMerged {
      url
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<MergeRecordsMutation, MergeRecordsMutationVariables>;
export const TakeUpDraftDocument = new TypedDocumentString(`
    mutation TakeUpDraft($id: ID!) {
  takeUpDraft(id: $id) {
    ...DraftAnswer
  }
}
    fragment DraftAnswer on DraftResult {
  __typename
  ... on DraftSaved {
    draft {
      id
      edits
      state
      kind
      content
      record {
        url
      }
    }
  }
  ... on StaleDraft {
    draft {
      id
      edits
    }
    yours
    sources
    clashes {
      path
      theirs
      yours
    }
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<TakeUpDraftMutation, TakeUpDraftMutationVariables>;
export const RestoreDraftSaveDocument = new TypedDocumentString(`
    mutation RestoreDraftSave($id: ID!, $save: Int!, $edits: Int!) {
  restoreDraftSave(id: $id, save: $save, edits: $edits) {
    ...DraftAnswer
  }
}
    fragment DraftAnswer on DraftResult {
  __typename
  ... on DraftSaved {
    draft {
      id
      edits
      state
      kind
      content
      record {
        url
      }
    }
  }
  ... on StaleDraft {
    draft {
      id
      edits
    }
    yours
    sources
    clashes {
      path
      theirs
      yours
    }
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<RestoreDraftSaveMutation, RestoreDraftSaveMutationVariables>;
export const AnswerRefusedSaveDocument = new TypedDocumentString(`
    mutation AnswerRefusedSave($id: ID!, $refused: ID!, $take: Boolean!, $edits: Int!) {
  answerRefusedSave(id: $id, refused: $refused, take: $take, edits: $edits) {
    ...DraftAnswer
  }
}
    fragment DraftAnswer on DraftResult {
  __typename
  ... on DraftSaved {
    draft {
      id
      edits
      state
      kind
      content
      record {
        url
      }
    }
  }
  ... on StaleDraft {
    draft {
      id
      edits
    }
    yours
    sources
    clashes {
      path
      theirs
      yours
    }
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<AnswerRefusedSaveMutation, AnswerRefusedSaveMutationVariables>;
export const SubmitDraftDocument = new TypedDocumentString(`
    mutation SubmitDraft($id: ID!, $edits: Int!, $key: String) {
  submitDraft(id: $id, edits: $edits, key: $key) {
    ...DraftAnswer
  }
}
    fragment DraftAnswer on DraftResult {
  __typename
  ... on DraftSaved {
    draft {
      id
      edits
      state
      kind
      content
      record {
        url
      }
    }
  }
  ... on StaleDraft {
    draft {
      id
      edits
    }
    yours
    sources
    clashes {
      path
      theirs
      yours
    }
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<SubmitDraftMutation, SubmitDraftMutationVariables>;
export const WithdrawDraftDocument = new TypedDocumentString(`
    mutation WithdrawDraft($id: ID!, $discard: Boolean) {
  withdrawDraft(id: $id, discard: $discard) {
    ...DraftAnswer
  }
}
    fragment DraftAnswer on DraftResult {
  __typename
  ... on DraftSaved {
    draft {
      id
      edits
      state
      kind
      content
      record {
        url
      }
    }
  }
  ... on StaleDraft {
    draft {
      id
      edits
    }
    yours
    sources
    clashes {
      path
      theirs
      yours
    }
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<WithdrawDraftMutation, WithdrawDraftMutationVariables>;
export const RebaseDraftDocument = new TypedDocumentString(`
    mutation RebaseDraft($id: ID!) {
  rebaseDraft(id: $id) {
    ...DraftAnswer
  }
}
    fragment DraftAnswer on DraftResult {
  __typename
  ... on DraftSaved {
    draft {
      id
      edits
      state
      kind
      content
      record {
        url
      }
    }
  }
  ... on StaleDraft {
    draft {
      id
      edits
    }
    yours
    sources
    clashes {
      path
      theirs
      yours
    }
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<RebaseDraftMutation, RebaseDraftMutationVariables>;
export const CommentOnDraftDocument = new TypedDocumentString(`
    mutation CommentOnDraft($draft: ID!, $field: String, $text: String!, $key: String) {
  comment(draft: $draft, field: $field, text: $text, key: $key) {
    ...DraftAnswer
  }
}
    fragment DraftAnswer on DraftResult {
  __typename
  ... on DraftSaved {
    draft {
      id
      edits
      state
      kind
      content
      record {
        url
      }
    }
  }
  ... on StaleDraft {
    draft {
      id
      edits
    }
    yours
    sources
    clashes {
      path
      theirs
      yours
    }
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<CommentOnDraftMutation, CommentOnDraftMutationVariables>;
export const DecideDocument = new TypedDocumentString(`
    mutation Decide($draft: ID!, $organization: String!, $round: Int!, $outcome: Outcome!, $fields: [FieldDecisionInput!], $comment: String) {
  decide(
    draft: $draft
    organization: $organization
    round: $round
    outcome: $outcome
    fields: $fields
    comment: $comment
  ) {
    ...DraftAnswer
  }
}
    fragment DraftAnswer on DraftResult {
  __typename
  ... on DraftSaved {
    draft {
      id
      edits
      state
      kind
      content
      record {
        url
      }
    }
  }
  ... on StaleDraft {
    draft {
      id
      edits
    }
    yours
    sources
    clashes {
      path
      theirs
      yours
    }
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<DecideMutation, DecideMutationVariables>;
export const MyWorkPageDocument = new TypedDocumentString(`
    query MyWorkPage {
  me {
    name
    demo
    canContribute
    canReview
    rolesWithheld
    memberships {
      role
      organizationName
    }
  }
  invitationsForMe {
    id
  }
  uptakeDue {
    organizationSlug
    organizationName
    open
    silent
    overdue
    demo
    report {
      key
      symbol
      title
    }
  }
  uptakeWithdrawals {
    id
    recommendationNumber
    recommendationTitle
    recommendationSlug
    organizationName
    organizationSlug
    withdrawalRequest {
      reason
    }
  }
  uptakeToPublish {
    id
    acceptance
    implementation
    effectiveDate
    recommendationNumber
    recommendationTitle
    recommendationSlug
    organizationName
    organizationSlug
    sourceReference
    sourcePlace
  }
  uptakeActivitiesToConfirm {
    id
    url
    title
    organizationName
    enteredOn
    enteredByName
  }
  uptakeToConfirm {
    id
    acceptance
    implementation
    inPart
    comment
    evidence {
      kind
      label
      url
      audience
      recordKind
      recordSlug
    }
    recommendationNumber
    recommendationTitle
    recommendationSlug
    organizationName
    organizationSlug
    enteredOn
    enteredByName
    standing
    answerBy
    demo
  }
  companyProposals {
    id
    url
    name
    vendorTitle
    proposedAt
  }
  waitingAgreementRequests {
    id
    url
    number
    title
    organization
    askedAt
  }
  waitingAssessments {
    id
    url
    title
    organization
    updatedAt
    objected
  }
  myWork {
    drafts {
      id
      title
      url
      kind
      state
      reason
      round
      basedOn
      outdated
      updatedAt
      submittedAt
      publishedVersion
      organizationName
      viewerCanWrite
      author {
        name
        demo
      }
      record {
        url
      }
      reviews {
        ...ReviewParts
      }
    }
    toReview {
      id
      organizationName
      round
      createdAt
      overdue
      draft {
        id
        title
        kind
        reason
        author {
          name
          demo
        }
      }
    }
    escalated {
      id
      organizationName
      createdAt
      draft {
        id
        title
        kind
        reason
        author {
          name
          demo
        }
      }
    }
  }
}
    fragment ReviewParts on Review {
  id
  organizationSlug
  organizationName
  round
  state
  comment
  steppedIn
  overdue
  createdAt
  decidedAt
  viewerCanDecide
  viewerWouldStepIn
  reviewer {
    name
    demo
  }
  decisions {
    field
    decision
    reason
  }
}`) as unknown as TypedDocumentString<MyWorkPageQuery, MyWorkPageQueryVariables>;
export const ConfirmUptakeEntriesDocument = new TypedDocumentString(`
    mutation ConfirmUptakeEntries($entries: [ID!]!) {
  confirmUptakeEntries(entries: $entries) {
    __typename
    ... on UptakePublished {
      entries {
        id
      }
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<ConfirmUptakeEntriesMutation, ConfirmUptakeEntriesMutationVariables>;
export const PublishUptakeEntriesDocument = new TypedDocumentString(`
    mutation PublishUptakeEntries($entries: [ID!]!, $days: Int) {
  publishUptake(entries: $entries, days: $days) {
    __typename
    ... on UptakePublished {
      entries {
        id
      }
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<PublishUptakeEntriesMutation, PublishUptakeEntriesMutationVariables>;
export const DraftFormDocument = new TypedDocumentString(`
    query DraftForm($id: ID!) {
  me {
    id
  }
  draft(id: $id) {
    id
    kind
    title
    url
    state
    content
    sources
    reason
    edits
    round
    basedOn
    outdated
    restores
    viewerCanWrite
    viewerCanTakeUp
    organizationName
    files {
      hash
      picture
      size
    }
    alsoWriting {
      savedAt
      person {
        name
        demo
      }
    }
    namesakes {
      title
      language
      url
      slug
    }
    author {
      name
      demo
    }
    record {
      title
      language
      url
    }
    faults {
      path
      code
      params
    }
    reviews {
      ...ReviewParts
    }
    comments {
      id
      field
      text
      createdAt
      author {
        name
        demo
      }
    }
    named {
      kind
      key
      title
    }
    nearMatches {
      path
      suggestions {
        ...SuggestionParts
      }
    }
    similar {
      ...SimilarParts
    }
    deviceKey
    refusedSaves {
      id
      refusedAt
      mine
      settled
      clashes {
        path
        theirs
        yours
      }
    }
    updatedAt
  }
  projects(first: 1) {
    facets {
      field
      values {
        value
      }
    }
  }
  risks(first: 100) {
    edges {
      node {
        ...SuggestedParts
      }
    }
  }
  mitigations(first: 100) {
    edges {
      node {
        ...SuggestedParts
      }
    }
  }
  standards(first: 100) {
    edges {
      node {
        ...SuggestedParts
      }
    }
  }
  recommendations(first: 100) {
    edges {
      node {
        ...SuggestedParts
      }
    }
  }
  matrix {
    layers {
      number
      title
    }
    questions {
      id
      text
    }
    considerations {
      id
      title
    }
  }
  sources(first: 100) {
    edges {
      node {
        slug
        title
      }
    }
  }
}
    fragment ReviewParts on Review {
  id
  organizationSlug
  organizationName
  round
  state
  comment
  steppedIn
  overdue
  createdAt
  decidedAt
  viewerCanDecide
  viewerWouldStepIn
  reviewer {
    name
    demo
  }
  decisions {
    field
    decision
    reason
  }
}
fragment SimilarParts on AlreadyDoing {
  reasons
  sameName
  name
  contacts {
    name
    role
    email
  }
  record {
    title
    language
    url
    kind
    summaryText
  }
}
fragment SuggestionParts on Suggestion {
  value
  title
  name
  reason
}
fragment SuggestedParts on Record {
  slug
  sourceKey
  title
  language
}`) as unknown as TypedDocumentString<DraftFormQuery, DraftFormQueryVariables>;
export const DraftReviewDocument = new TypedDocumentString(`
    query DraftReview($id: ID!) {
  me {
    id
  }
  draft(id: $id) {
    id
    kind
    namesakes {
      title
      language
      url
      slug
    }
    title
    url
    state
    content
    reason
    edits
    round
    basedOn
    outdated
    restores
    publishedVersion
    viewerCanWrite
    partlyHidden
    organizationName
    sources
    writers {
      name
      demo
    }
    record {
      title
      language
      url
    }
    refusedSaves {
      mine
      settled
    }
    preview {
      __typename
      language
      ...ProjectPageParts
      ...LessonPageParts
      ...VendorPageParts
      ...BuildingBlockPageParts
    }
    sinceReturned {
      ...DifferenceParts
    }
    differences {
      ...DifferenceParts
    }
    faults {
      path
      code
      params
    }
    reviews {
      ...ReviewParts
    }
    comments {
      id
      field
      text
      createdAt
      author {
        name
        demo
      }
    }
    submittedAt
    updatedAt
  }
}
    fragment BuildingBlockPageParts on BuildingBlock {
  ...ExtraParts
  title
  language
  url
  slug
  summaryText
  version
  hash
  createdAt
  updatedAt
  repository
  summary {
    ...StatementParts
  }
  platformsBasis {
    ...StatementParts
  }
  licence {
    ...StatementParts
  }
  howToTry {
    ...StatementParts
  }
  owners {
    title
    shortName
    url
  }
  projects {
    title
    language
    url
    stage
  }
  vendors {
    title
    language
    url
  }
}
fragment DifferenceParts on Difference {
  path
  label
  change
  before
  after
}
fragment ReviewParts on Review {
  id
  organizationSlug
  organizationName
  round
  state
  comment
  steppedIn
  overdue
  createdAt
  decidedAt
  viewerCanDecide
  viewerWouldStepIn
  reviewer {
    name
    demo
  }
  decisions {
    field
    decision
    reason
  }
}
fragment ExtraParts on Record {
  attachments {
    title
    description
    url
    picture
    size
  }
  fundingAmounts {
    label
    amount
    currency
    period
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  contacts {
    name
    role
    email
  }
}
fragment LessonPageParts on Lesson {
  ...ExtraParts
  title
  language
  url
  slug
  summaryText
  version
  hash
  createdAt
  updatedAt
  lessonKind
  theme
  subject
  questions
  context {
    ...StatementParts
  }
  whatHappened {
    ...StatementParts
  }
  whatFollows {
    ...StatementParts
  }
  otherViews {
    ...StatementParts
  }
  organizations {
    title
    shortName
    url
  }
  projects {
    title
    language
    url
    stage
  }
  risks {
    title
    url
  }
  mitigations {
    title
    url
  }
  standards {
    title
    url
  }
  recommendations {
    title
    url
  }
  connections(relations: ["GOAL"], first: 100) {
    relation
    reason
    record {
      title
      language
      url
      ... on Goal {
        number
      }
    }
  }
}
fragment ProjectPageParts on Project {
  ...ExtraParts
  title
  language
  url
  slug
  summaryText
  version
  hash
  createdAt
  updatedAt
  alsoKnownAs
  origin
  stage
  scope
  uses
  sectors
  platforms
  countries {
    code
    name
  }
  owners {
    title
    shortName
    slug
    url
  }
  ownersBasis {
    ...StatementParts
  }
  summary {
    ...StatementParts
  }
  places {
    ...StatementParts
  }
  stages {
    stage
    current
    date
    text
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  ledger {
    access
    platforms {
      ...StatementParts
    }
    accessBasis {
      ...StatementParts
    }
    consensus {
      ...StatementParts
    }
    offChain {
      ...StatementParts
    }
    keyCustody {
      ...StatementParts
    }
  }
  legal {
    topic
    answer
    question {
      ...StatementParts
    }
  }
  answers {
    statement {
      ...StatementParts
    }
  }
  participants {
    name
    role
    responsibility
    asAt
    certainty
    note
    organization {
      shortName
      url
    }
    citations {
      ...CitationParts
    }
  }
  engagements {
    role
    delivered
    stack
    period
    outcome
    asAt
    certainty
    note
    vendor {
      title
      language
      slug
      url
    }
    citations {
      ...CitationParts
    }
  }
  figures {
    current
    label
    value
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  statements {
    section
    ...StatementParts
  }
  goals {
    reason
    goal {
      number
      url
    }
  }
  buildingBlocks {
    title
    language
    url
  }
  lessons {
    title
    language
    url
    lessonKind
    theme
  }
  risks {
    title
    url
  }
  mitigations {
    title
    url
  }
  recommendations {
    title
    url
  }
  standards {
    title
    url
  }
  similar {
    reasons
    project {
      title
      language
      url
      stage
    }
  }
}
fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}
fragment VendorPageParts on Vendor {
  ...ExtraParts
  title
  language
  url
  slug
  summaryText
  version
  hash
  createdAt
  updatedAt
  vendorKind
  formerNames
  alsoKnownAs
  registrationNumber
  ror {
    ...StatementParts
  }
  orgId {
    ...StatementParts
  }
  iati {
    ...StatementParts
  }
  principals {
    ...StatementParts
  }
  services
  website
  country {
    code
  }
  countryBasis {
    ...StatementParts
  }
  summary {
    ...StatementParts
  }
  statements {
    ...StatementParts
  }
  platformsBasis {
    ...StatementParts
  }
  similar {
    platforms
    vendor {
      title
      language
      url
    }
  }
  connections(relations: ["PART_OF"], first: 100) {
    relation
    record {
      kind
      title
      language
      url
    }
  }
  dependence {
    project {
      title
      language
      url
    }
    access
    accessBasis {
      ...StatementParts
    }
    code {
      ...StatementParts
    }
    protocol {
      ...StatementParts
    }
    nodes {
      ...StatementParts
    }
    keys {
      ...StatementParts
    }
    skills {
      ...StatementParts
    }
  }
  engagements {
    role
    delivered
    stack
    period
    outcome
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
    project {
      title
      language
      url
      stage
      owners {
        shortName
        url
      }
      stages {
        current
        stage
        date
      }
      statements {
        section
        ...StatementParts
      }
      lessons {
        title
        language
        url
        lessonKind
      }
    }
  }
}`) as unknown as TypedDocumentString<DraftReviewQuery, DraftReviewQueryVariables>;
export const DraftStateDocument = new TypedDocumentString(`
    query DraftState($id: ID!) {
  me {
    id
  }
  draft(id: $id) {
    id
    kind
    content
    edits
  }
}
    `) as unknown as TypedDocumentString<DraftStateQuery, DraftStateQueryVariables>;
export const DraftSavesDocument = new TypedDocumentString(`
    query DraftSaves($id: ID!, $edits: Int, $one: Boolean!) {
  me {
    id
  }
  draft(id: $id) {
    title
    url
    state
    edits
    viewerCanWrite
    saves {
      edits
      savedAt
      person {
        name
        demo
      }
    }
    kind
    refusedSaves {
      id
      refusedAt
      mine
      settled
      person {
        name
        demo
      }
      clashes {
        path
        theirs
        yours
      }
    }
    chosen: saves(edits: $edits) @include(if: $one) {
      edits
      savedAt
      differences {
        ...DifferenceParts
      }
    }
  }
}
    fragment DifferenceParts on Difference {
  path
  label
  change
  before
  after
}`) as unknown as TypedDocumentString<DraftSavesQuery, DraftSavesQueryVariables>;
export const SaveArrivalDocument = new TypedDocumentString(`
    query SaveArrival($id: ID!, $writer: String!, $turn: Float!) {
  draft(id: $id) {
    edits
    arrival(writer: $writer, turn: $turn)
  }
}
    `) as unknown as TypedDocumentString<SaveArrivalQuery, SaveArrivalQueryVariables>;
export const SuggestedRecordsDocument = new TypedDocumentString(`
    query SuggestedRecords($kind: Kind!, $text: String!) {
  suggestions(kind: $kind, text: $text) {
    ...SuggestionParts
  }
}
    fragment SuggestionParts on Suggestion {
  value
  title
  name
  reason
}`) as unknown as TypedDocumentString<SuggestedRecordsQuery, SuggestedRecordsQueryVariables>;
export const WhoIsDoingThisDocument = new TypedDocumentString(`
    query WhoIsDoingThis($title: String!, $kind: Kind) {
  similarEntries(title: $title, kind: $kind) {
    ...SimilarParts
  }
}
    fragment SimilarParts on AlreadyDoing {
  reasons
  sameName
  name
  contacts {
    name
    role
    email
  }
  record {
    title
    language
    url
    kind
    summaryText
  }
}`) as unknown as TypedDocumentString<WhoIsDoingThisQuery, WhoIsDoingThisQueryVariables>;
export const NewDraftDocument = new TypedDocumentString(`
    query NewDraft($title: String!, $some: Boolean!, $kind: Kind) {
  me {
    canContribute
    memberships {
      role
      organizationSlug
      organizationName
    }
  }
  similarEntries(title: $title, kind: $kind) @include(if: $some) {
    ...SimilarParts
  }
}
    fragment SimilarParts on AlreadyDoing {
  reasons
  sameName
  name
  contacts {
    name
    role
    email
  }
  record {
    title
    language
    url
    kind
    summaryText
  }
}`) as unknown as TypedDocumentString<NewDraftQuery, NewDraftQueryVariables>;
export const ProposeChangeDocument = new TypedDocumentString(`
    query ProposeChange($slug: String!, $project: Boolean!, $lesson: Boolean!, $vendor: Boolean!, $block: Boolean!) {
  project(slug: $slug) @include(if: $project) {
    ...ChangeOf
  }
  lesson(id: $slug) @include(if: $lesson) {
    ...ChangeOf
  }
  vendor(slug: $slug) @include(if: $vendor) {
    ...ChangeOf
  }
  buildingBlock(slug: $slug) @include(if: $block) {
    ...ChangeOf
  }
}
    fragment ChangeOf on Record {
  title
  language
  url
  slug
  viewerCanEdit
  viewerCanArchive
  viewerCanMerge
  contentToEdit
  openDrafts {
    id
    url
    state
    updatedAt
    reason
    author {
      name
      demo
    }
  }
}`) as unknown as TypedDocumentString<ProposeChangeQuery, ProposeChangeQueryVariables>;
export const StalePageDocument = new TypedDocumentString(`
    query StalePage($days: Int) {
  staleRecords(days: $days) {
    title
    kind
    verifyBy
    daysPast
    owners
    record {
      url
    }
  }
}
    `) as unknown as TypedDocumentString<StalePageQuery, StalePageQueryVariables>;
export const StillCorrectPageDocument = new TypedDocumentString(`
    query StillCorrectPage($token: String!) {
  stillCorrectLink(token: $token) {
    state
    title
    url
    verifyBy
  }
}
    `) as unknown as TypedDocumentString<StillCorrectPageQuery, StillCorrectPageQueryVariables>;
export const ConfirmStillCorrectDocument = new TypedDocumentString(`
    mutation ConfirmStillCorrect($token: String!) {
  confirmStillCorrect(token: $token) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<ConfirmStillCorrectMutation, ConfirmStillCorrectMutationVariables>;
export const RenewStillCorrectDocument = new TypedDocumentString(`
    mutation RenewStillCorrect($token: String!) {
  renewStillCorrectLink(token: $token)
}
    `) as unknown as TypedDocumentString<RenewStillCorrectMutation, RenewStillCorrectMutationVariables>;
export const EditionsDocument = new TypedDocumentString(`
    query Editions {
  viewerCanAdapt
  viewerOrganizations {
    slug
    shortName
  }
  instruments {
    id
    instrument
    edition
    title
    organization
    publishedAt
  }
}
    `) as unknown as TypedDocumentString<EditionsQuery, EditionsQueryVariables>;
export const BeginEditionDocument = new TypedDocumentString(`
    mutation BeginEdition($from: ID!, $edition: String!, $organization: String, $key: String!) {
  beginEdition(
    from: $from
    edition: $edition
    organization: $organization
    key: $key
  ) {
    __typename
    ... on EditionSaved {
      edition {
        id
      }
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<BeginEditionMutation, BeginEditionMutationVariables>;
export const EditionPageDocument = new TypedDocumentString(`
    query EditionPage($id: ID!) {
  instrumentEdition(id: $id) {
    id
    instrument
    edition
    title
    organization
    publishedAt
    hash
    edits
    url
    viewerCanAdapt
    viewerCanPublish
    viewerCanWithdraw
    withdrawnAt
    withdrawnReason
    viewerCanReturn
    returnedAt
    returnedReason
    source
    differences {
      part
      id
      change
      before
      after
    }
  }
}
    `) as unknown as TypedDocumentString<EditionPageQuery, EditionPageQueryVariables>;
export const CheckEditionDocument = new TypedDocumentString(`
    mutation CheckEdition($source: String!) {
  checkEdition(source: $source) {
    path
    code
    params
  }
}
    `) as unknown as TypedDocumentString<CheckEditionMutation, CheckEditionMutationVariables>;
export const SaveEditionDocument = new TypedDocumentString(`
    mutation SaveEdition($id: ID!, $edits: Int!, $source: String!) {
  saveEdition(id: $id, edits: $edits, source: $source) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<SaveEditionMutation, SaveEditionMutationVariables>;
export const PublishEditionDocument = new TypedDocumentString(`
    mutation PublishEdition($id: ID!, $edits: Int!, $audience: Audience!) {
  publishEdition(id: $id, edits: $edits, audience: $audience) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<PublishEditionMutation, PublishEditionMutationVariables>;
export const WithdrawEditionDocument = new TypedDocumentString(`
    mutation WithdrawEdition($id: ID!, $reason: String!) {
  withdrawEdition(id: $id, reason: $reason) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<WithdrawEditionMutation, WithdrawEditionMutationVariables>;
export const ReturnEditionDocument = new TypedDocumentString(`
    mutation ReturnEdition($id: ID!, $reason: String!) {
  returnEdition(id: $id, reason: $reason) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<ReturnEditionMutation, ReturnEditionMutationVariables>;
export const AddFollowPageDocument = new TypedDocumentString(`
    query AddFollowPage($address: String!, $addresses: [String!]!) {
  followAt(address: $address) {
    id
    name
    frequency
    paused
  }
  recordsAt(addresses: $addresses) {
    kind
    title
  }
}
    `) as unknown as TypedDocumentString<AddFollowPageQuery, AddFollowPageQueryVariables>;
export const EndDigestPageDocument = new TypedDocumentString(`
    query EndDigestPage($token: String!) {
  digestLink(token: $token) {
    frequency
    count
  }
  questionLink(token: $token)
}
    `) as unknown as TypedDocumentString<EndDigestPageQuery, EndDigestPageQueryVariables>;
export const EndDigestDocument = new TypedDocumentString(`
    mutation EndDigest($token: String!) {
  endDigest(token: $token)
}
    `) as unknown as TypedDocumentString<EndDigestMutation, EndDigestMutationVariables>;
export const ChangeFollowDocument = new TypedDocumentString(`
    mutation ChangeFollow($id: ID!, $name: String, $frequency: DigestFrequency!, $paused: Boolean!) {
  changeFollow(id: $id, name: $name, frequency: $frequency, paused: $paused) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<ChangeFollowMutation, ChangeFollowMutationVariables>;
export const EndFollowDocument = new TypedDocumentString(`
    mutation EndFollow($id: ID!) {
  endFollow(id: $id) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<EndFollowMutation, EndFollowMutationVariables>;
export const FollowingPageDocument = new TypedDocumentString(`
    query FollowingPage {
  following {
    id
    name
    url
    kind
    list
    frequency
    paused
    focal
    toldAt
    problems {
      field
      value
    }
  }
  followingUndeliveredSince
}
    `) as unknown as TypedDocumentString<FollowingPageQuery, FollowingPageQueryVariables>;
export const FollowAddressDocument = new TypedDocumentString(`
    mutation FollowAddress($address: String!, $name: String, $frequency: DigestFrequency!) {
  follow(address: $address, name: $name, frequency: $frequency) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<FollowAddressMutation, FollowAddressMutationVariables>;
export const ForeignRecordsDocument = new TypedDocumentString(`
    query ForeignRecords($filter: ForeignRecordFilter, $orderBy: ListOrder, $after: String, $since: String, $first: Int) {
  viewerCanLoadCatalogues
  foreignRecords(
    filter: $filter
    orderBy: $orderBy
    after: $after
    since: $since
    first: $first
  ) {
    totalCount
    facets {
      field
      values {
        value
        label
        count
      }
    }
    ignored {
      field
      value
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        title
        language
        url
        summaryText
        catalogueName
        ownerKind
        stage
        countryNames
      }
    }
  }
  library {
    kinds(foreign: true) {
      kind
      count
    }
  }
}
    `) as unknown as TypedDocumentString<ForeignRecordsQuery, ForeignRecordsQueryVariables>;
export const ForeignRecordPageDocument = new TypedDocumentString(`
    query ForeignRecordPage($slug: String!) {
  foreignRecord(slug: $slug) {
    title
    language
    url
    slug
    version
    hash
    updatedAt
    summaryText
    identifier
    address
    changedThere
    stage
    catalogue {
      name
      publisher
      url
      version
      asAt
      licence
      licenceUrl
    }
    statements {
      field
      label
      text
      column
    }
    answers {
      id
      text
      organization
      organizationName
      version
      writtenAt
      viewerCanWithdraw
    }
    versions {
      number
      at
      edition
      changed {
        field
        before
        after
      }
    }
    viewerAnswersFor {
      slug
      shortName
    }
  }
}
    `) as unknown as TypedDocumentString<ForeignRecordPageQuery, ForeignRecordPageQueryVariables>;
export const AnswerForeignRecordDocument = new TypedDocumentString(`
    mutation AnswerForeignRecord($slug: String!, $organization: String!, $text: String!, $key: String!) {
  answerForeignRecord(
    slug: $slug
    organization: $organization
    text: $text
    idempotencyKey: $key
  ) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<AnswerForeignRecordMutation, AnswerForeignRecordMutationVariables>;
export const WithdrawForeignAnswerDocument = new TypedDocumentString(`
    mutation WithdrawForeignAnswer($id: ID!) {
  withdrawForeignAnswer(id: $id) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<WithdrawForeignAnswerMutation, WithdrawForeignAnswerMutationVariables>;
export const TermsInPlaceDocument = new TypedDocumentString(`
    query TermsInPlace($after: String) {
  glossaryTerms(first: 100, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        slug
        url
        term
        forms
        definition {
          ...StatementParts
        }
      }
    }
  }
}
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}`) as unknown as TypedDocumentString<TermsInPlaceQuery, TermsInPlaceQueryVariables>;
export const GlossaryDocument = new TypedDocumentString(`
    query Glossary($after: String) {
  glossaryTerms(first: 100, orderBy: TITLE, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
    edges {
      node {
        slug
        url
        term
        forms
        definition {
          ...StatementParts
        }
        seeAlso {
          url
          term
        }
      }
    }
  }
}
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}`) as unknown as TypedDocumentString<GlossaryQuery, GlossaryQueryVariables>;
export const GoalsDocument = new TypedDocumentString(`
    query Goals {
  goals(first: 100) {
    totalCount
    edges {
      node {
        number
        name
        url
        summaryText
      }
    }
  }
  library {
    facets(kind: PROJECT, fields: ["goal"]) {
      field
      values {
        value
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GoalsQuery, GoalsQueryVariables>;
export const GoalDocument = new TypedDocumentString(`
    query Goal($number: Int!) {
  goal(number: $number) {
    number
    name
    url
    iri
    asked {
      ...AskedParts
    }
    challenge {
      ...StatementParts
    }
    approach {
      ...StatementParts
    }
    projects {
      reason
      project {
        url
        title
        language
        summaryText
        stage
        owners {
          shortName
        }
        lessons {
          url
          title
          language
          lessonKind
          theme
        }
      }
    }
  }
  goals(first: 100) {
    edges {
      node {
        number
        name
        url
      }
    }
  }
}
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}
fragment AskedParts on RecordQuestions {
  totalCount
  nodes {
    url
    title
    language
    progress
    answerCount
  }
}`) as unknown as TypedDocumentString<GoalQuery, GoalQueryVariables>;
export const HistoryPageDocument = new TypedDocumentString(`
    query HistoryPage($kind: Kind!, $slug: String!, $from: Int!, $to: Int!, $compare: Boolean!) {
  history(kind: $kind, slug: $slug) {
    ...RevisionParts
    content
  }
  compareRevisions(kind: $kind, slug: $slug, from: $from, to: $to) @include(if: $compare) {
    differences {
      ...DifferenceParts
    }
  }
}
    fragment DifferenceParts on Difference {
  path
  label
  change
  before
  after
}
fragment RevisionParts on Revision {
  number
  url
  live
  byLoader
  organizationSlug
  reason
  restores
  createdAt
  archivedAt
  archivedReason
  writers {
    name
    demo
  }
}`) as unknown as TypedDocumentString<HistoryPageQuery, HistoryPageQueryVariables>;
export const VersionPageDocument = new TypedDocumentString(`
    query VersionPage($kind: Kind!, $slug: String!, $number: Int!) {
  revision(kind: $kind, slug: $slug, number: $number) {
    ...RevisionParts
    content
    hash
    seal
    logSequence
  }
  me {
    canContribute
  }
}
    fragment RevisionParts on Revision {
  number
  url
  live
  byLoader
  organizationSlug
  reason
  restores
  createdAt
  archivedAt
  archivedReason
  writers {
    name
    demo
  }
}`) as unknown as TypedDocumentString<VersionPageQuery, VersionPageQueryVariables>;
export const RestoreRevisionDocument = new TypedDocumentString(`
    mutation RestoreRevision($kind: Kind!, $slug: String!, $number: Int!, $key: String) {
  restoreRevision(kind: $kind, slug: $slug, number: $number, key: $key) {
    __typename
    ... on RevisionRestored {
      draft {
        id
      }
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<RestoreRevisionMutation, RestoreRevisionMutationVariables>;
export const HomeDocument = new TypedDocumentString(`
    query Home {
  library {
    kinds {
      kind
      count
    }
    citations
  }
  projects(first: 1) {
    totalCount
    facets {
      field
      values {
        value
        label
        count
      }
    }
  }
  lessons(first: 1) {
    totalCount
    facets {
      field
      values {
        value
        label
        count
      }
    }
  }
  uptakeMatrix {
    demo
    report {
      symbol
      title
    }
    rows {
      slug
      number
      label
      title
      kind
      counts {
        ...CountsParts
      }
    }
    columns {
      slug
      shortName
      name
      forInformation
      counts {
        ...CountsParts
      }
    }
    cells {
      ...CellParts
    }
    counts {
      ...CountsParts
    }
  }
  telling: projects(first: 4, filter: {stage: [SCALED, DISCONTINUED]}) {
    edges {
      node {
        ...ProjectRow
      }
    }
  }
}
    fragment ProjectRow on Project {
  title
  language
  url
  summaryText
  stage
  uses
  access
  platforms
  scope
  updatedAt
  countries {
    code
  }
  owners {
    shortName
  }
}
fragment CountsParts on UptakeCounts {
  addressed
  noInformation
  underConsideration
  notAccepted
  notRelevant
  accepted
  notStarted
  inProgress
  implemented
  overdue
  longOutstanding
  unconfirmed
  fromDocument
  judged
  agreed
  priority
  agreementRate {
    numerator
    denominator
    percent
  }
  acceptanceRate {
    numerator
    denominator
    percent
  }
  implementationRate {
    numerator
    denominator
    percent
  }
}
fragment CellParts on UptakeCell {
  recommendationSlug
  recommendationNumber
  organizationSlug
  organizationName
  kind
  doubtful
  note
  status
  overdue
  overdueSince
  overdueDays
  longOutstanding
  deadline
  targetDate
  effectiveDate
  confirmed
  standing
  judgement
  priority
  demo
}`) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const ImportsDocument = new TypedDocumentString(`
    query Imports {
  viewerCanImport
  imports {
    id
    name
    state
    added
    changed
    proposedBy
    proposedAt
  }
}
    `) as unknown as TypedDocumentString<ImportsQuery, ImportsQueryVariables>;
export const ImportFormDocument = new TypedDocumentString(`
    query ImportForm {
  viewerCanImport
  importTemplate(kind: VENDOR)
}
    `) as unknown as TypedDocumentString<ImportFormQuery, ImportFormQueryVariables>;
export const CheckImportDocument = new TypedDocumentString(`
    mutation CheckImport($text: String, $file: String, $mapping: TableMappingInput, $answers: [ImportAnswerInput!]) {
  checkImport(
    kind: VENDOR
    text: $text
    file: $file
    mapping: $mapping
    answers: $answers
  ) {
    ...PlanParts
  }
}
    fragment PlanParts on ImportPlan {
  rows {
    row
    action
    title
    slug
    changed {
      column
      before
      after
    }
    candidates {
      slug
      title
      reasons {
        reason
        text
        score
      }
    }
  }
  faults {
    row
    column
    code
    params
  }
  left {
    row
    code
    params
  }
  remarks {
    code
    params
  }
  reading {
    ...ReadingParts
  }
}
fragment ReadingParts on TableReading {
  sheet
  sheets {
    name
    hidden
  }
  head
  columns {
    column
    heading
    field
    sure
    samples
  }
  words {
    field
    word
    value
    rows
  }
  dates
  datesDoubtful
  given {
    field
    value
  }
  sure
  remembered
  fields {
    name
    heading
    day
    choices {
      value
      word
    }
  }
}`) as unknown as TypedDocumentString<CheckImportMutation, CheckImportMutationVariables>;
export const ProposeImportDocument = new TypedDocumentString(`
    mutation ProposeImport($name: String!, $key: String!, $text: String, $file: String, $mapping: TableMappingInput, $answers: [ImportAnswerInput!]) {
  proposeImport(
    kind: VENDOR
    name: $name
    idempotencyKey: $key
    text: $text
    file: $file
    mapping: $mapping
    answers: $answers
  ) {
    __typename
    ... on Import {
      id
    }
    ...PlanParts
    ...FieldFaults
  }
}
    fragment PlanParts on ImportPlan {
  rows {
    row
    action
    title
    slug
    changed {
      column
      before
      after
    }
    candidates {
      slug
      title
      reasons {
        reason
        text
        score
      }
    }
  }
  faults {
    row
    column
    code
    params
  }
  left {
    row
    code
    params
  }
  remarks {
    code
    params
  }
  reading {
    ...ReadingParts
  }
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}
fragment ReadingParts on TableReading {
  sheet
  sheets {
    name
    hidden
  }
  head
  columns {
    column
    heading
    field
    sure
    samples
  }
  words {
    field
    word
    value
    rows
  }
  dates
  datesDoubtful
  given {
    field
    value
  }
  sure
  remembered
  fields {
    name
    heading
    day
    choices {
      value
      word
    }
  }
}`) as unknown as TypedDocumentString<ProposeImportMutation, ProposeImportMutationVariables>;
export const ImportPageDocument = new TypedDocumentString(`
    query ImportPage($id: ID!) {
  viewerCanDecideImports
  import(id: $id) {
    id
    name
    state
    added
    changed
    addresses
    proposedBy
    proposedAt
    decidedBy
    decidedAt
    reason
    undoneBy
    undoneAt
    undoneReason
    viewerProposed
    rows {
      row
      action
      title
      slug
      changed {
        column
        before
        after
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ImportPageQuery, ImportPageQueryVariables>;
export const DecideImportDocument = new TypedDocumentString(`
    mutation DecideImport($id: ID!, $publish: Boolean!, $reason: String) {
  decideImport(id: $id, publish: $publish, reason: $reason) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<DecideImportMutation, DecideImportMutationVariables>;
export const UndoImportDocument = new TypedDocumentString(`
    mutation UndoImport($id: ID!, $reason: String!) {
  undoImport(id: $id, reason: $reason) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<UndoImportMutation, UndoImportMutationVariables>;
export const AnswerPageDocument = new TypedDocumentString(`
    query AnswerPage($token: String!) {
  informationLink(token: $token) {
    organizationName
    vendor
    subject
    text
    answerBy
    open
    answers
  }
}
    `) as unknown as TypedDocumentString<AnswerPageQuery, AnswerPageQueryVariables>;
export const AnswerInformationDocument = new TypedDocumentString(`
    mutation AnswerInformation($token: String!, $name: String!, $text: String!) {
  answerInformation(token: $token, name: $name, text: $text) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<AnswerInformationMutation, AnswerInformationMutationVariables>;
export const InformationRequestsDocument = new TypedDocumentString(`
    query InformationRequests {
  viewerAsksVendorsFor {
    slug
  }
  informationRequests {
    url
    subject
    organizationName
    answerBy
    askedAt
    asker
    vendors {
      answers {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InformationRequestsQuery, InformationRequestsQueryVariables>;
export const InformationRequestPageDocument = new TypedDocumentString(`
    query InformationRequestPage($id: ID!) {
  informationRequest(id: $id) {
    subject
    text
    organizationName
    answerBy
    askedAt
    asker
    vendors {
      title
      url
      contacts
      answers {
        id
        name
        text
        answeredAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InformationRequestPageQuery, InformationRequestPageQueryVariables>;
export const InquiryPageDocument = new TypedDocumentString(`
    query InquiryPage($addresses: [String!]!) {
  recordsAt(addresses: $addresses) {
    title
    language
    url
    inquiryReceivers {
      to
      owners
    }
  }
}
    `) as unknown as TypedDocumentString<InquiryPageQuery, InquiryPageQueryVariables>;
export const SendInquiryDocument = new TypedDocumentString(`
    mutation SendInquiry($record: String!, $purpose: InquiryPurpose!, $text: String!, $name: String, $email: String) {
  sendInquiry(
    record: $record
    purpose: $purpose
    text: $text
    name: $name
    email: $email
  ) {
    __typename
    ... on InquirySent {
      receivers {
        to
      }
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<SendInquiryMutation, SendInquiryMutationVariables>;
export const InstrumentsDocument = new TypedDocumentString(`
    query Instruments {
  viewerCanAdapt
  instruments {
    id
    instrument
    edition
    title
    organization
    publishedAt
    url
  }
}
    `) as unknown as TypedDocumentString<InstrumentsQuery, InstrumentsQueryVariables>;
export const InstrumentOutcomeDocument = new TypedDocumentString(`
    query InstrumentOutcome($instrument: String!, $edition: String, $answers: [AnswerInput!]!) {
  viewerOrganizations {
    slug
    shortName
  }
  instrument(instrument: $instrument, edition: $edition) {
    instrument
    edition
    title
    total
    layers {
      id
      number
    }
    figure {
      ...StatementParts
    }
    evaluation(answers: $answers) {
      ...EvaluationParts
      changes {
        given {
          question {
            id
            number
            text
            group
            layer
          }
          option {
            id
            label
          }
        }
        outcome {
          title
        }
      }
      risks {
        reasons
        risk {
          title
          url
        }
      }
    }
  }
  similarProjects(instrument: $instrument, edition: $edition, answers: $answers) {
    ...SimilarAnswerParts
  }
}
    fragment SimilarAnswerParts on SimilarProjects {
  stages {
    stage
    count
  }
  projects {
    stage
    since
    contacts
    project {
      title
      language
      url
    }
    answers {
      ...StatementParts
    }
    became {
      ...StatementParts
    }
    costs {
      ...StatementParts
    }
    lessons {
      title
      language
      url
    }
  }
}
fragment EvaluationParts on Evaluation {
  answered
  decided {
    state
    layer {
      id
      number
      title
    }
    outcome {
      title
      verdict
      text {
        ...StatementParts
      }
      instead {
        ...StatementParts
      }
    }
    because {
      reason
      question {
        id
        number
        text
        group
        layer
      }
      option {
        label
      }
      claimed {
        label
      }
    }
    also {
      reason
      question {
        id
        number
        text
        group
        layer
      }
      option {
        label
      }
      claimed {
        label
      }
    }
  }
  layers {
    state
    layer {
      id
      number
      title
    }
    outcome {
      title
    }
    because {
      question {
        id
        group
        number
        layer
      }
      option {
        label
      }
      claimed {
        label
      }
    }
  }
  exceptions {
    reason
    question {
      id
      number
      text
      group
      layer
    }
    option {
      label
    }
    claimed {
      label
    }
  }
  unreasoned {
    id
    group
    number
    layer
  }
  open {
    id
    group
    number
    layer
  }
  tree {
    rule
    number
    question
    label
    path
    outcome {
      title
    }
  }
}
fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}`) as unknown as TypedDocumentString<InstrumentOutcomeQuery, InstrumentOutcomeQueryVariables>;
export const InstrumentQuestionsDocument = new TypedDocumentString(`
    query InstrumentQuestions($instrument: String!, $edition: String, $group: String!, $answers: [AnswerInput!]!) {
  instrument(instrument: $instrument, edition: $edition) {
    instrument
    edition
    title
    total
    layers {
      id
      number
      title
    }
    groups {
      id
      layer
      title
      questions
    }
    questions(group: $group) {
      id
      number
      text
      help
      citations {
        ...CitationParts
      }
      options {
        id
        label
        exceptionTo
        reason
        conclusions {
          ...StatementParts
        }
      }
    }
    helpers(group: $group) {
      ...HelperParts
    }
    evaluation(answers: $answers) {
      answered
      decided {
        state
        outcome {
          title
          verdict
        }
      }
    }
  }
  similarProjects(
    instrument: $instrument
    edition: $edition
    group: $group
    answers: $answers
  ) {
    ...SimilarAnswerParts
  }
}
    fragment SimilarAnswerParts on SimilarProjects {
  stages {
    stage
    count
  }
  projects {
    stage
    since
    contacts
    project {
      title
      language
      url
    }
    answers {
      ...StatementParts
    }
    became {
      ...StatementParts
    }
    costs {
      ...StatementParts
    }
    lessons {
      title
      language
      url
    }
  }
}
fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}
fragment HelperParts on Helper {
  name
  url
  organizations {
    shortName
  }
  reasons {
    kind
    value
  }
}`) as unknown as TypedDocumentString<InstrumentQuestionsQuery, InstrumentQuestionsQueryVariables>;
export const SavedNotesDocument = new TypedDocumentString(`
    query SavedNotes($id: ID!) {
  assessment(id: $id) {
    evaluation {
      answers {
        note
        evidence
        question {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SavedNotesQuery, SavedNotesQueryVariables>;
export const InstrumentStartDocument = new TypedDocumentString(`
    query InstrumentStart($instrument: String!, $edition: String) {
  instrument(instrument: $instrument, edition: $edition) {
    instrument
    edition
    title
    total
    organization
    changes
    publishedAt
    withdrawnAt
    withdrawnReason
    hash
    summary {
      ...StatementParts
    }
    layers {
      id
      number
      title
      text {
        ...StatementParts
      }
    }
    groups {
      id
      layer
      title
      questions
    }
  }
}
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}`) as unknown as TypedDocumentString<InstrumentStartQuery, InstrumentStartQueryVariables>;
export const EventsPageDocument = new TypedDocumentString(`
    query EventsPage($from: String) {
  viewerSuggests
  calendar(from: $from) {
    id
    url
    title
    about
    what
    day
    lastDay
    time
    minutes
    place
    language
    address
    suggestedBy
    mine
  }
}
    `) as unknown as TypedDocumentString<EventsPageQuery, EventsPageQueryVariables>;
export const WithdrawEventDocument = new TypedDocumentString(`
    mutation WithdrawEvent($id: ID!) {
  withdrawLearning(id: $id) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<WithdrawEventMutation, WithdrawEventMutationVariables>;
export const LearningPathPageDocument = new TypedDocumentString(`
    query LearningPathPage {
  learningPaths {
    slug
    title
    text
    url
    steps {
      url
      title
      why
      done
      sum
    }
  }
}
    `) as unknown as TypedDocumentString<LearningPathPageQuery, LearningPathPageQueryVariables>;
export const MarkLearningStepDocument = new TypedDocumentString(`
    mutation MarkLearningStep($url: String!, $done: Boolean!) {
  markLearningStep(url: $url, done: $done)
}
    `) as unknown as TypedDocumentString<MarkLearningStepMutation, MarkLearningStepMutationVariables>;
export const ForgetLearningStepsDocument = new TypedDocumentString(`
    mutation ForgetLearningSteps {
  forgetLearningSteps
}
    `) as unknown as TypedDocumentString<ForgetLearningStepsMutation, ForgetLearningStepsMutationVariables>;
export const SuggestLearningFormDocument = new TypedDocumentString(`
    query SuggestLearningForm {
  viewerSuggests
  learningPaths {
    slug
    title
  }
}
    `) as unknown as TypedDocumentString<SuggestLearningFormQuery, SuggestLearningFormQueryVariables>;
export const SuggestLearningDocument = new TypedDocumentString(`
    mutation SuggestLearning($kind: LearningEntryKind!, $input: LearningInput!, $audience: Audience!, $key: String) {
  suggestLearning(kind: $kind, input: $input, audience: $audience, key: $key) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<SuggestLearningMutation, SuggestLearningMutationVariables>;
export const LearningSuggestionsDocument = new TypedDocumentString(`
    query LearningSuggestions {
  viewerDecidesLearning
  learningSuggestions {
    id
    kind
    state
    audience
    title
    about
    address
    day
    reason
    suggestedBy
    mine
  }
}
    `) as unknown as TypedDocumentString<LearningSuggestionsQuery, LearningSuggestionsQueryVariables>;
export const DecideLearningDocument = new TypedDocumentString(`
    mutation DecideLearning($id: ID!, $accept: Boolean!, $reason: String!) {
  result: decideLearning(id: $id, accept: $accept, reason: $reason) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<DecideLearningMutation, DecideLearningMutationVariables>;
export const WithdrawLearningDocument = new TypedDocumentString(`
    mutation WithdrawLearning($id: ID!) {
  result: withdrawLearning(id: $id) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<WithdrawLearningMutation, WithdrawLearningMutationVariables>;
export const LessonsDocument = new TypedDocumentString(`
    query Lessons($filter: LessonFilter, $orderBy: ListOrder, $after: String, $since: String, $first: Int) {
  lessons(
    filter: $filter
    orderBy: $orderBy
    after: $after
    since: $since
    first: $first
  ) {
    totalCount
    facets {
      field
      values {
        value
        label
        count
      }
    }
    ignored {
      field
      value
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        title
        language
        url
        summaryText
        lessonKind
        theme
        updatedAt
        organizations {
          shortName
        }
        projects {
          title
          language
        }
      }
    }
  }
  library {
    kinds {
      kind
      count
    }
  }
}
    `) as unknown as TypedDocumentString<LessonsQuery, LessonsQueryVariables>;
export const LessonPageDocument = new TypedDocumentString(`
    query LessonPage($id: String!) {
  lesson(id: $id) {
    ...CareParts
    ...LessonPageParts
    helpers {
      ...HelperParts
    }
    asked {
      ...AskedParts
    }
    fromQuestion {
      url
      title
      asked {
        name
        organizations {
          shortName
        }
      }
      answered {
        name
        organizations {
          shortName
        }
      }
    }
  }
}
    fragment ExtraParts on Record {
  attachments {
    title
    description
    url
    picture
    size
  }
  fundingAmounts {
    label
    amount
    currency
    period
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  contacts {
    name
    role
    email
  }
}
fragment CareParts on Record {
  ...ExtraParts
  contactsWithheld
  viewerCanEdit
  freshness {
    verifyBy
    verifiedAt
    past
    daysPast
  }
}
fragment LessonPageParts on Lesson {
  ...ExtraParts
  title
  language
  url
  slug
  summaryText
  version
  hash
  createdAt
  updatedAt
  lessonKind
  theme
  subject
  questions
  context {
    ...StatementParts
  }
  whatHappened {
    ...StatementParts
  }
  whatFollows {
    ...StatementParts
  }
  otherViews {
    ...StatementParts
  }
  organizations {
    title
    shortName
    url
  }
  projects {
    title
    language
    url
    stage
  }
  risks {
    title
    url
  }
  mitigations {
    title
    url
  }
  standards {
    title
    url
  }
  recommendations {
    title
    url
  }
  connections(relations: ["GOAL"], first: 100) {
    relation
    reason
    record {
      title
      language
      url
      ... on Goal {
        number
      }
    }
  }
}
fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}
fragment HelperParts on Helper {
  name
  url
  organizations {
    shortName
  }
  reasons {
    kind
    value
  }
}
fragment AskedParts on RecordQuestions {
  totalCount
  nodes {
    url
    title
    language
    progress
    answerCount
  }
}`) as unknown as TypedDocumentString<LessonPageQuery, LessonPageQueryVariables>;
export const LogPageDocument = new TypedDocumentString(`
    query LogPage($before: Int, $kind: String) {
  logCheckpoint {
    size
    note
    createdAt
    key
  }
  me {
    log(before: $before, first: 50, kind: $kind) {
      sequence
      createdAt
      kind
      body
      hash
    }
  }
}
    `) as unknown as TypedDocumentString<LogPageQuery, LogPageQueryVariables>;
export const MatrixPageDocument = new TypedDocumentString(`
    query MatrixPage {
  matrix {
    title
    url
    edition
    summary {
      ...StatementParts
    }
    layers {
      id
      number
      title
      text {
        ...StatementParts
      }
    }
    questions {
      id
      layer
      number
      group
      text
      help
      yes {
        ...StatementParts
      }
      no {
        ...StatementParts
      }
      citations {
        ...CitationParts
      }
    }
    choices {
      id
      title
      properties {
        ...StatementParts
      }
      useWhen {
        ...StatementParts
      }
    }
    considerations {
      id
      number
      title
      text {
        ...StatementParts
      }
    }
  }
}
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}`) as unknown as TypedDocumentString<MatrixPageQuery, MatrixPageQueryVariables>;
export const GrantRoleDocument = new TypedDocumentString(`
    mutation GrantRole($member: ID!, $role: Role!, $organization: String, $deputy: Boolean) {
  result: grantRole(
    member: $member
    role: $role
    organization: $organization
    deputy: $deputy
  ) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<GrantRoleMutation, GrantRoleMutationVariables>;
export const RevokeRoleDocument = new TypedDocumentString(`
    mutation RevokeRole($member: ID!, $role: Role!, $organization: String) {
  result: revokeRole(member: $member, role: $role, organization: $organization) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<RevokeRoleMutation, RevokeRoleMutationVariables>;
export const SuspendUserDocument = new TypedDocumentString(`
    mutation SuspendUser($member: ID!, $suspended: Boolean!) {
  result: suspendUser(member: $member, suspended: $suspended) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<SuspendUserMutation, SuspendUserMutationVariables>;
export const EraseUserDocument = new TypedDocumentString(`
    mutation EraseUser($member: ID!) {
  result: eraseUser(member: $member) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<EraseUserMutation, EraseUserMutationVariables>;
export const ResetFactorsDocument = new TypedDocumentString(`
    mutation ResetFactors($member: ID!) {
  result: resetFactors(member: $member) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<ResetFactorsMutation, ResetFactorsMutationVariables>;
export const InvitePersonDocument = new TypedDocumentString(`
    mutation InvitePerson($email: String!, $role: Role!, $organization: String, $deputy: Boolean) {
  result: invite(
    email: $email
    role: $role
    organization: $organization
    deputy: $deputy
  ) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<InvitePersonMutation, InvitePersonMutationVariables>;
export const WithdrawInvitationDocument = new TypedDocumentString(`
    mutation WithdrawInvitation($id: ID!) {
  result: withdrawInvitation(id: $id) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<WithdrawInvitationMutation, WithdrawInvitationMutationVariables>;
export const DecideSignInCaseDocument = new TypedDocumentString(`
    mutation DecideSignInCase($id: ID!, $decision: SignInDecision!) {
  result: decideSignInCase(id: $id, decision: $decision) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<DecideSignInCaseMutation, DecideSignInCaseMutationVariables>;
export const MembersPageDocument = new TypedDocumentString(`
    query MembersPage($search: String) {
  members(search: $search) {
    id
    name
    email
    emailVerified
    demo
    suspended
    erased
    memberships {
      role
      organizationSlug
      organizationName
      deputy
    }
  }
  invitations {
    id
    email
    role
    organizationName
    deputy
    invitedBy
    works
    createdAt
    expiresAt
  }
  signInCases {
    id
    service
    subject
    email
    name
    vouched
    accountName
    reassigned
    decision
    seenAt
  }
}
    `) as unknown as TypedDocumentString<MembersPageQuery, MembersPageQueryVariables>;
export const NewsPageDocument = new TypedDocumentString(`
    query NewsPage {
  news {
    since
    marked
    upTo
    count
    items {
      added
      at
      why
      record {
        title
        url
        kind
        language
        summaryText
      }
    }
    questions {
      edges {
        node {
          ...QuestionRowParts
        }
      }
    }
  }
}
    fragment QuestionRowParts on Question {
  url
  title
  language
  author {
    name
    organizations {
      shortName
    }
  }
  about {
    title
  }
  progress
  answerCount
  hidden
  activeAt
}`) as unknown as TypedDocumentString<NewsPageQuery, NewsPageQueryVariables>;
export const MarkSeenDocument = new TypedDocumentString(`
    mutation MarkSeen($upTo: String!) {
  markSeen(upTo: $upTo) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<MarkSeenMutation, MarkSeenMutationVariables>;
export const ForgetVisitDocument = new TypedDocumentString(`
    mutation ForgetVisit {
  forgetVisit
}
    `) as unknown as TypedDocumentString<ForgetVisitMutation, ForgetVisitMutationVariables>;
export const OperationsPageDocument = new TypedDocumentString(`
    query OperationsPage {
  installation {
    jobs {
      task
      waiting
      oldestSeconds
      failed
    }
    mailServer
    mailsUnsent
    mailsOldestSeconds
    searchEngine
    searchWanted
    objectStore
    connections
    connectionsAwaited
    databaseBytes
    records
    sessions
    logEntries
  }
}
    `) as unknown as TypedDocumentString<OperationsPageQuery, OperationsPageQueryVariables>;
export const OrganizationsDocument = new TypedDocumentString(`
    query Organizations($filter: OrganizationFilter, $orderBy: ListOrder, $after: String, $since: String, $first: Int) {
  organizations(
    filter: $filter
    orderBy: $orderBy
    after: $after
    since: $since
    first: $first
  ) {
    totalCount
    facets {
      field
      values {
        value
        label
        count
      }
    }
    ignored {
      field
      value
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        title
        url
        summaryText
        organizationKind
        updatedAt
        ownerCount
        participantCount
      }
    }
  }
  library {
    kinds {
      kind
      count
    }
  }
}
    `) as unknown as TypedDocumentString<OrganizationsQuery, OrganizationsQueryVariables>;
export const OrganizationPageDocument = new TypedDocumentString(`
    query OrganizationPage($slug: String!) {
  organization(slug: $slug) {
    asked {
      ...AskedParts
    }
    title
    url
    slug
    summaryText
    version
    hash
    createdAt
    updatedAt
    shortName
    name
    alsoKnownAs
    organizationKind
    group
    annexIvColumn
    website
    citations {
      ...CitationParts
    }
    ror {
      ...StatementParts
    }
    orgId {
      ...StatementParts
    }
    iati {
      identifier
      note
    }
    parent {
      title
      url
    }
    parts {
      title
      url
    }
    summary {
      ...StatementParts
    }
    statements {
      ...StatementParts
    }
    roles {
      owner
      role
      responsibility
      project {
        title
        language
        url
        stage
        participants {
          role
          responsibility
          asAt
          certainty
          note
          citations {
            ...CitationParts
          }
        }
        summary {
          asAt
          certainty
          note
          citations {
            ...CitationParts
          }
        }
        ownersBasis {
          ...StatementParts
        }
      }
    }
    actions {
      kind
      printed
      note
      recommendationNumber
      recommendation {
        title
        url
      }
    }
    lessons: connections(kinds: [LESSON], first: 100) {
      total
      record {
        kind
        title
        language
        url
        ... on Lesson {
          lessonKind
          theme
        }
      }
    }
    connections(
      kinds: [RISK, MITIGATION, VENDOR, RECOMMENDATION, REFERENCE]
      first: 100
    ) {
      record {
        kind
        title
        language
        url
      }
    }
  }
}
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}
fragment AskedParts on RecordQuestions {
  totalCount
  nodes {
    url
    title
    language
    progress
    answerCount
  }
}`) as unknown as TypedDocumentString<OrganizationPageQuery, OrganizationPageQueryVariables>;
export const OutboxPageDocument = new TypedDocumentString(`
    query OutboxPage {
  outbox {
    sending
    mails {
      id
      address
      subject
      text
      attempts
      lastError
      createdAt
      sentAt
    }
  }
}
    `) as unknown as TypedDocumentString<OutboxPageQuery, OutboxPageQueryVariables>;
export const OverviewDocument = new TypedDocumentString(`
    query Overview {
  library {
    platforms: pairs(kind: PROJECT, row: ORGANIZATION, column: PLATFORM) {
      row
      column
      count
    }
    lessons: pairs(kind: LESSON, row: THEME, column: KIND_OF_LESSON) {
      row
      column
      count
    }
    together {
      one
      oneUrl
      other
      otherUrl
      projects {
        title
        url
      }
    }
    stages {
      stage
      year
      count
    }
  }
  projects(first: 1) {
    totalCount
    facets {
      field
      values {
        value
        label
        count
      }
    }
  }
  ended: projects(filter: {stage: [DISCONTINUED]}, first: 50) {
    totalCount
    edges {
      node {
        url
        title
        language
        stages {
          stage
          date
          text
          asAt
          certainty
          note
          citations {
            ...CitationParts
          }
        }
      }
    }
  }
}
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}`) as unknown as TypedDocumentString<OverviewQuery, OverviewQueryVariables>;
export const ProfessionalsDocument = new TypedDocumentString(`
    query Professionals($filter: ProfessionalFilter, $after: String) {
  viewerEntersPool
  viewerProfessional {
    id
  }
  professionals(filter: $filter, after: $after) {
    totalCount
    facets {
      field
      values {
        value
        label
        count
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        url
        name
        organizations {
          shortName
        }
        technologies
        tasks
        sectors
        languages
        offers
        availability
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProfessionalsQuery, ProfessionalsQueryVariables>;
export const OwnProfessionalDocument = new TypedDocumentString(`
    query OwnProfessional {
  viewerEntersPool
  me {
    name
    memberships {
      organizationName
    }
  }
  viewerProfessional {
    url
    name
    about
    technologies
    tasks
    sectors
    languages
    countries
    works {
      url
    }
    offers
    availability
    audience
    showsAddress
    confirmedAt
    hiddenFrom
    edits
  }
}
    `) as unknown as TypedDocumentString<OwnProfessionalQuery, OwnProfessionalQueryVariables>;
export const SaveProfessionalDocument = new TypedDocumentString(`
    mutation SaveProfessional($input: ProfessionalInput!, $edits: Int!, $consents: Boolean!) {
  saveProfessional(input: $input, edits: $edits, consents: $consents) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<SaveProfessionalMutation, SaveProfessionalMutationVariables>;
export const ConfirmProfessionalDocument = new TypedDocumentString(`
    mutation ConfirmProfessional {
  confirmProfessional {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<ConfirmProfessionalMutation, ConfirmProfessionalMutationVariables>;
export const WithdrawProfessionalDocument = new TypedDocumentString(`
    mutation WithdrawProfessional {
  withdrawProfessional
}
    `) as unknown as TypedDocumentString<WithdrawProfessionalMutation, WithdrawProfessionalMutationVariables>;
export const ProfessionalPageDocument = new TypedDocumentString(`
    query ProfessionalPage($id: ID!) {
  professional(id: $id) {
    id
    url
    name
    organizations {
      shortName
      url
    }
    about
    technologies
    tasks
    sectors
    languages
    countries
    works {
      title
      language
      url
    }
    offers
    availability
    audience
    email
    confirmedAt
    viewerOwns
  }
}
    `) as unknown as TypedDocumentString<ProfessionalPageQuery, ProfessionalPageQueryVariables>;
export const WriteToProfessionalDocument = new TypedDocumentString(`
    mutation WriteToProfessional($id: ID!, $text: String!) {
  writeToProfessional(id: $id, text: $text) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<WriteToProfessionalMutation, WriteToProfessionalMutationVariables>;
export const ProjectsDocument = new TypedDocumentString(`
    query Projects($filter: ProjectFilter, $orderBy: ListOrder, $after: String, $since: String, $first: Int) {
  projects(
    filter: $filter
    orderBy: $orderBy
    after: $after
    since: $since
    first: $first
  ) {
    totalCount
    facets {
      field
      values {
        value
        label
        count
      }
    }
    ignored {
      field
      value
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...ProjectRow
      }
    }
  }
  library {
    kinds {
      kind
      count
    }
  }
}
    fragment ProjectRow on Project {
  title
  language
  url
  summaryText
  stage
  uses
  access
  platforms
  scope
  updatedAt
  countries {
    code
  }
  owners {
    shortName
  }
}`) as unknown as TypedDocumentString<ProjectsQuery, ProjectsQueryVariables>;
export const ProjectPageDocument = new TypedDocumentString(`
    query ProjectPage($slug: String!) {
  assessmentEvidence(project: $slug) {
    title
    url
    outcomeTitle
    signedAt
  }
  project(slug: $slug) {
    ...CareParts
    ...ProjectPageParts
    helpers {
      ...HelperParts
    }
    asked {
      ...AskedParts
    }
  }
}
    fragment ExtraParts on Record {
  attachments {
    title
    description
    url
    picture
    size
  }
  fundingAmounts {
    label
    amount
    currency
    period
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  contacts {
    name
    role
    email
  }
}
fragment CareParts on Record {
  ...ExtraParts
  contactsWithheld
  viewerCanEdit
  freshness {
    verifyBy
    verifiedAt
    past
    daysPast
  }
}
fragment ProjectPageParts on Project {
  ...ExtraParts
  title
  language
  url
  slug
  summaryText
  version
  hash
  createdAt
  updatedAt
  alsoKnownAs
  origin
  stage
  scope
  uses
  sectors
  platforms
  countries {
    code
    name
  }
  owners {
    title
    shortName
    slug
    url
  }
  ownersBasis {
    ...StatementParts
  }
  summary {
    ...StatementParts
  }
  places {
    ...StatementParts
  }
  stages {
    stage
    current
    date
    text
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  ledger {
    access
    platforms {
      ...StatementParts
    }
    accessBasis {
      ...StatementParts
    }
    consensus {
      ...StatementParts
    }
    offChain {
      ...StatementParts
    }
    keyCustody {
      ...StatementParts
    }
  }
  legal {
    topic
    answer
    question {
      ...StatementParts
    }
  }
  answers {
    statement {
      ...StatementParts
    }
  }
  participants {
    name
    role
    responsibility
    asAt
    certainty
    note
    organization {
      shortName
      url
    }
    citations {
      ...CitationParts
    }
  }
  engagements {
    role
    delivered
    stack
    period
    outcome
    asAt
    certainty
    note
    vendor {
      title
      language
      slug
      url
    }
    citations {
      ...CitationParts
    }
  }
  figures {
    current
    label
    value
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  statements {
    section
    ...StatementParts
  }
  goals {
    reason
    goal {
      number
      url
    }
  }
  buildingBlocks {
    title
    language
    url
  }
  lessons {
    title
    language
    url
    lessonKind
    theme
  }
  risks {
    title
    url
  }
  mitigations {
    title
    url
  }
  recommendations {
    title
    url
  }
  standards {
    title
    url
  }
  similar {
    reasons
    project {
      title
      language
      url
      stage
    }
  }
}
fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}
fragment HelperParts on Helper {
  name
  url
  organizations {
    shortName
  }
  reasons {
    kind
    value
  }
}
fragment AskedParts on RecordQuestions {
  totalCount
  nodes {
    url
    title
    language
    progress
    answerCount
  }
}`) as unknown as TypedDocumentString<ProjectPageQuery, ProjectPageQueryVariables>;
export const AnswerQuestionDocument = new TypedDocumentString(`
    mutation AnswerQuestion($id: ID!, $text: String!, $citations: [String!]!, $key: String) {
  result: answerQuestion(id: $id, text: $text, citations: $citations, key: $key) {
    ...QuestionDone
  }
}
    fragment QuestionDone on QuestionResult {
  __typename
  ... on QuestionSaved {
    url
    changed
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<AnswerQuestionMutation, AnswerQuestionMutationVariables>;
export const MarkHelpedDocument = new TypedDocumentString(`
    mutation MarkHelped($post: ID!, $helped: Boolean!) {
  result: markHelped(post: $post, helped: $helped) {
    ...QuestionDone
  }
}
    fragment QuestionDone on QuestionResult {
  __typename
  ... on QuestionSaved {
    url
    changed
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<MarkHelpedMutation, MarkHelpedMutationVariables>;
export const CloseQuestionDocument = new TypedDocumentString(`
    mutation CloseQuestion($id: ID!, $reason: String) {
  result: closeQuestion(id: $id, reason: $reason) {
    ...QuestionDone
  }
}
    fragment QuestionDone on QuestionResult {
  __typename
  ... on QuestionSaved {
    url
    changed
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<CloseQuestionMutation, CloseQuestionMutationVariables>;
export const MoveQuestionDocument = new TypedDocumentString(`
    mutation MoveQuestion($id: ID!, $about: String!, $reason: String!) {
  result: moveQuestion(id: $id, about: $about, reason: $reason) {
    ...QuestionDone
  }
}
    fragment QuestionDone on QuestionResult {
  __typename
  ... on QuestionSaved {
    url
    changed
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<MoveQuestionMutation, MoveQuestionMutationVariables>;
export const MergeQuestionDocument = new TypedDocumentString(`
    mutation MergeQuestion($id: ID!, $into: String!, $reason: String!) {
  result: mergeQuestion(id: $id, into: $into, reason: $reason) {
    ...QuestionDone
  }
}
    fragment QuestionDone on QuestionResult {
  __typename
  ... on QuestionSaved {
    url
    changed
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<MergeQuestionMutation, MergeQuestionMutationVariables>;
export const MuteQuestionDocument = new TypedDocumentString(`
    mutation MuteQuestion($id: ID!, $muted: Boolean!) {
  result: muteQuestion(id: $id, muted: $muted) {
    ...QuestionDone
  }
}
    fragment QuestionDone on QuestionResult {
  __typename
  ... on QuestionSaved {
    url
    changed
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<MuteQuestionMutation, MuteQuestionMutationVariables>;
export const AskProfessionalDocument = new TypedDocumentString(`
    mutation AskProfessional($id: ID!, $professional: ID!) {
  result: askProfessional(id: $id, professional: $professional) {
    ...QuestionDone
  }
}
    fragment QuestionDone on QuestionResult {
  __typename
  ... on QuestionSaved {
    url
    changed
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<AskProfessionalMutation, AskProfessionalMutationVariables>;
export const ReportPostDocument = new TypedDocumentString(`
    mutation ReportPost($post: ID!, $reason: String!) {
  result: reportPost(post: $post, reason: $reason) {
    ...QuestionDone
  }
}
    fragment QuestionDone on QuestionResult {
  __typename
  ... on QuestionSaved {
    url
    changed
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<ReportPostMutation, ReportPostMutationVariables>;
export const EditPostDocument = new TypedDocumentString(`
    mutation EditPost($post: ID!, $text: String!, $title: String) {
  result: editPost(post: $post, text: $text, title: $title) {
    ...QuestionDone
  }
}
    fragment QuestionDone on QuestionResult {
  __typename
  ... on QuestionSaved {
    url
    changed
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<EditPostMutation, EditPostMutationVariables>;
export const HidePostDocument = new TypedDocumentString(`
    mutation HidePost($post: ID!, $reason: String!) {
  result: hidePost(post: $post, reason: $reason) {
    ...QuestionDone
  }
}
    fragment QuestionDone on QuestionResult {
  __typename
  ... on QuestionSaved {
    url
    changed
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<HidePostMutation, HidePostMutationVariables>;
export const KeepPostDocument = new TypedDocumentString(`
    mutation KeepPost($post: ID!) {
  result: keepPost(post: $post) {
    ...QuestionDone
  }
}
    fragment QuestionDone on QuestionResult {
  __typename
  ... on QuestionSaved {
    url
    changed
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<KeepPostMutation, KeepPostMutationVariables>;
export const AppealPostDocument = new TypedDocumentString(`
    mutation AppealPost($post: ID!, $text: String!) {
  result: appealPost(post: $post, text: $text) {
    ...QuestionDone
  }
}
    fragment QuestionDone on QuestionResult {
  __typename
  ... on QuestionSaved {
    url
    changed
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<AppealPostMutation, AppealPostMutationVariables>;
export const SettleHiddenDocument = new TypedDocumentString(`
    mutation SettleHidden($post: ID!, $shown: Boolean!, $reason: String!) {
  result: settleHidden(post: $post, shown: $shown, reason: $reason) {
    ...QuestionDone
  }
}
    fragment QuestionDone on QuestionResult {
  __typename
  ... on QuestionSaved {
    url
    changed
  }
  ...FieldFaults
}
fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<SettleHiddenMutation, SettleHiddenMutationVariables>;
export const LessonFromQuestionDocument = new TypedDocumentString(`
    mutation LessonFromQuestion($id: ID!) {
  result: lessonFromQuestion(id: $id) {
    __typename
    ... on QuestionLessonDrafted {
      draft
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<LessonFromQuestionMutation, LessonFromQuestionMutationVariables>;
export const QuestionsDocument = new TypedDocumentString(`
    query Questions($filter: QuestionFilter, $after: String) {
  viewerAsks
  questions(filter: $filter, after: $after) {
    totalCount
    progress {
      value
      count
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...QuestionRowParts
      }
    }
  }
}
    fragment QuestionRowParts on Question {
  url
  title
  language
  author {
    name
    organizations {
      shortName
    }
  }
  about {
    title
  }
  progress
  answerCount
  hidden
  activeAt
}`) as unknown as TypedDocumentString<QuestionsQuery, QuestionsQueryVariables>;
export const AskFormDocument = new TypedDocumentString(`
    query AskForm {
  viewerAsks
}
    `) as unknown as TypedDocumentString<AskFormQuery, AskFormQueryVariables>;
export const AskQuestionDocument = new TypedDocumentString(`
    mutation AskQuestion($title: String!, $text: String!, $about: String!, $audience: Audience!, $language: String!, $key: String) {
  askQuestion(
    title: $title
    text: $text
    about: $about
    audience: $audience
    language: $language
    key: $key
  ) {
    __typename
    ... on QuestionSaved {
      url
      changed
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<AskQuestionMutation, AskQuestionMutationVariables>;
export const QuestionPageDocument = new TypedDocumentString(`
    query QuestionPage($id: ID!, $after: String) {
  viewerAsks
  questionMergedInto(id: $id)
  question(id: $id) {
    id
    url
    title
    language
    audience
    author {
      name
      organizations {
        shortName
      }
    }
    about {
      title
      url
      language
    }
    matrixQuestion
    progress
    closedBecause
    helpedCount
    createdAt
    helpers {
      ...HelperParts
    }
    viewerKeeps
    viewerModerates
    viewerMuted
  }
  questionText(id: $id) {
    ...QuestionPostParts
  }
  questionAnswers(id: $id, first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...QuestionPostParts
      }
    }
  }
}
    fragment QuestionPostParts on QuestionPost {
  id
  text
  author {
    name
    organizations {
      shortName
    }
  }
  createdAt
  editedAt
  citations {
    title
    url
    language
  }
  helped
  helpedByAsker
  fromTitle
  hiddenBecause
  appeal
  appealAnswer
  reports
  viewerWrote
  viewerReported
  viewerHid
}
fragment HelperParts on Helper {
  name
  url
  organizations {
    shortName
  }
  reasons {
    kind
    value
  }
}`) as unknown as TypedDocumentString<QuestionPageQuery, QuestionPageQueryVariables>;
export const CitePageDocument = new TypedDocumentString(`
    query CitePage($text: String!) {
  quotation(text: $text) {
    complete
    places {
      kind
      title
      recordUrl
      path
      text
      stands
      url
      asAt
      certainty
      note
      citations {
        place
        url
        source {
          title
          symbol
        }
      }
      versions {
        number
        url
        hash
        createdAt
        live
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CitePageQuery, CitePageQueryVariables>;
export const RecommendationsDocument = new TypedDocumentString(`
    query Recommendations($filter: RecommendationFilter, $orderBy: ListOrder, $after: String, $since: String) {
  recommendations(
    filter: $filter
    orderBy: $orderBy
    first: 100
    after: $after
    since: $since
  ) {
    totalCount
    facets {
      field
      values {
        value
        label
        count
      }
    }
    ignored {
      field
      value
    }
    edges {
      node {
        title
        url
        recommendationKind
        verb
        addressee {
          text
        }
        deadlineDate
        place
      }
    }
  }
  all: recommendations(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<RecommendationsQuery, RecommendationsQueryVariables>;
export const RecommendationDocument = new TypedDocumentString(`
    query Recommendation($number: Int, $slug: String) {
  recommendation(number: $number, slug: $slug) {
    asked {
      ...AskedParts
    }
    title
    url
    slug
    version
    hash
    updatedAt
    label
    number
    recommendationKind
    verb
    place
    action
    impactLetter
    text {
      ...StatementParts
    }
    addressee {
      ...StatementParts
    }
    deadline {
      ...StatementParts
    }
    impact {
      ...StatementParts
    }
    correction {
      ...StatementParts
    }
    actions {
      kind
      printed
      note
      organizationName
    }
    organizations {
      url
      title
      shortName
    }
    projects {
      url
      title
      language
      stage
    }
    standards {
      url
      title
    }
    lessons {
      url
      title
      language
      lessonKind
    }
  }
  organizations(filter: {kind: [PARTICIPATING]}, first: 100) {
    edges {
      node {
        url
        shortName
        name
      }
    }
  }
  others: recommendations(filter: {kind: [FORMAL]}) {
    edges {
      node {
        url
        title
      }
    }
  }
}
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}
fragment AskedParts on RecordQuestions {
  totalCount
  nodes {
    url
    title
    language
    progress
    answerCount
  }
}`) as unknown as TypedDocumentString<RecommendationQuery, RecommendationQueryVariables>;
export const FundingDocument = new TypedDocumentString(`
    query Funding($after: String) {
  references(filter: {topic: [FUNDING]}, first: 100, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...ReferenceParts
      }
    }
  }
  lessons(filter: {theme: [FUNDING_AND_COSTS]}, first: 10) {
    totalCount
    edges {
      node {
        url
        title
        language
        summaryText
        lessonKind
      }
    }
  }
}
    fragment ReferenceParts on Reference {
  slug
  url
  title
  topic
  address
  edition
  note
  text {
    text
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  organizations {
    url
    shortName
  }
  projects {
    url
    title
    language
  }
  partOf {
    slug
  }
  levels {
    slug
    title
  }
}
fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}`) as unknown as TypedDocumentString<FundingQuery, FundingQueryVariables>;
export const GovernanceDocument = new TypedDocumentString(`
    query Governance($after: String) {
  references(
    filter: {topic: [GOVERNANCE_SECTION, GOVERNANCE_ELEMENT, GOVERNANCE_TYPE, INTEROPERABILITY_LEVEL, GUIDANCE_PROPOSAL, THEORETICAL_BENEFIT]}
    first: 100
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...ReferenceParts
      }
    }
  }
}
    fragment ReferenceParts on Reference {
  slug
  url
  title
  topic
  address
  edition
  note
  text {
    text
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  organizations {
    url
    shortName
  }
  projects {
    url
    title
    language
  }
  partOf {
    slug
  }
  levels {
    slug
    title
  }
}
fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}`) as unknown as TypedDocumentString<GovernanceQuery, GovernanceQueryVariables>;
export const LearningDocument = new TypedDocumentString(`
    query Learning($after: String) {
  viewerSuggests
  learningPaths {
    slug
    title
    url
  }
  suggestedResources {
    id
    title
    about
    address
    levels
    language
    minutes
    cost
    suggestedBy
    addressCheck {
      ...LinkCheckParts
    }
  }
  references(
    filter: {topic: [LEARNING_LEVEL, LEARNING_RESOURCE, OUTSIDE_EXAMPLE, PLATFORM]}
    first: 100
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...ReferenceParts
        inLanguages
        minutes
        cost
        addressCheck {
          ...LinkCheckParts
        }
      }
    }
  }
}
    fragment ReferenceParts on Reference {
  slug
  url
  title
  topic
  address
  edition
  note
  text {
    text
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  organizations {
    url
    shortName
  }
  projects {
    url
    title
    language
  }
  partOf {
    slug
  }
  levels {
    slug
    title
  }
}
fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment LinkCheckParts on LinkCheck {
  state
  checkedOn
  movedTo
  repository
  licence
  changedOn
  archived
}`) as unknown as TypedDocumentString<LearningQuery, LearningQueryVariables>;
export const LegalDocument = new TypedDocumentString(`
    query Legal($after: String) {
  references(
    filter: {topic: [LEGAL_DOCUMENT, LAW, LEGAL_ISSUE]}
    first: 100
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...ReferenceParts
      }
    }
  }
}
    fragment ReferenceParts on Reference {
  slug
  url
  title
  topic
  address
  edition
  note
  text {
    text
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  organizations {
    url
    shortName
  }
  projects {
    url
    title
    language
  }
  partOf {
    slug
  }
  levels {
    slug
    title
  }
}
fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}`) as unknown as TypedDocumentString<LegalQuery, LegalQueryVariables>;
export const PrinciplesDocument = new TypedDocumentString(`
    query Principles($after: String) {
  references(filter: {topic: [PRINCIPLE]}, first: 100, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...ReferenceParts
      }
    }
  }
}
    fragment ReferenceParts on Reference {
  slug
  url
  title
  topic
  address
  edition
  note
  text {
    text
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  organizations {
    url
    shortName
  }
  projects {
    url
    title
    language
  }
  partOf {
    slug
  }
  levels {
    slug
    title
  }
}
fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}`) as unknown as TypedDocumentString<PrinciplesQuery, PrinciplesQueryVariables>;
export const ReferenceDocument = new TypedDocumentString(`
    query Reference($slug: String!) {
  reference(slug: $slug) {
    slug
    url
    title
    symbol
    topic
    address
    edition
    note
    inLanguages
    minutes
    cost
    addressCheck {
      ...LinkCheckParts
    }
    asked {
      ...AskedParts
    }
    text {
      ...StatementParts
    }
    country {
      name
    }
    partOf {
      url
      title
    }
    parts {
      url
      title
      summaryText
    }
    levels {
      url
      title
    }
    organizations {
      url
      title
    }
    projects {
      url
      title
      language
      stage
    }
  }
}
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}
fragment AskedParts on RecordQuestions {
  totalCount
  nodes {
    url
    title
    language
    progress
    answerCount
  }
}
fragment LinkCheckParts on LinkCheck {
  state
  checkedOn
  movedTo
  repository
  licence
  changedOn
  archived
}`) as unknown as TypedDocumentString<ReferenceQuery, ReferenceQueryVariables>;
export const RisksDocument = new TypedDocumentString(`
    query Risks($filter: RiskFilter, $orderBy: ListOrder, $after: String, $since: String) {
  risks(
    filter: $filter
    orderBy: $orderBy
    first: 100
    after: $after
    since: $since
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    facets {
      field
      values {
        value
        label
        count
      }
    }
    ignored {
      field
      value
    }
    edges {
      node {
        title
        url
        riskKind
        organizations {
          shortName
        }
        mitigations {
          url
          title
          pairedBy
        }
      }
    }
  }
  all: risks(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<RisksQuery, RisksQueryVariables>;
export const MitigationDocument = new TypedDocumentString(`
    query Mitigation($slug: String!) {
  mitigation(slug: $slug) {
    asked {
      ...AskedParts
    }
    title
    url
    slug
    version
    hash
    updatedAt
    pairedBy
    text {
      ...StatementParts
    }
    organizations {
      url
      shortName
    }
    projects {
      url
      title
      language
      stage
    }
    risks {
      url
      title
      summaryText
      riskKind
    }
    connections(kinds: [LESSON], first: 100) {
      relation
      record {
        kind
        url
        title
        language
      }
    }
  }
}
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}
fragment AskedParts on RecordQuestions {
  totalCount
  nodes {
    url
    title
    language
    progress
    answerCount
  }
}`) as unknown as TypedDocumentString<MitigationQuery, MitigationQueryVariables>;
export const MitigationsDocument = new TypedDocumentString(`
    query Mitigations($filter: MitigationFilter, $orderBy: ListOrder, $after: String, $since: String) {
  mitigations(
    filter: $filter
    orderBy: $orderBy
    first: 100
    after: $after
    since: $since
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    facets {
      field
      values {
        value
        label
        count
      }
    }
    ignored {
      field
      value
    }
    edges {
      node {
        title
        url
        pairedBy
        organizations {
          shortName
        }
        risks {
          url
          title
        }
      }
    }
  }
  library {
    kinds {
      kind
      count
    }
  }
}
    `) as unknown as TypedDocumentString<MitigationsQuery, MitigationsQueryVariables>;
export const RiskDocument = new TypedDocumentString(`
    query Risk($slug: String!) {
  risk(slug: $slug) {
    title
    url
    slug
    version
    hash
    updatedAt
    helpers {
      ...HelperParts
    }
    asked {
      ...AskedParts
    }
    riskKind
    text {
      ...StatementParts
    }
    organizations {
      url
      shortName
    }
    projects {
      url
      title
      language
      stage
    }
    lessons {
      url
      title
      language
      lessonKind
      otherViews {
        ...StatementParts
      }
    }
    mitigations {
      url
      title
      summaryText
      pairedBy
    }
  }
}
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}
fragment HelperParts on Helper {
  name
  url
  organizations {
    shortName
  }
  reasons {
    kind
    value
  }
}
fragment AskedParts on RecordQuestions {
  totalCount
  nodes {
    url
    title
    language
    progress
    answerCount
  }
}`) as unknown as TypedDocumentString<RiskQuery, RiskQueryVariables>;
export const ScreeningPageDocument = new TypedDocumentString(`
    query ScreeningPage($states: [ScreeningState!], $skip: Int!) {
  screening {
    lists {
      id
      name
      listedOn
      hash
      entries
      names
      synthetic
      current
      loadedAt
      loadedBy
      withdrawnAt
      withdrawnBy
      withdrawnReason
      run {
        askedAt
        finishedAt
        total
        done
        found
        by
      }
    }
    counts {
      state
      count
    }
    candidates(states: $states, first: 50, skip: $skip) {
      ...CandidateParts
    }
  }
}
    fragment CandidateParts on ScreeningCandidate {
  id
  vendorName
  listedName
  entryKey
  score
  listName
  listedOn
  state
  current
  vendor {
    title
    url
  }
  decisions {
    answer
    name
    decidedAt
  }
}`) as unknown as TypedDocumentString<ScreeningPageQuery, ScreeningPageQueryVariables>;
export const LoadScreeningListDocument = new TypedDocumentString(`
    mutation LoadScreeningList($file: String!, $name: String, $shorter: Boolean) {
  loadScreeningList(file: $file, name: $name, shorter: $shorter) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<LoadScreeningListMutation, LoadScreeningListMutationVariables>;
export const WithdrawScreeningListDocument = new TypedDocumentString(`
    mutation WithdrawScreeningList($list: ID!, $reason: String!) {
  withdrawScreeningList(list: $list, reason: $reason) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<WithdrawScreeningListMutation, WithdrawScreeningListMutationVariables>;
export const ScreenVendorsDocument = new TypedDocumentString(`
    mutation ScreenVendors($list: ID!) {
  screenVendors(list: $list) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<ScreenVendorsMutation, ScreenVendorsMutationVariables>;
export const ScreeningCandidatePageDocument = new TypedDocumentString(`
    query ScreeningCandidatePage($id: ID!) {
  screeningCandidate(id: $id) {
    id
    vendorName
    listedName
    listedNames
    entryKey
    entryKind
    programme
    score
    listName
    listedOn
    synthetic
    checkedAt
    current
    shown
    state
    vendor {
      title
      url
    }
    words {
      vendorWord
      listedWord
      why
      alike
    }
    decisions {
      id
      answer
      reason
      name
      decidedAs
      decidedAt
      holds
    }
  }
}
    `) as unknown as TypedDocumentString<ScreeningCandidatePageQuery, ScreeningCandidatePageQueryVariables>;
export const DecideScreeningDocument = new TypedDocumentString(`
    mutation DecideScreening($candidate: ID!, $last: ID, $answer: ScreeningAnswer!, $reason: String!) {
  decideScreening(
    candidate: $candidate
    last: $last
    answer: $answer
    reason: $reason
  ) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<DecideScreeningMutation, DecideScreeningMutationVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($query: String!, $kinds: [Kind!], $filter: SearchFilter, $foreign: Boolean, $after: String) {
  search(
    query: $query
    kinds: $kinds
    filter: $filter
    foreign: $foreign
    after: $after
  ) {
    totalCount
    totalIsExact
    questions {
      totalCount
      edges {
        node {
          url
          title
          language
          author {
            name
            organizations {
              shortName
            }
          }
          progress
          answerCount
          hidden
          activeAt
        }
      }
    }
    asTypedCount
    degraded
    ignoredTerms
    suggestion
    uptakePlaces {
      report
      symbol
      first
      recommendation
      title
      organization
      name
      overdue
    }
    ignored {
      field
      value
    }
    kinds {
      kind
      count
    }
    facets {
      field
      values {
        value
        label
        count
      }
    }
    close {
      kind
      language
      url
      owners
      countries
      stage
      theme
      titleParts {
        text
        marked
      }
      snippetParts {
        text
        marked
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        kind
        language
        url
        near
        owners
        countries
        stage
        theme
        titleParts {
          text
          marked
        }
        snippetParts {
          text
          marked
        }
        matches {
          field
          word
          how
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SuggestDocument = new TypedDocumentString(`
    query Suggest($query: String!, $first: Int!) {
  search(query: $query, first: $first) {
    edges {
      node {
        kind
        title
        language
        url
        snippet: snippetParts {
          text
          marked
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestQuery, SuggestQueryVariables>;
export const SitemapDocument = new TypedDocumentString(`
    query Sitemap($skip: Int!) {
  library {
    kinds {
      count
    }
    addresses(skip: $skip) {
      url
      updatedAt
    }
  }
}
    `) as unknown as TypedDocumentString<SitemapQuery, SitemapQueryVariables>;
export const AddToShortlistDocument = new TypedDocumentString(`
    query AddToShortlist($addresses: [String!]!) {
  recordsAt(addresses: $addresses) {
    kind
    title
    url
  }
  shortlists {
    id
    name
    organizationName
    viewerCanWrite
  }
}
    `) as unknown as TypedDocumentString<AddToShortlistQuery, AddToShortlistQueryVariables>;
export const PutOnShortlistDocument = new TypedDocumentString(`
    mutation PutOnShortlist($id: ID!, $records: [String!]!, $note: String) {
  putOnShortlist(id: $id, records: $records, note: $note) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<PutOnShortlistMutation, PutOnShortlistMutationVariables>;
export const CreateShortlistWithDocument = new TypedDocumentString(`
    mutation CreateShortlistWith($name: String!, $records: [String!], $key: String!) {
  createShortlist(name: $name, records: $records, key: $key) {
    __typename
    ... on ShortlistSaved {
      shortlist {
        url
      }
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<CreateShortlistWithMutation, CreateShortlistWithMutationVariables>;
export const AskVendorsFormDocument = new TypedDocumentString(`
    query AskVendorsForm($id: ID!, $link: String) {
  viewerAsksVendorsFor {
    slug
    shortName
  }
  shortlist(id: $id, link: $link) {
    url
    name
    items {
      record {
        kind
        slug
        title
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AskVendorsFormQuery, AskVendorsFormQueryVariables>;
export const AskVendorsDocument = new TypedDocumentString(`
    mutation AskVendors($organization: String!, $vendors: [String!]!, $subject: String!, $text: String!, $answerBy: String!, $key: String!) {
  askVendors(
    organization: $organization
    vendors: $vendors
    subject: $subject
    text: $text
    answerBy: $answerBy
    key: $key
  ) {
    __typename
    ... on VendorsAsked {
      request {
        url
      }
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<AskVendorsMutation, AskVendorsMutationVariables>;
export const ChangeShortlistDocument = new TypedDocumentString(`
    mutation ChangeShortlist($id: ID!, $edits: Int!, $name: String!, $purpose: String!, $sharing: ShortlistSharing!, $organization: String) {
  changeShortlist(
    id: $id
    edits: $edits
    name: $name
    purpose: $purpose
    sharing: $sharing
    organization: $organization
  ) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<ChangeShortlistMutation, ChangeShortlistMutationVariables>;
export const NoteOnShortlistDocument = new TypedDocumentString(`
    mutation NoteOnShortlist($id: ID!, $edits: Int!, $record: String!, $note: String!) {
  noteOnShortlist(id: $id, edits: $edits, record: $record, note: $note) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<NoteOnShortlistMutation, NoteOnShortlistMutationVariables>;
export const TakeOffShortlistDocument = new TypedDocumentString(`
    mutation TakeOffShortlist($id: ID!, $edits: Int!, $record: String!) {
  takeOffShortlist(id: $id, edits: $edits, record: $record) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<TakeOffShortlistMutation, TakeOffShortlistMutationVariables>;
export const DeleteShortlistDocument = new TypedDocumentString(`
    mutation DeleteShortlist($id: ID!, $edits: Int!) {
  deleteShortlist(id: $id, edits: $edits) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<DeleteShortlistMutation, DeleteShortlistMutationVariables>;
export const CreateShortlistDocument = new TypedDocumentString(`
    mutation CreateShortlist($name: String!, $purpose: String, $records: [String!], $key: String!) {
  createShortlist(name: $name, purpose: $purpose, records: $records, key: $key) {
    __typename
    ... on ShortlistSaved {
      shortlist {
        url
      }
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<CreateShortlistMutation, CreateShortlistMutationVariables>;
export const ShortlistPageDocument = new TypedDocumentString(`
    query ShortlistPage($id: ID!, $link: String) {
  me {
    memberships {
      organizationSlug
      organizationName
    }
  }
  viewerAsksVendorsFor {
    slug
  }
  shortlist(id: $id, link: $link) {
    id
    url
    name
    purpose
    sharing
    organizationSlug
    organizationName
    owner
    link
    edits
    count
    viewerCanWrite
    viewerCanManage
    items {
      note
      addedBy
      addedAt
      record {
        kind
        title
        url
        summaryText
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ShortlistPageQuery, ShortlistPageQueryVariables>;
export const ShortlistsDocument = new TypedDocumentString(`
    query Shortlists {
  shortlists {
    id
    url
    name
    purpose
    sharing
    organizationName
    owner
    count
    updatedAt
    viewerCanWrite
  }
}
    `) as unknown as TypedDocumentString<ShortlistsQuery, ShortlistsQueryVariables>;
export const SiteViewerDocument = new TypedDocumentString(`
    query SiteViewer {
  me {
    id
    name
    demo
    canContribute
    canReview
    canAdminister
    rolesWithheld
    memberships {
      role
    }
  }
}
    `) as unknown as TypedDocumentString<SiteViewerQuery, SiteViewerQueryVariables>;
export const SoughtPageDocument = new TypedDocumentString(`
    query SoughtPage {
  sought {
    days
    least
    wordsDays
    searches
    nothing
    words {
      words
      days
      lastOn
    }
    read {
      reads
      record {
        title
        url
        language
        kind
      }
    }
    reused {
      total
      cites
      answers
      lists
      record {
        title
        url
        language
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SoughtPageQuery, SoughtPageQueryVariables>;
export const SourcesDocument = new TypedDocumentString(`
    query Sources($orderBy: ListOrder, $after: String, $since: String) {
  sources(first: 50, orderBy: $orderBy, after: $after, since: $since) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        url
        title
        symbol
        author
        date
        citedPlaces {
          count
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SourcesQuery, SourcesQueryVariables>;
export const SourcePageDocument = new TypedDocumentString(`
    query SourcePage($slug: String!, $paragraph: Int, $number: Int!, $place: String, $withResting: Boolean!) {
  source(slug: $slug) {
    url
    title
    symbol
    author
    date
    address
    about
    isReport
    asked {
      ...AskedParts
    }
    statements {
      ...StatementParts
    }
    slips {
      where
      says
      holds
    }
    uncertainties
    citedPlaces {
      place
      paragraph
      count
    }
    paragraph(number: $number) {
      number
      text
    }
    citedBy(paragraph: $paragraph, place: $place) @include(if: $withResting) {
      field
      statement
      place
      asAt
      certainty
      record {
        kind
        title
        language
        url
      }
    }
  }
}
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}
fragment AskedParts on RecordQuestions {
  totalCount
  nodes {
    url
    title
    language
    progress
    answerCount
  }
}`) as unknown as TypedDocumentString<SourcePageQuery, SourcePageQueryVariables>;
export const StandardsDocument = new TypedDocumentString(`
    query Standards($filter: StandardFilter, $orderBy: ListOrder, $after: String, $since: String) {
  standards(filter: $filter, orderBy: $orderBy, after: $after, since: $since) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    facets {
      field
      values {
        value
        label
        count
      }
    }
    ignored {
      field
      value
    }
    edges {
      node {
        title
        url
        summaryText
        body
        status
        published
        inReport
        name {
          certainty
        }
      }
    }
  }
  all: standards(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<StandardsQuery, StandardsQueryVariables>;
export const StandardDocument = new TypedDocumentString(`
    query Standard($slug: String!) {
  standard(slug: $slug) {
    asked {
      ...AskedParts
    }
    title
    url
    number
    name {
      ...StatementParts
    }
    body
    committee
    documentKind
    published
    status
    statusBasis {
      ...StatementParts
    }
    inReport
    address
    summary {
      ...StatementParts
    }
    themes
    uses
    questions
    replaces {
      url
      title
    }
    replacedBy {
      url
      title
    }
    cameFrom {
      url
      title
    }
    became {
      url
      title
    }
    projects {
      url
      title
      language
      stage
    }
    lessons {
      url
      title
      language
      lessonKind
    }
    recommendations {
      url
      title
    }
  }
  matrix {
    layers {
      number
      title
    }
    questions {
      id
      text
    }
    considerations {
      id
      title
    }
  }
}
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}
fragment AskedParts on RecordQuestions {
  totalCount
  nodes {
    url
    title
    language
    progress
    answerCount
  }
}`) as unknown as TypedDocumentString<StandardQuery, StandardQueryVariables>;
export const SearchTermFormDocument = new TypedDocumentString(`
    query SearchTermForm {
  viewerCanChangeTerms
  searchTerms {
    id
    same
    source
    state
    narrower
    words {
      language
      words
    }
  }
}
    `) as unknown as TypedDocumentString<SearchTermFormQuery, SearchTermFormQueryVariables>;
export const SaveSearchTermDocument = new TypedDocumentString(`
    mutation SaveSearchTerm($input: SearchTermInput!) {
  saveSearchTerm(input: $input) {
    __typename
    ... on SearchTerm {
      id
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<SaveSearchTermMutation, SaveSearchTermMutationVariables>;
export const DropSearchTermDocument = new TypedDocumentString(`
    mutation DropSearchTerm($id: String!, $restore: Boolean!) {
  dropSearchTerm(id: $id, restore: $restore) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<DropSearchTermMutation, DropSearchTermMutationVariables>;
export const SearchTermsDocument = new TypedDocumentString(`
    query SearchTerms {
  viewerCanChangeTerms
  searchTerms {
    id
    same
    source
    state
    narrower
    words {
      language
      words
    }
  }
}
    `) as unknown as TypedDocumentString<SearchTermsQuery, SearchTermsQueryVariables>;
export const TokensPageDocument = new TypedDocumentString(`
    query TokensPage {
  me {
    apiTokens {
      ...ApiTokenParts
    }
    memberships {
      organizationSlug
      organizationName
    }
  }
}
    fragment ApiTokenParts on ApiToken {
  id
  name
  scope
  organization
  createdAt
  expiresAt
  expired
  lastUsedAt
  requests
}`) as unknown as TypedDocumentString<TokensPageQuery, TokensPageQueryVariables>;
export const MakeApiTokenDocument = new TypedDocumentString(`
    mutation MakeApiToken($name: String!, $scope: ApiTokenScope!, $organization: String, $days: Int!) {
  makeApiToken(
    name: $name
    scope: $scope
    organization: $organization
    days: $days
  ) {
    __typename
    ... on ApiTokenMade {
      token
      apiToken {
        name
        expiresAt
      }
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<MakeApiTokenMutation, MakeApiTokenMutationVariables>;
export const RevokeApiTokenDocument = new TypedDocumentString(`
    mutation RevokeApiToken($id: ID!) {
  revokeApiToken(id: $id) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<RevokeApiTokenMutation, RevokeApiTokenMutationVariables>;
export const UptakeActivitiesDocument = new TypedDocumentString(`
    query UptakeActivities($report: String, $recommendation: String, $organization: String) {
  uptakeReports {
    ...ReportParts
  }
  uptakeActivities(
    report: $report
    recommendation: $recommendation
    organization: $organization
  ) {
    ...ActivityParts
  }
}
    fragment ReportParts on UptakeReport {
  key
  title
  symbol
  date
  url
  fromDocuments
  demo
}
fragment ActivityParts on UptakeActivity {
  id
  versionId
  url
  organizationSlug
  organizationName
  title
  lead
  startsOn
  endsOn
  indicator
  confirmedOn
  demo
  actions {
    actionId
    report
    symbol
    recommendationNumber
    recommendationSlug
    title
  }
}`) as unknown as TypedDocumentString<UptakeActivitiesQuery, UptakeActivitiesQueryVariables>;
export const SaveUptakeActivityDocument = new TypedDocumentString(`
    mutation SaveUptakeActivity($activity: ID, $basedOn: ID, $organization: String!, $input: UptakeActivityInput!, $key: String!) {
  saveUptakeActivity(
    activity: $activity
    basedOn: $basedOn
    organization: $organization
    input: $input
    idempotencyKey: $key
  ) {
    __typename
    ... on UptakeActivitySaved {
      activity {
        id
      }
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<SaveUptakeActivityMutation, SaveUptakeActivityMutationVariables>;
export const ActionsOfDocument = new TypedDocumentString(`
    query ActionsOf($organization: String!) {
  organization(slug: $organization) {
    shortName
    title
  }
  uptakeActionsOf(organization: $organization) {
    id
    recommendationNumber
    recommendationSlug
    recommendationTitle
    reportSymbol
    viewerCanReport
  }
}
    `) as unknown as TypedDocumentString<ActionsOfQuery, ActionsOfQueryVariables>;
export const UptakeActivityPageDocument = new TypedDocumentString(`
    query UptakeActivityPage($id: ID!) {
  uptakeActivity(id: $id) {
    ...ActivityParts
    result
    audience
    withdrawn
    evidence {
      label
      address
      file
    }
    viewerCanChange
    viewerCanConfirm
    versions {
      versionId
      title
      enteredOn
      enteredByName
      enteredAs
      confirmedOn
      confirmedByName
      withdrawn
    }
  }
}
    fragment ActivityParts on UptakeActivity {
  id
  versionId
  url
  organizationSlug
  organizationName
  title
  lead
  startsOn
  endsOn
  indicator
  confirmedOn
  demo
  actions {
    actionId
    report
    symbol
    recommendationNumber
    recommendationSlug
    title
  }
}`) as unknown as TypedDocumentString<UptakeActivityPageQuery, UptakeActivityPageQueryVariables>;
export const ConfirmUptakeActivityDocument = new TypedDocumentString(`
    mutation ConfirmUptakeActivity($version: ID!) {
  confirmUptakeActivity(version: $version) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<ConfirmUptakeActivityMutation, ConfirmUptakeActivityMutationVariables>;
export const UptakeByDocument = new TypedDocumentString(`
    query UptakeBy($by: UptakeDimension!, $report: String, $allReports: Boolean, $at: String, $asKnownOn: String, $includeDemo: Boolean, $confirmedOnly: Boolean, $includeDocuments: Boolean, $organization: String, $slug: String!, $one: Boolean!) {
  uptakeReports {
    ...ReportParts
  }
  organization(slug: $slug) @include(if: $one) {
    shortName
  }
  uptakeBy(
    by: $by
    organization: $organization
    report: $report
    allReports: $allReports
    at: $at
    asKnownOn: $asKnownOn
    includeDemo: $includeDemo
    confirmedOnly: $confirmedOnly
    includeDocuments: $includeDocuments
  ) {
    at
    rows {
      key
      label
      slug
      at
      demo
      counts {
        ...CountsParts
      }
    }
    total {
      ...CountsParts
    }
  }
}
    fragment CountsParts on UptakeCounts {
  addressed
  noInformation
  underConsideration
  notAccepted
  notRelevant
  accepted
  notStarted
  inProgress
  implemented
  overdue
  longOutstanding
  unconfirmed
  fromDocument
  judged
  agreed
  priority
  agreementRate {
    numerator
    denominator
    percent
  }
  acceptanceRate {
    numerator
    denominator
    percent
  }
  implementationRate {
    numerator
    denominator
    percent
  }
}
fragment ReportParts on UptakeReport {
  key
  title
  symbol
  date
  url
  fromDocuments
  demo
}`) as unknown as TypedDocumentString<UptakeByQuery, UptakeByQueryVariables>;
export const CampaignChangeDocument = new TypedDocumentString(`
    query CampaignChange($id: ID!) {
  campaign(id: $id) {
    id
    title
    opensOn
    closesOn
    mailsLeave
    closedAt
    viewerIsKeeper
    reminderNow {
      mail {
        subject
        text
      }
      receivers {
        organizationName
        addresses
      }
      today
      nobody
    }
    answers {
      organizationSlug
      organizationName
      contact
      secondContact
    }
    askable {
      slug
      shortName
      actions
    }
  }
  uptakeContactBooks {
    organizationSlug
    first
    second
  }
}
    `) as unknown as TypedDocumentString<CampaignChangeQuery, CampaignChangeQueryVariables>;
export const RemindNowDocument = new TypedDocumentString(`
    mutation RemindNow($id: ID!) {
  remindNow(id: $id) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<RemindNowMutation, RemindNowMutationVariables>;
export const ExtendCampaignDocument = new TypedDocumentString(`
    mutation ExtendCampaign($id: ID!, $closesOn: String!) {
  extendCampaign(id: $id, closesOn: $closesOn) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<ExtendCampaignMutation, ExtendCampaignMutationVariables>;
export const AddToCampaignDocument = new TypedDocumentString(`
    mutation AddToCampaign($id: ID!, $organizations: [CampaignOrganizationInput!]!) {
  addToCampaign(id: $id, organizations: $organizations) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<AddToCampaignMutation, AddToCampaignMutationVariables>;
export const CorrectCampaignContactDocument = new TypedDocumentString(`
    mutation CorrectCampaignContact($id: ID!, $contact: CampaignOrganizationInput!) {
  correctCampaignContact(id: $id, contact: $contact) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<CorrectCampaignContactMutation, CorrectCampaignContactMutationVariables>;
export const ContactBooksDocument = new TypedDocumentString(`
    query ContactBooks {
  uptakeContactBooks {
    organizationSlug
    organizationName
    first
    second
    contacts {
      id
      address
      unit
      deputy
    }
  }
}
    `) as unknown as TypedDocumentString<ContactBooksQuery, ContactBooksQueryVariables>;
export const KeepUptakeContactDocument = new TypedDocumentString(`
    mutation KeepUptakeContact($organization: String!, $address: String!, $unit: String, $deputy: Boolean, $instead: ID) {
  keepUptakeContact(
    organization: $organization
    address: $address
    unit: $unit
    deputy: $deputy
    instead: $instead
  ) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<KeepUptakeContactMutation, KeepUptakeContactMutationVariables>;
export const DropUptakeContactDocument = new TypedDocumentString(`
    mutation DropUptakeContact($id: ID!) {
  dropUptakeContact(id: $id)
}
    `) as unknown as TypedDocumentString<DropUptakeContactMutation, DropUptakeContactMutationVariables>;
export const CampaignsDocument = new TypedDocumentString(`
    query Campaigns {
  me {
    name
  }
  viewerCanOpenCampaign
  campaigns {
    id
    title
    state
    closesOn
    demo
    answers {
      state
    }
  }
}
    `) as unknown as TypedDocumentString<CampaignsQuery, CampaignsQueryVariables>;
export const CampaignFormDocument = new TypedDocumentString(`
    query CampaignForm($report: String) {
  viewerCanOpenCampaign
  uptakeReports {
    ...ReportParts
  }
  uptakeMatrix(report: $report, includeDemo: false) {
    report {
      key
    }
    columns {
      slug
      shortName
      name
      counts {
        addressed
      }
    }
  }
  uptakeContactBooks {
    organizationSlug
    first
    second
  }
}
    fragment ReportParts on UptakeReport {
  key
  title
  symbol
  date
  url
  fromDocuments
  demo
}`) as unknown as TypedDocumentString<CampaignFormQuery, CampaignFormQueryVariables>;
export const PreviewCampaignDocument = new TypedDocumentString(`
    query PreviewCampaign($report: String, $input: CampaignInput!) {
  campaignPreview(report: $report, input: $input) {
    __typename
    ... on CampaignPreview {
      receivers {
        organizationName
        first
        second
        mails {
          kind
          days
          subject
          text
        }
      }
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<PreviewCampaignQuery, PreviewCampaignQueryVariables>;
export const OpenCampaignDocument = new TypedDocumentString(`
    mutation OpenCampaign($report: String, $input: CampaignInput!, $key: String!) {
  openCampaign(report: $report, input: $input, idempotencyKey: $key) {
    __typename
    ... on Campaign {
      id
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<OpenCampaignMutation, OpenCampaignMutationVariables>;
export const CampaignPageDocument = new TypedDocumentString(`
    query CampaignPage($id: ID!) {
  campaign(id: $id) {
    id
    title
    message
    opensOn
    closesOn
    firstClosesOn
    closedAt
    mailsLeave
    state
    reminderDays
    escalationDays
    demo
    viewerCanClose
    viewerIsKeeper
    report {
      ...ReportParts
    }
    answers {
      organizationSlug
      organizationName
      answered
      confirmed
      addressed
      state
      lastAnswer
      contact
      secondContact
      viewerCanReport
    }
    notices {
      kind
      days
      recipient
      queuedAt
      organizationName
      mails
      sent
      failed
    }
  }
}
    fragment ReportParts on UptakeReport {
  key
  title
  symbol
  date
  url
  fromDocuments
  demo
}`) as unknown as TypedDocumentString<CampaignPageQuery, CampaignPageQueryVariables>;
export const CloseCampaignDocument = new TypedDocumentString(`
    mutation CloseCampaign($id: ID!) {
  closeCampaign(id: $id) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<CloseCampaignMutation, CloseCampaignMutationVariables>;
export const ReportUptakeDocument = new TypedDocumentString(`
    mutation ReportUptake($report: String, $recommendation: String!, $organization: String!, $input: UptakeInput!, $basedOn: String, $key: String!) {
  reportUptake(
    report: $report
    recommendation: $recommendation
    organization: $organization
    input: $input
    basedOn: $basedOn
    idempotencyKey: $key
  ) {
    __typename
    ... on UptakeReported {
      entry {
        id
      }
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<ReportUptakeMutation, ReportUptakeMutationVariables>;
export const ConfirmUptakeDocument = new TypedDocumentString(`
    mutation ConfirmUptake($entry: ID!) {
  confirmUptake(entry: $entry) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<ConfirmUptakeMutation, ConfirmUptakeMutationVariables>;
export const PublishUptakeDocument = new TypedDocumentString(`
    mutation PublishUptake($entries: [ID!]!, $days: Int) {
  publishUptake(entries: $entries, days: $days) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<PublishUptakeMutation, PublishUptakeMutationVariables>;
export const WithdrawUptakeDocument = new TypedDocumentString(`
    mutation WithdrawUptake($entry: ID!, $reason: String!) {
  withdrawUptake(entry: $entry, reason: $reason) {
    __typename
    ... on UptakeReported {
      entry {
        withdrawn
      }
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<WithdrawUptakeMutation, WithdrawUptakeMutationVariables>;
export const AnswerWithdrawalDocument = new TypedDocumentString(`
    mutation AnswerWithdrawal($entry: ID!, $agree: Boolean!, $reason: String) {
  answerWithdrawal(entry: $entry, agree: $agree, reason: $reason) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<AnswerWithdrawalMutation, AnswerWithdrawalMutationVariables>;
export const JudgeUptakeDocument = new TypedDocumentString(`
    mutation JudgeUptake($report: String, $recommendation: String!, $organization: String!, $entry: String!, $judgement: UptakeJudgementKind!, $priority: Boolean, $reason: String!, $voice: UptakeVoice, $reference: String, $effectiveDate: String, $basedOn: String, $key: String!) {
  judgeUptake(
    report: $report
    recommendation: $recommendation
    organization: $organization
    entry: $entry
    judgement: $judgement
    priority: $priority
    reason: $reason
    voice: $voice
    reference: $reference
    effectiveDate: $effectiveDate
    basedOn: $basedOn
    idempotencyKey: $key
  ) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<JudgeUptakeMutation, JudgeUptakeMutationVariables>;
export const CommentOnCellDocument = new TypedDocumentString(`
    mutation CommentOnCell($report: String, $recommendation: String!, $organization: String!, $text: String!, $audience: Audience, $key: String!) {
  commentOnCell(
    report: $report
    recommendation: $recommendation
    organization: $organization
    text: $text
    audience: $audience
    idempotencyKey: $key
  ) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<CommentOnCellMutation, CommentOnCellMutationVariables>;
export const UptakeCellPageDocument = new TypedDocumentString(`
    query UptakeCellPage($report: String, $recommendation: String!, $number: Int, $slug: String, $organization: String!, $at: String, $asKnownOn: String, $includeDemo: Boolean, $includeDocuments: Boolean) {
  uptakeReports {
    ...ReportParts
  }
  uptakeCell(
    report: $report
    recommendation: $recommendation
    organization: $organization
    at: $at
    asKnownOn: $asKnownOn
    includeDemo: $includeDemo
    includeDocuments: $includeDocuments
  ) {
    ...CellParts
    ...DaysParts
    recommendationTitle
    entryId
    viewerCanReport
    viewerReportsOnBehalf
    viewerCanComment
    viewerCanJudge
    lastJudgement
    judgements {
      ...JudgementParts
    }
    activities {
      ...ActivityParts
    }
    history {
      ...EntryParts
    }
    comments {
      id
      writtenAt
      writtenByName
      writtenAs
      text
      audience
    }
  }
  codeEvidence(
    organization: $organization
    recommendation: $recommendation
    report: $report
  ) {
    title
    language
    url
    licenceId
  }
  assessmentEvidence(
    organization: $organization
    recommendation: $recommendation
    report: $report
  ) {
    title
    url
    outcomeTitle
    signedAt
  }
  recommendation(number: $number, slug: $slug, report: $report) {
    url
    text {
      ...StatementParts
    }
    deadline {
      ...StatementParts
    }
  }
}
    fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}
fragment CellParts on UptakeCell {
  recommendationSlug
  recommendationNumber
  organizationSlug
  organizationName
  kind
  doubtful
  note
  status
  overdue
  overdueSince
  overdueDays
  longOutstanding
  deadline
  targetDate
  effectiveDate
  confirmed
  standing
  judgement
  priority
  demo
}
fragment DaysParts on UptakeCell {
  organizationName
  timeZone
  today
}
fragment EntryParts on UptakeEntry {
  id
  effectiveDate
  enteredOn
  enteredAs
  enteredByName
  acceptance
  implementation
  inPart
  responsibleUnit
  officer
  targetDate
  comment
  commentAudience
  decisionSymbol
  financialImplication
  impactSeen
  source
  sourceReference
  sourcePlace
  evidence {
    kind
    label
    url
    audience
    recordKind
    recordSlug
  }
  demo
  confirmed
  confirmedOn
  confirmedByName
  standing
  publishedOn
  publishedByName
  answerBy
  viewerCanPublish
  withdrawalRequest {
    reason
    askedOn
    askedByName
    askedAs
    agreed
    answer
    viewerAsked
    viewerCanAgree
  }
  withdrawn
  withdrawnOn
  withdrawnAs
  withdrawalReason
  viewerCanConfirm
  viewerCanWithdraw
}
fragment ReportParts on UptakeReport {
  key
  title
  symbol
  date
  url
  fromDocuments
  demo
}
fragment JudgementParts on UptakeJudgement {
  id
  judgement
  priority
  reason
  voice
  reference
  effectiveDate
  judgedOn
  judgedByName
  demo
}
fragment ActivityParts on UptakeActivity {
  id
  versionId
  url
  organizationSlug
  organizationName
  title
  lead
  startsOn
  endsOn
  indicator
  confirmedOn
  demo
  actions {
    actionId
    report
    symbol
    recommendationNumber
    recommendationSlug
    title
  }
}`) as unknown as TypedDocumentString<UptakeCellPageQuery, UptakeCellPageQueryVariables>;
export const UptakeChangesDocument = new TypedDocumentString(`
    query UptakeChanges($report: String, $since: String, $includeDemo: Boolean, $after: String) {
  me {
    memberships {
      role
    }
  }
  uptakeReports {
    ...ReportParts
  }
  uptakeChanges(
    report: $report
    since: $since
    includeDemo: $includeDemo
    first: 50
    after: $after
  ) {
    since
    hasNextPage
    endCursor
    changes {
      kind
      at
      recommendationSlug
      recommendationNumber
      organizationSlug
      organizationName
      entry {
        id
        acceptance
        implementation
        effectiveDate
        withdrawalReason
        demo
      }
      judgement {
        id
        judgement
        voice
        reason
        demo
      }
      activity {
        versionId
        url
        title
        withdrawn
        demo
        actions {
          actionId
          recommendationNumber
          recommendationSlug
        }
      }
    }
  }
}
    fragment ReportParts on UptakeReport {
  key
  title
  symbol
  date
  url
  fromDocuments
  demo
}`) as unknown as TypedDocumentString<UptakeChangesQuery, UptakeChangesQueryVariables>;
export const UptakeCellsDocument = new TypedDocumentString(`
    query UptakeCells($report: String, $at: String, $asKnownOn: String, $includeDemo: Boolean, $confirmedOnly: Boolean, $includeDocuments: Boolean, $filter: UptakeCellFilter, $after: String) {
  uptakeReports {
    ...ReportParts
  }
  uptakeMatrix(
    report: $report
    at: $at
    asKnownOn: $asKnownOn
    includeDemo: $includeDemo
    confirmedOnly: $confirmedOnly
    includeDocuments: $includeDocuments
  ) {
    report {
      ...ReportParts
    }
    at
    asKnownOn
    rows {
      slug
      number
      title
    }
    columns {
      slug
      shortName
    }
  }
  uptakeCells(
    report: $report
    at: $at
    asKnownOn: $asKnownOn
    includeDemo: $includeDemo
    confirmedOnly: $confirmedOnly
    includeDocuments: $includeDocuments
    filter: $filter
    first: 50
    after: $after
  ) {
    totalCount
    demo
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...CellParts
      recommendationTitle
    }
  }
}
    fragment CellParts on UptakeCell {
  recommendationSlug
  recommendationNumber
  organizationSlug
  organizationName
  kind
  doubtful
  note
  status
  overdue
  overdueSince
  overdueDays
  longOutstanding
  deadline
  targetDate
  effectiveDate
  confirmed
  standing
  judgement
  priority
  demo
}
fragment ReportParts on UptakeReport {
  key
  title
  symbol
  date
  url
  fromDocuments
  demo
}`) as unknown as TypedDocumentString<UptakeCellsQuery, UptakeCellsQueryVariables>;
export const FollowPageDocument = new TypedDocumentString(`
    query FollowPage($report: String) {
  me {
    name
    memberships {
      role
    }
  }
  uptakeReports {
    ...ReportParts
  }
  uptakeMatrix(report: $report, includeDemo: false) {
    report {
      ...ReportParts
    }
    rows {
      slug
      number
      title
    }
    columns {
      slug
      shortName
      name
    }
  }
  uptakeSubscriptions {
    id
    frequency
    internal
    organizationSlug
    organizationName
    recommendationNumber
    report {
      symbol
      title
    }
  }
}
    fragment ReportParts on UptakeReport {
  key
  title
  symbol
  date
  url
  fromDocuments
  demo
}`) as unknown as TypedDocumentString<FollowPageQuery, FollowPageQueryVariables>;
export const FollowUptakeDocument = new TypedDocumentString(`
    mutation FollowUptake($report: String, $organization: String, $recommendation: Int, $frequency: UptakeFrequency!, $internal: Boolean) {
  followUptake(
    report: $report
    organization: $organization
    recommendation: $recommendation
    frequency: $frequency
    internal: $internal
  ) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<FollowUptakeMutation, FollowUptakeMutationVariables>;
export const UnfollowUptakeDocument = new TypedDocumentString(`
    mutation UnfollowUptake($id: ID!) {
  unfollowUptake(id: $id)
}
    `) as unknown as TypedDocumentString<UnfollowUptakeMutation, UnfollowUptakeMutationVariables>;
export const UptakeLoadDocument = new TypedDocumentString(`
    query UptakeLoad {
  viewerCanLoadReport
  uptakeReports {
    ...ReportParts
  }
  uptakeMatrix {
    viewerCanSteer
    columns {
      slug
      viewerCanReport
    }
  }
}
    fragment ReportParts on UptakeReport {
  key
  title
  symbol
  date
  url
  fromDocuments
  demo
}`) as unknown as TypedDocumentString<UptakeLoadQuery, UptakeLoadQueryVariables>;
export const CheckUptakeTableDocument = new TypedDocumentString(`
    mutation CheckUptakeTable($report: String, $text: String, $xlsx: String, $mapping: TableMappingInput) {
  checkUptakeTable(report: $report, text: $text, xlsx: $xlsx, mapping: $mapping) {
    ...OutcomeParts
  }
}
    fragment ReadingParts on TableReading {
  sheet
  sheets {
    name
    hidden
  }
  head
  columns {
    column
    heading
    field
    sure
    samples
  }
  words {
    field
    word
    value
    rows
  }
  dates
  datesDoubtful
  given {
    field
    value
  }
  sure
  remembered
  fields {
    name
    heading
    day
    choices {
      value
      word
    }
  }
}
fragment OutcomeParts on UptakeTableOutcome {
  applied
  entryIds
  toAdd
  unchanged
  rows {
    row
    action
    recommendation
    organization
    changed {
      column
      before
      after
      erases
    }
  }
  remarks {
    code
    params
  }
  left {
    row
    code
    params
  }
  emptied
  reading {
    ...ReadingParts
  }
  faults {
    row
    column
    code
    params
  }
}`) as unknown as TypedDocumentString<CheckUptakeTableMutation, CheckUptakeTableMutationVariables>;
export const ApplyUptakeTableDocument = new TypedDocumentString(`
    mutation ApplyUptakeTable($report: String, $text: String, $xlsx: String, $key: String!, $mapping: TableMappingInput, $emptied: UptakeEmptied) {
  applyUptakeTable(
    report: $report
    text: $text
    xlsx: $xlsx
    idempotencyKey: $key
    mapping: $mapping
    emptied: $emptied
  ) {
    ...OutcomeParts
  }
}
    fragment ReadingParts on TableReading {
  sheet
  sheets {
    name
    hidden
  }
  head
  columns {
    column
    heading
    field
    sure
    samples
  }
  words {
    field
    word
    value
    rows
  }
  dates
  datesDoubtful
  given {
    field
    value
  }
  sure
  remembered
  fields {
    name
    heading
    day
    choices {
      value
      word
    }
  }
}
fragment OutcomeParts on UptakeTableOutcome {
  applied
  entryIds
  toAdd
  unchanged
  rows {
    row
    action
    recommendation
    organization
    changed {
      column
      before
      after
      erases
    }
  }
  remarks {
    code
    params
  }
  left {
    row
    code
    params
  }
  emptied
  reading {
    ...ReadingParts
  }
  faults {
    row
    column
    code
    params
  }
}`) as unknown as TypedDocumentString<ApplyUptakeTableMutation, ApplyUptakeTableMutationVariables>;
export const UptakeOrganizationDocument = new TypedDocumentString(`
    query UptakeOrganization($slug: String!, $report: String, $at: String, $asKnownOn: String, $includeDemo: Boolean, $confirmedOnly: Boolean, $includeDocuments: Boolean) {
  uptakeReports {
    ...ReportParts
  }
  organization(slug: $slug) {
    title
    shortName
    url
  }
  own: uptakeBy(
    by: ORGANIZATION
    organization: $slug
    report: $report
    at: $at
    asKnownOn: $asKnownOn
    includeDemo: $includeDemo
    confirmedOnly: $confirmedOnly
    includeDocuments: $includeDocuments
  ) {
    at
    rows {
      slug
      counts {
        ...CountsParts
      }
    }
  }
  uptakeCells(
    report: $report
    filter: {organization: [$slug]}
    first: 50
    at: $at
    asKnownOn: $asKnownOn
    includeDemo: $includeDemo
    confirmedOnly: $confirmedOnly
    includeDocuments: $includeDocuments
  ) {
    nodes {
      ...OrganizationCell
    }
  }
  uptakeActivities(
    report: $report
    organization: $slug
    asKnownOn: $asKnownOn
    confirmedOnly: $confirmedOnly
    includeDemo: $includeDemo
  ) {
    ...ActivityParts
  }
  doubtful: uptakeCells(
    report: $report
    filter: {organization: [$slug], counted: false}
    first: 50
    at: $at
    asKnownOn: $asKnownOn
    includeDemo: $includeDemo
    confirmedOnly: $confirmedOnly
    includeDocuments: $includeDocuments
  ) {
    nodes {
      ...OrganizationCell
    }
  }
}
    fragment CountsParts on UptakeCounts {
  addressed
  noInformation
  underConsideration
  notAccepted
  notRelevant
  accepted
  notStarted
  inProgress
  implemented
  overdue
  longOutstanding
  unconfirmed
  fromDocument
  judged
  agreed
  priority
  agreementRate {
    numerator
    denominator
    percent
  }
  acceptanceRate {
    numerator
    denominator
    percent
  }
  implementationRate {
    numerator
    denominator
    percent
  }
}
fragment CellParts on UptakeCell {
  recommendationSlug
  recommendationNumber
  organizationSlug
  organizationName
  kind
  doubtful
  note
  status
  overdue
  overdueSince
  overdueDays
  longOutstanding
  deadline
  targetDate
  effectiveDate
  confirmed
  standing
  judgement
  priority
  demo
}
fragment DaysParts on UptakeCell {
  organizationName
  timeZone
  today
}
fragment EntryParts on UptakeEntry {
  id
  effectiveDate
  enteredOn
  enteredAs
  enteredByName
  acceptance
  implementation
  inPart
  responsibleUnit
  officer
  targetDate
  comment
  commentAudience
  decisionSymbol
  financialImplication
  impactSeen
  source
  sourceReference
  sourcePlace
  evidence {
    kind
    label
    url
    audience
    recordKind
    recordSlug
  }
  demo
  confirmed
  confirmedOn
  confirmedByName
  standing
  publishedOn
  publishedByName
  answerBy
  viewerCanPublish
  withdrawalRequest {
    reason
    askedOn
    askedByName
    askedAs
    agreed
    answer
    viewerAsked
    viewerCanAgree
  }
  withdrawn
  withdrawnOn
  withdrawnAs
  withdrawalReason
  viewerCanConfirm
  viewerCanWithdraw
}
fragment ReportParts on UptakeReport {
  key
  title
  symbol
  date
  url
  fromDocuments
  demo
}
fragment ActivityParts on UptakeActivity {
  id
  versionId
  url
  organizationSlug
  organizationName
  title
  lead
  startsOn
  endsOn
  indicator
  confirmedOn
  demo
  actions {
    actionId
    report
    symbol
    recommendationNumber
    recommendationSlug
    title
  }
}
fragment OrganizationCell on UptakeCell {
  ...CellParts
  ...DaysParts
  recommendationTitle
  viewerCanReport
  entry {
    ...EntryParts
  }
}`) as unknown as TypedDocumentString<UptakeOrganizationQuery, UptakeOrganizationQueryVariables>;
export const SetTimeZoneDocument = new TypedDocumentString(`
    mutation SetTimeZone($organization: String!, $timeZone: String!) {
  setTimeZone(organization: $organization, timeZone: $timeZone) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<SetTimeZoneMutation, SetTimeZoneMutationVariables>;
export const UptakeOverdueDocument = new TypedDocumentString(`
    query UptakeOverdue($report: String, $at: String, $asKnownOn: String, $includeDemo: Boolean, $confirmedOnly: Boolean, $includeDocuments: Boolean) {
  uptakeReports {
    ...ReportParts
  }
  uptakeMatrix(
    report: $report
    at: $at
    asKnownOn: $asKnownOn
    includeDemo: $includeDemo
    confirmedOnly: $confirmedOnly
    includeDocuments: $includeDocuments
  ) {
    report {
      ...ReportParts
    }
    at
    asKnownOn
    demo
    confirmedOnly
    viewerCanSteer
    lastAsked {
      organizationSlug
      on
    }
    columns {
      slug
      shortName
      counts {
        addressed
        noInformation
        overdue
      }
    }
  }
  overdueActions(
    report: $report
    at: $at
    asKnownOn: $asKnownOn
    includeDemo: $includeDemo
    confirmedOnly: $confirmedOnly
    includeDocuments: $includeDocuments
  ) {
    recommendationSlug
    recommendationNumber
    recommendationTitle
    organizationSlug
    overdueSince
  }
}
    fragment ReportParts on UptakeReport {
  key
  title
  symbol
  date
  url
  fromDocuments
  demo
}`) as unknown as TypedDocumentString<UptakeOverdueQuery, UptakeOverdueQueryVariables>;
export const UptakeTableDocument = new TypedDocumentString(`
    query UptakeTable($report: String, $at: String, $asKnownOn: String, $includeDemo: Boolean, $confirmedOnly: Boolean, $includeDocuments: Boolean, $opened: Boolean!, $recommendation: String!, $organization: String!, $served: Boolean!) {
  uptakeReports {
    ...ReportParts
  }
  uptakeMatrix(
    report: $report
    at: $at
    asKnownOn: $asKnownOn
    includeDemo: $includeDemo
    confirmedOnly: $confirmedOnly
    includeDocuments: $includeDocuments
  ) {
    report {
      ...ReportParts
    }
    at
    asKnownOn
    demo
    doubtful
    confirmedOnly
    documents
    rows {
      slug
      number
      label
      title
      kind
      counts {
        ...CountsParts
      }
    }
    columns {
      slug
      shortName
      name
      forInformation
      viewerCanReport
      counts {
        ...CountsParts
      }
    }
    cells {
      ...CellParts
    }
    counts {
      ...CountsParts
    }
  }
  uptakeActivities(
    report: $report
    recommendation: $recommendation
    asKnownOn: $asKnownOn
    confirmedOnly: $confirmedOnly
    includeDemo: $includeDemo
  ) @include(if: $served) {
    ...ActivityParts
  }
  uptakeCell(
    report: $report
    recommendation: $recommendation
    organization: $organization
    at: $at
    asKnownOn: $asKnownOn
    includeDemo: $includeDemo
    includeDocuments: $includeDocuments
  ) @include(if: $opened) {
    ...CellParts
    recommendationTitle
    viewerCanReport
    history {
      ...EntryParts
    }
  }
}
    fragment CountsParts on UptakeCounts {
  addressed
  noInformation
  underConsideration
  notAccepted
  notRelevant
  accepted
  notStarted
  inProgress
  implemented
  overdue
  longOutstanding
  unconfirmed
  fromDocument
  judged
  agreed
  priority
  agreementRate {
    numerator
    denominator
    percent
  }
  acceptanceRate {
    numerator
    denominator
    percent
  }
  implementationRate {
    numerator
    denominator
    percent
  }
}
fragment CellParts on UptakeCell {
  recommendationSlug
  recommendationNumber
  organizationSlug
  organizationName
  kind
  doubtful
  note
  status
  overdue
  overdueSince
  overdueDays
  longOutstanding
  deadline
  targetDate
  effectiveDate
  confirmed
  standing
  judgement
  priority
  demo
}
fragment EntryParts on UptakeEntry {
  id
  effectiveDate
  enteredOn
  enteredAs
  enteredByName
  acceptance
  implementation
  inPart
  responsibleUnit
  officer
  targetDate
  comment
  commentAudience
  decisionSymbol
  financialImplication
  impactSeen
  source
  sourceReference
  sourcePlace
  evidence {
    kind
    label
    url
    audience
    recordKind
    recordSlug
  }
  demo
  confirmed
  confirmedOn
  confirmedByName
  standing
  publishedOn
  publishedByName
  answerBy
  viewerCanPublish
  withdrawalRequest {
    reason
    askedOn
    askedByName
    askedAs
    agreed
    answer
    viewerAsked
    viewerCanAgree
  }
  withdrawn
  withdrawnOn
  withdrawnAs
  withdrawalReason
  viewerCanConfirm
  viewerCanWithdraw
}
fragment ReportParts on UptakeReport {
  key
  title
  symbol
  date
  url
  fromDocuments
  demo
}
fragment ActivityParts on UptakeActivity {
  id
  versionId
  url
  organizationSlug
  organizationName
  title
  lead
  startsOn
  endsOn
  indicator
  confirmedOn
  demo
  actions {
    actionId
    report
    symbol
    recommendationNumber
    recommendationSlug
    title
  }
}`) as unknown as TypedDocumentString<UptakeTableQuery, UptakeTableQueryVariables>;
export const ReportLoadDocument = new TypedDocumentString(`
    query ReportLoad {
  viewerCanLoadReport
  reportTableColumns
}
    `) as unknown as TypedDocumentString<ReportLoadQuery, ReportLoadQueryVariables>;
export const CheckReportTableDocument = new TypedDocumentString(`
    mutation CheckReportTable($text: String, $file: String) {
  checkReportTable(text: $text, file: $file) {
    ...ReportOutcomeParts
  }
}
    fragment ReportOutcomeParts on ReportTableOutcome {
  applied
  report
  symbol
  title
  organizations
  forInformation
  written
  recommendations {
    number
    title
    action
    deadline
    addressed
    doubtful
    isNew
  }
  faults {
    row
    column
    code
    params
  }
}`) as unknown as TypedDocumentString<CheckReportTableMutation, CheckReportTableMutationVariables>;
export const LoadReportTableDocument = new TypedDocumentString(`
    mutation LoadReportTable($text: String, $file: String) {
  loadReportTable(text: $text, file: $file) {
    ...ReportOutcomeParts
  }
}
    fragment ReportOutcomeParts on ReportTableOutcome {
  applied
  report
  symbol
  title
  organizations
  forInformation
  written
  recommendations {
    number
    title
    action
    deadline
    addressed
    doubtful
    isNew
  }
  faults {
    row
    column
    code
    params
  }
}`) as unknown as TypedDocumentString<LoadReportTableMutation, LoadReportTableMutationVariables>;
export const SaveUptakeSittingDocument = new TypedDocumentString(`
    mutation SaveUptakeSitting($report: String, $organization: String!, $typed: JSON!) {
  saveUptakeSitting(report: $report, organization: $organization, typed: $typed) {
    __typename
    ... on UptakeSittingSaved {
      edits
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<SaveUptakeSittingMutation, SaveUptakeSittingMutationVariables>;
export const UptakeSittingPageDocument = new TypedDocumentString(`
    query UptakeSittingPage($slug: String!, $report: String) {
  uptakeReports {
    ...ReportParts
  }
  organization(slug: $slug) {
    shortName
  }
  uptakeSitting(report: $report, organization: $slug) {
    typed
    edits
    savedAt
  }
  uptakeCells(
    report: $report
    filter: {organization: [$slug]}
    first: 100
    includeDocuments: true
  ) {
    nodes {
      ...CellParts
      ...DaysParts
      recommendationTitle
      viewerCanReport
      viewerReportsOnBehalf
      lastReported {
        ...EntryParts
      }
    }
  }
}
    fragment CellParts on UptakeCell {
  recommendationSlug
  recommendationNumber
  organizationSlug
  organizationName
  kind
  doubtful
  note
  status
  overdue
  overdueSince
  overdueDays
  longOutstanding
  deadline
  targetDate
  effectiveDate
  confirmed
  standing
  judgement
  priority
  demo
}
fragment DaysParts on UptakeCell {
  organizationName
  timeZone
  today
}
fragment EntryParts on UptakeEntry {
  id
  effectiveDate
  enteredOn
  enteredAs
  enteredByName
  acceptance
  implementation
  inPart
  responsibleUnit
  officer
  targetDate
  comment
  commentAudience
  decisionSymbol
  financialImplication
  impactSeen
  source
  sourceReference
  sourcePlace
  evidence {
    kind
    label
    url
    audience
    recordKind
    recordSlug
  }
  demo
  confirmed
  confirmedOn
  confirmedByName
  standing
  publishedOn
  publishedByName
  answerBy
  viewerCanPublish
  withdrawalRequest {
    reason
    askedOn
    askedByName
    askedAs
    agreed
    answer
    viewerAsked
    viewerCanAgree
  }
  withdrawn
  withdrawnOn
  withdrawnAs
  withdrawalReason
  viewerCanConfirm
  viewerCanWithdraw
}
fragment ReportParts on UptakeReport {
  key
  title
  symbol
  date
  url
  fromDocuments
  demo
}`) as unknown as TypedDocumentString<UptakeSittingPageQuery, UptakeSittingPageQueryVariables>;
export const ReportSittingDocument = new TypedDocumentString(`
    mutation ReportSitting($report: String, $organization: String!, $answers: [UptakeSittingAnswer!]!, $key: String!) {
  reportSitting(
    report: $report
    organization: $organization
    answers: $answers
    idempotencyKey: $key
  ) {
    __typename
    ... on UptakePublished {
      entries {
        id
      }
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<ReportSittingMutation, ReportSittingMutationVariables>;
export const UptakeTrendDocument = new TypedDocumentString(`
    query UptakeTrend($report: String, $at: String, $asKnownOn: String, $includeDemo: Boolean, $confirmedOnly: Boolean, $includeDocuments: Boolean, $step: UptakeStep, $from: String, $organization: String) {
  uptakeReports {
    ...ReportParts
  }
  uptakeTrend(
    report: $report
    at: $at
    asKnownOn: $asKnownOn
    includeDemo: $includeDemo
    confirmedOnly: $confirmedOnly
    includeDocuments: $includeDocuments
    step: $step
    from: $from
    organization: $organization
  ) {
    at
    label
    demo
    counts {
      ...CountsParts
    }
  }
  addressees: uptakeBy(
    by: ADDRESSEE
    report: $report
    at: $at
    asKnownOn: $asKnownOn
    includeDemo: $includeDemo
    confirmedOnly: $confirmedOnly
    includeDocuments: $includeDocuments
    organization: $organization
  ) {
    at
    rows {
      key
      counts {
        ...CountsParts
      }
    }
  }
  organizations: uptakeBy(
    by: ORGANIZATION
    report: $report
    at: $at
    asKnownOn: $asKnownOn
    includeDemo: $includeDemo
    confirmedOnly: $confirmedOnly
    includeDocuments: $includeDocuments
  ) {
    rows {
      label
      slug
      counts {
        ...CountsParts
      }
    }
  }
  recommendations: uptakeBy(
    by: RECOMMENDATION
    report: $report
    at: $at
    asKnownOn: $asKnownOn
    includeDemo: $includeDemo
    confirmedOnly: $confirmedOnly
    includeDocuments: $includeDocuments
    organization: $organization
  ) {
    rows {
      label
      slug
      counts {
        ...CountsParts
      }
    }
  }
  overdueActions(
    report: $report
    at: $at
    asKnownOn: $asKnownOn
    includeDemo: $includeDemo
    includeDocuments: $includeDocuments
    organization: $organization
  ) {
    ...CellParts
    recommendationTitle
  }
}
    fragment CountsParts on UptakeCounts {
  addressed
  noInformation
  underConsideration
  notAccepted
  notRelevant
  accepted
  notStarted
  inProgress
  implemented
  overdue
  longOutstanding
  unconfirmed
  fromDocument
  judged
  agreed
  priority
  agreementRate {
    numerator
    denominator
    percent
  }
  acceptanceRate {
    numerator
    denominator
    percent
  }
  implementationRate {
    numerator
    denominator
    percent
  }
}
fragment CellParts on UptakeCell {
  recommendationSlug
  recommendationNumber
  organizationSlug
  organizationName
  kind
  doubtful
  note
  status
  overdue
  overdueSince
  overdueDays
  longOutstanding
  deadline
  targetDate
  effectiveDate
  confirmed
  standing
  judgement
  priority
  demo
}
fragment ReportParts on UptakeReport {
  key
  title
  symbol
  date
  url
  fromDocuments
  demo
}`) as unknown as TypedDocumentString<UptakeTrendQuery, UptakeTrendQueryVariables>;
export const VendorsDocument = new TypedDocumentString(`
    query Vendors($filter: VendorFilter, $work: WorkFilter, $agreement: AgreementFilter, $name: String, $orderBy: RosterOrder, $after: String, $since: String, $first: Int, $table: Boolean!) {
  roster(
    filter: $filter
    work: $work
    agreement: $agreement
    name: $name
    orderBy: $orderBy
    after: $after
    since: $since
    first: $first
  ) {
    totalCount
    facets {
      field
      values {
        value
        label
        count
      }
    }
    ignored {
      field
      value
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        title
        language
        url
        summaryText
        vendorKind
        services
        updatedAt
        platforms
        country {
          code
        }
        projectCount
        latestWork @include(if: $table)
        agreements {
          url
          holderName
          endsOn
          open
          demo
          validity
        }
        engagements @include(if: $table) {
          project {
            title
            language
            url
            stage
            ownerNames
          }
        }
      }
    }
  }
  library {
    kinds {
      kind
      count
    }
  }
}
    `) as unknown as TypedDocumentString<VendorsQuery, VendorsQueryVariables>;
export const VendorPageDocument = new TypedDocumentString(`
    query VendorPage($slug: String!) {
  vendor(slug: $slug) {
    ...CareParts
    ...VendorPageParts
    asked {
      ...AskedParts
    }
    agreements {
      url
      number
      title
      holderName
      startsOn
      endsOn
      validity
      daysLeft
      use
      demo
    }
    viewerCanScreen
    screenings {
      listName
      listedOn
      synthetic
      checkedAt
      by
      found
      namesChanged
      newerList
      withdrawnAt
    }
    screeningCandidates {
      ...CandidateParts
    }
  }
}
    fragment ExtraParts on Record {
  attachments {
    title
    description
    url
    picture
    size
  }
  fundingAmounts {
    label
    amount
    currency
    period
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
  }
  contacts {
    name
    role
    email
  }
}
fragment CareParts on Record {
  ...ExtraParts
  contactsWithheld
  viewerCanEdit
  freshness {
    verifyBy
    verifiedAt
    past
    daysPast
  }
}
fragment CandidateParts on ScreeningCandidate {
  id
  vendorName
  listedName
  entryKey
  score
  listName
  listedOn
  state
  current
  vendor {
    title
    url
  }
  decisions {
    answer
    name
    decidedAt
  }
}
fragment CitationParts on Citation {
  place
  paragraph
  url
  source {
    title
    symbol
    url
  }
}
fragment StatementParts on Statement {
  text
  asAt
  certainty
  note
  citations {
    ...CitationParts
  }
}
fragment AskedParts on RecordQuestions {
  totalCount
  nodes {
    url
    title
    language
    progress
    answerCount
  }
}
fragment VendorPageParts on Vendor {
  ...ExtraParts
  title
  language
  url
  slug
  summaryText
  version
  hash
  createdAt
  updatedAt
  vendorKind
  formerNames
  alsoKnownAs
  registrationNumber
  ror {
    ...StatementParts
  }
  orgId {
    ...StatementParts
  }
  iati {
    ...StatementParts
  }
  principals {
    ...StatementParts
  }
  services
  website
  country {
    code
  }
  countryBasis {
    ...StatementParts
  }
  summary {
    ...StatementParts
  }
  statements {
    ...StatementParts
  }
  platformsBasis {
    ...StatementParts
  }
  similar {
    platforms
    vendor {
      title
      language
      url
    }
  }
  connections(relations: ["PART_OF"], first: 100) {
    relation
    record {
      kind
      title
      language
      url
    }
  }
  dependence {
    project {
      title
      language
      url
    }
    access
    accessBasis {
      ...StatementParts
    }
    code {
      ...StatementParts
    }
    protocol {
      ...StatementParts
    }
    nodes {
      ...StatementParts
    }
    keys {
      ...StatementParts
    }
    skills {
      ...StatementParts
    }
  }
  engagements {
    role
    delivered
    stack
    period
    outcome
    asAt
    certainty
    note
    citations {
      ...CitationParts
    }
    project {
      title
      language
      url
      stage
      owners {
        shortName
        url
      }
      stages {
        current
        stage
        date
      }
      statements {
        section
        ...StatementParts
      }
      lessons {
        title
        language
        url
        lessonKind
      }
    }
  }
}`) as unknown as TypedDocumentString<VendorPageQuery, VendorPageQueryVariables>;
export const WebhooksPageDocument = new TypedDocumentString(`
    query WebhooksPage {
  me {
    webhooks {
      ...WebhookParts
    }
    memberships {
      role
      organizationSlug
      organizationName
    }
  }
}
    fragment WebhookParts on Webhook {
  id
  name
  address
  topics
  organization
  mine
  createdAt
  pausedAt
  pausedFor
  waiting
  failed
  deliveredAt
}`) as unknown as TypedDocumentString<WebhooksPageQuery, WebhooksPageQueryVariables>;
export const WebhookPageDocument = new TypedDocumentString(`
    query WebhookPage($id: ID!) {
  me {
    webhooks(id: $id) {
      ...WebhookParts
      webhookDeliveries {
        ...WebhookEventParts
      }
    }
  }
}
    fragment WebhookParts on Webhook {
  id
  name
  address
  topics
  organization
  mine
  createdAt
  pausedAt
  pausedFor
  waiting
  failed
  deliveredAt
}
fragment WebhookEventParts on WebhookEvent {
  id
  type
  happenedAt
  state
  attempts
  triedAt
  nextAt
  status
  failure
  tookMs
}`) as unknown as TypedDocumentString<WebhookPageQuery, WebhookPageQueryVariables>;
export const WebhookEventPageDocument = new TypedDocumentString(`
    query WebhookEventPage($webhook: ID!, $id: ID!) {
  me {
    webhooks(id: $webhook) {
      id
      name
    }
    webhookSent(id: $id) {
      ...WebhookEventParts
      webhook
      body
    }
  }
}
    fragment WebhookEventParts on WebhookEvent {
  id
  type
  happenedAt
  state
  attempts
  triedAt
  nextAt
  status
  failure
  tookMs
}`) as unknown as TypedDocumentString<WebhookEventPageQuery, WebhookEventPageQueryVariables>;
export const MakeWebhookDocument = new TypedDocumentString(`
    mutation MakeWebhook($name: String!, $address: String!, $topics: [WebhookTopic!]!, $organization: String) {
  makeWebhook(
    name: $name
    address: $address
    topics: $topics
    organization: $organization
  ) {
    __typename
    ... on WebhookMade {
      secret
      webhook {
        id
        name
      }
    }
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<MakeWebhookMutation, MakeWebhookMutationVariables>;
export const EndWebhookDocument = new TypedDocumentString(`
    mutation EndWebhook($id: ID!) {
  endWebhook(id: $id) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<EndWebhookMutation, EndWebhookMutationVariables>;
export const PauseWebhookDocument = new TypedDocumentString(`
    mutation PauseWebhook($id: ID!, $paused: Boolean!) {
  pauseWebhook(id: $id, paused: $paused) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<PauseWebhookMutation, PauseWebhookMutationVariables>;
export const TryWebhookDocument = new TypedDocumentString(`
    mutation TryWebhook($id: ID!) {
  tryWebhook(id: $id) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<TryWebhookMutation, TryWebhookMutationVariables>;
export const ReplayWebhookDocument = new TypedDocumentString(`
    mutation ReplayWebhook($id: ID!) {
  replayWebhook(id: $id) {
    __typename
    ...FieldFaults
  }
}
    fragment FieldFaults on InvalidInput {
  fields {
    path
    code
    params
  }
}`) as unknown as TypedDocumentString<ReplayWebhookMutation, ReplayWebhookMutationVariables>;
export const YearReportDocument = new TypedDocumentString(`
    query YearReport($year: Int!) {
  yearReport(year: $year) {
    year
    day
    title
    basis
    sections {
      title
      sentences {
        before
        after
        figure {
          count
          url
        }
      }
      table {
        title
        columns
        rows {
          label
          change
          figures {
            count
            url
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<YearReportQuery, YearReportQueryVariables>;
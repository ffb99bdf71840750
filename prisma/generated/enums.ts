export const Role = {
    MEMBER: "MEMBER",
    FOCAL_POINT: "FOCAL_POINT",
    PUBLISHER: "PUBLISHER",
    PROCUREMENT_OFFICER: "PROCUREMENT_OFFICER",
    SECRETARIAT: "SECRETARIAT",
    ADMINISTRATOR: "ADMINISTRATOR"
} as const;
export type Role = (typeof Role)[keyof typeof Role];
export const MembershipOrigin = {
    GRANT: "GRANT",
    INVITATION: "INVITATION",
    CLAIM: "CLAIM",
    DOMAIN: "DOMAIN",
    DEMONSTRATION: "DEMONSTRATION",
    SETTING: "SETTING"
} as const;
export type MembershipOrigin = (typeof MembershipOrigin)[keyof typeof MembershipOrigin];
export const SessionEnd = {
    INACTIVE: "INACTIVE",
    TOTAL: "TOTAL"
} as const;
export type SessionEnd = (typeof SessionEnd)[keyof typeof SessionEnd];
export const SignInDecision = {
    NEW_PERSON: "NEW_PERSON",
    SAME_PERSON: "SAME_PERSON",
    REFUSED: "REFUSED"
} as const;
export type SignInDecision = (typeof SignInDecision)[keyof typeof SignInDecision];
export const ActionKind = {
    LEGISLATIVE: "LEGISLATIVE",
    EXECUTIVE: "EXECUTIVE"
} as const;
export type ActionKind = (typeof ActionKind)[keyof typeof ActionKind];
export const AgreementUse = {
    NOT_STATED: "NOT_STATED",
    CLOSED: "CLOSED",
    ON_REQUEST: "ON_REQUEST",
    OPEN: "OPEN"
} as const;
export type AgreementUse = (typeof AgreementUse)[keyof typeof AgreementUse];
export const DraftState = {
    DRAFT: "DRAFT",
    SUBMITTED: "SUBMITTED",
    RETURNED: "RETURNED",
    LIVE: "LIVE",
    WITHDRAWN: "WITHDRAWN"
} as const;
export type DraftState = (typeof DraftState)[keyof typeof DraftState];
export const ReviewState = {
    PENDING: "PENDING",
    ACCEPTED: "ACCEPTED",
    RETURNED: "RETURNED",
    CLOSED: "CLOSED"
} as const;
export type ReviewState = (typeof ReviewState)[keyof typeof ReviewState];
export const DigestFrequency = {
    NOW: "NOW",
    DAILY: "DAILY",
    WEEKLY: "WEEKLY",
    MONTHLY: "MONTHLY"
} as const;
export type DigestFrequency = (typeof DigestFrequency)[keyof typeof DigestFrequency];
export const FollowOrigin = {
    PERSON: "PERSON",
    FOCAL_POINT: "FOCAL_POINT"
} as const;
export type FollowOrigin = (typeof FollowOrigin)[keyof typeof FollowOrigin];
export const ChangeOfRecord = {
    ADDED: "ADDED",
    CHANGED: "CHANGED",
    ARCHIVED: "ARCHIVED",
    RESTORED: "RESTORED"
} as const;
export type ChangeOfRecord = (typeof ChangeOfRecord)[keyof typeof ChangeOfRecord];
export const AssessmentState = {
    DRAFT: "DRAFT",
    SHARED: "SHARED",
    SIGNED: "SIGNED"
} as const;
export type AssessmentState = (typeof AssessmentState)[keyof typeof AssessmentState];
export const LearningEntryKind = {
    RESOURCE: "RESOURCE",
    EVENT: "EVENT"
} as const;
export type LearningEntryKind = (typeof LearningEntryKind)[keyof typeof LearningEntryKind];
export const LearningEntryState = {
    PROPOSED: "PROPOSED",
    ACCEPTED: "ACCEPTED",
    RETURNED: "RETURNED"
} as const;
export type LearningEntryState = (typeof LearningEntryState)[keyof typeof LearningEntryState];
export const LinkState = {
    LIVES: "LIVES",
    GONE: "GONE",
    REFUSES: "REFUSES",
    SILENT: "SILENT",
    NOT_ASKED: "NOT_ASKED"
} as const;
export type LinkState = (typeof LinkState)[keyof typeof LinkState];
export const ProfessionalAudience = {
    PUBLIC: "PUBLIC",
    UN_SYSTEM: "UN_SYSTEM",
    ORGANIZATION: "ORGANIZATION"
} as const;
export type ProfessionalAudience = (typeof ProfessionalAudience)[keyof typeof ProfessionalAudience];
export const QuestionState = {
    OPEN: "OPEN",
    CLOSED: "CLOSED",
    MERGED: "MERGED"
} as const;
export type QuestionState = (typeof QuestionState)[keyof typeof QuestionState];
export const RecordKind = {
    SOURCE: "SOURCE",
    ORGANIZATION: "ORGANIZATION",
    GOAL: "GOAL",
    VENDOR: "VENDOR",
    PROJECT: "PROJECT",
    STANDARD: "STANDARD",
    RISK: "RISK",
    MITIGATION: "MITIGATION",
    RECOMMENDATION: "RECOMMENDATION",
    LESSON: "LESSON",
    GLOSSARY_TERM: "GLOSSARY_TERM",
    REFERENCE: "REFERENCE",
    MATRIX: "MATRIX",
    BUILDING_BLOCK: "BUILDING_BLOCK",
    FOREIGN_RECORD: "FOREIGN_RECORD"
} as const;
export type RecordKind = (typeof RecordKind)[keyof typeof RecordKind];
export const Audience = {
    PUBLIC: "PUBLIC",
    UN_SYSTEM: "UN_SYSTEM",
    OWNERS: "OWNERS"
} as const;
export type Audience = (typeof Audience)[keyof typeof Audience];
export const ScreeningFormat = {
    UN_XML: "UN_XML",
    OPENSANCTIONS_CSV: "OPENSANCTIONS_CSV"
} as const;
export type ScreeningFormat = (typeof ScreeningFormat)[keyof typeof ScreeningFormat];
export const ScreeningAnswer = {
    SAME: "SAME",
    NOT_THE_SAME: "NOT_THE_SAME",
    UNDECIDED: "UNDECIDED"
} as const;
export type ScreeningAnswer = (typeof ScreeningAnswer)[keyof typeof ScreeningAnswer];
export const ShortlistSharing = {
    PRIVATE: "PRIVATE",
    ORGANIZATION: "ORGANIZATION",
    LINK: "LINK"
} as const;
export type ShortlistSharing = (typeof ShortlistSharing)[keyof typeof ShortlistSharing];
export const Certainty = {
    STATED: "STATED",
    INFERRED: "INFERRED",
    UNCERTAIN: "UNCERTAIN"
} as const;
export type Certainty = (typeof Certainty)[keyof typeof Certainty];
export const ApiTokenScope = {
    PUBLIC: "PUBLIC",
    PERSONAL: "PERSONAL",
    SERVICE: "SERVICE"
} as const;
export type ApiTokenScope = (typeof ApiTokenScope)[keyof typeof ApiTokenScope];
export const NoticeKind = {
    OPENED: "OPENED",
    REMINDER: "REMINDER",
    ESCALATION: "ESCALATION",
    NUDGE: "NUDGE",
    EXTENDED: "EXTENDED"
} as const;
export type NoticeKind = (typeof NoticeKind)[keyof typeof NoticeKind];
export const Acceptance = {
    ACCEPTED: "ACCEPTED",
    NOT_ACCEPTED: "NOT_ACCEPTED",
    UNDER_CONSIDERATION: "UNDER_CONSIDERATION",
    NOT_RELEVANT: "NOT_RELEVANT"
} as const;
export type Acceptance = (typeof Acceptance)[keyof typeof Acceptance];
export const Implementation = {
    NOT_STARTED: "NOT_STARTED",
    IN_PROGRESS: "IN_PROGRESS",
    IMPLEMENTED: "IMPLEMENTED"
} as const;
export type Implementation = (typeof Implementation)[keyof typeof Implementation];
export const UptakeSource = {
    DIRECT: "DIRECT",
    BOARD_DOCUMENT: "BOARD_DOCUMENT",
    TRACKING_SYSTEM_EXPORT: "TRACKING_SYSTEM_EXPORT"
} as const;
export type UptakeSource = (typeof UptakeSource)[keyof typeof UptakeSource];
export const Judgement = {
    VERIFIED: "VERIFIED",
    NOT_YET_VERIFIED: "NOT_YET_VERIFIED",
    EVIDENCE_INSUFFICIENT: "EVIDENCE_INSUFFICIENT",
    CLOSED: "CLOSED"
} as const;
export type Judgement = (typeof Judgement)[keyof typeof Judgement];
export const Frequency = {
    DAILY: "DAILY",
    WEEKLY: "WEEKLY"
} as const;
export type Frequency = (typeof Frequency)[keyof typeof Frequency];
export const WebhookTopic = {
    RECORDS: "RECORDS",
    UPTAKE: "UPTAKE",
    AGREEMENTS: "AGREEMENTS",
    STANDARDS: "STANDARDS"
} as const;
export type WebhookTopic = (typeof WebhookTopic)[keyof typeof WebhookTopic];
export const WebhookPause = {
    PERSON: "PERSON",
    DEAD: "DEAD",
    GONE: "GONE",
    PASSWORD: "PASSWORD"
} as const;
export type WebhookPause = (typeof WebhookPause)[keyof typeof WebhookPause];
export const WebhookState = {
    WAITING: "WAITING",
    DELIVERED: "DELIVERED",
    FAILED: "FAILED"
} as const;
export type WebhookState = (typeof WebhookState)[keyof typeof WebhookState];

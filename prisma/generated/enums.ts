export const ActionKind = {
    LEGISLATIVE: "LEGISLATIVE",
    EXECUTIVE: "EXECUTIVE"
} as const;
export type ActionKind = (typeof ActionKind)[keyof typeof ActionKind];
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
    MATRIX: "MATRIX"
} as const;
export type RecordKind = (typeof RecordKind)[keyof typeof RecordKind];
export const Audience = {
    PUBLIC: "PUBLIC",
    UN_SYSTEM: "UN_SYSTEM",
    OWNERS: "OWNERS"
} as const;
export type Audience = (typeof Audience)[keyof typeof Audience];
export const Certainty = {
    STATED: "STATED",
    INFERRED: "INFERRED",
    UNCERTAIN: "UNCERTAIN"
} as const;
export type Certainty = (typeof Certainty)[keyof typeof Certainty];

// Printed from the schema (api/src/rest) by: npm run schema:print
import type { Documented } from './documented.ts';

/** What `/api/v1` answers, for its documentation. */
export const operations: readonly Documented[] = [
 {
  "id": "sources",
  "path": "/sources",
  "summary": "Documents on which the library rests.",
  "example": "/sources?first=2&fields=title,url",
  "parameters": [
   {
    "name": "after",
    "description": "The cursor after which the page begins.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "author",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "first",
    "description": "1 to 100; 20 unless given.",
    "required": false,
    "many": false,
    "type": "integer",
    "values": []
   },
   {
    "name": "orderBy",
    "description": "",
    "required": false,
    "many": false,
    "type": "string",
    "values": [
     "SOURCE",
     "TITLE",
     "UPDATED"
    ]
   },
   {
    "name": "since",
    "description": "Only what was changed on this day (UTC) or later: 2026-11-01.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields",
   "facets"
  ],
  "fields": [
   {
    "name": "about",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "address",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "author",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "citedBy",
    "type": "list of RestingStatement (asAt, certainty, field, paragraph, place, record, statement ...)",
    "description": "What in the library rests on it, or on one place of it; at most 500.",
    "deprecated": ""
   },
   {
    "name": "citedPlaces",
    "type": "list of SourcePlace (count, paragraph, place ...)",
    "description": "Every place on which something rests, and how much.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "date",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "isReport",
    "type": "boolean",
    "description": "Whether it is the report that the library starts from.",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "resting",
    "type": "list of RestingStatement (asAt, certainty, field, paragraph, place, record, statement ...)",
    "description": "",
    "deprecated": "Use `citedBy`. Removed with the next release."
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "slips",
    "type": "list of Slip (holds, says, where ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "statements",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "symbol",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "uncertainties",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "sources-one",
  "path": "/sources/{slug}",
  "summary": "One of these by its address, with its statements, sources and hash.",
  "example": "",
  "parameters": [
   {
    "name": "slug",
    "description": "The last part of the address of its page.",
    "required": true,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields"
  ],
  "fields": [
   {
    "name": "about",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "address",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "author",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "citedBy",
    "type": "list of RestingStatement (asAt, certainty, field, paragraph, place, record, statement ...)",
    "description": "What in the library rests on it, or on one place of it; at most 500.",
    "deprecated": ""
   },
   {
    "name": "citedPlaces",
    "type": "list of SourcePlace (count, paragraph, place ...)",
    "description": "Every place on which something rests, and how much.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "date",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "isReport",
    "type": "boolean",
    "description": "Whether it is the report that the library starts from.",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "resting",
    "type": "list of RestingStatement (asAt, certainty, field, paragraph, place, record, statement ...)",
    "description": "",
    "deprecated": "Use `citedBy`. Removed with the next release."
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "slips",
    "type": "list of Slip (holds, says, where ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "statements",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "symbol",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "uncertainties",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "organizations",
  "path": "/organizations",
  "summary": "Organizations of the UN system and other bodies that the library names.",
  "example": "/organizations?first=2&fields=shortName,name,url",
  "parameters": [
   {
    "name": "after",
    "description": "The cursor after which the page begins.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "group",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "OTHER",
     "SPECIALIZED_AGENCIES_AND_IAEA",
     "UN_FUNDS_AND_PROGRAMMES"
    ]
   },
   {
    "name": "kind",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "COMPANY",
     "GOVERNMENT",
     "INTERNATIONAL_FINANCIAL_INSTITUTION",
     "NGO",
     "OTHER",
     "PARTICIPATING",
     "SYSTEM_BODY"
    ]
   },
   {
    "name": "first",
    "description": "1 to 100; 20 unless given.",
    "required": false,
    "many": false,
    "type": "integer",
    "values": []
   },
   {
    "name": "orderBy",
    "description": "",
    "required": false,
    "many": false,
    "type": "string",
    "values": [
     "SOURCE",
     "TITLE",
     "UPDATED"
    ]
   },
   {
    "name": "since",
    "description": "Only what was changed on this day (UTC) or later: 2026-11-01.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields",
   "facets"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "actions",
    "type": "list of Action (id, kind, note, organization, organizationName, organizationSlug, printed, recommendation ...)",
    "description": "The recommendations addressed to it (Annex IV).",
    "deprecated": ""
   },
   {
    "name": "alsoKnownAs",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "annexIvColumn",
    "type": "integer",
    "description": "Its column in Annex IV, 1 to 29.",
    "deprecated": ""
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "group",
    "type": "OTHER, SPECIALIZED_AGENCIES_AND_IAEA, UN_FUNDS_AND_PROGRAMMES",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "iati",
    "type": "IatiIdentifier (identifier, note ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "name",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "orgId",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Its identifier as org-id.guide describes them.",
    "deprecated": ""
   },
   {
    "name": "organizationKind",
    "type": "COMPANY, GOVERNMENT, INTERNATIONAL_FINANCIAL_INSTITUTION, NGO, OTHER, PARTICIPATING, SYSTEM_BODY",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "ownerCount",
    "type": "integer",
    "description": "Of how many projects it is an owner.",
    "deprecated": ""
   },
   {
    "name": "parent",
    "type": "Organization (abstract, actions, alsoKnownAs, annexIvColumn, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "participantCount",
    "type": "integer",
    "description": "In how many projects it takes part.",
    "deprecated": ""
   },
   {
    "name": "parts",
    "type": "list of Organization (abstract, actions, alsoKnownAs, annexIvColumn, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "roles",
    "type": "list of OrganizationRole (owner, project, responsibility, role ...)",
    "description": "Its part in each project: owner, or what it does as a participant.",
    "deprecated": ""
   },
   {
    "name": "ror",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Its identifier in the Research Organization Registry.",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "shortName",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "statements",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Facts that belong to no project.",
    "deprecated": ""
   },
   {
    "name": "summary",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "What it does on blockchain according to the sources.",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   },
   {
    "name": "website",
    "type": "text",
    "description": "",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "organizations-one",
  "path": "/organizations/{slug}",
  "summary": "One of these by its address, with its statements, sources and hash.",
  "example": "/organizations/fao?fields=title,version,hash",
  "parameters": [
   {
    "name": "slug",
    "description": "The last part of the address of its page.",
    "required": true,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "actions",
    "type": "list of Action (id, kind, note, organization, organizationName, organizationSlug, printed, recommendation ...)",
    "description": "The recommendations addressed to it (Annex IV).",
    "deprecated": ""
   },
   {
    "name": "alsoKnownAs",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "annexIvColumn",
    "type": "integer",
    "description": "Its column in Annex IV, 1 to 29.",
    "deprecated": ""
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "group",
    "type": "OTHER, SPECIALIZED_AGENCIES_AND_IAEA, UN_FUNDS_AND_PROGRAMMES",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "iati",
    "type": "IatiIdentifier (identifier, note ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "name",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "orgId",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Its identifier as org-id.guide describes them.",
    "deprecated": ""
   },
   {
    "name": "organizationKind",
    "type": "COMPANY, GOVERNMENT, INTERNATIONAL_FINANCIAL_INSTITUTION, NGO, OTHER, PARTICIPATING, SYSTEM_BODY",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "ownerCount",
    "type": "integer",
    "description": "Of how many projects it is an owner.",
    "deprecated": ""
   },
   {
    "name": "parent",
    "type": "Organization (abstract, actions, alsoKnownAs, annexIvColumn, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "participantCount",
    "type": "integer",
    "description": "In how many projects it takes part.",
    "deprecated": ""
   },
   {
    "name": "parts",
    "type": "list of Organization (abstract, actions, alsoKnownAs, annexIvColumn, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "roles",
    "type": "list of OrganizationRole (owner, project, responsibility, role ...)",
    "description": "Its part in each project: owner, or what it does as a participant.",
    "deprecated": ""
   },
   {
    "name": "ror",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Its identifier in the Research Organization Registry.",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "shortName",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "statements",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Facts that belong to no project.",
    "deprecated": ""
   },
   {
    "name": "summary",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "What it does on blockchain according to the sources.",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   },
   {
    "name": "website",
    "type": "text",
    "description": "",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "goals",
  "path": "/goals",
  "summary": "The 17 Sustainable Development Goals.",
  "example": "/goals?first=2&fields=number,title,url",
  "parameters": [
   {
    "name": "after",
    "description": "The cursor after which the page begins.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "number",
    "description": "",
    "required": false,
    "many": true,
    "type": "integer",
    "values": []
   },
   {
    "name": "first",
    "description": "1 to 100; 20 unless given.",
    "required": false,
    "many": false,
    "type": "integer",
    "values": []
   },
   {
    "name": "orderBy",
    "description": "",
    "required": false,
    "many": false,
    "type": "string",
    "values": [
     "SOURCE",
     "TITLE",
     "UPDATED"
    ]
   },
   {
    "name": "since",
    "description": "Only what was changed on this day (UTC) or later: 2026-11-01.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields",
   "facets"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "approach",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "challenge",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "colour",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "iri",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "name",
    "type": "text",
    "description": "The short title, such as \"Zero hunger\".",
    "deprecated": ""
   },
   {
    "name": "number",
    "type": "integer",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "projects",
    "type": "list of GoalProject (project, reason ...)",
    "description": "Projects that the editors, not the report, connect with it; at most 100, `projects(filter: { goal })` has all.",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "textOn",
    "type": "text",
    "description": "white or black: the text colour that is readable on the colour (4.5:1).",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "goals-one",
  "path": "/goals/{slug}",
  "summary": "One of these by its address, with its statements, sources and hash.",
  "example": "/goals/2?fields=title,version,hash",
  "parameters": [
   {
    "name": "slug",
    "description": "The last part of the address of its page.",
    "required": true,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "approach",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "challenge",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "colour",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "iri",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "name",
    "type": "text",
    "description": "The short title, such as \"Zero hunger\".",
    "deprecated": ""
   },
   {
    "name": "number",
    "type": "integer",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "projects",
    "type": "list of GoalProject (project, reason ...)",
    "description": "Projects that the editors, not the report, connect with it; at most 100, `projects(filter: { goal })` has all.",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "textOn",
    "type": "text",
    "description": "white or black: the text colour that is readable on the colour (4.5:1).",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "vendors",
  "path": "/vendors",
  "summary": "External providers, in-house providers and investees.",
  "example": "/vendors?first=2&fields=title,url",
  "parameters": [
   {
    "name": "after",
    "description": "The cursor after which the page begins.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "country",
    "description": "ISO 3166-1 alpha-2.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "kind",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "EXTERNAL",
     "INVESTEE",
     "IN_HOUSE"
    ]
   },
   {
    "name": "platform",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "region",
    "description": "By slug, such as western-europe.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "registrationNumber",
    "description": "As it is written, such as CHE-116.281.710 (Switzerland).",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "service",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "first",
    "description": "1 to 100; 20 unless given.",
    "required": false,
    "many": false,
    "type": "integer",
    "values": []
   },
   {
    "name": "orderBy",
    "description": "",
    "required": false,
    "many": false,
    "type": "string",
    "values": [
     "SOURCE",
     "TITLE",
     "UPDATED"
    ]
   },
   {
    "name": "since",
    "description": "Only what was changed on this day (UTC) or later: 2026-11-01.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields",
   "facets"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "agreements",
    "type": "list of Agreement (at, audience, callOff, ceiling, ceilingLeft, contact, currency, daysLeft ...)",
    "description": "Agreements with it that who asks may see, as of today, those that end last first; at most 50.",
    "deprecated": ""
   },
   {
    "name": "alsoKnownAs",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "country",
    "type": "Country (code, m49, name ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "countryBasis",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "dependence",
    "type": "list of VendorDependence (access, accessBasis, code, keys, nodes, project, protocol, skills ...)",
    "description": "Of each project it delivered something in, what bears on whether the work can go on without it.",
    "deprecated": ""
   },
   {
    "name": "engagements",
    "type": "list of Engagement (asAt, certainty, citations, delivered, note, outcome, period, project ...)",
    "description": "What it delivered, for whom, on what stack, and how it ended.",
    "deprecated": ""
   },
   {
    "name": "formerNames",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "iati",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Its IATI organization identifier.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "latestWork",
    "type": "text",
    "description": "When a project that it worked in last reached a stage, or to which day its work is told: 2019, 2019-05 or 2019-05-31. Of its first 100 engagements.",
    "deprecated": ""
   },
   {
    "name": "name",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "orgId",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Its identifier as org-id.guide describes them.",
    "deprecated": ""
   },
   {
    "name": "platforms",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "platformsBasis",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "The platforms, each with what it rests on.",
    "deprecated": ""
   },
   {
    "name": "principals",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Who owns or leads it, each with what it rests on. For the UN system, unless its writers chose another audience.",
    "deprecated": ""
   },
   {
    "name": "projectCount",
    "type": "integer",
    "description": "In how many projects it delivered something.",
    "deprecated": ""
   },
   {
    "name": "registrationNumber",
    "type": "text",
    "description": "The number under which a public register has it.",
    "deprecated": ""
   },
   {
    "name": "ror",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Its identifier in the Research Organization Registry.",
    "deprecated": ""
   },
   {
    "name": "screenings",
    "type": "list of VendorScreening (by, checkedAt, found, listName, listedOn, namesChanged, newerList, synthetic ...)",
    "description": "The last check against each list; empty for who may not know.",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "services",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "similar",
    "type": "list of SimilarVendor (platforms, vendor ...)",
    "description": "Vendors on the same platforms, most in common first; at most 8.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "statements",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "summary",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "vendorKind",
    "type": "EXTERNAL, INVESTEE, IN_HOUSE",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   },
   {
    "name": "website",
    "type": "text",
    "description": "",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "vendors-one",
  "path": "/vendors/{slug}",
  "summary": "One of these by its address, with its statements, sources and hash.",
  "example": "",
  "parameters": [
   {
    "name": "slug",
    "description": "The last part of the address of its page.",
    "required": true,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "agreements",
    "type": "list of Agreement (at, audience, callOff, ceiling, ceilingLeft, contact, currency, daysLeft ...)",
    "description": "Agreements with it that who asks may see, as of today, those that end last first; at most 50.",
    "deprecated": ""
   },
   {
    "name": "alsoKnownAs",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "country",
    "type": "Country (code, m49, name ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "countryBasis",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "dependence",
    "type": "list of VendorDependence (access, accessBasis, code, keys, nodes, project, protocol, skills ...)",
    "description": "Of each project it delivered something in, what bears on whether the work can go on without it.",
    "deprecated": ""
   },
   {
    "name": "engagements",
    "type": "list of Engagement (asAt, certainty, citations, delivered, note, outcome, period, project ...)",
    "description": "What it delivered, for whom, on what stack, and how it ended.",
    "deprecated": ""
   },
   {
    "name": "formerNames",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "iati",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Its IATI organization identifier.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "latestWork",
    "type": "text",
    "description": "When a project that it worked in last reached a stage, or to which day its work is told: 2019, 2019-05 or 2019-05-31. Of its first 100 engagements.",
    "deprecated": ""
   },
   {
    "name": "name",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "orgId",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Its identifier as org-id.guide describes them.",
    "deprecated": ""
   },
   {
    "name": "platforms",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "platformsBasis",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "The platforms, each with what it rests on.",
    "deprecated": ""
   },
   {
    "name": "principals",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Who owns or leads it, each with what it rests on. For the UN system, unless its writers chose another audience.",
    "deprecated": ""
   },
   {
    "name": "projectCount",
    "type": "integer",
    "description": "In how many projects it delivered something.",
    "deprecated": ""
   },
   {
    "name": "registrationNumber",
    "type": "text",
    "description": "The number under which a public register has it.",
    "deprecated": ""
   },
   {
    "name": "ror",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Its identifier in the Research Organization Registry.",
    "deprecated": ""
   },
   {
    "name": "screenings",
    "type": "list of VendorScreening (by, checkedAt, found, listName, listedOn, namesChanged, newerList, synthetic ...)",
    "description": "The last check against each list; empty for who may not know.",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "services",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "similar",
    "type": "list of SimilarVendor (platforms, vendor ...)",
    "description": "Vendors on the same platforms, most in common first; at most 8.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "statements",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "summary",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "vendorKind",
    "type": "EXTERNAL, INVESTEE, IN_HOUSE",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   },
   {
    "name": "website",
    "type": "text",
    "description": "",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "projects",
  "path": "/projects",
  "summary": "Blockchain applications and proposals for them.",
  "example": "/projects?stage=PILOT&first=2&fields=title,stage,owners.shortName,url",
  "parameters": [
   {
    "name": "after",
    "description": "The cursor after which the page begins.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "access",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "ANCHORING",
     "NOT_STATED",
     "PERMISSIONED",
     "PERMISSIONED_PUBLIC_VIEW",
     "PUBLIC"
    ]
   },
   {
    "name": "began_from",
    "description": "The first dated stage: 2019, 2019-05 or 2019-05-17. Without a date in its source a project is not among them.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "began_to",
    "description": "The first dated stage: 2019, 2019-05 or 2019-05-17. Without a date in its source a project is not among them.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "country",
    "description": "ISO 3166-1 alpha-2.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "goal",
    "description": "1 to 17.",
    "required": false,
    "many": true,
    "type": "integer",
    "values": []
   },
   {
    "name": "organization",
    "description": "Owner, by slug or short name: wfp, WFP.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "origin",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "ANNEX_I",
     "ANNEX_II",
     "BODY",
     "CONTRIBUTED"
    ]
   },
   {
    "name": "people_from",
    "description": "A figure that its source gives in people; of several those of the newest day.",
    "required": false,
    "many": false,
    "type": "number",
    "values": []
   },
   {
    "name": "people_to",
    "description": "A figure that its source gives in people; of several those of the newest day.",
    "required": false,
    "many": false,
    "type": "number",
    "values": []
   },
   {
    "name": "platform",
    "description": "Such as Ethereum.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "region",
    "description": "By slug, such as sub-saharan-africa.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "sector",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "stage",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "DISCONTINUED",
     "ENVISAGED",
     "IN_USE",
     "PILOT",
     "PROOF_OF_CONCEPT",
     "RESEARCH",
     "SCALED"
    ]
   },
   {
    "name": "use",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "CREDENTIALS",
     "DATA_EXCHANGE",
     "DISPUTE_RESOLUTION",
     "ENVIRONMENT",
     "FINANCING",
     "HEALTH",
     "IDENTITY",
     "INTERNAL_PROCESSES",
     "KNOWLEDGE_SHARING",
     "LAND_REGISTRATION",
     "OTHER",
     "PAYMENTS_AND_TRANSFERS",
     "SECURITY",
     "SMART_CONTRACTS",
     "SUPPLY_CHAIN",
     "TRADE"
    ]
   },
   {
    "name": "vendor",
    "description": "By slug or name.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "first",
    "description": "1 to 100; 20 unless given.",
    "required": false,
    "many": false,
    "type": "integer",
    "values": []
   },
   {
    "name": "orderBy",
    "description": "",
    "required": false,
    "many": false,
    "type": "string",
    "values": [
     "SOURCE",
     "TITLE",
     "UPDATED"
    ]
   },
   {
    "name": "since",
    "description": "Only what was changed on this day (UTC) or later: 2026-11-01.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields",
   "facets"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "access",
    "type": "ANCHORING, NOT_STATED, PERMISSIONED, PERMISSIONED_PUBLIC_VIEW, PUBLIC",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "alsoKnownAs",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "answers",
    "type": "list of ProjectAnswer (instrument, option, question, statement ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "buildingBlocks",
    "type": "list of BuildingBlock (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "The reusable software and set-ups that it uses.",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "countries",
    "type": "list of Country (code, m49, name ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "engagements",
    "type": "list of Engagement (asAt, certainty, citations, delivered, note, outcome, period, project ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "figures",
    "type": "list of Figure (asAt, certainty, citations, current, label, note, number, unit ...)",
    "description": "As its writers ordered them.",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "goals",
    "type": "list of ProjectGoal (by, goal, reason ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "ledger",
    "type": "Ledger (access, accessBasis, consensus, keyCustody, offChain, platforms ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "legal",
    "type": "list of LegalQuestion (answer, question, topic ...)",
    "description": "Legal questions that it met, by the topics of UNCITRAL, and how they were answered.",
    "deprecated": ""
   },
   {
    "name": "lessons",
    "type": "list of Lesson (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "mitigations",
    "type": "list of Mitigation (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "origin",
    "type": "ANNEX_I, ANNEX_II, BODY, CONTRIBUTED",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "ownerNames",
    "type": "list of text",
    "description": "Short names of the owners, for lists; the same organizations as `owners`.",
    "deprecated": ""
   },
   {
    "name": "owners",
    "type": "list of Organization (abstract, actions, alsoKnownAs, annexIvColumn, asked, attachments, audience, citations ...)",
    "description": "The organizations whose project it is; empty where the source does not say.",
    "deprecated": ""
   },
   {
    "name": "ownersBasis",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "How sure the owners are, where they are not simply stated.",
    "deprecated": ""
   },
   {
    "name": "participants",
    "type": "list of Participant (asAt, certainty, citations, name, note, organization, responsibility, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "places",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "The countries with place and source.",
    "deprecated": ""
   },
   {
    "name": "platforms",
    "type": "list of text",
    "description": "Names of the platforms; empty is \"not stated\".",
    "deprecated": ""
   },
   {
    "name": "recommendations",
    "type": "list of Recommendation (abstract, action, actions, addressee, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "risks",
    "type": "list of Risk (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "scope",
    "type": "text",
    "description": "COUNTRIES, GLOBAL or NOT_STATED.",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "sectors",
    "type": "list of ADMINISTRATION, AGRICULTURE, BANKING_AND_FINANCE, BUSINESS, COMMUNICATIONS, CONSTRUCTION, EDUCATION, ENERGY, ENVIRONMENT, FISHING, FORESTRY, GOVERNMENT_AND_CIVIL_SOCIETY",
    "description": "None where nobody said.",
    "deprecated": ""
   },
   {
    "name": "similar",
    "type": "list of SimilarProject (project, reasons ...)",
    "description": "Projects that share a use, a platform or a country, most in common first.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "stage",
    "type": "DISCONTINUED, ENVISAGED, IN_USE, PILOT, PROOF_OF_CONCEPT, RESEARCH, SCALED",
    "description": "Today's stage, as far as the sources go.",
    "deprecated": ""
   },
   {
    "name": "stages",
    "type": "list of StageChange (asAt, certainty, citations, current, date, note, stage, text ...)",
    "description": "Stage history, as its writers ordered it: oldest first.",
    "deprecated": ""
   },
   {
    "name": "standards",
    "type": "list of Standard (abstract, address, asked, attachments, audience, became, body, cameFrom ...)",
    "description": "Standards to read for its uses, and those that records about it name.",
    "deprecated": ""
   },
   {
    "name": "statements",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "What the sources say, by the question it answers.",
    "deprecated": ""
   },
   {
    "name": "summary",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "uses",
    "type": "list of CREDENTIALS, DATA_EXCHANGE, DISPUTE_RESOLUTION, ENVIRONMENT, FINANCING, HEALTH, IDENTITY, INTERNAL_PROCESSES, KNOWLEDGE_SHARING, LAND_REGISTRATION, OTHER, PAYMENTS_AND_TRANSFERS",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "vendors",
    "type": "list of Vendor (abstract, agreements, alsoKnownAs, asked, attachments, audience, citations, connections ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "projects-one",
  "path": "/projects/{slug}",
  "summary": "One of these by its address, with its statements, sources and hash.",
  "example": "/projects/building-blocks?fields=title,version,hash",
  "parameters": [
   {
    "name": "slug",
    "description": "The last part of the address of its page.",
    "required": true,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "access",
    "type": "ANCHORING, NOT_STATED, PERMISSIONED, PERMISSIONED_PUBLIC_VIEW, PUBLIC",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "alsoKnownAs",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "answers",
    "type": "list of ProjectAnswer (instrument, option, question, statement ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "buildingBlocks",
    "type": "list of BuildingBlock (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "The reusable software and set-ups that it uses.",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "countries",
    "type": "list of Country (code, m49, name ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "engagements",
    "type": "list of Engagement (asAt, certainty, citations, delivered, note, outcome, period, project ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "figures",
    "type": "list of Figure (asAt, certainty, citations, current, label, note, number, unit ...)",
    "description": "As its writers ordered them.",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "goals",
    "type": "list of ProjectGoal (by, goal, reason ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "ledger",
    "type": "Ledger (access, accessBasis, consensus, keyCustody, offChain, platforms ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "legal",
    "type": "list of LegalQuestion (answer, question, topic ...)",
    "description": "Legal questions that it met, by the topics of UNCITRAL, and how they were answered.",
    "deprecated": ""
   },
   {
    "name": "lessons",
    "type": "list of Lesson (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "mitigations",
    "type": "list of Mitigation (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "origin",
    "type": "ANNEX_I, ANNEX_II, BODY, CONTRIBUTED",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "ownerNames",
    "type": "list of text",
    "description": "Short names of the owners, for lists; the same organizations as `owners`.",
    "deprecated": ""
   },
   {
    "name": "owners",
    "type": "list of Organization (abstract, actions, alsoKnownAs, annexIvColumn, asked, attachments, audience, citations ...)",
    "description": "The organizations whose project it is; empty where the source does not say.",
    "deprecated": ""
   },
   {
    "name": "ownersBasis",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "How sure the owners are, where they are not simply stated.",
    "deprecated": ""
   },
   {
    "name": "participants",
    "type": "list of Participant (asAt, certainty, citations, name, note, organization, responsibility, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "places",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "The countries with place and source.",
    "deprecated": ""
   },
   {
    "name": "platforms",
    "type": "list of text",
    "description": "Names of the platforms; empty is \"not stated\".",
    "deprecated": ""
   },
   {
    "name": "recommendations",
    "type": "list of Recommendation (abstract, action, actions, addressee, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "risks",
    "type": "list of Risk (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "scope",
    "type": "text",
    "description": "COUNTRIES, GLOBAL or NOT_STATED.",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "sectors",
    "type": "list of ADMINISTRATION, AGRICULTURE, BANKING_AND_FINANCE, BUSINESS, COMMUNICATIONS, CONSTRUCTION, EDUCATION, ENERGY, ENVIRONMENT, FISHING, FORESTRY, GOVERNMENT_AND_CIVIL_SOCIETY",
    "description": "None where nobody said.",
    "deprecated": ""
   },
   {
    "name": "similar",
    "type": "list of SimilarProject (project, reasons ...)",
    "description": "Projects that share a use, a platform or a country, most in common first.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "stage",
    "type": "DISCONTINUED, ENVISAGED, IN_USE, PILOT, PROOF_OF_CONCEPT, RESEARCH, SCALED",
    "description": "Today's stage, as far as the sources go.",
    "deprecated": ""
   },
   {
    "name": "stages",
    "type": "list of StageChange (asAt, certainty, citations, current, date, note, stage, text ...)",
    "description": "Stage history, as its writers ordered it: oldest first.",
    "deprecated": ""
   },
   {
    "name": "standards",
    "type": "list of Standard (abstract, address, asked, attachments, audience, became, body, cameFrom ...)",
    "description": "Standards to read for its uses, and those that records about it name.",
    "deprecated": ""
   },
   {
    "name": "statements",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "What the sources say, by the question it answers.",
    "deprecated": ""
   },
   {
    "name": "summary",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "uses",
    "type": "list of CREDENTIALS, DATA_EXCHANGE, DISPUTE_RESOLUTION, ENVIRONMENT, FINANCING, HEALTH, IDENTITY, INTERNAL_PROCESSES, KNOWLEDGE_SHARING, LAND_REGISTRATION, OTHER, PAYMENTS_AND_TRANSFERS",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "vendors",
    "type": "list of Vendor (abstract, agreements, alsoKnownAs, asked, attachments, audience, citations, connections ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "standards",
  "path": "/standards",
  "summary": "Standards of the report and those published since.",
  "example": "/standards?first=2&fields=title,url",
  "parameters": [
   {
    "name": "after",
    "description": "The cursor after which the page begins.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "body",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "inReport",
    "description": "yes or no.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "status",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "NAMED",
     "NO_RECORD_FOUND",
     "PUBLISHED",
     "REPLACED",
     "UNDER_DEVELOPMENT",
     "WITHDRAWN",
     "WORK_IN_PROGRESS"
    ]
   },
   {
    "name": "theme",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "ARCHITECTURE",
     "BUSINESS_CASE_AND_EVIDENCE",
     "COLLABORATION_AND_SHARING",
     "CONNECTIVITY",
     "DATA_PROTECTION_AND_KEYS",
     "DECENTRALIZATION",
     "DEVELOPMENT_IMPACT",
     "FUNDING_AND_COSTS",
     "GOVERNANCE",
     "IDENTITY",
     "IMMUTABILITY",
     "LEGAL_AND_STANDARDS",
     "OPENNESS_AND_VENDORS",
     "PROCESS_AND_CHANGE",
     "SCALABILITY_AND_PERFORMANCE",
     "SKILLS_AND_TRAINING"
    ]
   },
   {
    "name": "use",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "CREDENTIALS",
     "DATA_EXCHANGE",
     "DISPUTE_RESOLUTION",
     "ENVIRONMENT",
     "FINANCING",
     "HEALTH",
     "IDENTITY",
     "INTERNAL_PROCESSES",
     "KNOWLEDGE_SHARING",
     "LAND_REGISTRATION",
     "OTHER",
     "PAYMENTS_AND_TRANSFERS",
     "SECURITY",
     "SMART_CONTRACTS",
     "SUPPLY_CHAIN",
     "TRADE"
    ]
   },
   {
    "name": "first",
    "description": "1 to 100; 20 unless given.",
    "required": false,
    "many": false,
    "type": "integer",
    "values": []
   },
   {
    "name": "orderBy",
    "description": "",
    "required": false,
    "many": false,
    "type": "string",
    "values": [
     "SOURCE",
     "TITLE",
     "UPDATED"
    ]
   },
   {
    "name": "since",
    "description": "Only what was changed on this day (UTC) or later: 2026-11-01.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields",
   "facets"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "address",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "became",
    "type": "list of Standard (abstract, address, asked, attachments, audience, became, body, cameFrom ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "body",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "cameFrom",
    "type": "list of Standard (abstract, address, asked, attachments, audience, became, body, cameFrom ...)",
    "description": "The work items of the report that it became.",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "committee",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "documentKind",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "inReport",
    "type": "boolean",
    "description": "Whether the report names it, or it came later.",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "lessons",
    "type": "list of Lesson (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "name",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "The title, with how sure it is.",
    "deprecated": ""
   },
   {
    "name": "number",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "projects",
    "type": "list of Project (abstract, access, alsoKnownAs, answers, asked, attachments, audience, buildingBlocks ...)",
    "description": "Projects with a use for which it is to be read; at most 20.",
    "deprecated": ""
   },
   {
    "name": "published",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "questions",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "recommendations",
    "type": "list of Recommendation (abstract, action, actions, addressee, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "replacedBy",
    "type": "list of Standard (abstract, address, asked, attachments, audience, became, body, cameFrom ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "replaces",
    "type": "list of Standard (abstract, address, asked, attachments, audience, became, body, cameFrom ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "status",
    "type": "NAMED, NO_RECORD_FOUND, PUBLISHED, REPLACED, UNDER_DEVELOPMENT, WITHDRAWN, WORK_IN_PROGRESS",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "statusBasis",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "summary",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "themes",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "uses",
    "type": "list of text",
    "description": "Uses of blockchain for which to read it first.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "standards-one",
  "path": "/standards/{slug}",
  "summary": "One of these by its address, with its statements, sources and hash.",
  "example": "",
  "parameters": [
   {
    "name": "slug",
    "description": "The last part of the address of its page.",
    "required": true,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "address",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "became",
    "type": "list of Standard (abstract, address, asked, attachments, audience, became, body, cameFrom ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "body",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "cameFrom",
    "type": "list of Standard (abstract, address, asked, attachments, audience, became, body, cameFrom ...)",
    "description": "The work items of the report that it became.",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "committee",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "documentKind",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "inReport",
    "type": "boolean",
    "description": "Whether the report names it, or it came later.",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "lessons",
    "type": "list of Lesson (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "name",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "The title, with how sure it is.",
    "deprecated": ""
   },
   {
    "name": "number",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "projects",
    "type": "list of Project (abstract, access, alsoKnownAs, answers, asked, attachments, audience, buildingBlocks ...)",
    "description": "Projects with a use for which it is to be read; at most 20.",
    "deprecated": ""
   },
   {
    "name": "published",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "questions",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "recommendations",
    "type": "list of Recommendation (abstract, action, actions, addressee, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "replacedBy",
    "type": "list of Standard (abstract, address, asked, attachments, audience, became, body, cameFrom ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "replaces",
    "type": "list of Standard (abstract, address, asked, attachments, audience, became, body, cameFrom ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "status",
    "type": "NAMED, NO_RECORD_FOUND, PUBLISHED, REPLACED, UNDER_DEVELOPMENT, WITHDRAWN, WORK_IN_PROGRESS",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "statusBasis",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "summary",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "themes",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "uses",
    "type": "list of text",
    "description": "Uses of blockchain for which to read it first.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "risks",
  "path": "/risks",
  "summary": "The risks of chapter IV.",
  "example": "/risks?first=2&fields=title,url",
  "parameters": [
   {
    "name": "after",
    "description": "The cursor after which the page begins.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "kind",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "DEVELOPMENT",
     "GENERIC",
     "INTRINSIC"
    ]
   },
   {
    "name": "organization",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "first",
    "description": "1 to 100; 20 unless given.",
    "required": false,
    "many": false,
    "type": "integer",
    "values": []
   },
   {
    "name": "orderBy",
    "description": "",
    "required": false,
    "many": false,
    "type": "string",
    "values": [
     "SOURCE",
     "TITLE",
     "UPDATED"
    ]
   },
   {
    "name": "since",
    "description": "Only what was changed on this day (UTC) or later: 2026-11-01.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields",
   "facets"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "lessons",
    "type": "list of Lesson (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "mitigations",
    "type": "list of Mitigation (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "organizations",
    "type": "list of Organization (abstract, actions, alsoKnownAs, annexIvColumn, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "projects",
    "type": "list of Project (abstract, access, alsoKnownAs, answers, asked, attachments, audience, buildingBlocks ...)",
    "description": "Projects that met it.",
    "deprecated": ""
   },
   {
    "name": "riskKind",
    "type": "DEVELOPMENT, GENERIC, INTRINSIC",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "text",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "risks-one",
  "path": "/risks/{slug}",
  "summary": "One of these by its address, with its statements, sources and hash.",
  "example": "",
  "parameters": [
   {
    "name": "slug",
    "description": "The last part of the address of its page.",
    "required": true,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "lessons",
    "type": "list of Lesson (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "mitigations",
    "type": "list of Mitigation (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "organizations",
    "type": "list of Organization (abstract, actions, alsoKnownAs, annexIvColumn, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "projects",
    "type": "list of Project (abstract, access, alsoKnownAs, answers, asked, attachments, audience, buildingBlocks ...)",
    "description": "Projects that met it.",
    "deprecated": ""
   },
   {
    "name": "riskKind",
    "type": "DEVELOPMENT, GENERIC, INTRINSIC",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "text",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "mitigations",
  "path": "/mitigations",
  "summary": "The mitigations of chapter IV.",
  "example": "/mitigations?first=2&fields=title,url",
  "parameters": [
   {
    "name": "after",
    "description": "The cursor after which the page begins.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "organization",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "first",
    "description": "1 to 100; 20 unless given.",
    "required": false,
    "many": false,
    "type": "integer",
    "values": []
   },
   {
    "name": "orderBy",
    "description": "",
    "required": false,
    "many": false,
    "type": "string",
    "values": [
     "SOURCE",
     "TITLE",
     "UPDATED"
    ]
   },
   {
    "name": "since",
    "description": "Only what was changed on this day (UTC) or later: 2026-11-01.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields",
   "facets"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "organizations",
    "type": "list of Organization (abstract, actions, alsoKnownAs, annexIvColumn, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "pairedBy",
    "type": "EDITORS, SOURCE",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "projects",
    "type": "list of Project (abstract, access, alsoKnownAs, answers, asked, attachments, audience, buildingBlocks ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "risks",
    "type": "list of Risk (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "text",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "mitigations-one",
  "path": "/mitigations/{slug}",
  "summary": "One of these by its address, with its statements, sources and hash.",
  "example": "",
  "parameters": [
   {
    "name": "slug",
    "description": "The last part of the address of its page.",
    "required": true,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "organizations",
    "type": "list of Organization (abstract, actions, alsoKnownAs, annexIvColumn, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "pairedBy",
    "type": "EDITORS, SOURCE",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "projects",
    "type": "list of Project (abstract, access, alsoKnownAs, answers, asked, attachments, audience, buildingBlocks ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "risks",
    "type": "list of Risk (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "text",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "recommendations",
  "path": "/recommendations",
  "summary": "The formal, soft and other recommendations of the report.",
  "example": "/recommendations?first=2&fields=title,deadline,url",
  "parameters": [
   {
    "name": "after",
    "description": "The cursor after which the page begins.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "action",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "EXECUTIVE",
     "LEGISLATIVE"
    ]
   },
   {
    "name": "impact",
    "description": "a to i.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "kind",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "FORMAL",
     "OTHER",
     "SOFT"
    ]
   },
   {
    "name": "report",
    "description": "Source key of the report.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "first",
    "description": "1 to 100; 20 unless given.",
    "required": false,
    "many": false,
    "type": "integer",
    "values": []
   },
   {
    "name": "orderBy",
    "description": "",
    "required": false,
    "many": false,
    "type": "string",
    "values": [
     "SOURCE",
     "TITLE",
     "UPDATED"
    ]
   },
   {
    "name": "since",
    "description": "Only what was changed on this day (UTC) or later: 2026-11-01.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields",
   "facets"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "action",
    "type": "EXECUTIVE, LEGISLATIVE",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "actions",
    "type": "list of Action (id, kind, note, organization, organizationName, organizationSlug, printed, recommendation ...)",
    "description": "To whom it is addressed (Annex IV).",
    "deprecated": ""
   },
   {
    "name": "addressee",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "correction",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "What the report itself gets wrong about it.",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "deadline",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "deadlineDate",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "impact",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "impactLetter",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "label",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "lessons",
    "type": "list of Lesson (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "number",
    "type": "integer",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "organizations",
    "type": "list of Organization (abstract, actions, alsoKnownAs, annexIvColumn, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "place",
    "type": "text",
    "description": "Where it is printed.",
    "deprecated": ""
   },
   {
    "name": "projects",
    "type": "list of Project (abstract, access, alsoKnownAs, answers, asked, attachments, audience, buildingBlocks ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "recommendationKind",
    "type": "FORMAL, OTHER, SOFT",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "standards",
    "type": "list of Standard (abstract, address, asked, attachments, audience, became, body, cameFrom ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "text",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "verb",
    "type": "text",
    "description": "The word the Inspector uses, for OTHER.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "recommendations-one",
  "path": "/recommendations/{slug}",
  "summary": "One of these by its address, with its statements, sources and hash.",
  "example": "/recommendations/4?fields=title,version,hash",
  "parameters": [
   {
    "name": "slug",
    "description": "The last part of the address of its page.",
    "required": true,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "action",
    "type": "EXECUTIVE, LEGISLATIVE",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "actions",
    "type": "list of Action (id, kind, note, organization, organizationName, organizationSlug, printed, recommendation ...)",
    "description": "To whom it is addressed (Annex IV).",
    "deprecated": ""
   },
   {
    "name": "addressee",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "correction",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "What the report itself gets wrong about it.",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "deadline",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "deadlineDate",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "impact",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "impactLetter",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "label",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "lessons",
    "type": "list of Lesson (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "number",
    "type": "integer",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "organizations",
    "type": "list of Organization (abstract, actions, alsoKnownAs, annexIvColumn, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "place",
    "type": "text",
    "description": "Where it is printed.",
    "deprecated": ""
   },
   {
    "name": "projects",
    "type": "list of Project (abstract, access, alsoKnownAs, answers, asked, attachments, audience, buildingBlocks ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "recommendationKind",
    "type": "FORMAL, OTHER, SOFT",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "standards",
    "type": "list of Standard (abstract, address, asked, attachments, audience, became, body, cameFrom ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "text",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "verb",
    "type": "text",
    "description": "The word the Inspector uses, for OTHER.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "lessons",
  "path": "/lessons",
  "summary": "Lessons, good practices, challenges and reported benefits.",
  "example": "/lessons?first=2&fields=title,lessonKind,url",
  "parameters": [
   {
    "name": "after",
    "description": "The cursor after which the page begins.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "goal",
    "description": "",
    "required": false,
    "many": true,
    "type": "integer",
    "values": []
   },
   {
    "name": "kind",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "BENEFIT",
     "CHALLENGE",
     "GOOD_PRACTICE",
     "LESSON"
    ]
   },
   {
    "name": "organization",
    "description": "By slug or short name.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "project",
    "description": "By slug or title.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "theme",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "ARCHITECTURE",
     "BUSINESS_CASE_AND_EVIDENCE",
     "COLLABORATION_AND_SHARING",
     "CONNECTIVITY",
     "DATA_PROTECTION_AND_KEYS",
     "DECENTRALIZATION",
     "DEVELOPMENT_IMPACT",
     "FUNDING_AND_COSTS",
     "GOVERNANCE",
     "IDENTITY",
     "IMMUTABILITY",
     "LEGAL_AND_STANDARDS",
     "OPENNESS_AND_VENDORS",
     "PROCESS_AND_CHANGE",
     "SCALABILITY_AND_PERFORMANCE",
     "SKILLS_AND_TRAINING"
    ]
   },
   {
    "name": "first",
    "description": "1 to 100; 20 unless given.",
    "required": false,
    "many": false,
    "type": "integer",
    "values": []
   },
   {
    "name": "orderBy",
    "description": "",
    "required": false,
    "many": false,
    "type": "string",
    "values": [
     "SOURCE",
     "TITLE",
     "UPDATED"
    ]
   },
   {
    "name": "since",
    "description": "Only what was changed on this day (UTC) or later: 2026-11-01.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields",
   "facets"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "context",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fromQuestion",
    "type": "QuestionCredit (answered, asked, title, url ...)",
    "description": "Who asked and answered what it came from.",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "lessonKind",
    "type": "BENEFIT, CHALLENGE, GOOD_PRACTICE, LESSON",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "mitigations",
    "type": "list of Mitigation (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "organizations",
    "type": "list of Organization (abstract, actions, alsoKnownAs, annexIvColumn, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "otherViews",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Who sees it otherwise.",
    "deprecated": ""
   },
   {
    "name": "projects",
    "type": "list of Project (abstract, access, alsoKnownAs, answers, asked, attachments, audience, buildingBlocks ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "questions",
    "type": "list of text",
    "description": "Questions of the decision-making matrix on which it bears.",
    "deprecated": ""
   },
   {
    "name": "recommendations",
    "type": "list of Recommendation (abstract, action, actions, addressee, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "risks",
    "type": "list of Risk (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "standards",
    "type": "list of Standard (abstract, address, asked, attachments, audience, became, body, cameFrom ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "subject",
    "type": "text",
    "description": "The narrower subject.",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "theme",
    "type": "ARCHITECTURE, BUSINESS_CASE_AND_EVIDENCE, COLLABORATION_AND_SHARING, CONNECTIVITY, DATA_PROTECTION_AND_KEYS, DECENTRALIZATION, DEVELOPMENT_IMPACT, FUNDING_AND_COSTS, GOVERNANCE, IDENTITY, IMMUTABILITY, LEGAL_AND_STANDARDS",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   },
   {
    "name": "whatFollows",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "What the next project can take from it.",
    "deprecated": ""
   },
   {
    "name": "whatHappened",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "lessons-one",
  "path": "/lessons/{slug}",
  "summary": "One of these by its address, with its statements, sources and hash.",
  "example": "",
  "parameters": [
   {
    "name": "slug",
    "description": "The last part of the address of its page.",
    "required": true,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "context",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fromQuestion",
    "type": "QuestionCredit (answered, asked, title, url ...)",
    "description": "Who asked and answered what it came from.",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "lessonKind",
    "type": "BENEFIT, CHALLENGE, GOOD_PRACTICE, LESSON",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "mitigations",
    "type": "list of Mitigation (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "organizations",
    "type": "list of Organization (abstract, actions, alsoKnownAs, annexIvColumn, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "otherViews",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Who sees it otherwise.",
    "deprecated": ""
   },
   {
    "name": "projects",
    "type": "list of Project (abstract, access, alsoKnownAs, answers, asked, attachments, audience, buildingBlocks ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "questions",
    "type": "list of text",
    "description": "Questions of the decision-making matrix on which it bears.",
    "deprecated": ""
   },
   {
    "name": "recommendations",
    "type": "list of Recommendation (abstract, action, actions, addressee, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "risks",
    "type": "list of Risk (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "standards",
    "type": "list of Standard (abstract, address, asked, attachments, audience, became, body, cameFrom ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "subject",
    "type": "text",
    "description": "The narrower subject.",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "theme",
    "type": "ARCHITECTURE, BUSINESS_CASE_AND_EVIDENCE, COLLABORATION_AND_SHARING, CONNECTIVITY, DATA_PROTECTION_AND_KEYS, DECENTRALIZATION, DEVELOPMENT_IMPACT, FUNDING_AND_COSTS, GOVERNANCE, IDENTITY, IMMUTABILITY, LEGAL_AND_STANDARDS",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   },
   {
    "name": "whatFollows",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "What the next project can take from it.",
    "deprecated": ""
   },
   {
    "name": "whatHappened",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "glossaryTerms",
  "path": "/glossary",
  "summary": "The glossary of section D and the terms defined elsewhere in the report.",
  "example": "/glossary?first=2&fields=title,url",
  "parameters": [
   {
    "name": "after",
    "description": "The cursor after which the page begins.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "term",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "first",
    "description": "1 to 100; 20 unless given.",
    "required": false,
    "many": false,
    "type": "integer",
    "values": []
   },
   {
    "name": "orderBy",
    "description": "",
    "required": false,
    "many": false,
    "type": "string",
    "values": [
     "SOURCE",
     "TITLE",
     "UPDATED"
    ]
   },
   {
    "name": "since",
    "description": "Only what was changed on this day (UTC) or later: 2026-11-01.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields",
   "facets"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "definition",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "forms",
    "type": "list of text",
    "description": "Other forms under which it stands in texts.",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "seeAlso",
    "type": "list of GlossaryTerm (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "term",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "glossaryTerms-one",
  "path": "/glossary/{slug}",
  "summary": "One of these by its address, with its statements, sources and hash.",
  "example": "",
  "parameters": [
   {
    "name": "slug",
    "description": "The last part of the address of its page.",
    "required": true,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "definition",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "forms",
    "type": "list of text",
    "description": "Other forms under which it stands in texts.",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "seeAlso",
    "type": "list of GlossaryTerm (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "term",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "references",
  "path": "/reference",
  "summary": "Pages of reference: law, funding, learning, principles, governance.",
  "example": "/reference?first=2&fields=title,url",
  "parameters": [
   {
    "name": "after",
    "description": "The cursor after which the page begins.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "edition",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "topic",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "FUNDING",
     "GOVERNANCE_ELEMENT",
     "GOVERNANCE_SECTION",
     "GOVERNANCE_TYPE",
     "GUIDANCE_PROPOSAL",
     "INTEROPERABILITY_LEVEL",
     "LAW",
     "LEARNING_LEVEL",
     "LEARNING_RESOURCE",
     "LEGAL_DOCUMENT",
     "LEGAL_ISSUE",
     "OUTSIDE_EXAMPLE",
     "PLATFORM",
     "PRINCIPLE",
     "THEORETICAL_BENEFIT"
    ]
   },
   {
    "name": "first",
    "description": "1 to 100; 20 unless given.",
    "required": false,
    "many": false,
    "type": "integer",
    "values": []
   },
   {
    "name": "orderBy",
    "description": "",
    "required": false,
    "many": false,
    "type": "string",
    "values": [
     "SOURCE",
     "TITLE",
     "UPDATED"
    ]
   },
   {
    "name": "since",
    "description": "Only what was changed on this day (UTC) or later: 2026-11-01.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields",
   "facets"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "address",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "addressCheck",
    "type": "LinkCheck (archived, changedOn, checkedOn, licence, movedTo, repository, state ...)",
    "description": "What the address answered when the library last asked it; asked are those of learning resources.",
    "deprecated": ""
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "cost",
    "type": "text",
    "description": "Of a learning resource; null where it is not stated.",
    "deprecated": ""
   },
   {
    "name": "country",
    "type": "Country (code, m49, name ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "edition",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "inLanguages",
    "type": "list of text",
    "description": "Of a learning resource; null where it is not stated.",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "levels",
    "type": "list of Reference (abstract, address, addressCheck, asked, attachments, audience, citations, connections ...)",
    "description": "The levels of learning that a resource serves.",
    "deprecated": ""
   },
   {
    "name": "minutes",
    "type": "integer",
    "description": "How long a learning resource takes; null where it is not stated.",
    "deprecated": ""
   },
   {
    "name": "name",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "note",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "organizations",
    "type": "list of Organization (abstract, actions, alsoKnownAs, annexIvColumn, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "partOf",
    "type": "Reference (abstract, address, addressCheck, asked, attachments, audience, citations, connections ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "parts",
    "type": "list of Reference (abstract, address, addressCheck, asked, attachments, audience, citations, connections ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "projects",
    "type": "list of Project (abstract, access, alsoKnownAs, answers, asked, attachments, audience, buildingBlocks ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "symbol",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "text",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "topic",
    "type": "FUNDING, GOVERNANCE_ELEMENT, GOVERNANCE_SECTION, GOVERNANCE_TYPE, GUIDANCE_PROPOSAL, INTEROPERABILITY_LEVEL, LAW, LEARNING_LEVEL, LEARNING_RESOURCE, LEGAL_DOCUMENT, LEGAL_ISSUE, OUTSIDE_EXAMPLE",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "references-one",
  "path": "/reference/{slug}",
  "summary": "One of these by its address, with its statements, sources and hash.",
  "example": "",
  "parameters": [
   {
    "name": "slug",
    "description": "The last part of the address of its page.",
    "required": true,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "address",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "addressCheck",
    "type": "LinkCheck (archived, changedOn, checkedOn, licence, movedTo, repository, state ...)",
    "description": "What the address answered when the library last asked it; asked are those of learning resources.",
    "deprecated": ""
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "cost",
    "type": "text",
    "description": "Of a learning resource; null where it is not stated.",
    "deprecated": ""
   },
   {
    "name": "country",
    "type": "Country (code, m49, name ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "edition",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "inLanguages",
    "type": "list of text",
    "description": "Of a learning resource; null where it is not stated.",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "levels",
    "type": "list of Reference (abstract, address, addressCheck, asked, attachments, audience, citations, connections ...)",
    "description": "The levels of learning that a resource serves.",
    "deprecated": ""
   },
   {
    "name": "minutes",
    "type": "integer",
    "description": "How long a learning resource takes; null where it is not stated.",
    "deprecated": ""
   },
   {
    "name": "name",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "note",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "organizations",
    "type": "list of Organization (abstract, actions, alsoKnownAs, annexIvColumn, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "partOf",
    "type": "Reference (abstract, address, addressCheck, asked, attachments, audience, citations, connections ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "parts",
    "type": "list of Reference (abstract, address, addressCheck, asked, attachments, audience, citations, connections ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "projects",
    "type": "list of Project (abstract, access, alsoKnownAs, answers, asked, attachments, audience, buildingBlocks ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "symbol",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "text",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "topic",
    "type": "FUNDING, GOVERNANCE_ELEMENT, GOVERNANCE_SECTION, GOVERNANCE_TYPE, GUIDANCE_PROPOSAL, INTEROPERABILITY_LEVEL, LAW, LEARNING_LEVEL, LEARNING_RESOURCE, LEGAL_DOCUMENT, LEGAL_ISSUE, OUTSIDE_EXAMPLE",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "buildingBlocks",
  "path": "/building-blocks",
  "summary": "Reusable pieces of software and technical set-ups.",
  "example": "/building-blocks?first=2&fields=title,url",
  "parameters": [
   {
    "name": "after",
    "description": "The cursor after which the page begins.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "licence",
    "description": "As SPDX writes it, such as Apache-2.0.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "organization",
    "description": "Owner, by slug or short name: wfp, WFP.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "platform",
    "description": "Such as Ethereum.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "project",
    "description": "By slug or title.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "vendor",
    "description": "By slug or name.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "first",
    "description": "1 to 100; 20 unless given.",
    "required": false,
    "many": false,
    "type": "integer",
    "values": []
   },
   {
    "name": "orderBy",
    "description": "",
    "required": false,
    "many": false,
    "type": "string",
    "values": [
     "SOURCE",
     "TITLE",
     "UPDATED"
    ]
   },
   {
    "name": "since",
    "description": "Only what was changed on this day (UTC) or later: 2026-11-01.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields",
   "facets"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "howToTry",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "licence",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "An SPDX expression, such as Apache-2.0, with what it rests on.",
    "deprecated": ""
   },
   {
    "name": "licenceId",
    "type": "text",
    "description": "The licence in lists, as far as everybody may know it.",
    "deprecated": ""
   },
   {
    "name": "owners",
    "type": "list of Organization (abstract, actions, alsoKnownAs, annexIvColumn, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "platforms",
    "type": "list of text",
    "description": "Where it runs, as far as everybody may know.",
    "deprecated": ""
   },
   {
    "name": "platformsBasis",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Where it runs, each with what it rests on.",
    "deprecated": ""
   },
   {
    "name": "projects",
    "type": "list of Project (abstract, access, alsoKnownAs, answers, asked, attachments, audience, buildingBlocks ...)",
    "description": "Who uses it.",
    "deprecated": ""
   },
   {
    "name": "repository",
    "type": "text",
    "description": "The web address of its code.",
    "deprecated": ""
   },
   {
    "name": "repositoryCheck",
    "type": "LinkCheck (archived, changedOn, checkedOn, licence, movedTo, repository, state ...)",
    "description": "What the repository of the live entry answered when the library last asked it.",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "summary",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "vendors",
    "type": "list of Vendor (abstract, agreements, alsoKnownAs, asked, attachments, audience, citations, connections ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "buildingBlocks-one",
  "path": "/building-blocks/{slug}",
  "summary": "One of these by its address, with its statements, sources and hash.",
  "example": "",
  "parameters": [
   {
    "name": "slug",
    "description": "The last part of the address of its page.",
    "required": true,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "howToTry",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "licence",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "An SPDX expression, such as Apache-2.0, with what it rests on.",
    "deprecated": ""
   },
   {
    "name": "licenceId",
    "type": "text",
    "description": "The licence in lists, as far as everybody may know it.",
    "deprecated": ""
   },
   {
    "name": "owners",
    "type": "list of Organization (abstract, actions, alsoKnownAs, annexIvColumn, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "platforms",
    "type": "list of text",
    "description": "Where it runs, as far as everybody may know.",
    "deprecated": ""
   },
   {
    "name": "platformsBasis",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Where it runs, each with what it rests on.",
    "deprecated": ""
   },
   {
    "name": "projects",
    "type": "list of Project (abstract, access, alsoKnownAs, answers, asked, attachments, audience, buildingBlocks ...)",
    "description": "Who uses it.",
    "deprecated": ""
   },
   {
    "name": "repository",
    "type": "text",
    "description": "The web address of its code.",
    "deprecated": ""
   },
   {
    "name": "repositoryCheck",
    "type": "LinkCheck (archived, changedOn, checkedOn, licence, movedTo, repository, state ...)",
    "description": "What the repository of the live entry answered when the library last asked it.",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "summary",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "vendors",
    "type": "list of Vendor (abstract, agreements, alsoKnownAs, asked, attachments, audience, citations, connections ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "foreignRecords",
  "path": "/foreign-records",
  "summary": "Entries of other catalogues. They are in no other list and count in no other figure.",
  "example": "/foreign-records?first=2&fields=title,url",
  "parameters": [
   {
    "name": "after",
    "description": "The cursor after which the page begins.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "catalogue",
    "description": "By name, such as Public Sector Tech Watch.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "catalogueGoal",
    "description": "1 to 17.",
    "required": false,
    "many": true,
    "type": "integer",
    "values": []
   },
   {
    "name": "country",
    "description": "ISO 3166-1 alpha-2.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "ownerKind",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "region",
    "description": "By slug, such as sub-saharan-africa.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "stage",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "started_from",
    "description": "",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "started_to",
    "description": "",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "first",
    "description": "1 to 100; 20 unless given.",
    "required": false,
    "many": false,
    "type": "integer",
    "values": []
   },
   {
    "name": "orderBy",
    "description": "",
    "required": false,
    "many": false,
    "type": "string",
    "values": [
     "SOURCE",
     "TITLE",
     "UPDATED"
    ]
   },
   {
    "name": "since",
    "description": "Only what was changed on this day (UTC) or later: 2026-11-01.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields",
   "facets"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "address",
    "type": "text",
    "description": "Its own page in the catalogue, where it has one.",
    "deprecated": ""
   },
   {
    "name": "answers",
    "type": "list of ForeignAnswer (id, organization, organizationName, text, version, writtenAt ...)",
    "description": "What organizations say beside it, the oldest first.",
    "deprecated": ""
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "catalogue",
    "type": "Catalogue (asAt, key, licence, licenceUrl, name, publisher, url, version ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "catalogueName",
    "type": "text",
    "description": "The catalogue in lists.",
    "deprecated": ""
   },
   {
    "name": "changedThere",
    "type": "text",
    "description": "When the catalogue says that it changed it last.",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "countryNames",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "identifier",
    "type": "text",
    "description": "Its name in the catalogue.",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "ownerKind",
    "type": "ACADEMIC, COMPANY, CONSORTIUM, GOVERNMENT, INTERNATIONAL, NGO, OTHER",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "stage",
    "type": "DISCONTINUED, ENVISAGED, IN_USE, PILOT, PROOF_OF_CONCEPT, RESEARCH, SCALED",
    "description": "In the words of this library; null where the catalogue says none that fits one of them.",
    "deprecated": ""
   },
   {
    "name": "statements",
    "type": "list of ForeignStatement (address, column, field, identifier, label, source, text ...)",
    "description": "All that the catalogue says of it, value by value, each with its source and licence.",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   },
   {
    "name": "versions",
    "type": "list of ForeignVersion (at, changed, edition, number, reason ...)",
    "description": "Its versions, the newest first, each with what the catalogue said otherwise than before.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "foreignRecords-one",
  "path": "/foreign-records/{slug}",
  "summary": "One of these by its address, with its statements, sources and hash.",
  "example": "",
  "parameters": [
   {
    "name": "slug",
    "description": "The last part of the address of its page.",
    "required": true,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "address",
    "type": "text",
    "description": "Its own page in the catalogue, where it has one.",
    "deprecated": ""
   },
   {
    "name": "answers",
    "type": "list of ForeignAnswer (id, organization, organizationName, text, version, writtenAt ...)",
    "description": "What organizations say beside it, the oldest first.",
    "deprecated": ""
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "catalogue",
    "type": "Catalogue (asAt, key, licence, licenceUrl, name, publisher, url, version ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "catalogueName",
    "type": "text",
    "description": "The catalogue in lists.",
    "deprecated": ""
   },
   {
    "name": "changedThere",
    "type": "text",
    "description": "When the catalogue says that it changed it last.",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "countryNames",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "identifier",
    "type": "text",
    "description": "Its name in the catalogue.",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "ownerKind",
    "type": "ACADEMIC, COMPANY, CONSORTIUM, GOVERNMENT, INTERNATIONAL, NGO, OTHER",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "stage",
    "type": "DISCONTINUED, ENVISAGED, IN_USE, PILOT, PROOF_OF_CONCEPT, RESEARCH, SCALED",
    "description": "In the words of this library; null where the catalogue says none that fits one of them.",
    "deprecated": ""
   },
   {
    "name": "statements",
    "type": "list of ForeignStatement (address, column, field, identifier, label, source, text ...)",
    "description": "All that the catalogue says of it, value by value, each with its source and licence.",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   },
   {
    "name": "versions",
    "type": "list of ForeignVersion (at, changed, edition, number, reason ...)",
    "description": "Its versions, the newest first, each with what the catalogue said otherwise than before.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "search",
  "path": "/search",
  "summary": "One box over everything: forgives typing mistakes, completes the last word, ignores accents.",
  "example": "/search?query=identity&first=2&fields=title,url",
  "parameters": [
   {
    "name": "after",
    "description": "",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "country",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "goal",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "organization",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "platform",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "region",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "stage",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "theme",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "use",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "vendor",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "first",
    "description": "",
    "required": false,
    "many": false,
    "type": "integer",
    "values": []
   },
   {
    "name": "foreign",
    "description": "Whether entries of other catalogues are looked for too; they are when their kind is among the kinds.",
    "required": false,
    "many": false,
    "type": "boolean",
    "values": []
   },
   {
    "name": "kinds",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "BUILDING_BLOCK",
     "FOREIGN_RECORD",
     "GLOSSARY_TERM",
     "GOAL",
     "LESSON",
     "MATRIX",
     "MITIGATION",
     "ORGANIZATION",
     "PROJECT",
     "RECOMMENDATION",
     "REFERENCE",
     "RISK",
     "SOURCE",
     "STANDARD",
     "VENDOR"
    ]
   },
   {
    "name": "query",
    "description": "At most 200 characters.",
    "required": true,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields",
   "facets"
  ],
  "fields": [
   {
    "name": "countries",
    "type": "list of text",
    "description": "ISO 3166-1 alpha-2.",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its texts are written (BCP 47).",
    "deprecated": ""
   },
   {
    "name": "matchedFields",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "matches",
    "type": "list of Match (field, how, word ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "near",
    "type": "boolean",
    "description": "Whether it was found by a guess alone: another spelling, a word that means nearly the same, without some of the words.",
    "deprecated": ""
   },
   {
    "name": "owners",
    "type": "list of text",
    "description": "Short names of the organizations whose record it is or whose experience it tells.",
    "deprecated": ""
   },
   {
    "name": "record",
    "type": "Record (abstract, asked, attachments, audience, citations, connections, contacts, contactsWithheld ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "snippet",
    "type": "text",
    "description": "The best passage as HTML: escaped, with <mark> around what matched.",
    "deprecated": ""
   },
   {
    "name": "snippetParts",
    "type": "list of SnippetPart (marked, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "stage",
    "type": "text",
    "description": "How far a project is.",
    "deprecated": ""
   },
   {
    "name": "theme",
    "type": "text",
    "description": "What a lesson is about.",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "titleParts",
    "type": "list of SnippetPart (marked, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "roster",
  "path": "/roster",
  "summary": "Vendors by what they are, by what they delivered to whom, and by the agreements with them that you may see.",
  "example": "/roster?first=2&fields=name,projectCount,url",
  "parameters": [
   {
    "name": "after",
    "description": "The cursor after which the page begins.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "agreement_ceilingLeft",
    "description": "So much or more is left below the ceiling, in units of its currency.",
    "required": false,
    "many": false,
    "type": "number",
    "values": []
   },
   {
    "name": "agreement_currency",
    "description": "ISO 4217.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "agreement_holder",
    "description": "By slug.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "agreement_open",
    "description": "Whether others may use it, at once or on request.",
    "required": false,
    "many": false,
    "type": "boolean",
    "values": []
   },
   {
    "name": "agreement_text",
    "description": "Words of its number, title, scope, holder or vendor.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "agreement_unspsc",
    "description": "At or below this level, such as 8111.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "agreement_validOn",
    "description": "It can be used on this day; terms are those of that day.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "agreement_vendor",
    "description": "By slug.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "country",
    "description": "ISO 3166-1 alpha-2.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "kind",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "EXTERNAL",
     "INVESTEE",
     "IN_HOUSE"
    ]
   },
   {
    "name": "platform",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "region",
    "description": "By slug, such as western-europe.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "registrationNumber",
    "description": "As it is written, such as CHE-116.281.710 (Switzerland).",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "service",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "first",
    "description": "1 to 100; 20 unless given.",
    "required": false,
    "many": false,
    "type": "integer",
    "values": []
   },
   {
    "name": "name",
    "description": "Name, former name, alias or number of a register; typing mistakes are forgiven.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "orderBy",
    "description": "",
    "required": false,
    "many": false,
    "type": "string",
    "values": [
     "LATEST",
     "SOURCE",
     "TITLE",
     "UPDATED",
     "WORK"
    ]
   },
   {
    "name": "since",
    "description": "Only what was changed on this day (UTC) or later: 2026-11-01.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "work_client",
    "description": "For whom, by slug or short name.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "work_goal",
    "description": "1 to 17.",
    "required": false,
    "many": true,
    "type": "integer",
    "values": []
   },
   {
    "name": "work_role",
    "description": "What the vendor was in the project, as it is written.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "work_sector",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "ADMINISTRATION",
     "AGRICULTURE",
     "BANKING_AND_FINANCE",
     "BUSINESS",
     "COMMUNICATIONS",
     "CONSTRUCTION",
     "EDUCATION",
     "ENERGY",
     "ENVIRONMENT",
     "FISHING",
     "FORESTRY",
     "GOVERNMENT_AND_CIVIL_SOCIETY",
     "HEALTH",
     "HUMANITARIAN",
     "INDUSTRY",
     "MINING",
     "MULTISECTOR",
     "SOCIAL_SERVICES",
     "TOURISM",
     "TRADE_POLICY",
     "TRANSPORT",
     "WATER_AND_SANITATION"
    ]
   },
   {
    "name": "work_stage",
    "description": "What became of the project: its stage today.",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "DISCONTINUED",
     "ENVISAGED",
     "IN_USE",
     "PILOT",
     "PROOF_OF_CONCEPT",
     "RESEARCH",
     "SCALED"
    ]
   },
   {
    "name": "work_unSystem",
    "description": "For an organization of the United Nations system.",
    "required": false,
    "many": false,
    "type": "boolean",
    "values": []
   },
   {
    "name": "work_use",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "CREDENTIALS",
     "DATA_EXCHANGE",
     "DISPUTE_RESOLUTION",
     "ENVIRONMENT",
     "FINANCING",
     "HEALTH",
     "IDENTITY",
     "INTERNAL_PROCESSES",
     "KNOWLEDGE_SHARING",
     "LAND_REGISTRATION",
     "OTHER",
     "PAYMENTS_AND_TRANSFERS",
     "SECURITY",
     "SMART_CONTRACTS",
     "SUPPLY_CHAIN",
     "TRADE"
    ]
   },
   {
    "name": "work_wentIntoUse",
    "description": "The project was in use at some time, whatever became of it.",
    "required": false,
    "many": false,
    "type": "boolean",
    "values": []
   },
   {
    "name": "work_workAccess",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "ANCHORING",
     "NOT_STATED",
     "PERMISSIONED",
     "PERMISSIONED_PUBLIC_VIEW",
     "PUBLIC"
    ]
   },
   {
    "name": "work_workCountry",
    "description": "Where the project works, ISO 3166-1 alpha-2.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "work_workPlatform",
    "description": "The stack of the engagement, or the platforms of its project where none is stated.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "work_workRegion",
    "description": "Where the project works, by slug, such as latin-america.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields",
   "facets"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "agreements",
    "type": "list of Agreement (at, audience, callOff, ceiling, ceilingLeft, contact, currency, daysLeft ...)",
    "description": "Agreements with it that who asks may see, as of today, those that end last first; at most 50.",
    "deprecated": ""
   },
   {
    "name": "alsoKnownAs",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "country",
    "type": "Country (code, m49, name ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "countryBasis",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "dependence",
    "type": "list of VendorDependence (access, accessBasis, code, keys, nodes, project, protocol, skills ...)",
    "description": "Of each project it delivered something in, what bears on whether the work can go on without it.",
    "deprecated": ""
   },
   {
    "name": "engagements",
    "type": "list of Engagement (asAt, certainty, citations, delivered, note, outcome, period, project ...)",
    "description": "What it delivered, for whom, on what stack, and how it ended.",
    "deprecated": ""
   },
   {
    "name": "formerNames",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "iati",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Its IATI organization identifier.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "latestWork",
    "type": "text",
    "description": "When a project that it worked in last reached a stage, or to which day its work is told: 2019, 2019-05 or 2019-05-31. Of its first 100 engagements.",
    "deprecated": ""
   },
   {
    "name": "name",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "orgId",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Its identifier as org-id.guide describes them.",
    "deprecated": ""
   },
   {
    "name": "platforms",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "platformsBasis",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "The platforms, each with what it rests on.",
    "deprecated": ""
   },
   {
    "name": "principals",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Who owns or leads it, each with what it rests on. For the UN system, unless its writers chose another audience.",
    "deprecated": ""
   },
   {
    "name": "projectCount",
    "type": "integer",
    "description": "In how many projects it delivered something.",
    "deprecated": ""
   },
   {
    "name": "registrationNumber",
    "type": "text",
    "description": "The number under which a public register has it.",
    "deprecated": ""
   },
   {
    "name": "ror",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "Its identifier in the Research Organization Registry.",
    "deprecated": ""
   },
   {
    "name": "screenings",
    "type": "list of VendorScreening (by, checkedAt, found, listName, listedOn, namesChanged, newerList, synthetic ...)",
    "description": "The last check against each list; empty for who may not know.",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "services",
    "type": "list of text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "similar",
    "type": "list of SimilarVendor (platforms, vendor ...)",
    "description": "Vendors on the same platforms, most in common first; at most 8.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "statements",
    "type": "list of Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "summary",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "vendorKind",
    "type": "EXTERNAL, INVESTEE, IN_HOUSE",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   },
   {
    "name": "website",
    "type": "text",
    "description": "",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "agreements",
  "path": "/agreements",
  "summary": "Long-term agreements that who asks may see.",
  "example": "/agreements?first=2&fields=number,title,endsOn",
  "parameters": [
   {
    "name": "after",
    "description": "The cursor after which the page begins.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "ceilingLeft",
    "description": "So much or more is left below the ceiling, in units of its currency.",
    "required": false,
    "many": false,
    "type": "number",
    "values": []
   },
   {
    "name": "currency",
    "description": "ISO 4217.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "holder",
    "description": "By slug.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "open",
    "description": "Whether others may use it, at once or on request.",
    "required": false,
    "many": false,
    "type": "boolean",
    "values": []
   },
   {
    "name": "text",
    "description": "Words of its number, title, scope, holder or vendor.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "unspsc",
    "description": "At or below this level, such as 8111.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "validOn",
    "description": "It can be used on this day; terms are those of that day.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "vendor",
    "description": "By slug.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "first",
    "description": "1 to 100; 20 unless given.",
    "required": false,
    "many": false,
    "type": "integer",
    "values": []
   },
   {
    "name": "orderBy",
    "description": "",
    "required": false,
    "many": false,
    "type": "string",
    "values": [
     "ENDS",
     "HOLDER",
     "TITLE",
     "VENDOR"
    ]
   }
  ],
  "everywhere": [
   "fields",
   "facets"
  ],
  "fields": [
   {
    "name": "at",
    "type": "text",
    "description": "The day as of which its terms hold.",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "Who sees it beside the people of the holder and procurement officers.",
    "deprecated": ""
   },
   {
    "name": "callOff",
    "type": "text",
    "description": "How one orders under it; empty where that is not stated.",
    "deprecated": ""
   },
   {
    "name": "ceiling",
    "type": "number",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "ceilingLeft",
    "type": "number",
    "description": "Null where there is no ceiling, or where nobody said what was drawn.",
    "deprecated": ""
   },
   {
    "name": "contact",
    "type": "text",
    "description": "Whom to write to, for the people of the holder and procurement officers.",
    "deprecated": ""
   },
   {
    "name": "currency",
    "type": "text",
    "description": "ISO 4217.",
    "deprecated": ""
   },
   {
    "name": "daysLeft",
    "type": "integer",
    "description": "How many days it can still be used after that day; null where it has ended.",
    "deprecated": ""
   },
   {
    "name": "demo",
    "type": "boolean",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "documentAddress",
    "type": "text",
    "description": "For the people of the holder and procurement officers.",
    "deprecated": ""
   },
   {
    "name": "documentFile",
    "type": "text",
    "description": "The hash of an uploaded file, for the people of the holder and procurement officers.",
    "deprecated": ""
   },
   {
    "name": "documentLabel",
    "type": "text",
    "description": "For the people of the holder and procurement officers.",
    "deprecated": ""
   },
   {
    "name": "drawings",
    "type": "list of AgreementDrawing (drawn, onDay, source, writer, writtenAt ...)",
    "description": "Latest day first, for the people of the holder and procurement officers.",
    "deprecated": ""
   },
   {
    "name": "drawn",
    "type": "number",
    "description": "Up to `drawnOn`, for the people of the holder and procurement officers; null where nobody said so.",
    "deprecated": ""
   },
   {
    "name": "drawnOn",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "endsOn",
    "type": "text",
    "description": "The last day on which it can be used.",
    "deprecated": ""
   },
   {
    "name": "history",
    "type": "list of AgreementVersion (callOff, ceiling, changed, contact, currency, documentAddress, documentFile, documentLabel ...)",
    "description": "Its versions, oldest first.",
    "deprecated": ""
   },
   {
    "name": "holderName",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "holderSlug",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "inside",
    "type": "boolean",
    "description": "Who asks sees all of it.",
    "deprecated": ""
   },
   {
    "name": "number",
    "type": "text",
    "description": "By which the holder knows it.",
    "deprecated": ""
   },
   {
    "name": "open",
    "type": "boolean",
    "description": "Others may use it, at once or on request.",
    "deprecated": ""
   },
   {
    "name": "openings",
    "type": "integer",
    "description": "How often it was said who sees it.",
    "deprecated": ""
   },
   {
    "name": "requests",
    "type": "list of AgreementRequest (answer, answeredAt, answerer, askedAt, asker, granted, id, organization ...)",
    "description": "Who asked for its use, latest first, as far as your organizations ask or are asked.",
    "deprecated": ""
   },
   {
    "name": "scope",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "source",
    "type": "text",
    "description": "What this is known from.",
    "deprecated": ""
   },
   {
    "name": "startsOn",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "unspsc",
    "type": "list of text",
    "description": "UNSPSC codes of eight digits; higher levels end with zeros.",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "use",
    "type": "CLOSED, NOT_STATED, ON_REQUEST, OPEN",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "useTerms",
    "type": "text",
    "description": "How others use it; empty where that is not stated.",
    "deprecated": ""
   },
   {
    "name": "validity",
    "type": "COMING, ENDED, VALID",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "vendorTitle",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "vendorUrl",
    "type": "text",
    "description": "Null where its entry is archived.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "versions",
    "type": "integer",
    "description": "How many versions there are, also such as hold later.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "agreement",
  "path": "/agreements/{id}",
  "summary": "One long-term agreement, as of a day.",
  "example": "",
  "parameters": [
   {
    "name": "at",
    "description": "As of this day; today unless given.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "id",
    "description": "",
    "required": true,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields"
  ],
  "fields": [
   {
    "name": "at",
    "type": "text",
    "description": "The day as of which its terms hold.",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "Who sees it beside the people of the holder and procurement officers.",
    "deprecated": ""
   },
   {
    "name": "callOff",
    "type": "text",
    "description": "How one orders under it; empty where that is not stated.",
    "deprecated": ""
   },
   {
    "name": "ceiling",
    "type": "number",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "ceilingLeft",
    "type": "number",
    "description": "Null where there is no ceiling, or where nobody said what was drawn.",
    "deprecated": ""
   },
   {
    "name": "contact",
    "type": "text",
    "description": "Whom to write to, for the people of the holder and procurement officers.",
    "deprecated": ""
   },
   {
    "name": "currency",
    "type": "text",
    "description": "ISO 4217.",
    "deprecated": ""
   },
   {
    "name": "daysLeft",
    "type": "integer",
    "description": "How many days it can still be used after that day; null where it has ended.",
    "deprecated": ""
   },
   {
    "name": "demo",
    "type": "boolean",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "documentAddress",
    "type": "text",
    "description": "For the people of the holder and procurement officers.",
    "deprecated": ""
   },
   {
    "name": "documentFile",
    "type": "text",
    "description": "The hash of an uploaded file, for the people of the holder and procurement officers.",
    "deprecated": ""
   },
   {
    "name": "documentLabel",
    "type": "text",
    "description": "For the people of the holder and procurement officers.",
    "deprecated": ""
   },
   {
    "name": "drawings",
    "type": "list of AgreementDrawing (drawn, onDay, source, writer, writtenAt ...)",
    "description": "Latest day first, for the people of the holder and procurement officers.",
    "deprecated": ""
   },
   {
    "name": "drawn",
    "type": "number",
    "description": "Up to `drawnOn`, for the people of the holder and procurement officers; null where nobody said so.",
    "deprecated": ""
   },
   {
    "name": "drawnOn",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "endsOn",
    "type": "text",
    "description": "The last day on which it can be used.",
    "deprecated": ""
   },
   {
    "name": "history",
    "type": "list of AgreementVersion (callOff, ceiling, changed, contact, currency, documentAddress, documentFile, documentLabel ...)",
    "description": "Its versions, oldest first.",
    "deprecated": ""
   },
   {
    "name": "holderName",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "holderSlug",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "inside",
    "type": "boolean",
    "description": "Who asks sees all of it.",
    "deprecated": ""
   },
   {
    "name": "number",
    "type": "text",
    "description": "By which the holder knows it.",
    "deprecated": ""
   },
   {
    "name": "open",
    "type": "boolean",
    "description": "Others may use it, at once or on request.",
    "deprecated": ""
   },
   {
    "name": "openings",
    "type": "integer",
    "description": "How often it was said who sees it.",
    "deprecated": ""
   },
   {
    "name": "requests",
    "type": "list of AgreementRequest (answer, answeredAt, answerer, askedAt, asker, granted, id, organization ...)",
    "description": "Who asked for its use, latest first, as far as your organizations ask or are asked.",
    "deprecated": ""
   },
   {
    "name": "scope",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "source",
    "type": "text",
    "description": "What this is known from.",
    "deprecated": ""
   },
   {
    "name": "startsOn",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "unspsc",
    "type": "list of text",
    "description": "UNSPSC codes of eight digits; higher levels end with zeros.",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "use",
    "type": "CLOSED, NOT_STATED, ON_REQUEST, OPEN",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "useTerms",
    "type": "text",
    "description": "How others use it; empty where that is not stated.",
    "deprecated": ""
   },
   {
    "name": "validity",
    "type": "COMING, ENDED, VALID",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "vendorTitle",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "vendorUrl",
    "type": "text",
    "description": "Null where its entry is archived.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "versions",
    "type": "integer",
    "description": "How many versions there are, also such as hold later.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "actions",
  "path": "/actions",
  "summary": "The actions of Annex IV: which recommendation is addressed to which organization. At most a few hundred, read whole.",
  "example": "/actions?recommendation=4&first=2&fields=kind,organization.shortName",
  "parameters": [
   {
    "name": "after",
    "description": "",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "kind",
    "description": "",
    "required": false,
    "many": true,
    "type": "string",
    "values": [
     "EXECUTIVE",
     "LEGISLATIVE"
    ]
   },
   {
    "name": "organization",
    "description": "By slug or short name.",
    "required": false,
    "many": true,
    "type": "string",
    "values": []
   },
   {
    "name": "printed",
    "description": "Whether the cell is filled in print; unless given, only those are listed.",
    "required": false,
    "many": false,
    "type": "boolean",
    "values": []
   },
   {
    "name": "recommendation",
    "description": "Number of a formal recommendation.",
    "required": false,
    "many": true,
    "type": "integer",
    "values": []
   },
   {
    "name": "first",
    "description": "",
    "required": false,
    "many": false,
    "type": "integer",
    "values": []
   },
   {
    "name": "report",
    "description": "Source key of the report; the one the library starts from unless given.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields",
   "facets"
  ],
  "fields": [
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "EXECUTIVE, LEGISLATIVE",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "note",
    "type": "text",
    "description": "Why the cell is doubtful.",
    "deprecated": ""
   },
   {
    "name": "organization",
    "type": "Organization (abstract, actions, alsoKnownAs, annexIvColumn, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "organizationName",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "organizationSlug",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "printed",
    "type": "boolean",
    "description": "False for a gap whose reading cannot be settled; it is not counted among the actions.",
    "deprecated": ""
   },
   {
    "name": "recommendation",
    "type": "Recommendation (abstract, action, actions, addressee, asked, attachments, audience, citations ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "recommendationNumber",
    "type": "integer",
    "description": "",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "uptake",
  "path": "/uptake",
  "summary": "The table of a report on a day: every recommendation, every organization, every cell. One SQL statement.",
  "example": "/uptake?at=2024-12-31&includeDemo=false&fields=at,cells.organizationSlug,cells.status",
  "parameters": [
   {
    "name": "asKnownOn",
    "description": "The day whose knowledge is used; the same as `at` unless given, so that the table of a past day is the one recorded on that day. Today, with a past `at`, gives that day with hindsight.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "at",
    "description": "The day whose state is shown, such as 2024-12-31; today unless given.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   },
   {
    "name": "confirmedOnly",
    "description": "Without unconfirmed entries; for the public it is always so.",
    "required": false,
    "many": false,
    "type": "boolean",
    "values": []
   },
   {
    "name": "includeDemo",
    "description": "True: the demonstration data alone. False: what was really reported alone. Unless given, the demonstration where it was loaded and as long as nothing real is on record. No figure has both.",
    "required": false,
    "many": false,
    "type": "boolean",
    "values": []
   },
   {
    "name": "includeDocuments",
    "description": "Whether what the secretariat published from documents, and no organization has confirmed, counts while it waits; false unless given.",
    "required": false,
    "many": false,
    "type": "boolean",
    "values": []
   },
   {
    "name": "report",
    "description": "Source key or slug of the report; the first one unless given.",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields"
  ],
  "fields": [
   {
    "name": "asKnownOn",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "at",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "cells",
    "type": "list of UptakeCell (acceptance, activities, comments, confirmed, counted, deadline, demo, doubtful ...)",
    "description": "By row, then by column; where a row and a column have no cell, nothing is addressed.",
    "deprecated": ""
   },
   {
    "name": "columns",
    "type": "list of UptakeColumn (counts, forInformation, id, name, position, shortName, slug, timeZone ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "confirmedOnly",
    "type": "boolean",
    "description": "Whether unconfirmed entries are left out, as they always are for the public.",
    "deprecated": ""
   },
   {
    "name": "counts",
    "type": "UptakeCounts (acceptanceRate, accepted, addressed, agreed, agreementRate, fromDocument, implementationRate, implemented ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "demo",
    "type": "boolean",
    "description": "Whether demonstration data is among the cells.",
    "deprecated": ""
   },
   {
    "name": "documents",
    "type": "boolean",
    "description": "Whether what is published from documents and waits for the organization counts.",
    "deprecated": ""
   },
   {
    "name": "doubtful",
    "type": "integer",
    "description": "Cells that are shown and not counted.",
    "deprecated": ""
   },
   {
    "name": "lastAsked",
    "type": "list of CampaignLastAsked (on, organizationSlug ...)",
    "description": "When campaigns on the report last wrote to whom: the secretariat sees all, others their organization, the public nothing.",
    "deprecated": ""
   },
   {
    "name": "report",
    "type": "UptakeReport (date, demo, fromDocuments, key, slug, symbol, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "rows",
    "type": "list of UptakeRow (counts, deadline, id, impact, impactText, kind, label, number ...)",
    "description": "",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "matrix",
  "path": "/matrix",
  "summary": "The decision-making matrix; the report's own unless another is named.",
  "example": "/matrix?fields=title",
  "parameters": [
   {
    "name": "slug",
    "description": "",
    "required": false,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields"
  ],
  "fields": [
   {
    "name": "abstract",
    "type": "text",
    "description": "",
    "deprecated": "Use `summaryText`. Removed with the next release."
   },
   {
    "name": "asked",
    "type": "RecordQuestions (nodes, totalCount ...)",
    "description": "What people ask each other about it.",
    "deprecated": ""
   },
   {
    "name": "attachments",
    "type": "list of Attachment (description, mediaType, picture, size, title, url ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "audience",
    "type": "OWNERS, PUBLIC, UN_SYSTEM",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "choices",
    "type": "list of MatrixChoice (id, properties, title, useWhen ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "citations",
    "type": "list of Citation (paragraph, place, source, url ...)",
    "description": "What the record as a whole rests on; each statement has its own.",
    "deprecated": ""
   },
   {
    "name": "connections",
    "type": "list of Connection (direction, reason, record, relation, total ...)",
    "description": "What bears on this record, computed from the data in both directions.",
    "deprecated": ""
   },
   {
    "name": "considerations",
    "type": "list of MatrixConsideration (id, number, text, title ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contacts",
    "type": "list of Contact (email, name, role ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "contactsWithheld",
    "type": "boolean",
    "description": "It names people to write to, and shows them to members of the UN system who are signed in.",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "edition",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "freshness",
    "type": "Freshness (daysPast, past, verifiedAt, verifyBy ...)",
    "description": "Null for what nobody keeps fresh: sources, goals, standards ...",
    "deprecated": ""
   },
   {
    "name": "fundingAmounts",
    "type": "list of FundingAmount (amount, asAt, certainty, citations, currency, label, note, period ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the live content, as far as you may see it: sections for others are left out of it.",
    "deprecated": ""
   },
   {
    "name": "helpers",
    "type": "list of Helper (name, organizations, reasons, url ...)",
    "description": "Who of the pool of professionals could help with it, those with most reasons first; at most 5.",
    "deprecated": ""
   },
   {
    "name": "id",
    "type": "id",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "kind",
    "type": "BUILDING_BLOCK, FOREIGN_RECORD, GLOSSARY_TERM, GOAL, LESSON, MATRIX, MITIGATION, ORGANIZATION, PROJECT, RECOMMENDATION, REFERENCE, RISK",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "language",
    "type": "text",
    "description": "In which its title and texts are written (BCP 47), such as ar.",
    "deprecated": ""
   },
   {
    "name": "layers",
    "type": "list of MatrixLayer (id, number, text, title ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "questions",
    "type": "list of MatrixQuestion (citations, group, help, id, layer, no, number, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "sectionAudiences",
    "type": "list of SectionAudience (audience, section ...)",
    "description": "Who may see which section, for members of the UN system.",
    "deprecated": ""
   },
   {
    "name": "slug",
    "type": "text",
    "description": "Readable public address, unique within the kind.",
    "deprecated": ""
   },
   {
    "name": "sourceKey",
    "type": "text",
    "description": "The id of its item in the inventory of the report; stable for ever. Null for records that people added.",
    "deprecated": ""
   },
   {
    "name": "summary",
    "type": "Statement (asAt, certainty, citations, note, section, text ...)",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "summaryText",
    "type": "text",
    "description": "Plain text of the summary, for lists; the summary with its citations is on the record.",
    "deprecated": ""
   },
   {
    "name": "title",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "updatedAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The page of the record, relative to the address of the library.",
    "deprecated": ""
   },
   {
    "name": "version",
    "type": "integer",
    "description": "Number of the live version, from 1.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "quotation",
  "path": "/quotation",
  "summary": "Looks for a text, or one sentence of it, in every version of every record that you may see. Capitals, stops and spaces make no difference; words do. It takes three words or more.",
  "example": "/quotation?text=blockchain%20is%20not%20a%20goal%20in%20itself&fields=complete",
  "parameters": [
   {
    "name": "text",
    "description": "Up to 1500 characters.",
    "required": true,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields"
  ],
  "fields": [
   {
    "name": "complete",
    "type": "boolean",
    "description": "Whether all of them are named; a text that stands in very many places is not looked for in all.",
    "deprecated": ""
   },
   {
    "name": "places",
    "type": "list of QuotedPlace (asAt, certainty, citations, kind, note, path, recordUrl, stands ...)",
    "description": "Empty: no version that you may see has it.",
    "deprecated": ""
   },
   {
    "name": "text",
    "type": "text",
    "description": "As it was asked for.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "history",
  "path": "/history",
  "summary": "Every version of a record that you may see, newest first; of archived records too.",
  "example": "/history?kind=PROJECT&slug=building-blocks&fields=number,hash,createdAt",
  "parameters": [
   {
    "name": "kind",
    "description": "",
    "required": true,
    "many": false,
    "type": "string",
    "values": [
     "BUILDING_BLOCK",
     "FOREIGN_RECORD",
     "GLOSSARY_TERM",
     "GOAL",
     "LESSON",
     "MATRIX",
     "MITIGATION",
     "ORGANIZATION",
     "PROJECT",
     "RECOMMENDATION",
     "REFERENCE",
     "RISK",
     "SOURCE",
     "STANDARD",
     "VENDOR"
    ]
   },
   {
    "name": "slug",
    "description": "",
    "required": true,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields"
  ],
  "fields": [
   {
    "name": "archivedAt",
    "type": "date and time",
    "description": "When the record was taken out of the library.",
    "deprecated": ""
   },
   {
    "name": "archivedReason",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "author",
    "type": "Person (demo, name ...)",
    "description": "For members of the UN system; null for the loader of the library and for readers.",
    "deprecated": ""
   },
   {
    "name": "byLoader",
    "type": "boolean",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "content",
    "type": "JSON",
    "description": "As far as you may see it.",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the content as you see it.",
    "deprecated": ""
   },
   {
    "name": "live",
    "type": "boolean",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "logSequence",
    "type": "integer",
    "description": "The log entry that seals it.",
    "deprecated": ""
   },
   {
    "name": "number",
    "type": "integer",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "organizationSlug",
    "type": "text",
    "description": "On whose behalf.",
    "deprecated": ""
   },
   {
    "name": "previousSeal",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "reason",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "restores",
    "type": "integer",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "seal",
    "type": "text",
    "description": "The hash that the log has: of the whole content with a random text, so that it tells nothing of what is not public.",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The permanent address of this version.",
    "deprecated": ""
   },
   {
    "name": "writers",
    "type": "list of Person (demo, name ...)",
    "description": "Everybody who wrote on the draft of this version, the author first, for members of the UN system. The log seals the author; of a version whose draft is not kept only the author is known.",
    "deprecated": ""
   }
  ]
 },
 {
  "id": "revision",
  "path": "/revision",
  "summary": "One version of a record, with its whole content.",
  "example": "/revision?kind=PROJECT&slug=building-blocks&number=1&fields=number,hash,content",
  "parameters": [
   {
    "name": "kind",
    "description": "",
    "required": true,
    "many": false,
    "type": "string",
    "values": [
     "BUILDING_BLOCK",
     "FOREIGN_RECORD",
     "GLOSSARY_TERM",
     "GOAL",
     "LESSON",
     "MATRIX",
     "MITIGATION",
     "ORGANIZATION",
     "PROJECT",
     "RECOMMENDATION",
     "REFERENCE",
     "RISK",
     "SOURCE",
     "STANDARD",
     "VENDOR"
    ]
   },
   {
    "name": "number",
    "description": "",
    "required": true,
    "many": false,
    "type": "integer",
    "values": []
   },
   {
    "name": "slug",
    "description": "",
    "required": true,
    "many": false,
    "type": "string",
    "values": []
   }
  ],
  "everywhere": [
   "fields"
  ],
  "fields": [
   {
    "name": "archivedAt",
    "type": "date and time",
    "description": "When the record was taken out of the library.",
    "deprecated": ""
   },
   {
    "name": "archivedReason",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "author",
    "type": "Person (demo, name ...)",
    "description": "For members of the UN system; null for the loader of the library and for readers.",
    "deprecated": ""
   },
   {
    "name": "byLoader",
    "type": "boolean",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "content",
    "type": "JSON",
    "description": "As far as you may see it.",
    "deprecated": ""
   },
   {
    "name": "createdAt",
    "type": "date and time",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "hash",
    "type": "text",
    "description": "SHA-256 of the canonical JSON (RFC 8785) of the content as you see it.",
    "deprecated": ""
   },
   {
    "name": "live",
    "type": "boolean",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "logSequence",
    "type": "integer",
    "description": "The log entry that seals it.",
    "deprecated": ""
   },
   {
    "name": "number",
    "type": "integer",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "organizationSlug",
    "type": "text",
    "description": "On whose behalf.",
    "deprecated": ""
   },
   {
    "name": "previousSeal",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "reason",
    "type": "text",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "restores",
    "type": "integer",
    "description": "",
    "deprecated": ""
   },
   {
    "name": "seal",
    "type": "text",
    "description": "The hash that the log has: of the whole content with a random text, so that it tells nothing of what is not public.",
    "deprecated": ""
   },
   {
    "name": "url",
    "type": "text",
    "description": "The permanent address of this version.",
    "deprecated": ""
   },
   {
    "name": "writers",
    "type": "list of Person (demo, name ...)",
    "description": "Everybody who wrote on the draft of this version, the author first, for members of the UN system. The log seals the author; of a version whose draft is not kept only the author is known.",
    "deprecated": ""
   }
  ]
 }
];

import type { ColumnType } from "kysely";
export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;

import type { ActionKind, RecordKind, Audience, Certainty } from "./enums";

export type Action = {
    id: Generated<string>;
    recommendationId: string;
    organizationId: string;
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
export type Citation = {
    id: Generated<string>;
    recordId: string;
    sourceId: string;
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
export type FacetValue = {
    code: Generated<number>;
    facet: string;
    value: string;
    /**
     * What a reader sees, where it is not the value itself: the short name of an organization, the name of a vendor.
     */
    label: string | null;
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
};
export type Paragraph = {
    sourceId: string;
    number: number;
    text: string;
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
     * What it can be filtered by, as "facet:value".
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
    createdAt: Generated<Timestamp>;
    updatedAt: Generated<Timestamp>;
    archivedAt: Timestamp | null;
    archivedReason: string | null;
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
export type DB = {
    action: Action;
    citation: Citation;
    facetValue: FacetValue;
    link: Link;
    paragraph: Paragraph;
    record: Record;
    searchConsumer: SearchConsumer;
    searchIndex: SearchIndex;
    searchOutbox: SearchOutbox;
    searchWord: SearchWord;
};

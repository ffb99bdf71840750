import countries from 'i18n-iso-countries';
import type { RecordKind } from '../generated/enums.ts';
import { countryName } from './country-name.ts';

export { countryName } from './country-name.ts';

/** A reference to another record by its source key or slug; an organization also by its short name. */
export type Target = { kind: RecordKind; key: string };
/** What a record says about another. `data` is kept with the link and shown on both pages. */
export type LinkSpec = { relation: string; to: Target; data?: unknown };
/** A filter value of a record. */
export type Facet = [facet: string, value: string];

/** Looks up what another record is called, for search and filters; throws for an unknown one. */
export type Named = (target: Target) => { slug: string; title: string; names: string[] };

export const organizationTarget = (shortName: string): Target => ({ kind: 'ORGANIZATION', key: shortName });
export const to = (kind: RecordKind, relation: string, keys: string[]): LinkSpec[] => keys.map((key) => ({ relation, to: { kind, key } }));
/** All names under which people look for a country. */
export const countryNames = (code: string) => [countryName(code), ...(countries.getName(code, 'en', { select: 'all' }) ?? [])];
/** The United Nations M49 code of a country, such as "400" for Jordan. */
export const m49 = (code: string) => countries.alpha2ToNumeric(code) ?? null;
/** "SUPPLY_CHAIN" as people type it. */
export const words = (value: string) => value.toLowerCase().replaceAll('_', ' ');

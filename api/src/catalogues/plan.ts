import { sql } from 'kysely';
import { type FaultCode, type ParamsOf, why } from '#i18n/fault.ts';
import { type ForeignRecord, foreignOwnerKinds, foreignRecord } from '#prisma/content/foreign-record.ts';
import { faultsOf } from '#prisma/content/check.ts';
import { stages } from '#prisma/content/project.ts';
import { isWebAddress, oneLine } from '#prisma/content/text.ts';
import { readings } from '#prisma/content/understood.ts';
import type { Database, Trx } from '#prisma/database.ts';
import { anyone } from '#search/engine.ts';
import { slugOf } from '../contributions/slug.ts';
import { type Difference, differences } from '../foreign-records/differences.ts';
import { type NameReason, namedAlike } from '../records/same-name.ts';
import { readDays } from '../sheets/days.ts';
import { type CatalogueMapping, type MappedColumn, type MappedField, mappingFaults } from './mapping.ts';
import { type CatalogueFault, type CatalogueRow, type CatalogueTable, valuesAt } from './reading.ts';

/** As many faults are named; who mends these finds the rest. */
const FAULTS_MAX = 200;
/** Of what may be the same as one entry so much is named: of a file whose entries all bear one title each would name all others. */
const DOUBLES_MAX = 10;
/** What a version of a catalogue is called, and up to when it holds. */
export type Edition = { version: string; asAt: string };

/** An entry that may be the same thing: nothing is merged, both stand with the reason. */
type Double = { address: string; title: string; reason: NameReason | 'SAME_IN_FILE'; text: string };
/** ADD: new here. CHANGE: it says something else than before. BACK: it was taken out and is in the file again. GONE: the catalogue no longer has it. */
export type Action = 'ADD' | 'CHANGE' | 'BACK' | 'GONE';
export type PlannedEntry = {
  place: string;
  action: Action;
  title: string;
  slug: string;
  recordId: string | null;
  changed: Difference[];
  doubles: Double[];
  content: ForeignRecord;
};
export type CataloguePlan = { entries: PlannedEntry[]; unchanged: number; faults: CatalogueFault[] };

type Live = { id: string; slug: string; title: string; archived: boolean; content: ForeignRecord };

const isStage = (value: string): value is (typeof stages)[number] => (stages as readonly string[]).includes(value);
const isOwnerKind = (value: string): value is (typeof foreignOwnerKinds)[number] => (foreignOwnerKinds as readonly string[]).includes(value);
/** A day as far as it is known: 2021, 2021-05, 2021-05-31. */
const dayOf = (text: string, order: 'DMY' | 'MDY'): string | null =>
  readDays(text)[order] ?? (/^(19|20)\d\d(-(0[1-9]|1[0-2]))?$/.test(text) ? text : (readings.date(text) ?? null));

type Draft = { place: string; content: ForeignRecord };

/** The contents that the rows of a catalogue say by a mapping, and every fault by place and column. */
function contentsOf(table: CatalogueTable, mapping: CatalogueMapping, edition: Edition): { drafts: Draft[]; faults: CatalogueFault[] } {
  const faults: CatalogueFault[] = [];
  const drafts: Draft[] = [];
  const seen = new Map<string, string>();
  const { language, ...catalogue } = mapping.catalogue;
  for (const row of table.rows) {
    const fault = <Code extends FaultCode>(column: string, code: Code, ...params: ParamsOf<Code>) =>
      faults.push({ ...why(code, ...params), place: row.place, column });
    const said = new Row(table, mapping, row, fault);
    const identifier = said.first('identifier');
    if (!identifier) {
      fault(said.columnOf('identifier'), 'MISSING');
      continue;
    }
    const slug = keyOf(catalogue.key, identifier.text);
    const other = seen.get(slug);
    if (other) fault(identifier.column, 'FOREIGN_TWICE', { other });
    seen.set(slug, row.place);
    const title = said.first('title');
    if (!title) fault(said.columnOf('title'), 'MISSING');
    const content = {
      sourceKey: slug,
      slug,
      language,
      title: title ? oneLine(title.text) : '',
      catalogue: { ...catalogue, version: edition.version, ...(edition.asAt ? { asAt: edition.asAt } : {}) },
      identifier: identifier.text,
      ...said.address(identifier.text),
      ...said.content(),
    };
    const checked = foreignRecord.safeParse(content);
    if (checked.success) drafts.push({ place: row.place, content: checked.data });
    else
      for (const { path, ...one } of faultsOf(checked.error, content))
        if (title || path !== 'title') faults.push({ ...one, place: row.place, column: said.columnOf(path.split('.')[0] as MappedField) });
  }
  return { drafts, faults };
}

/** The address of an entry, from its own name in the catalogue: the same each time it is loaded. */
const keyOf = (catalogue: string, identifier: string) => {
  const own = slugOf(identifier);
  return own === catalogue || own.startsWith(`${catalogue}-`) ? own : `${catalogue}-${own}`;
};

/** Reads one entry by its mapping, and tells what cannot be read. */
class Row {
  readonly table: CatalogueTable;
  readonly mapping: CatalogueMapping;
  readonly row: CatalogueRow;
  readonly fault: <Code extends FaultCode>(column: string, code: Code, ...params: ParamsOf<Code>) => void;
  private readonly rest: { label: string; text: string; column: string }[] = [];

  constructor(table: CatalogueTable, mapping: CatalogueMapping, row: CatalogueRow, fault: Row['fault']) {
    this.table = table;
    this.mapping = mapping;
    this.row = row;
    this.fault = fault;
  }

  columnOf = (field: MappedField): string => this.mapping.columns.find((one) => one.field === field)?.column ?? field;

  /** The values of a field with the columns that have them. */
  private all(field: MappedField): { text: string; column: string; by: MappedColumn }[] {
    return this.mapping.columns
      .filter((one) => one.field === field)
      .flatMap((by) =>
        valuesAt(this.table, this.row, by.column)
          .flatMap((text) => (by.separator ? text.split(by.separator) : [text]))
          .map((text) => text.trim())
          .filter((text) => text !== '' && !this.mapping.empty.includes(text))
          .map((text) => ({ text, column: by.column, by })),
      );
  }
  first = (field: MappedField) => this.all(field)[0];
  /** What has no place in a field stays what the catalogue says, under its own heading. */
  private leave = ({ text, column, by }: { text: string; column: string; by: MappedColumn }) =>
    this.rest.push({ label: by.label ?? column.slice(0, 300), text, column });

  address(identifier: string): { address?: string } {
    const own = this.first('address')?.text;
    if (own && isWebAddress(own)) return { address: own };
    const { address } = this.mapping;
    return address ? { address: address.replace('{identifier}', encodeURIComponent(identifier)) } : {};
  }

  content() {
    const line = (field: 'owner') => {
      const one = this.first(field);
      return one ? { [field]: { name: oneLine(one.text), column: one.column } } : {};
    };
    const day = (field: 'began' | 'ended' | 'changedThere') => {
      const one = this.first(field);
      const date = one && dayOf(one.text, this.mapping.days);
      if (one && !date) this.fault(one.column, 'FOREIGN_DATE', { word: one.text.slice(0, 80) });
      if (!one || !date) return {};
      return field === 'changedThere' ? { changedThere: date } : { [field]: { date, column: one.column } };
    };
    const web = (field: 'website' | 'repositories') =>
      this.all(field).flatMap((one) => {
        if (isWebAddress(one.text)) return [{ address: one.text, column: one.column }];
        this.leave(one);
        return [];
      });
    const names = (field: 'sectors' | 'technologies' | 'licences') => this.all(field).map(({ text, column }) => ({ name: oneLine(text), column }));
    const summary = this.first('summary');
    const website = web('website')[0];
    const read = {
      ...(summary ? { summary: { text: summary.text, column: summary.column } } : {}),
      ...line('owner'),
      ...this.owner(),
      ...this.stage(),
      ...day('began'),
      ...day('ended'),
      ...day('changedThere'),
      ...(website ? { website } : {}),
      countries: this.countries(),
      sectors: names('sectors'),
      technologies: names('technologies'),
      goals: this.goals(),
      repositories: web('repositories'),
      licences: names('licences'),
      restsOn: this.all('restsOn').map(({ text, column }) => ({ text, column })),
    };
    for (const one of this.all('statements')) this.leave(one);
    return { ...read, statements: this.rest };
  }

  /** A word as the mapping has it: undefined where it does not say, null where it says that there is none. */
  private word = ({ text, by }: { text: string; by: MappedColumn }): string | null | undefined =>
    by.words && Object.hasOwn(by.words, text) ? by.words[text] : undefined;

  private owner() {
    const one = this.first('ownerKind');
    if (!one) return this.mapping.ownerKind ? { ownerKind: { value: this.mapping.ownerKind, column: 'mapping' } } : {};
    const value = this.word(one) ?? (isOwnerKind(one.text) ? one.text : undefined);
    if (value && isOwnerKind(value)) return { ownerKind: { value, text: oneLine(one.text), column: one.column } };
    if (this.word(one) === null) this.leave(one);
    else this.fault(one.column, 'FOREIGN_WORD', { word: one.text.slice(0, 80) });
    return {};
  }

  private stage() {
    const one = this.first('stage');
    if (!one) return {};
    const value = this.word(one) ?? (isStage(one.text) ? one.text : undefined);
    if (value && isStage(value)) return { stage: { value, text: oneLine(one.text), column: one.column } };
    if (this.word(one) === null) this.leave(one);
    else this.fault(one.column, 'FOREIGN_WORD', { word: one.text.slice(0, 80) });
    return {};
  }

  private countries() {
    const found = new Map<string, { code: string; column: string }>();
    for (const one of this.all('countries')) {
      const told = this.word(one);
      const code = told === null ? null : (told ?? (/^[A-Z]{2}$/.test(one.text) ? one.text : readings.country(one.text)));
      if (code && /^[A-Z]{2}$/.test(code)) found.set(code, { code, column: one.column });
      else if (told === null) this.leave(one);
      else this.fault(one.column, 'FOREIGN_COUNTRY', { word: one.text.slice(0, 80) });
    }
    return [...found.values()];
  }

  private goals() {
    const found = new Map<number, { goal: number; text?: string; column: string }>();
    for (const { text, column, by } of this.all('goals')) {
      if (by.goal !== undefined) {
        const vote = Number(text);
        if (Number.isFinite(vote) && vote >= (by.from ?? 1))
          found.set(by.goal, { goal: by.goal, ...(by.label ? { text: `${by.label}: ${text}` } : {}), column });
        continue;
      }
      const goal = Number(/^(?:SDG ?|Goal ?)?(\d{1,2})\b/i.exec(text)?.[1]);
      if (goal >= 1 && goal <= 17) found.set(goal, { goal, column });
      else this.fault(column, 'FOREIGN_GOAL', { word: text.slice(0, 80) });
    }
    return [...found.values()].sort((a, b) => a.goal - b.goal);
  }
}

const bareTitle = (title: string) => title.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();

/** What may be the same thing as an entry that is new: a project of the library with such a name, an entry of another catalogue, another of the file. */
async function doublesOf(db: Database | Trx, catalogue: string, drafts: readonly Draft[]): Promise<Map<string, Double[]>> {
  const found = new Map<string, Double[]>();
  const note = (slug: string, double: Double) => {
    const own = found.get(slug) ?? [];
    found.set(slug, own);
    if (own.length < DOUBLES_MAX) own.push(double);
  };
  const named = Map.groupBy(drafts, ({ content }) => content.title);
  const titles = [...named.keys()];
  for (let at = 0; at < titles.length; at += 50)
    for (const { text, slug, title, name, reason } of await namedAlike(db, anyone, 'PROJECT', titles.slice(at, at + 50)))
      for (const { content } of named.get(text) ?? []) note(content.slug, { address: `/projects/${slug}`, title, reason, text: name });
  const { rows } = await sql<{ asked: string; slug: string; title: string }>`
    SELECT t.title AS asked, r.slug, r.title FROM unnest(${titles}::text[]) t (title) JOIN record r ON search_title(r.title) = search_title(t.title)
    WHERE r.kind = 'FOREIGN_RECORD' AND r.archived_at IS NULL AND r.content->'catalogue'->>'key' <> ${catalogue} ORDER BY r.slug`.execute(db);
  for (const { asked, slug, title } of rows)
    for (const { content } of named.get(asked) ?? []) note(content.slug, { address: `/foreign-records/${slug}`, title, reason: 'SAME', text: title });
  for (const same of Map.groupBy(drafts, ({ content }) => bareTitle(content.title)).values())
    for (const { content } of same)
      for (const other of same.slice(0, DOUBLES_MAX + 1))
        if (other.content !== content)
          note(content.slug, { address: `/foreign-records/${other.content.slug}`, title: other.content.title, reason: 'SAME_IN_FILE', text: other.place });
  return found;
}

/**
 * What a file of a catalogue would do: each entry is new, says something else than before, is back, or is as it was. Nothing is
 * kept; every fault is named, and with one nothing is to be loaded.
 * @param whole whether the file has all entries of the catalogue, so that those which it does not have are gone there
 */
export async function planCatalogue(
  db: Database | Trx,
  table: CatalogueTable,
  mapping: CatalogueMapping,
  edition: Edition,
  whole: boolean,
): Promise<CataloguePlan> {
  const wrong = mappingFaults(table, mapping);
  if (wrong.length > 0) return { entries: [], unchanged: 0, faults: wrong };
  const { drafts, faults } = contentsOf(table, mapping, edition);
  if (faults.length > 0) return { entries: [], unchanged: 0, faults: faults.slice(0, FAULTS_MAX) };
  const { key } = mapping.catalogue;
  const { rows: live } = await sql<Live>`
    SELECT r.id, r.slug, r.title, r.archived_at IS NOT NULL AS archived, r.content FROM record r
    WHERE r.kind = 'FOREIGN_RECORD' AND (r.slug = ANY (${drafts.map(({ content }) => content.slug)}::text[]) ${whole ? sql`OR (r.content->'catalogue'->>'key' = ${key} AND r.archived_at IS NULL)` : sql``})
    ORDER BY r.position, r.id`.execute(db);
  const before = new Map(live.map((row) => [row.slug, row]));
  const fresh = drafts.filter(({ content }) => !before.has(content.slug));
  const doubles = await doublesOf(db, key, fresh);
  const entries: PlannedEntry[] = [];
  let unchanged = 0;
  for (const { place, content } of drafts) {
    const was = before.get(content.slug);
    before.delete(content.slug);
    const changed = was ? differences(was.content, content) : [];
    if (was && !was.archived && changed.length === 0) {
      unchanged++;
      continue;
    }
    const action = !was ? 'ADD' : was.archived ? 'BACK' : 'CHANGE';
    const named = { place, action, title: content.title, slug: content.slug, recordId: was?.id ?? null } as const;
    entries.push({ ...named, changed, doubles: doubles.get(content.slug) ?? [], content: { ...content, position: was?.content.position ?? 0 } });
  }
  if (whole)
    for (const { id, slug, title, content } of before.values())
      entries.push({ place: '', action: 'GONE', title, slug, recordId: id, changed: [], doubles: [], content });
  return { entries, unchanged, faults: [] };
}

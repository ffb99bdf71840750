import { sql } from 'kysely';
import { audienceOf, ownersOf, sectionValue, sections } from '#prisma/content/audience.ts';
import { organizationTarget } from '#prisma/content/kind.ts';
import { kinds } from '#prisma/content/kinds.ts';
import { source } from '#prisma/content/source.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Draft } from '#prisma/derive.ts';
import { RecordLookup } from '#prisma/lookup.ts';
import { namedInFields, type Reference, referencesOf, seenByAll } from '#prisma/naming.ts';
import type { Viewer } from '#search/engine.ts';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { faultsOf } from '#prisma/content/check.ts';
import { shownRecords } from '../records/policy.ts';
import { type Reader, rowsOf } from '../records/query-batch.ts';
import { namedAlike, namedKinds, referenceOf } from '../records/same-name.ts';
import { boundFaults } from './bounds.ts';
import type { Content } from './draft.ts';
import { nameField, namesakesOf, unanswered } from './namesakes.ts';
import { factsIn, recordContent, rested } from './rests-on.ts';
import { withText } from './with-text.ts';

/** Stands where the schema wants a source key or slug that people do not choose. */
const PLACEHOLDER = 'contributed';
/** Bytes of JSON; far more than any record of the library has. */
const CONTENT_MAX = 300_000;

/** Whether this can be kept as a draft at all; a draft may be incomplete. */
export function acceptable(content: unknown): FieldFault[] {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return [fault('content', 'CONTENT_OBJECT')];
  // First of all: what is too deep cannot even be written as text.
  const bounds = boundFaults(content, 'content');
  if (bounds.length > 0) return bounds;
  const text = JSON.stringify(content);
  if (text.length > CONTENT_MAX) return [fault('content', 'CONTENT_LONG', { given: text.length, max: CONTENT_MAX })];
  return [];
}

/** The source records proposed together with a draft, as they will be published, with their faults. */
export function checkSources(sources: Content[]): { drafts: Draft[]; faults: FieldFault[] } {
  const drafts: Draft[] = [];
  const faults: FieldFault[] = [];
  sources.forEach((content, index) => {
    // For whom a source is follows from what cites it (proposed-sources.ts).
    const { sourceKey: _, audience: _audience, owners: _owners, ...fields } = content;
    const result = source.safeParse({ ...fields, sourceKey: PLACEHOLDER });
    if (!result.success) faults.push(...faultsOf(result.error, fields, `sources.${index}`));
    else {
      const { sourceKey: _placeholder, ...kept } = result.data;
      drafts.push({ kind: 'SOURCE', content: kept });
    }
  });
  return { drafts, faults };
}

/**
 * Which of the references lead to a record that the writer and everybody who sees the naming place see: the others are
 * absent, archived or closed, and nobody is told which.
 * @param writer who names them; null where it was checked when they submitted
 */
async function known(reader: Reader, references: readonly Reference[], ownerNames: readonly string[], writer: Viewer | null): Promise<Set<Reference>> {
  const targets = references.map(({ target }) => target);
  const keys = [...new Set(targets.map(({ key }) => key))];
  // Read beside each other: of the records that have one of the keys, those that the writer sees.
  const [lookup, seen] = await Promise.all([
    RecordLookup.of(reader, [], [...targets, ...ownerNames.map(organizationTarget)]),
    writer && keys.length > 0
      ? rowsOf(
          reader,
          sql<{ id: string }>`
            SELECT r.id FROM record r WHERE r.kind = ANY (${[...new Set(targets.map(({ kind }) => kind))]}::record_kind[])
              AND (r.slug = ANY (${keys}) OR r.source_key = ANY (${keys}) OR (r.kind = 'ORGANIZATION' AND r.content->>'shortName' = ANY (${keys}))
              OR r.id IN (SELECT merged_to(m.id) FROM record m WHERE m.merged_into IS NOT NULL AND (m.slug = ANY (${keys}) OR m.source_key = ANY (${keys})))) AND ${shownRecords(writer)}`,
        )
      : null,
  ]);
  const owners = ownerNames.flatMap((name) => lookup.get(organizationTarget(name))?.id ?? []);
  const there = references.flatMap((reference) => {
    const entry = lookup.get(reference.target);
    return entry && seenByAll(entry.shown, reference.audience, owners) ? [{ reference, id: entry.id }] : [];
  });
  if (!seen) return new Set(there.map(({ reference }) => reference));
  const ids = new Set(seen.map(({ id }) => id));
  return new Set(there.flatMap(({ reference, id }) => (ids.has(id) ? [reference] : [])));
}

/** What is for owners only, in an entry without owners: nobody would see it ever again. */
function ownerless(kind: RecordKind, content: Content): FieldFault[] {
  if (ownersOf(kind, content).length > 0) return [];
  const owner = { PROJECT: 'owners', LESSON: 'organizations', VENDOR: 'organization', BUILDING_BLOCK: 'owners' }[kind as string] ?? 'content';
  const closed = Object.entries(sections[kind] ?? {}).filter(
    ([name, section]) => audienceOf(content, name, section) === 'OWNERS' && sectionValue(kind, content, name) !== undefined,
  );
  if (content['audience'] !== 'OWNERS' && closed.length === 0) return [];
  return [fault(owner, 'OWNERLESS')];
}

/** The content with the names of vendors, organizations and projects that people typed as the library refers to those; null where none is told for certain. */
async function resolveNames(reader: Reader, content: Content, unknown: readonly Reference[], writer: Viewer): Promise<Content | null> {
  let resolved: Content | null = null;
  for (const kind of namedKinds) {
    const asked = unknown.filter(({ target, path }) => target.kind === kind && path !== '');
    if (asked.length === 0) continue;
    const matches = await namedAlike(
      reader,
      writer,
      kind,
      asked.map(({ target }) => target.key),
    );
    for (const { target, path } of asked) {
      const [one, ...others] = matches.filter(({ text }) => text === target.key.trim().replace(/\s+/g, ' '));
      if (one && others.length === 0 && one.slug !== target.key) resolved = withText(resolved ?? content, path, referenceOf(one));
    }
  }
  return resolved;
}

export type Checked = { content: Content | null; sources: Content[]; faults: FieldFault[] };

/** An unsure fact that says nothing of why: the schema tells it only of a fact that is whole otherwise. */
const unsureFaults = (kind: RecordKind, content: Content): FieldFault[] =>
  factsIn(kind, content).flatMap(({ path, fact }) =>
    (fact['certainty'] === 'INFERRED' || fact['certainty'] === 'UNCERTAIN') && !fact['note'] ? [fault(`${path}.note`, 'NOTE')] : [],
  );

/**
 * Whether a content is whole: every field as its schema wants it, and nothing named but what the writer and everybody who
 * sees the naming place see. All faults at once.
 * Names that people typed for a vendor, organization, project or source are taken for the one record that has them, and
 * facts without a source rest on the one that was chosen for all.
 * @param writer who names the records, and the public address of the library; null where it was checked when they submitted
 * @returns the content and the new sources as they will be stored, where there is no fault
 */
export async function checkContent(
  reader: Reader,
  draft: { kind: RecordKind; content: Content; sources: Content[]; organizationName?: string | null; recordId?: string | null; liveTitle?: string | null },
  writer: { viewer: Viewer; baseUrl: string } | null,
): Promise<Checked> {
  const { kind } = draft;
  if (!writer) return checkRested(reader, { kind, content: recordContent(draft.content), sources: draft.sources }, null);
  // Read beside each other.
  const [checked, namesakes] = await Promise.all([
    rested(reader, draft, writer.viewer, writer.baseUrl).then(({ content, sources }) => checkRested(reader, { kind, content, sources }, writer.viewer)),
    namesakesOf(reader, writer.viewer, draft),
  ]);
  const [taken] = unanswered(draft, namesakes);
  if (!taken) return checked;
  return {
    ...checked,
    content: null,
    faults: [...checked.faults, fault(nameField(kind) ?? 'content', 'NAME_TAKEN', { title: taken.title, name: taken.name })],
  };
}

async function checkRested(
  reader: Reader,
  { kind, content, sources }: { kind: RecordKind; content: Content; sources: Content[] },
  writer: Viewer | null,
  resolving = true,
): Promise<Checked> {
  const placed = { ...content, sourceKey: content['sourceKey'] ?? PLACEHOLDER, slug: content['slug'] ?? PLACEHOLDER };
  const given = JSON.parse(JSON.stringify(placed)) as Content;
  const parsed = kinds[kind].schema.safeParse(given);
  const proposed = checkSources(sources);
  const faults = [...(parsed.success ? [] : faultsOf(parsed.error, given).map((one) => ({ ...one, path: one.path || 'content' }))), ...proposed.faults];
  const at = new Set(faults.map(({ path }) => path));
  const add = (one: FieldFault) => {
    if (at.has(one.path)) return;
    at.add(one.path);
    faults.push(one);
  };
  const whole = parsed.success ? (parsed.data as Content) : given;
  if (parsed.success) for (const one of ownerless(kind, whole)) add(one);
  else for (const one of unsureFaults(kind, given)) add(one);
  const proposedSlugs = new Set([...proposed.drafts.map((draft) => draft.content.slug), ...sources.map((source) => String(source['slug'] ?? ''))]);
  // What is named is looked for in a content that has other faults too, so that all are told at once.
  const references = (parsed.success ? referencesOf(kind, whole) : namedInFields(kind, whole).filter(({ target }) => target.key.trim() !== '')).filter(
    ({ target }) => target.kind !== 'SOURCE' || !proposedSlugs.has(target.key),
  );
  const found = await known(reader, references, ownersOf(kind, whole), writer);
  if (resolving && writer) {
    const named = await resolveNames(
      reader,
      whole,
      references.filter((one) => !found.has(one)),
      writer,
    );
    if (named) return checkRested(reader, { kind, content: named, sources }, writer, false);
  }
  for (const reference of references) {
    if (found.has(reference)) continue;
    const { kind: targetKind, key } = reference.target;
    const open = reference.audience === 'PUBLIC';
    const code = targetKind === 'SOURCE' ? (open ? 'SOURCE_NOT_IN_LIBRARY' : 'SOURCE_NOT_SEEN_BY_ALL') : open ? 'NOT_IN_LIBRARY' : 'NOT_SEEN_BY_ALL';
    add(fault(reference.path || targetKind.toLowerCase(), code, { key, kind: targetKind }));
  }
  if (faults.length > 0 || !parsed.success) return { content: null, sources, faults };
  const { sourceKey, slug, ...rest } = whole;
  return { content: { ...rest, ...(sourceKey === PLACEHOLDER ? {} : { sourceKey }), ...(slug === PLACEHOLDER ? {} : { slug }) }, sources, faults };
}

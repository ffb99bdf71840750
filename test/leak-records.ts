import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { User } from '#api/accounts/user.ts';
import { publish } from '#api/contributions/publish.ts';
import { type WritableKind, writableKinds } from '#api/contributions/policy.ts';
import { pathOf } from '#api/files/store.ts';
import { type Section, sections } from '#prisma/content/audience.ts';
import { kinds } from '#prisma/content/kinds.ts';
import type { Database } from '#prisma/database.ts';
import { belongsTo, everyone, inside, type Markers, type May, or, oversees } from './leak-markers.ts';

// Records of FAO's in which every text has a word of its own: every section that can have an audience, at every audience;
// whole records; and sections that were open once.

export type Level = 'PUBLIC' | 'UN_SYSTEM' | 'OWNERS';
export const levels: Level[] = ['PUBLIC', 'UN_SYSTEM', 'OWNERS'];
const cite = [{ source: 'jiu-rep-2020-7', place: 'para 50' }];
/** Who sees what has this audience and belongs to FAO. */
export const mayOf: Record<Level, May> = { PUBLIC: everyone, UN_SYSTEM: inside, OWNERS: belongsTo('fao') };

/** Something for a section in which every text that it can hold is a new word. `mark` gives the words. */
function filled(kind: WritableKind, name: string, section: Section, mark: (text: string) => string, file: string): unknown {
  const fact = () => ({ cite, certainty: 'STATED', note: mark(`${name}note`) });
  if (section.items) return { section: section.items.value, text: mark(name), ...fact() };
  const made: Record<string, () => unknown> = {
    participants: () => [{ name: mark(name), role: mark(`${name}role`), responsibility: mark(`${name}duty`), ...fact() }],
    engagements: () => [{ vendor: 'geora', role: mark(name), delivered: mark(`${name}delivered`), stack: [mark(`${name}stack`)], ...fact() }],
    figures: () => [{ label: mark(name), value: mark(`${name}value`), ...fact() }],
    goals: () => [{ goal: 2, reason: mark(name) }],
    answers: () => [{ instrument: 'jiu-matrix', question: 'table-1-q1', option: 'yes', text: mark(name), ...fact() }],
    offChain: () => [{ text: mark(name), ...fact() }],
    keyCustody: () => [{ text: mark(name), ...fact() }],
    attachments: () => [{ file, title: mark(name), description: mark(`${name}description`) }],
    contacts: () => [{ name: mark(name), role: mark(`${name}role`), email: `${mark(`${name}mail`)}@example.org` }],
    fundingAmounts: () => [{ label: mark(name), amount: 5, currency: 'USD', period: mark(`${name}period`), ...fact() }],
    context: () => ({ text: mark(name), ...fact() }),
    whatFollows: () => ({ text: mark(name), ...fact() }),
    otherViews: () => [{ text: mark(name), ...fact() }],
    services: () => [mark(name)],
    platforms: () => [{ name: mark(name), ...fact() }],
    statements: () => [{ text: mark(name), ...fact() }],
  };
  const fill = made[name];
  if (!fill) throw new Error(`The leak test does not know how to fill the section ${name} of a ${kind}.`);
  return fill();
}

/** What a record of the concept has beside its sections, all of it for whoever sees the record. */
const plain: Record<WritableKind, (mark: (text: string) => string) => Record<string, unknown>> = {
  PROJECT: (mark) => ({
    title: `Leak check ${mark('title')}`,
    alsoKnownAs: [mark('alias')],
    origin: 'CONTRIBUTED',
    summary: { text: mark('summary'), cite, certainty: 'STATED' },
    uses: ['OTHER'],
    owners: ['FAO'],
    scope: 'GLOBAL',
    countries: [],
    stages: [{ stage: 'PILOT', text: mark('stage'), cite, certainty: 'STATED' }],
  }),
  LESSON: (mark) => ({
    title: `Leak check ${mark('title')}`,
    kind: 'LESSON',
    theme: 'GOVERNANCE',
    subject: mark('subject'),
    whatHappened: { text: mark('happened'), cite, certainty: 'STATED' },
    organizations: ['FAO'],
  }),
  VENDOR: (mark) => ({
    name: `Leak check ${mark('title')}`,
    kind: 'IN_HOUSE',
    organization: 'FAO',
    summary: { text: mark('summary'), cite, certainty: 'STATED' },
    cite,
  }),
};

/**
 * A content with a word in every text.
 * @param audience of the record
 * @param level of every section
 * @param without sections to leave out
 * @param mark gives a word for a text: of a section, or of what has no audience of its own
 */
export function markedContent(
  kind: WritableKind,
  { audience, level, file, without = [] }: { audience: Level; level: Level; file: string; without?: readonly string[] },
  mark: (text: string, section: string | null) => string,
): Record<string, unknown> {
  const names = Object.entries(sections[kind] ?? {}).filter(([name]) => !without.includes(name));
  const content: Record<string, unknown> = {
    slug: 'made',
    sourceKey: 'made',
    position: 0,
    language: 'en',
    audience,
    ...plain[kind]((text) => mark(text, null)),
    audiences: Object.fromEntries(names.map(([name]) => [name, level])),
  };
  for (const [name, section] of names) {
    const value = filled(kind, name, section, (text) => mark(text, name), file);
    const [top = '', inner] = section.path;
    if (section.items) content[top] = [...((content[top] as unknown[] | undefined) ?? []), value];
    else if (inner)
      content[top] = { platforms: [], access: { value: 'PUBLIC', cite, certainty: 'STATED' }, ...(content[top] as object | undefined), [inner]: value };
    else content[top] = value;
  }
  return content;
}

export type PlantedRecord = {
  kind: WritableKind;
  slug: string;
  recordId: string;
  file: string;
  content: Record<string, unknown>;
  level: Level;
  whole: boolean;
};

/** Publishes records of FAO's of every concept that people write, with words at every audience and a file each. */
export async function plantRecords(db: Database, filesDir: string, author: User, markers: Markers): Promise<PlantedRecord[]> {
  const planted: PlantedRecord[] = [];
  const base = { sources: [], author: author.pseudonym as string, organization: 'fao', accepted: [], restores: null };
  const make = async (kind: WritableKind, level: Level, whole: boolean, closedSince = false) => {
    const file = (planted.length + 10).toString(16).padStart(64, 'f');
    const may = (section: string | null) => (whole || section ? mayOf[level] : everyone);
    const about = `${kind} ${whole ? 'whole ' : closedSince ? 'closed since ' : ''}${level}`;
    const content = markedContent(kind, { audience: whole ? level : 'PUBLIC', level, file }, (text, section) =>
      // What is plain in a public record is no secret, and nobody is asked to find it.
      whole || section ? markers.mark(`${about} ${text}`, whole && text === 'title' ? or(may(section), oversees) : may(section)) : `made ${text}`,
    );
    const reason = whole ? markers.mark(`${about} reason`, mayOf[level]) : 'A check.';
    const result = await db.transaction().execute(async (trx) => {
      let made: { recordId: string; slug: string } | null = null;
      for (const version of closedSince ? [{ ...content, audiences: undefined }, content] : [content])
        made = await publish(trx, {
          ...base,
          reason,
          kind,
          recordId: made?.recordId ?? null,
          content: kinds[kind].schema.parse({ ...version, ...(made ? { slug: made.slug } : {}) }) as Record<string, unknown>,
        });
      return made as unknown as { recordId: string; slug: string };
    });
    await mkdir(dirname(pathOf(filesDir, file)), { recursive: true });
    await writeFile(pathOf(filesDir, file), 'A file of a check.');
    await db
      .insertInto('file')
      .values({ hash: file, name: 'check.pdf', type: 'application/pdf', size: 18, uploadedBy: author.id, recordId: result.recordId })
      .execute();
    planted.push({ kind, slug: result.slug, recordId: result.recordId, file, content: { ...content, slug: result.slug }, level, whole });
  };
  for (const kind of writableKinds) {
    for (const level of levels) {
      await make(kind, level, false);
      if (level !== 'PUBLIC') await make(kind, level, true);
    }
    // Open once and closed now: history must not open what was closed.
    await make(kind, 'OWNERS', false, true);
  }
  return planted;
}

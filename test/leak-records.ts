import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import type { User } from '#api/accounts/user.ts';
import { publish } from '#api/contributions/publish.ts';
import { type WritableKind, writableKinds } from '#api/contributions/policy.ts';
import { pathOf } from '#api/files/bytes.ts';
import { sections } from '#prisma/content/audience.ts';
import { aboutOf, bare, isCited, itemOf, shapeOf } from '#prisma/content/field.ts';
import { kinds } from '#prisma/content/kinds.ts';
import { schemaAt } from '#prisma/content/known.ts';
import type { Database } from '#prisma/database.ts';
import { belongsTo, everyone, inside, type Markers, type May, or, oversees } from './leak-markers.ts';

// Records of FAO's in which every text has a word of its own: every section that can have an audience, at every audience;
// whole records; and sections that were open once.

export type Level = 'PUBLIC' | 'UN_SYSTEM' | 'OWNERS';
const levels: Level[] = ['PUBLIC', 'UN_SYSTEM', 'OWNERS'];
const cite = [{ source: 'jiu-rep-2020-7', place: 'para 50' }];
/** Who sees what has this audience and belongs to FAO. */
export const mayOf: Record<Level, May> = { PUBLIC: everyone, UN_SYSTEM: inside, OWNERS: belongsTo('fao') };

type Mark = (text: string) => string;
/**
 * A value for a field in which every text that it can hold is a new word, from its definition. What a definition does not
 * let a text be (a code, a date, another record) is its sample.
 */
function filled(schema: z.ZodType, name: string, mark: Mark, file: string, part = name): unknown {
  const { box, sample } = aboutOf(schema);
  const inner = bare(schema);
  const item = itemOf(schema);
  if (box === 'cite') return cite;
  if (part === 'file') return file;
  if (box === 'email') return `${mark(name)}@example.org`;
  if (sample !== undefined) return sample;
  if (inner.def.type === 'enum') return (inner as z.ZodEnum).options[0];
  if (inner.def.type === 'number') return 5;
  if (item) return [filled(item, name, mark, file)];
  const shape = Object.entries(shapeOf(schema));
  if (shape.length === 0) return mark(name);
  const parts = shape.filter(([part]) => !['asAt', 'certainty', ...(name === 'participants' ? ['organization'] : [])].includes(part));
  return {
    ...Object.fromEntries(parts.map(([part, one], index) => [part, filled(one, index === 0 && !isCited(one) ? name : `${name}${part}`, mark, file, part)])),
    ...(isCited(schema) ? { certainty: 'STATED' } : {}),
  };
}

/** What the records of a concept must have beside their sections: what the check asks for, and no words of its own for the rest. */
const plain: Record<WritableKind, (mark: Mark) => Record<string, unknown>> = {
  PROJECT: (mark) => ({
    title: `Leak check ${mark('title')}`,
    origin: 'CONTRIBUTED',
    uses: ['OTHER'],
    owners: ['FAO'],
    scope: 'GLOBAL',
    countries: [],
    stages: [{ stage: 'PILOT', text: mark('stage'), cite, certainty: 'STATED' }],
    ledger: { platforms: [], access: { value: 'PUBLIC', cite, certainty: 'STATED' } },
  }),
  LESSON: (mark) => ({
    title: `Leak check ${mark('title')}`,
    kind: 'LESSON',
    theme: 'GOVERNANCE',
    organizations: ['FAO'],
    projects: [],
    risks: [],
    mitigations: [],
    standards: [],
    recommendations: [],
    goals: [],
  }),
  BUILDING_BLOCK: (mark) => ({ title: `Leak check ${mark('title')}`, owners: ['FAO'], projects: [], vendors: [] }),
  VENDOR: (mark) => ({ name: `Leak check ${mark('title')}`, kind: 'IN_HOUSE', organization: 'FAO' }),
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
  for (const { path, schema, about } of kinds[kind].fields) {
    const [top = '', inner] = path.split('.');
    if (about.section !== undefined || top === 'audiences' || content[top] !== undefined) continue;
    if (!inner) content[top] = filled(schema, top, (text) => mark(text, null), file);
  }
  for (const [name, section] of names) {
    const schema = schemaAt(kinds[kind].schema, section.path.join('.')) as z.ZodType;
    const [top = '', inner] = section.path;
    const value = filled(schema, name, (text) => mark(text, name), file);
    if (section.items) {
      const items = (value as Record<string, unknown>[]).map((item) => ({ ...item, [section.items?.field ?? '']: section.items?.value }));
      content[top] = [...((content[top] as unknown[] | undefined) ?? []), ...items];
    } else if (inner) content[top] = { ...(content[top] as object | undefined), [inner]: value };
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

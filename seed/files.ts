import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { shaped } from '#prisma/content/shape.ts';
import { sentence } from '#i18n/sentence.ts';
import { faultsOf } from '#prisma/content/check.ts';
import { buildingBlock } from '#prisma/content/building-block.ts';
import { glossaryTerm } from '#prisma/content/glossary.ts';
import { goal } from '#prisma/content/goal.ts';
import { lesson } from '#prisma/content/lesson.ts';
import { matrix } from '#prisma/content/matrix.ts';
import { organization } from '#prisma/content/organization.ts';
import { project } from '#prisma/content/project.ts';
import { actionTable, recommendation } from '#prisma/content/recommendation.ts';
import { reference } from '#prisma/content/reference.ts';
import { mitigation, risk } from '#prisma/content/risk.ts';
import { source } from '#prisma/content/source.ts';
import { standard } from '#prisma/content/standard.ts';
import { vendor } from '#prisma/content/vendor.ts';

export const seedFolder = dirname(fileURLToPath(import.meta.url));

/** Which schema the records of a folder follow, in the order they are loaded: what others refer to comes first. */
export const folders = [
  { kind: 'SOURCE', path: 'body/sources', schema: source },
  { kind: 'ORGANIZATION', path: 'body/organizations', schema: organization },
  { kind: 'GOAL', path: 'annex-iii', schema: goal },
  { kind: 'VENDOR', path: 'body/vendors', schema: vendor },
  { kind: 'PROJECT', path: 'annex-i', schema: project },
  { kind: 'PROJECT', path: 'body/projects', schema: project },
  { kind: 'PROJECT', path: 'annex-ii', schema: project },
  { kind: 'STANDARD', path: 'body/standards', schema: standard },
  { kind: 'RISK', path: 'body/risks', schema: risk },
  { kind: 'MITIGATION', path: 'body/mitigations', schema: mitigation },
  { kind: 'RECOMMENDATION', path: 'body/recommendations', schema: recommendation },
  { kind: 'LESSON', path: 'body/lessons', schema: lesson },
  { kind: 'GLOSSARY_TERM', path: 'body/glossary', schema: glossaryTerm },
  { kind: 'REFERENCE', path: 'body/reference', schema: reference },
  { kind: 'MATRIX', path: 'body/matrix', schema: matrix },
  { kind: 'BUILDING_BLOCK', path: 'body/building-blocks', schema: buildingBlock },
  { kind: 'ACTION_TABLE', path: 'annex-iv', schema: actionTable },
] as const;
export type SeedKind = (typeof folders)[number]['kind'];

/** One fault of a data file: which file, which record, which field, and what to do. */
export type Fault = { file: string; line: number | null; record: string; field: string; message: string };
export type SeedRecord = { kind: SeedKind; file: string; content: Record<string, unknown> };

export const showFault = (fault: Fault) =>
  `${fault.file}${fault.line ? `:${fault.line}` : ''}: ${fault.record}: ${fault.field ? `${fault.field}: ` : ''}${fault.message}`;

/**
 * Reads every data file below `root` and checks each record against its schema.
 * A file holds one record or a list of them. All faults of all files are returned, none is thrown.
 */
export async function readSeed(root = seedFolder): Promise<{ records: SeedRecord[]; faults: Fault[] }> {
  const records: SeedRecord[] = [];
  const faults: Fault[] = [];
  for (const folder of folders) {
    const path = join(root, folder.path);
    const names = (await readdir(path).catch(() => [])).filter((name) => name.endsWith('.yaml'));
    for (const name of names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))) {
      const file = relative(root, join(path, name));
      const lines = new LineCounter();
      const document = parseDocument(await readFile(join(path, name), 'utf8'), { lineCounter: lines, strict: true });
      for (const error of document.errors) {
        faults.push({ file, line: error.linePos?.[0].line ?? null, record: '(the file)', field: '', message: error.message.split('\n')[0] ?? '' });
      }
      if (document.errors.length > 0) continue;
      const nodes = isSeq(document.contents)
        ? document.contents.items.map((node, index) => ({ node, path: [index] }))
        : [{ node: document.contents, path: [] }];
      for (const entry of nodes) {
        const raw: unknown = isMap(entry.node) ? entry.node.toJSON() : null;
        const named = (raw ?? {}) as Record<string, unknown>;
        const record = String(named['sourceKey'] ?? named['report'] ?? `record ${Number(entry.path[0] ?? 0) + 1}`);
        const result = (folder.schema as z.ZodType).safeParse(raw);
        if (result.success) {
          records.push({
            kind: folder.kind,
            file,
            content: folder.kind === 'ACTION_TABLE' ? (result.data as Record<string, unknown>) : shaped(folder.kind, result.data as Record<string, unknown>),
          });
          continue;
        }
        for (const one of faultsOf(result.error, raw)) {
          const place = one.path === '' ? [] : one.path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
          const at = document.getIn([...entry.path, ...place] as never, true) as { range?: [number, number, number] } | undefined;
          const offset = at?.range?.[0];
          faults.push({ file, line: offset === undefined ? null : lines.linePos(offset).line, record, field: one.path, message: sentence(one) });
        }
      }
    }
  }
  return { records, faults };
}

import { z } from 'zod';
import { fault } from '#i18n/fault.ts';
import { as, raise } from '#prisma/content/check.ts';
import { addressOf, kinds } from '#prisma/content/kinds.ts';
import { isWebAddress, oneLine, turningSign } from '#prisma/content/text.ts';
import { RecordKind } from '#prisma/generated/enums.ts';
import { fromWords } from './words.ts';

export const evidenceKinds = ['ADDRESS', 'FILE', 'RECORD'] as const;
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);
/** A name: one line, and none that shows as another one. */
export const line = (max: number) =>
  z
    .string()
    .overwrite(oneLine)
    .max(max)
    .refine((value) => turningSign(value) === null, as('TURNING'))
    .nullish()
    .transform((value) => value || null);

/** Proof of a report: an address, an uploaded file, or a record of this library. Each has its own audience. */
export const evidence = z
  .strictObject({
    kind: z.enum(evidenceKinds),
    label: line(300),
    /** For ADDRESS. */
    address: text(2000),
    /** For FILE: the hash of an upload. */
    file: text(100),
    /** For RECORD. */
    recordKind: z.enum(Object.keys(RecordKind) as [keyof typeof RecordKind, ...(keyof typeof RecordKind)[]]).nullish(),
    recordSlug: text(200),
    audience: z
      .enum(['PUBLIC', 'UN_SYSTEM', 'OWNERS'])
      .nullish()
      .transform((value) => value ?? 'PUBLIC'),
  })
  .superRefine((value, context) => {
    if (value.kind === 'ADDRESS' && !isWebAddress(value.address ?? '')) raise(context, fault('address', 'ADDRESS_WEB'));
    if (value.kind === 'FILE' && !/^[0-9a-f]{64}$/.test(value.file ?? '')) raise(context, fault('file', 'EVIDENCE_FILE'));
    if (value.kind === 'RECORD' && (!value.recordKind || !value.recordSlug)) raise(context, fault('recordSlug', 'EVIDENCE_RECORD'));
  });
export type Evidence = z.output<typeof evidence>;

/** Where a record is read; of a matrix, which shares its page with the others, the slug too. */
export const pathOf = (kind: string, slug: string) => (kind === 'MATRIX' ? `${kinds.MATRIX.path}/${slug}` : addressOf(kind as RecordKind, slug));
/** A bar within a text is written twice: one alone parts the place from label and audience. */
const barred = (text: string) => text.replace(/\s+/g, ' ').replaceAll('|', '||');
/** Evidence as one line each in a cell: an address, a path of this library, or "file:" and the id; the label and the audience follow after bars. */
export const writeEvidence = (items: readonly Evidence[]) =>
  items
    // What is only named, because its entry was withdrawn, has no place that could be loaded back.
    .filter((item) => item.address || item.file || item.recordSlug)
    .map((item) => {
      const place =
        item.kind === 'ADDRESS'
          ? (item.address ?? '')
          : item.kind === 'FILE'
            ? `file:${item.file}`
            : pathOf(item.recordKind ?? 'PROJECT', item.recordSlug ?? '');
      const audience = item.audience === 'PUBLIC' ? '' : item.audience;
      return [barred(place), ...(item.label || audience ? [barred(item.label ?? '')] : []), ...(audience ? [audience] : [])].join(' | ');
    })
    .join('\n');
/** The evidence that stands in a cell, as `evidence` checks it. */
export function readEvidence(text: string): unknown[] {
  return text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      const [place = '', label = '', audience = '', ...more] = one.split(/(?<!\|)\|(?!\|)/).map((part) => part.trim().replaceAll('||', '|'));
      // What stands behind a third bar belongs nowhere: the audience is then none that is known, and the fault says so.
      const said = [audience, ...more].filter(Boolean).join(' | ');
      const rest = { label: label || null, audience: said ? fromWords(said, ['PUBLIC', 'UN_SYSTEM', 'OWNERS']) : 'PUBLIC' };
      if (place.startsWith('file:')) return { kind: 'FILE', file: place.slice(5), ...rest };
      const record = /^(\/[a-z-]+)[/#]([\w-]+)$/.exec(place);
      const kind = record && (Object.entries(kinds).find(([, { path }]) => path === record[1])?.[0] ?? null);
      return kind ? { kind: 'RECORD', recordKind: kind, recordSlug: record[2], ...rest } : { kind: 'ADDRESS', address: place, ...rest };
    });
}

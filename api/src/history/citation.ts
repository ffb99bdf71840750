import { addressOf, kinds } from '#prisma/content/kinds.ts';
import { oneLine } from '#prisma/content/text.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { RevisionRow } from './revision.ts';

/** Who publishes the library, as a citation names it. */
export const PUBLISHER = 'Atrium, the knowledge hub of the United Nations system on blockchain';

/** The kinds whose versions have pages of their own. */
const withHistory = new Set<RecordKind>(['PROJECT', 'LESSON', 'VENDOR', 'BUILDING_BLOCK']);
/** The address of a version: its own where it has a page, else that of the record, which shows the version of today. */
const addressOfVersion = (kind: RecordKind, slug: string, number: number) =>
  withHistory.has(kind) ? `${addressOf(kind, slug)}/history/${number}` : addressOf(kind, slug);

/** What a citation says of a version of a record. */
type Cited = { author: string; from: string; key: string; title: string; version: number; day: string; address: string; language: string; seal: string };
/** Who says what stands in it: the library, or of an entry of another catalogue the one who publishes that, with where it is from. */
function sayerOf(content: Record<string, unknown>): Pick<Cited, 'author' | 'from'> {
  const catalogue = content['catalogue'] as { name: string; publisher?: string; version: string; licence: string } | undefined;
  if (!catalogue) return { author: 'Atrium', from: '' };
  return {
    author: oneLine(catalogue.publisher ?? catalogue.name),
    from: oneLine(`From ${catalogue.name}, ${catalogue.version}, ${catalogue.licence}, as Atrium holds it. `),
  };
}
const citedOf = ({ kind, slug, number, content, createdAt, hash }: RevisionRow, baseUrl: string): Cited => ({
  ...(kind === 'FOREIGN_RECORD' ? sayerOf(content) : sayerOf({})),
  key: `atrium-${kind.toLowerCase().replaceAll('_', '-')}-${slug}-${number}`,
  title: oneLine(kinds[kind].title(content)),
  version: number,
  day: createdAt.toISOString().slice(0, 10),
  address: baseUrl + addressOfVersion(kind, slug, number),
  language: typeof content['language'] === 'string' ? content['language'] : 'en',
  seal: hash,
});
const note = ({ version, seal, from }: Cited) => `${from}Version ${version}. Seal in the log of the library (SHA-256): ${seal}`;

/** CSL-JSON 1.0.2: what Zotero, Mendeley, citeproc and Pandoc read. */
const csl = (cited: Cited) =>
  `${JSON.stringify(
    [
      {
        id: cited.key,
        type: 'webpage',
        title: cited.title,
        author: [{ literal: cited.author }],
        publisher: PUBLISHER,
        'container-title': 'Atrium',
        version: String(cited.version),
        issued: { 'date-parts': [cited.day.split('-').map(Number)] },
        URL: cited.address,
        language: cited.language,
        note: note(cited),
      },
    ],
    null,
    1,
  )}\n`;

const commands: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
/** What BibTeX would read as a command, a group or a comment is written as the sign that it is. */
const plain = (text: string) => text.replace(/[\\{}~^&%$#_]/g, (sign) => commands[sign] ?? `\\${sign}`);
/** An address in braces is copied as it is, but a brace or a percent sign of its own would end it. */
const bibtex = (cited: Cited) =>
  [
    `@misc{${cited.key},`,
    `  title = {{${plain(cited.title)}}},`,
    `  author = {{${plain(cited.author)}}},`,
    `  year = {${cited.day.slice(0, 4)}},`,
    `  date = {${cited.day}},`,
    `  publisher = {${plain(PUBLISHER)}},`,
    `  note = {${plain(note(cited))}},`,
    `  url = {${cited.address}},`,
    `  langid = {${cited.language}}`,
    '}\n',
  ].join('\n');

/** RIS: a line a field, each ended by CR LF, nothing after "ER  - ". */
const ris = (cited: Cited) =>
  [
    ['TY', 'ELEC'],
    ['ID', cited.key],
    ['TI', cited.title],
    ['AU', cited.author],
    ['PB', PUBLISHER],
    ['PY', cited.day.slice(0, 4)],
    ['DA', cited.day.replaceAll('-', '/')],
    ['ET', `Version ${cited.version}`],
    ['LA', cited.language],
    ['N1', note(cited)],
    ['UR', cited.address],
    ['ER', ''],
  ]
    .map(([tag, value]) => `${tag}  - ${value}\r\n`)
    .join('');

export const dayInWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
/** The sentence that stands on the page. */
const text = ({ author, from, title, version, day, address }: Cited) =>
  `${from}${author}, “${title}”, version ${version}, ${dayInWords.format(new Date(`${day}T00:00:00Z`))}. ${address}\n`;

/** The forms in which a version can be cited, by the extension of the address. */
export const citationForms = {
  'csl.json': { type: 'application/vnd.citationstyles.csl+json; charset=utf-8', write: csl },
  bib: { type: 'application/x-bibtex; charset=utf-8', write: bibtex },
  ris: { type: 'application/x-research-info-systems; charset=utf-8', write: ris },
  txt: { type: 'text/plain; charset=utf-8', write: text },
} as const;
export type CitationForm = keyof typeof citationForms;

/**
 * The citation of one version of a record in a form. The seal lets a reader prove that the version is the one cited.
 * @param baseUrl the public address of the library
 */
export const citationOf = (revision: RevisionRow, form: CitationForm, baseUrl: string): string => citationForms[form].write(citedOf(revision, baseUrl));

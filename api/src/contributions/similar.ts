import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Context } from '../context.ts';
import { type NameReason, namedAlike } from '../records/same-name.ts';
import type { RecordRow } from '../records/load.ts';

type Contacts = { contacts?: { name: string; role?: string; email: string }[] };
export type Similar = {
  record: RecordRow;
  reasons: string[];
  contacts: { name: string; role: string | null; email: string }[];
  /** Where it has the name of what is being written, in whatever spelling: how, and which of its names. */
  named?: { reason: NameReason; name: string };
};

const STOP = new Set(
  'a an and are as at be by for from in into is it its of on or our that the their this to using use uses used via we will with blockchain project projects pilot system based who those them they these there then when what which where how why whose not has have had was were been can could should would must may more most than one two all any each other others before after'.split(
    ' ',
  ),
);
/** The telling words of a text, most frequent first, at most ten. */
const tellingWords = (text: string): string[] => {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []) if (!STOP.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 10)
    .map(([word]) => word);
};

/**
 * Who is already doing this? Live records like the one being written, with what they share and whom to write to, as far as
 * the viewer may see: found by the title, then by the telling words of title and summary one by one, so that a long
 * summary does not ask for everything at once.
 */
export async function similarEntries(
  context: Context,
  { title, summary, kind }: { title: string; summary: string; kind?: RecordKind | null },
): Promise<Similar[]> {
  const kinds: RecordKind[] = kind ? [kind] : ['PROJECT', 'LESSON'];
  // Before a second entry for it is made, whoever writes sees the one that has the name; a firm may be an organization.
  const sameKinds: RecordKind[] = kind === 'VENDOR' ? ['VENDOR', 'ORGANIZATION'] : kind === 'BUILDING_BLOCK' ? ['BUILDING_BLOCK'] : ['PROJECT'];
  const alike = (await Promise.all(sameKinds.map((one) => sameNames(context, one, title)))).flat();
  const { search } = context.services;
  const scores = new Map<string, { kind: RecordKind; score: number; words: Set<string> }>();
  const note = (hits: { id: string; kind: RecordKind; matches: { word: string }[] }[], weight: number) => {
    hits.forEach((hit, index) => {
      const one = scores.get(hit.id) ?? { kind: hit.kind, score: 0, words: new Set<string>() };
      one.score += weight / (1 + index / 5);
      for (const match of hit.matches) one.words.add(match.word.toLowerCase());
      scores.set(hit.id, one);
    });
  };
  const ask = (query: string, first: number) => search.search({ query, kinds, viewer: context.viewer, first, offset: 0 });
  const words = tellingWords(`${title} ${title} ${summary}`);
  if (words.length === 0) return alike;
  const pairs = words.slice(0, 5).map((word) => `${word} `);
  const [whole, ...single] = await Promise.all([
    ask(`${tellingWords(title).slice(0, 6).join(' ') || words.slice(0, 4).join(' ')} `, 6),
    ...pairs.map((pair) => ask(pair, 20)),
  ]);
  if (whole && whole.ignoredTerms.length === 0) note(whole.hits, 3);
  for (const answer of single) note(answer.hits, 20 / (20 + answer.total));
  const best = [...scores]
    .filter(([, one]) => one.words.size >= Math.min(2, words.length))
    .sort((a, b) => b[1].score - a[1].score)
    .slice(0, 6);
  const found = await Promise.all(
    best.map(async ([id, one]): Promise<Similar | null> => {
      // Side by side, so that both are one statement; of what the viewer does not see, nothing is used.
      const [record, content] = await Promise.all([context.records.load(id), context.contents.load(id) as Promise<Contacts>]);
      if (!record) return null;
      return {
        record,
        reasons: [...one.words].slice(0, 6),
        contacts: (content.contacts ?? []).map((contact) => ({ name: contact.name, role: contact.role ?? null, email: contact.email })),
      };
    }),
  );
  const known = new Set(alike.map(({ record }) => record.id));
  return [...alike, ...found.filter((one): one is Similar => one !== null && !known.has(one.record.id))].slice(0, 6);
}

async function sameNames(context: Context, kind: RecordKind, name: string): Promise<Similar[]> {
  const matches = await namedAlike(context.reads, context.viewer, kind, [name]);
  const found = await Promise.all(
    matches.map(async ({ id, reason, name: own }): Promise<Similar[]> => {
      const record = await context.records.load(id);
      return record ? [{ record, reasons: [], contacts: [], named: { reason, name: own } }] : [];
    }),
  );
  return found.flat();
}

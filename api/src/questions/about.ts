import { matrixQuestion } from '#prisma/content/lesson.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Viewer } from '#search/engine.ts';
import { recordAddress } from '../records/address.ts';
import { recordsAtAddresses } from '../records/load.ts';
import type { Reader } from '../records/query-batch.ts';

/** What a question is about: an entry, a question of the decision-making matrix, or nothing in particular. */
export type About = { recordId: string | null; matrixQuestion: string | null };

/** The address of a page without its host and query. */
const pathOf = (address: string) =>
  address
    .trim()
    .replace(/^https?:\/\/[^/]+/i, '')
    .replace(/\?[^#]*/, '');
/** Terms have places on one page. */
const addressIn = (path: string): { kind: RecordKind; slug: string } | null => {
  const term = /^\/?glossary#([^/?#]{1,200})$/.exec(path);
  return term?.[1] ? { kind: 'GLOSSARY_TERM', slug: term[1] } : recordAddress(path.split('#', 1)[0] ?? '');
};

/** What stands at an address that somebody wrote, as far as they see it; null where nothing does. An empty one is nothing in particular. */
export async function whatIsAt(reader: Reader, viewer: Viewer, address: string): Promise<About | null> {
  const path = pathOf(address);
  if (path === '') return { recordId: null, matrixQuestion: null };
  const [, question] = /^\/?matrix#(.+)$/.exec(path) ?? [];
  if (question !== undefined) return matrixQuestion.test(question) ? { recordId: null, matrixQuestion: question } : null;
  const at = addressIn(path);
  const [record] = at ? await recordsAtAddresses(reader, viewer, [at]) : [];
  return record ? { recordId: record.id, matrixQuestion: null } : null;
}

/** The records at addresses that somebody wrote, each once, and those addresses at which they see none. */
export async function recordsAt(reader: Reader, viewer: Viewer, addresses: readonly string[]): Promise<{ ids: string[]; missing: string[] }> {
  const given = addresses.map((text) => ({ text, at: addressIn(pathOf(text)) })).filter(({ text }) => text.trim() !== '');
  const found = await recordsAtAddresses(
    reader,
    viewer,
    given.flatMap(({ at }) => at ?? []),
  );
  const ids = new Map(found.map(({ kind, slug, id }) => [`${kind} ${slug}`, id]));
  const idOf = ({ at }: (typeof given)[number]) => (at ? ids.get(`${at.kind} ${at.slug}`) : undefined);
  return { ids: [...new Set(given.flatMap((one) => idOf(one) ?? []))], missing: given.filter((one) => idOf(one) === undefined).map(({ text }) => text.trim()) };
}

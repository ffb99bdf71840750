import type { RecordKind } from '#prisma/generated/enums.ts';
import type { Viewer } from '#search/engine.ts';
import type { Reader } from '../records/query-batch.ts';
import { type NameMatch, namedAlike } from '../records/same-name.ts';
import type { Content } from './draft.ts';

type Named = { kind: RecordKind; content: Content; recordId?: string | null; liveTitle?: string | null };

/** Where a draft of a project, building block or vendor says what it is called; null for other kinds. */
export const nameField = (kind: RecordKind): 'title' | 'name' | null =>
  kind === 'PROJECT' || kind === 'BUILDING_BLOCK' ? 'title' : kind === 'VENDOR' ? 'name' : null;

/** The entries, other than its own, that have the name of a draft, in whatever spelling or as another of their names. A name that was live already is not asked about. */
export async function namesakesOf(reader: Reader, viewer: Viewer, draft: Named): Promise<NameMatch[]> {
  const field = nameField(draft.kind);
  const name = field && draft.content[field];
  if (typeof name !== 'string' || name.trim() === '' || name === draft.liveTitle) return [];
  return (await namedAlike(reader, viewer, draft.kind, [name.slice(0, 300)])).filter(({ id }) => id !== draft.recordId);
}

/** Those of which its writers have not said that it is another. */
export const unanswered = (draft: Named, namesakes: readonly NameMatch[]): NameMatch[] => {
  const said = Array.isArray(draft.content['notThe']) ? draft.content['notThe'] : [];
  return namesakes.filter(({ slug }) => !said.includes(slug));
};

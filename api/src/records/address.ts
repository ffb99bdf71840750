import { kinds } from '#prisma/content/kinds.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';

const byPath = new Map(Object.values(kinds).map((kind) => [kind.path, kind.kind]));

/** "/projects/building-blocks" or "projects/building-blocks" as a kind and a slug; null for what is no record's page. */
export function recordAddress(text: string): { kind: RecordKind; slug: string } | null {
  const match = /^\/?([a-z-]{1,40})\/([^/?#]{1,200})$/.exec(text.trim());
  const kind = match ? byPath.get(`/${match[1]}`) : undefined;
  return kind && match?.[2] ? { kind, slug: match[2] } : null;
}

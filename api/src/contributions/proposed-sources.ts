import { randomBytes } from 'node:crypto';
import { ownersOf } from '#prisma/content/audience.ts';
import { type Audience, audiences } from '#prisma/content/shared.ts';
import { lift } from '#prisma/content/shape.ts';
import type { Trx } from '#prisma/database.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { referencesOf, seenByAll } from '#prisma/naming.ts';
import type { Draft } from '#prisma/derive.ts';
import type { Content } from './draft.ts';
import { checkSources } from './validate.ts';

/** The content with other names for some of the sources that it cites. */
function citing(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => citing(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      name === 'cite' && Array.isArray(item)
        ? item.map((one: { source: string }) => ({ ...one, source: names.get(one.source) ?? one.source }))
        : citing(item, names),
    ]),
  );
}

/**
 * The sources that are published together with a content, each for those who see what cites it: a document that only an
 * internal section rests on is internal too. One that everybody concerned sees already under its name is not made again; a
 * name that belongs to a source that they do not see gets a random part, here and where it is cited.
 * @param lock makes publications that bring the same source wait for each other
 * @returns the sources, and the content as it cites them
 */
export async function proposedSources(
  trx: Trx,
  { kind, content, sources }: { kind: RecordKind; content: Content; sources: Content[] },
  lock: (slug: string) => Promise<unknown>,
): Promise<{ sources: Draft[]; content: Content }> {
  const references = referencesOf(kind, { ...content, slug: content['slug'] ?? '', position: 0 }).filter(({ target }) => target.kind === 'SOURCE');
  const whole = (content['audience'] as Audience | undefined) ?? 'PUBLIC';
  const owners = ownersOf(kind, content);
  const names = new Map<string, string>();
  const made: Draft[] = [];
  // In one order, so that two publications with the same sources never wait for each other in a circle.
  const drafts = checkSources(sources).drafts.toSorted((a, b) => (a.content.slug < b.content.slug ? -1 : 1));
  for (const { content: source } of drafts) {
    await lock(source.slug);
    const cited = references.filter(({ target }) => target.key === source.slug).map((one) => one.audience);
    const audience = audiences.find((one) => cited.includes(one)) ?? whole;
    const there = await trx
      .selectFrom('record')
      .select(['audience', 'archivedAt', 'content'])
      .where('kind', '=', 'SOURCE')
      .where((where) => where.or([where('slug', '=', source.slug), where('sourceKey', '=', source.slug)]))
      .executeTakeFirst();
    if (there) {
      const theirs = ownersOf('SOURCE', lift('SOURCE', there.content as Content));
      // Owners are compared as they are named: the same entry names them in the same way.
      if (seenByAll({ audience: there.audience, archived: there.archivedAt !== null, owners: theirs }, audience, owners)) continue;
      names.set(source.slug, `${source.slug.slice(0, 80).replace(/-+$/, '')}-${randomBytes(5).toString('hex')}`);
    }
    made.push({ kind: 'SOURCE', content: { ...source, slug: names.get(source.slug) ?? source.slug, audience, ...(audience === 'OWNERS' ? { owners } : {}) } });
  }
  return { sources: made, content: names.size > 0 ? (citing(content, names) as Content) : content };
}

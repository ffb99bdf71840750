import { hashOf } from '#prisma/hash.ts';
import { addressOf } from '#prisma/content/kinds.ts';
import { PersonType } from '../accounts/account.ts';
import { builder } from '../builder.ts';
import type { RevisionRow } from './revision.ts';

export const RevisionType = builder.objectRef<RevisionRow>('Revision').implement({
  description: 'One published version of a record. Its address is permanent: it can be cited.',
  fields: (t) => ({
    number: t.exposeInt('number'),
    url: t.string({
      description: 'The permanent address of this version.',
      resolve: (revision) => `${addressOf(revision.kind, revision.slug)}/history/${revision.number}`,
    }),
    content: t.field({ type: 'JSON', description: 'As far as you may see it.', resolve: (revision) => revision.content }),
    hash: t.string({
      description: 'SHA-256 of the canonical JSON (RFC 8785) of the content as you see it.',
      resolve: (revision) => hashOf(revision.whole ? revision.stored : revision.content),
    }),
    seal: t.exposeString('hash', {
      description: 'The hash that the log has: of the whole content with a random text, so that it tells nothing of what is not public.',
    }),
    previousSeal: t.exposeString('previous', { nullable: true }),
    logSequence: t.exposeInt('sequence', { description: 'The log entry that seals it.' }),
    author: t.field({
      type: PersonType,
      nullable: true,
      description: 'For members of the UN system; null for the loader of the library and for readers.',
      resolve: (revision) => (revision.authorName ? { name: revision.authorName, demo: revision.authorDemo } : null),
    }),
    writers: t.field({
      type: [PersonType],
      description:
        'Everybody who wrote on the draft of this version, the author first, for members of the UN system. The log seals the author; of a version whose draft is not kept only the author is known.',
      resolve: (revision) => (revision.authorName ? [{ name: revision.authorName, demo: revision.authorDemo }, ...revision.others] : []),
    }),
    byLoader: t.boolean({ resolve: (revision) => revision.author === null }),
    organizationSlug: t.exposeString('organization', { nullable: true, description: 'On whose behalf.' }),
    reason: t.exposeString('reason'),
    restores: t.exposeInt('restores', { nullable: true }),
    live: t.exposeBoolean('live'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    archivedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the record was taken out of the library.',
      resolve: (revision) => revision.archivedAt,
    }),
    archivedReason: t.exposeString('archivedReason', { nullable: true }),
  }),
});

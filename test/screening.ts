import { publish } from '#api/contributions/publish.ts';
import { kinds } from '#prisma/content/kinds.ts';
import type { Database } from '#prisma/database.ts';
import { cite } from './contribute.ts';

/** Publishes a vendor of FAO's that there is not; its address. */
export async function madeVendor(db: Database, name: string): Promise<string> {
  const { pseudonym } = await db
    .insertInto('person')
    .values({ name: 'A writer', email: `writer.of.${name.toLowerCase().replace(/\W+/g, '.')}@example.org` })
    .returning('pseudonym')
    .executeTakeFirstOrThrow();
  const { slug } = await db.transaction().execute((trx) =>
    publish(trx, {
      kind: 'VENDOR',
      recordId: null,
      content: kinds.VENDOR.schema.parse({
        ...{ sourceKey: 'made', slug: 'made', name, kind: 'IN_HOUSE', organization: 'FAO', cite },
        summary: { text: 'A made vendor.', cite },
      }) as Record<string, unknown>,
      sources: [],
      reason: 'A check.',
      author: pseudonym,
      organization: 'fao',
      accepted: [],
      restores: null,
    }),
  );
  return slug;
}

/** A made list in the structure of the Security Council's, of organizations with these names. */
export const madeListFile = (names: readonly string[], day = '2026-11-02'): Buffer =>
  Buffer.from(
    `<CONSOLIDATED_LIST dateGenerated="${day}"><INDIVIDUALS/><ENTITIES>${names
      .map((name, index) => `<ENTITY><FIRST_NAME>${name}</FIRST_NAME><REFERENCE_NUMBER>SYNTHETIC-${index + 1}</REFERENCE_NUMBER></ENTITY>`)
      .join('\n')}</ENTITIES></CONSOLIDATED_LIST>`,
  );

import { sql } from 'kysely';
import type { LinkState } from '#prisma/generated/enums.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { batch } from '../records/batch.ts';
import type { RecordRow } from '../records/load.ts';

export type LinkCheck = {
  state: LinkState;
  movedTo: string | null;
  repository: boolean;
  licence: string | null;
  changedOn: string | null;
  archived: boolean | null;
  checkedOn: string;
};

const State = builder.enumType('LinkState', {
  description: 'What an address outside did when the library asked it.',
  values: {
    LIVES: { description: 'It answered.' },
    GONE: { description: 'Its server says that it is not there any more.' },
    REFUSES: { description: 'Its server answered, and did not show it to a program.' },
    SILENT: { description: 'Nobody answered.' },
    NOT_ASKED: { description: 'It is no https address of the open internet, or leads to one that is none; it is not asked.' },
  } satisfies Record<keyof typeof LinkState, object>,
});

export const LinkCheckType = builder.objectRef<LinkCheck>('LinkCheck').implement({
  description: 'What an address outside answered when the library last asked it.',
  fields: (t) => ({
    state: t.field({ type: State, resolve: ({ state }) => state }),
    checkedOn: t.exposeString('checkedOn', { description: 'The day.' }),
    movedTo: t.exposeString('movedTo', { nullable: true, description: 'Where it has moved for good, as its server says.' }),
    repository: t.exposeBoolean('repository', { description: 'Whether the service that keeps the code told of it; else the next three say nothing.' }),
    licence: t.exposeString('licence', { nullable: true, description: 'The licence that the service finds in the repository.' }),
    changedOn: t.exposeString('changedOn', { nullable: true, description: 'The day of the last change of the code.' }),
    archived: t.exposeBoolean('archived', { nullable: true, description: 'Whether its owner has closed it to changes.' }),
  }),
});

const read = batch<string, LinkCheck | null>(async ({ reads }, ids) => {
  const rows = await reads.rows(sql<LinkCheck & { id: string }>`
    SELECT r.id, c.state, c.moved_to AS "movedTo", c.repository, c.licence, c.changed_on::text AS "changedOn", c.archived, (c.checked_at AT TIME ZONE 'UTC')::date::text AS "checkedOn"
    FROM record r JOIN link_check c ON c.address = CASE r.kind WHEN 'BUILDING_BLOCK' THEN r.content->>'repository' ELSE r.content->>'address' END
    WHERE r.id = ANY (${[...ids]}::uuid[])`);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
});
/** The check of the address that an entry names; null where there is none yet. By the entry, so that it is read with its other parts. */
export const linkCheckOf = (context: Context, row: RecordRow): Promise<LinkCheck | null> => (row.preview ? Promise.resolve(null) : read(context, row.id));

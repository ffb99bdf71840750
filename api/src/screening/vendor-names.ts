import { type RawBuilder, sql } from 'kysely';

/** The names in the content of a vendor. */
export type NamedContent = { name: string; formerNames?: string[] | null; alsoKnownAs?: string[] | null; principals?: { name: string }[] | null };

/** The contents, for their names, of the vendor of a row and of all that were made one with it: what was said of a double is asked of both. */
export const namedContents = (id: string): RawBuilder<NamedContent[]> => sql<NamedContent[]>`
  (SELECT json_agg(json_build_object('name', n.content->'name', 'formerNames', n.content->'formerNames', 'alsoKnownAs', n.content->'alsoKnownAs', 'principals', n.content->'principals') ORDER BY n.id = ${sql.ref(id)} DESC, n.id)
    FROM record n WHERE n.id = ANY (merged_with(${sql.ref(id)})))`;

/** The names under which a vendor is looked for in a list: its own, former ones, others it is known by, and those of its principals. */
export const vendorNames = (contents: readonly NamedContent[]): string[] => [
  ...new Set(
    contents.flatMap(({ name, formerNames, alsoKnownAs, principals }) => [
      name,
      ...(formerNames ?? []),
      ...(alsoKnownAs ?? []),
      ...(principals ?? []).map((one) => one.name),
    ]),
  ),
];

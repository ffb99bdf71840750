/** The kinds of records that people write. */
export type Kind = 'PROJECT' | 'LESSON' | 'VENDOR' | 'BUILDING_BLOCK';

/** What a box suggests while one types, from the library. */
export type Suggested = 'organizations' | 'projects' | 'vendors' | 'platforms' | 'risks' | 'mitigations' | 'standards' | 'recommendations' | 'questions';

/**
 * One field of an entry. `path` is its place in the content and its name in the form, so that a fault that the API names
 * by path finds its field. Inside groups and lists it is relative.
 */
export type Field = AnyField & {
  /** The record cannot be published without it. Only of fields of the record itself. */
  needed?: boolean;
};
type AnyField =
  | { type: 'line' | 'prose' | 'number' | 'email'; path: string; optional?: boolean; suggest?: Suggested; reads?: 'date' | 'country' | 'currency' | 'language' }
  /** One of a closed set; `words` is the group of the vocabulary its labels are in, `usual` what holds where nothing is chosen. */
  | { type: 'choice'; path: string; options: readonly string[]; words: string; optional?: boolean; numeric?: boolean; usual?: string }
  /** Several of a closed set. */
  | { type: 'checks'; path: string; options: readonly string[]; words: string; optional?: boolean }
  /** Several short texts, each in a box of its own. */
  | { type: 'names'; path: string; suggest?: Suggested; optional?: boolean }
  /** Places in sources, one a line. */
  | { type: 'cite'; path: string }
  /** Fields that belong together; `cited` ones carry source, date and how sure. An optional one that is blank is left out. */
  | { type: 'group'; path: string; fields: Field[]; cited?: boolean; optional?: boolean }
  /** Any number of groups. An `optional` list is absent when it is empty. */
  | { type: 'list'; path: string; fields: Field[]; cited?: boolean; optional?: boolean };

export type FormSection = { id: string; fields: Field[] };

/** The record addresses of each kind. */
export const paths: Record<Kind, string> = { PROJECT: '/projects', LESSON: '/lessons', VENDOR: '/vendors', BUILDING_BLOCK: '/building-blocks' };
/** The kind that an address belongs to: "/lessons/new" is about lessons. */
export const kindOfPath = (pathname: string): Kind => (Object.keys(paths) as Kind[]).find((kind) => pathname.startsWith(`${paths[kind]}/`)) ?? 'PROJECT';

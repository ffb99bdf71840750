import { accesses, audiences, goals, lessonKinds, projectSections, stages, themes, uses, vendorKinds } from './values.ts';

/** The kinds of records that people write. */
export type Kind = 'PROJECT' | 'LESSON' | 'VENDOR';

/** What a box suggests while one types, from the library. */
export type Suggested = 'organizations' | 'projects' | 'vendors' | 'platforms' | 'risks' | 'mitigations' | 'standards' | 'recommendations' | 'questions';

/**
 * One field of an entry. `path` is its place in the content and its name in the form, so that a fault that the API names
 * by path finds its field. Inside groups and lists it is relative.
 */
export type Field =
  | { type: 'line' | 'prose' | 'number' | 'email'; path: string; optional?: boolean; suggest?: Suggested }
  /** One of a closed set; `words` is the group of the vocabulary its labels are in. */
  | { type: 'choice'; path: string; options: readonly string[]; words: string; optional?: boolean; numeric?: boolean }
  /** Several of a closed set. */
  | { type: 'checks'; path: string; options: readonly string[]; words: string }
  /** Several short texts, each in a box of its own. */
  | { type: 'names'; path: string; suggest?: Suggested; optional?: boolean }
  /** Places in sources, one a line. */
  | { type: 'cite'; path: string }
  /** Fields that belong together; `cited` ones carry source, date and how sure. An optional one that is blank is left out. */
  | { type: 'group'; path: string; fields: Field[]; cited?: boolean; optional?: boolean }
  /** Any number of groups. An `optional` list is absent when it is empty. */
  | { type: 'list'; path: string; fields: Field[]; cited?: boolean; optional?: boolean };

export type FormSection = { id: string; fields: Field[] };

const line = (path: string, more: { optional?: boolean; suggest?: Suggested } = {}): Field => ({ type: 'line', path, ...more });
const prose = (path: string, optional = false): Field => ({ type: 'prose', path, optional });
const names = (path: string, suggest?: Suggested, optional = true): Field => ({ type: 'names', path, suggest, optional });
const list = (path: string, fields: Field[], more: { cited?: boolean; optional?: boolean } = { cited: true }): Field => ({
  type: 'list',
  path,
  fields,
  ...more,
});
const statement = (path: string, optional = false): Field => ({ type: 'group', path, fields: [prose('text')], cited: true, optional });

const goalList = list('goals', [{ type: 'choice', path: 'goal', options: goals, words: 'goalTitle', numeric: true }, prose('reason')], {});
const contacts = list('contacts', [line('name'), line('role', { optional: true }), { type: 'email', path: 'email' }], { optional: true });
const audiencesOf = (sections: readonly string[]): Field[] =>
  sections.map((section) => ({ type: 'choice', path: `audiences.${section}`, options: audiences, words: 'audience', optional: true }));

/** The form of each kind: its sections in the order of the page that comes of it. */
export const forms: Record<Kind, FormSection[]> = {
  PROJECT: [
    {
      id: 'what',
      fields: [line('title'), names('alsoKnownAs'), statement('summary'), { type: 'checks', path: 'uses', options: uses, words: 'use' }],
    },
    { id: 'whose', fields: [names('owners', 'organizations', false), statement('ownersBasis', true)] },
    {
      id: 'where',
      fields: [
        { type: 'choice', path: 'scope', options: ['COUNTRIES', 'GLOBAL', 'NOT_STATED'], words: 'scope' },
        list('countries', [line('code'), line('place', { optional: true })]),
      ],
    },
    {
      id: 'stage',
      fields: [list('stages', [{ type: 'choice', path: 'stage', options: stages, words: 'stage' }, line('date', { optional: true }), prose('text')])],
    },
    {
      id: 'built',
      fields: [
        list('ledger.platforms', [line('name', { suggest: 'platforms' })]),
        { type: 'group', path: 'ledger.access', fields: [{ type: 'choice', path: 'value', options: accesses, words: 'access' }], cited: true },
        { type: 'group', path: 'ledger.consensus', fields: [line('value')], cited: true, optional: true },
        list('ledger.offChain', [prose('text')]),
        list('ledger.keyCustody', [prose('text')]),
      ],
    },
    {
      id: 'who',
      fields: [
        list('participants', [
          line('organization', { optional: true, suggest: 'organizations' }),
          line('name', { optional: true }),
          line('role'),
          prose('responsibility', true),
        ]),
        list('engagements', [
          line('vendor', { suggest: 'vendors' }),
          line('role'),
          prose('delivered', true),
          names('stack', 'platforms'),
          line('period', { optional: true }),
          prose('outcome', true),
        ]),
      ],
    },
    {
      id: 'told',
      fields: [
        list('figures', [line('label'), line('value'), { type: 'number', path: 'number', optional: true }, line('unit', { optional: true })]),
        list('statements', [{ type: 'choice', path: 'section', options: projectSections, words: 'question' }, prose('text')]),
        goalList,
        list('answers', [line('instrument'), line('question'), line('option'), prose('text')], { cited: true, optional: true }),
      ],
    },
    {
      id: 'un',
      fields: [
        contacts,
        list('fundingAmounts', [line('label'), { type: 'number', path: 'amount' }, line('currency'), line('period', { optional: true })], {
          cited: true,
          optional: true,
        }),
      ],
    },
    {
      id: 'audience',
      fields: audiencesOf([
        ...projectSections,
        'participants',
        'engagements',
        'figures',
        'goals',
        'answers',
        'offChain',
        'keyCustody',
        'attachments',
        'contacts',
        'fundingAmounts',
      ]),
    },
  ],
  LESSON: [
    {
      id: 'what',
      fields: [
        line('title'),
        { type: 'choice', path: 'kind', options: lessonKinds, words: 'lessonKind' },
        { type: 'choice', path: 'theme', options: themes, words: 'theme' },
        line('subject'),
      ],
    },
    { id: 'told', fields: [statement('context', true), statement('whatHappened'), statement('whatFollows', true), list('otherViews', [prose('text')])] },
    { id: 'whose', fields: [names('organizations', 'organizations', false), names('projects', 'projects')] },
    {
      id: 'bears',
      fields: [
        names('risks', 'risks'),
        names('mitigations', 'mitigations'),
        names('standards', 'standards'),
        names('recommendations', 'recommendations'),
        names('questions', 'questions'),
        goalList,
      ],
    },
    { id: 'un', fields: [contacts] },
    { id: 'audience', fields: audiencesOf(['context', 'whatFollows', 'otherViews', 'attachments', 'contacts']) },
  ],
  VENDOR: [
    {
      id: 'what',
      fields: [
        line('name'),
        names('formerNames'),
        names('alsoKnownAs'),
        { type: 'choice', path: 'kind', options: vendorKinds, words: 'vendorKind' },
        statement('summary'),
      ],
    },
    {
      id: 'whose',
      fields: [
        line('organization', { optional: true, suggest: 'organizations' }),
        { type: 'group', path: 'country', fields: [line('code')], cited: true, optional: true },
        line('website', { optional: true }),
      ],
    },
    {
      id: 'told',
      fields: [
        names('services'),
        list('platforms', [line('name', { suggest: 'platforms' })]),
        list('statements', [prose('text')]),
        { type: 'cite', path: 'cite' },
      ],
    },
    { id: 'un', fields: [contacts] },
    { id: 'audience', fields: audiencesOf(['services', 'platforms', 'statements', 'attachments', 'contacts']) },
  ],
};

/** The fields of a new source that an entry brings along. */
export const sourceForm: Field[] = [
  line('slug'),
  line('title'),
  line('author'),
  line('date', { optional: true }),
  line('address', { optional: true }),
  prose('summary'),
];

/** The record addresses of each kind. */
export const paths: Record<Kind, string> = { PROJECT: '/projects', LESSON: '/lessons', VENDOR: '/vendors' };
/** The kind that an address belongs to: "/lessons/new" is about lessons. */
export const kindOfPath = (pathname: string): Kind => (Object.keys(paths) as Kind[]).find((kind) => pathname.startsWith(`${paths[kind]}/`)) ?? 'PROJECT';

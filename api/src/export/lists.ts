import type { RawBuilder } from 'kysely';
import type { Viewer } from '#search/engine.ts';
import type { Facets } from '../records/facets.ts';
import type { Ignored, OwnOrder } from '../records/list.ts';
import { readRosterFilter, rosterNames } from '../roster/address.ts';
import { rosterCondition, rosterOrders } from '../roster/roster.ts';

/** Every list that can be had as a file: its page, its field in the schema, the topics it is limited to; its columns are those of its kind (prisma/content). */
export type Export = {
  page: string;
  title: string;
  list: string;
  topics?: readonly string[];
  /** What it holds is of other catalogues, under their licences: none of the datasets of this library. */
  foreign?: true;
  /** What else an address may ask of its records, as a condition on `record r`, with the names that it has there. */
  narrow?: (facets: Facets, viewer: Viewer, query: URLSearchParams) => Narrowed;
};
type Narrowed = { among: RawBuilder<unknown> | null; own: OwnOrder | null; names: readonly string[]; ignored: Ignored[] };

/** The roster: vendors by their work and by agreements with them. */
function roster(facets: Facets, viewer: Viewer, query: URLSearchParams): Narrowed {
  const { ignored, ...asked } = readRosterFilter(query);
  const { among, ignored: unknown } = rosterCondition(facets, viewer, asked);
  const sort = query.get('sort')?.toUpperCase() ?? '';
  return {
    among,
    own: sort === 'WORK' || sort === 'LATEST' ? rosterOrders[sort] : null,
    names: rosterNames,
    ignored: [...ignored, ...unknown],
  };
}
export const exportedLists: readonly Export[] = [
  { page: '/projects', title: 'Projects', list: 'projects' },
  { page: '/organizations', title: 'Organizations', list: 'organizations' },
  { page: '/vendors', title: 'Vendors', list: 'vendors', narrow: roster },
  { page: '/building-blocks', title: 'Building blocks', list: 'buildingBlocks' },
  { page: '/foreign-records', title: 'Entries of other catalogues', list: 'foreignRecords', foreign: true },
  { page: '/lessons', title: 'Lessons', list: 'lessons' },
  { page: '/standards', title: 'Standards', list: 'standards' },
  { page: '/goals', title: 'Goals', list: 'goals' },
  { page: '/recommendations', title: 'Recommendations', list: 'recommendations' },
  { page: '/risks', title: 'Risks', list: 'risks' },
  { page: '/mitigations', title: 'Mitigations', list: 'mitigations' },
  { page: '/glossary', title: 'Glossary', list: 'glossaryTerms' },
  { page: '/sources', title: 'Sources', list: 'sources' },
  { page: '/legal', title: 'Legal', list: 'references', topics: ['LEGAL_DOCUMENT', 'LAW', 'LEGAL_ISSUE'] },
  { page: '/funding', title: 'Funding', list: 'references', topics: ['FUNDING'] },
  {
    page: '/learning',
    title: 'Learning',
    list: 'references',
    topics: ['LEARNING_LEVEL', 'LEARNING_RESOURCE', 'PLATFORM', 'OUTSIDE_EXAMPLE', 'GUIDANCE_PROPOSAL'],
  },
  { page: '/principles', title: 'Principles', list: 'references', topics: ['PRINCIPLE'] },
  { page: '/governance', title: 'Governance', list: 'references', topics: ['GOVERNANCE_SECTION', 'GOVERNANCE_ELEMENT', 'GOVERNANCE_TYPE'] },
];
/** What this library says itself: what other catalogues say they give away themselves. */
export const ownLists = exportedLists.filter(({ foreign }) => !foreign);

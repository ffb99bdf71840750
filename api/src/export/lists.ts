/** Every list that can be had as a file: its page, its field in the schema, the topics it is limited to; its columns are those of its kind (prisma/content). */
export type Export = { page: string; title: string; list: string; topics?: readonly string[] };
export const exportedLists: readonly Export[] = [
  { page: '/projects', title: 'Projects', list: 'projects' },
  { page: '/organizations', title: 'Organizations', list: 'organizations' },
  { page: '/vendors', title: 'Vendors', list: 'vendors' },
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

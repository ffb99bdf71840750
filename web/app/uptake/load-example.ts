/** The headings of a table of reports that need no question. */
export const headings = [
  'Recommendation',
  'Organization',
  'Effective date',
  'Acceptance',
  'Implementation',
  'Responsible unit',
  'Officer',
  'Target date',
  'Management comment',
  'Comment for',
  'Decision',
  'Financial implication',
  'Impact seen',
  'Source',
  'Source reference',
  'Evidence',
];
/** A table of one row, as it can be pasted. */
export const example =
  'Recommendation\tOrganization\tEffective date\tAcceptance\tImplementation\tManagement comment\n4\tFAO\t2026-06-12\tAccepted\tIn progress\tThe Council asked for a policy by the end of the year.';

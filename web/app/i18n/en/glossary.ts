export const glossary = {
  title: 'Glossary',
  lead: 'The terms of the report in plain words. Where one of them first stands on a page, it can be opened there.',
  noun_one: 'term',
  noun_other: 'terms',
  also: 'Also: {{forms}}',
  seeAlso: 'See also: ',
  letters: 'Terms by letter',
  terms: 'Terms on this page',
  open: '{{term}}: what it means',
  read: 'In the glossary',
} as const;

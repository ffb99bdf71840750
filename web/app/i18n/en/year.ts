export const year = {
  files: 'As a document',
  print: 'For a PDF, print this page: headings, tables and links stay what they are.',
  source: 'Atrium, public and confirmed content, state of {{date}}',
  more: '({{count, number}} more than the year before)',
  fewer: '({{count, number}} fewer than the year before)',
  other: 'Blockchain in the United Nations system, {{year}}',
  this: 'Report of the year {{year}}',
} as const;

/** The foot of every record: how to cite it, its version, its data. */
export const records = {
  shortlist: 'Put it on a shortlist',
  copyStatement: 'Copy the statement with its citation',
  copied: 'Copied',
  changeHere: 'change',
  changeThis: 'Change this statement',
  changed: 'Changed:',
  foot: 'Cite and reuse',
  citeAs: 'This version for a reference manager:',
  citeForm: {
    bib: 'BibTeX',
    ris: 'RIS',
    csl: 'CSL-JSON',
    txt: 'Text',
  },
  citation: 'Atrium, “{{title}}”, version {{version}}, {{date}}. {{address}}',
  version: 'Version {{version}}, last changed on {{date}}',
  hash: 'Fingerprint of the content (SHA-256):',
  data: 'As data:',
  graphql: 'GraphQL',
  all: 'the whole list as',
  allInternal: 'with what only you and others inside the UN system may see, marked as internal:',
} as const;

/**
 * Abbreviations and what they stand for, one group a line: the same thing under two names, so a text with either counts
 * alike. Both engines use this list. Plurals and accents need no entry; a term may be several words.
 * Names and abbreviations of organizations are not here: they are read from the organizations' records (shortName,
 * name, alsoKnownAs), so that a new organization is found by either at once.
 */
export const abbreviations: string[][] = [
  ['DLT', 'distributed ledger technology'],
  ['UN', 'United Nations'],
  ['SDG', 'Sustainable Development Goal', 'goal'],
  ['LTA', 'long-term agreement'],
  ['POC', 'proof of concept'],
  ['POW', 'proof of work'],
  ['POA', 'proof of authority'],
  ['MVP', 'minimum viable product'],
  ['API', 'application programming interface'],
  ['AI', 'artificial intelligence'],
  ['IoT', 'Internet of things'],
  ['PII', 'personally identifiable information'],
  ['GDPR', 'General Data Protection Regulation'],
  ['NGO', 'non-governmental organization'],
  ['PPP', 'public-private partnership'],
  ['dapp', 'decentralized application'],
  ['PNG', 'Papua New Guinea'],
  ['Ivory Coast', 'Côte d’Ivoire'],
  ['rec', 'recommendation'],
  ['para', 'paragraph'],
  ['fn', 'footnote'],
];

/** Words that mean nearly the same to the people who search here: found too, after what was typed. */
export const synonyms: string[][] = [
  ['blockchain', 'DLT', 'distributed ledger', 'distributed ledger technology'],
  ['cash transfer', 'digital payment', 'cash-based transfer', 'cash-based assistance', 'electronic payment'],
  ['ID', 'identity', 'identification'],
  ['cryptocurrency', 'crypto', 'digital currency', 'virtual currency'],
  ['smart contract', 'automated contract'],
  ['supply chain', 'value chain'],
  ['land registry', 'land registration', 'land record', 'cadastre', 'land title'],
  ['traceability', 'track and trace', 'tracing'],
  ['pension', 'retirement benefit'],
  ['proof of existence', 'proof of life', 'certificate of entitlement'],
  ['personal data', 'personally identifiable information', 'PII'],
  ['vendor', 'supplier', 'solution provider'],
  ['procurement', 'purchasing'],
  ['connectivity', 'internet access'],
  ['training', 'capacity-building', 'learning'],
  ['immutable', 'tamper-proof', 'unalterable'],
  ['COVID-19', 'coronavirus'],
];

/**
 * The names of one organization as a group of synonyms, from its content; too few to be a group gives an empty one.
 * @param content the content of an ORGANIZATION record
 */
export function organizationSynonyms(content: unknown): string[] {
  const { shortName, name, alsoKnownAs } = (content ?? {}) as { shortName?: unknown; name?: unknown; alsoKnownAs?: unknown };
  const names = [shortName, name, ...(Array.isArray(alsoKnownAs) ? alsoKnownAs : [])];
  const distinct = [...new Set(names.filter((term): term is string => typeof term === 'string' && term.trim() !== ''))];
  return distinct.length > 1 ? distinct : [];
}

/**
 * Words that mean the same to the people who search here, one group a line; every term of a group finds the others.
 * Both engines use this list. Plurals and accents need no entry; a term may be several words.
 * Names and abbreviations of organizations are not here: they are read from the organizations' records (shortName,
 * name, alsoKnownAs), so that a new organization is found by either at once.
 */
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
  ['interoperability', 'interoperable'],
  ['procurement', 'purchasing'],
  ['connectivity', 'internet access'],
  ['training', 'capacity-building', 'learning'],
  ['environment', 'climate'],
  ['immutable', 'tamper-proof', 'unalterable'],
  ['permissioned', 'private blockchain'],
  ['permissionless', 'public blockchain'],
  ['crowdfunding', 'crowd-funding'],
  ['COVID-19', 'coronavirus'],
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
  ['GDPR', 'General Data Protection Regulation'],
  ['NGO', 'non-governmental organization'],
  ['PPP', 'public-private partnership'],
  ['dapp', 'decentralized application'],
  ['JIU', 'Joint Inspection Unit'],
  ['PNG', 'Papua New Guinea'],
  ['Ivory Coast', 'Côte d’Ivoire'],
  ['rec', 'recommendation'],
  ['para', 'paragraph'],
  ['fn', 'footnote'],
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

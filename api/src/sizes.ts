/**
 * How long lists can be expected to be where no `first` says it, and what is dear by itself: what the cost of a query is made
 * of (cost.ts). A list that is not named here counts as long as a page may be; that is safe, and too dear for some.
 * These are expectations, not limits: what is really read is counted when it is (allowance.ts).
 */
const UNSTATED = 100;

/** By the name of the field, wherever it stands. */
const byName: Record<string, number> = {
  // Without `first`; with it, as many as that says.
  connections: 50,
  citations: 3,
  contacts: 3,
  attachments: 3,
  fundingAmounts: 3,
  sectionAudiences: 5,
  alsoKnownAs: 3,
  memberships: 5,
  passkeys: 5,
  facets: 10,
  ignored: 5,
  // Of one filter field; most have a few, projects and organizations have more.
  values: 30,
  parts: 20,
  owners: 3,
  platforms: 3,
  countries: 5,
  uses: 3,
  stages: 5,
  statements: 10,
  participants: 10,
  engagements: 10,
  figures: 5,
  goals: 5,
  vendors: 5,
  standards: 10,
  risks: 20,
  mitigations: 20,
  recommendations: 20,
  lessons: 20,
  projects: 20,
  organizations: 10,
  places: 3,
  offChain: 3,
  keyCustody: 3,
  otherViews: 3,
  similar: 6,
  decisions: 20,
  faults: 20,
  fields: 20,
  evidence: 5,
  matches: 5,
  titleParts: 10,
  snippetParts: 20,
  kinds: 15,
  choices: 10,
  considerations: 20,
  layers: 10,
  questions: 20,
  properties: 10,
  useWhen: 10,
  yes: 3,
  no: 3,
  levels: 10,
  seeAlso: 5,
  reviews: 5,
};
/** Where one field is longer or shorter than others of its name. */
const byField: Record<string, number> = {
  'Query.whoIsDoingThis': 6,
  'Query.history': 20,
  'Query.uptakeReports': 5,
  'Query.uptakeSubscriptions': 10,
  'Query.campaigns': 20,
  'Query.members': 500,
  'Query.staleRecords': 500,
  'Query.overdueActions': 200,
  'Outbox.mails': 200,
  'MyWork.drafts': 50,
  'Goal.projects': 20,
  'Organization.actions': 20,
  'Recommendation.actions': 30,
  'Standard.citations': 5,
  'Campaign.answers': 30,
  'Campaign.notices': 100,
  'Draft.comments': 20,
  'Draft.saves': 50,
  'Draft.differences': 100,
  'Comparison.differences': 100,
  'OrganizationPair.projects': 5,
  'Library.together': 300,
  'Library.pairs': 300,
  'Library.stages': 100,
  'Library.addresses': 10_000,
  'Library.facets': 10,
  'UptakeMatrix.rows': 20,
  'UptakeMatrix.columns': 40,
  'UptakeMatrix.cells': 200,
  'UptakeCell.history': 10,
  'UptakeCell.comments': 10,
  'UptakeGrouping.rows': 40,
  'Query.uptakeTrend': 30,
  'UptakeDocument.cells': 200,
  'Query.log': 50,
};

/** How long a list can be expected to be. */
export const sizeOf = (type: string, field: string): number => byField[`${type}.${field}`] ?? byName[field] ?? UNSTATED;

/** What a field costs by itself, beside what is below it: the statements that it makes the database run. */
const weights: Record<string, number> = {
  // Six searches.
  'Query.whoIsDoingThis': 8_000,
  'Draft.similar': 8_000,
  'Query.search': 1_000,
  // The whole table at up to 120 points in time.
  'Query.uptakeBy': 6_000,
  'Query.uptakeTrend': 6_000,
  'Query.uptakeMatrix': 1_500,
  'Query.uptakeCells': 1_000,
  'Query.uptakeCell': 1_000,
  'Query.overdueActions': 1_000,
  // Up to 500 versions with their contents.
  'Query.history': 2_000,
  'Library.facets': 500,
  'Library.pairs': 1_000,
  'Library.together': 1_000,
  'Library.stages': 500,
  'Library.citations': 200,
  'Draft.faults': 500,
  'Draft.differences': 200,
  'Query.compareRevisions': 500,
};
export const weightOf = (field: string): number => weights[field] ?? 0;

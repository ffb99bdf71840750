import { countryName } from '#prisma/content/kind.ts';
import type { GlossaryTerm } from '#prisma/content/glossary.ts';
import type { Goal } from '#prisma/content/goal.ts';
import type { Lesson } from '#prisma/content/lesson.ts';
import type { Organization } from '#prisma/content/organization.ts';
import type { Project } from '#prisma/content/project.ts';
import type { Recommendation } from '#prisma/content/recommendation.ts';
import type { Reference } from '#prisma/content/reference.ts';
import type { Mitigation, Risk } from '#prisma/content/risk.ts';
import type { Source } from '#prisma/content/source.ts';
import type { Standard } from '#prisma/content/standard.ts';
import type { Vendor } from '#prisma/content/vendor.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';

/** Another record that this one leads to or is named by. */
export type Connected = { relation: string; direction: 'OUT' | 'IN'; kind: RecordKind; name: string };
/** A value as the content gives it: lists become one text, nothing stays an empty cell. */
export type Value = string | number | boolean | null | undefined | readonly (string | null | undefined)[];
/** One column: its head, its width in characters, and what stands in it. */
type Column<Content> = readonly [head: string, width: number, value: (content: Content, connected: readonly Connected[]) => Value];
/** The columns of a concept between the title and the sources, and the links that they read. */
type Table<Content> = { relations: readonly string[]; columns: readonly Column<Content>[] };

/** A fact of the content seen as plain values; its schema knows them, its type does not. */
type Fact = Record<string, string | number | undefined>;
const of = (fact: unknown, name: string): string => String((fact as Fact | undefined)?.[name] ?? '');
const each = (facts: readonly unknown[] | undefined, name: string): string[] => (facts ?? []).map((fact) => of(fact, name));
const pairs = (facts: readonly unknown[], ...names: string[]): string[] =>
  facts.map((fact) =>
    names
      .map((name) => of(fact, name))
      .filter(Boolean)
      .join(': '),
  );
const names = (connected: readonly Connected[], kind: RecordKind, direction?: 'OUT' | 'IN'): string[] => [
  ...new Set(connected.filter((one) => one.kind === kind && (!direction || one.direction === direction)).map((one) => one.name)),
];
const linked =
  (kind: RecordKind, direction?: 'OUT' | 'IN') =>
  (_content: unknown, connected: readonly Connected[]): Value =>
    names(connected, kind, direction);
const said = (project: Project, section: string): string[] => project.statements.filter((one) => of(one, 'section') === section).map((one) => of(one, 'text'));

const projects: Table<Project> = {
  relations: ['ENGAGEMENT'],
  columns: [
    ['Also known as', 24, (p) => p.alsoKnownAs],
    ['Stage', 18, (p) => of(p.stages.at(-1), 'stage')],
    ['Stage since', 12, (p) => of(p.stages.at(-1), 'date')],
    ['Owners', 20, (p) => p.owners],
    ['Summary', 60, (p) => p.summary.text],
    ['Uses', 26, (p) => p.uses],
    ['Scope', 12, (p) => p.scope],
    ['Countries', 24, (p) => p.countries.map((country) => countryName(of(country, 'code')))],
    ['Country codes', 14, (p) => each(p.countries, 'code')],
    ['Platforms', 24, (p) => each(p.ledger.platforms, 'name')],
    ['Access', 18, (p) => of(p.ledger.access, 'value')],
    ['Consensus', 20, (p) => of(p.ledger.consensus, 'value')],
    ['Vendors', 24, linked('VENDOR')],
    ['Participants', 40, (p) => p.participants.map((one) => `${of(one, 'organization') || of(one, 'name')}: ${of(one, 'role')}`)],
    ['Goals (editors)', 14, (p) => p.goals.map(({ goal }) => String(goal))],
    ['Figures', 40, (p) => pairs(p.figures, 'label', 'value')],
    ['What it achieved', 40, (p) => said(p, 'WHAT_IT_ACHIEVED')],
    ['How it is paid', 40, (p) => said(p, 'HOW_IT_IS_PAID')],
    ['Code', 40, (p) => said(p, 'CODE')],
    ['What ended it', 40, (p) => said(p, 'WHAT_ENDED_IT')],
    ['Origin', 12, (p) => p.origin],
  ],
};
const organizations: Table<Organization> = {
  relations: ['OWNER', 'PARTICIPANT', 'PARENT'],
  columns: [
    ['Short name', 16, (o) => o.shortName],
    ['Name', 40, (o) => o.name],
    ['Also known as', 24, (o) => o.alsoKnownAs],
    ['Kind', 20, (o) => o.kind],
    ['Group', 30, (o) => o.group],
    ['Part of', 14, (o) => o.parent],
    ['Column in Annex IV', 10, (o) => o.annexIvColumn],
    ['IATI identifier', 16, (o) => o.iati?.identifier],
    ['Country', 10, (o) => o.country],
    ['Website', 30, (o) => o.website],
    ['Summary', 60, (o) => o.summary?.text],
    ['Projects', 50, linked('PROJECT', 'IN')],
  ],
};
const vendors: Table<Vendor> = {
  relations: ['ENGAGEMENT'],
  columns: [
    ['Former names', 20, (v) => v.formerNames],
    ['Also known as', 20, (v) => v.alsoKnownAs],
    ['Kind', 12, (v) => v.kind],
    ['Organization', 14, (v) => v.organization],
    ['Country', 10, (v) => of(v.country, 'code')],
    ['Summary', 60, (v) => v.summary.text],
    ['Services', 30, (v) => v.services],
    ['Platforms', 24, (v) => each(v.platforms, 'name')],
    ['Projects', 50, linked('PROJECT')],
    ['Website', 30, (v) => v.website],
  ],
};
const lessons: Table<Lesson> = {
  relations: ['EXPERIENCE_OF', 'LEARNED_IN', 'BEARS_ON'],
  columns: [
    ['Kind', 14, (l) => l.kind],
    ['Theme', 24, (l) => l.theme],
    ['Subject', 24, (l) => l.subject],
    ['Context', 50, (l) => l.context?.text],
    ['What happened', 60, (l) => l.whatHappened.text],
    ['What follows', 60, (l) => l.whatFollows?.text],
    ['Organizations', 24, linked('ORGANIZATION')],
    ['Projects', 40, linked('PROJECT')],
    ['Risks', 40, linked('RISK')],
    ['Mitigations', 40, linked('MITIGATION')],
    ['Standards', 30, linked('STANDARD')],
    ['Recommendations', 30, linked('RECOMMENDATION')],
    ['Questions of the matrix', 20, (l) => l.questions],
    ['Other views', 40, (l) => each(l.otherViews, 'text')],
  ],
};
const standards: Table<Standard> = {
  relations: ['REPLACES', 'CAME_FROM'],
  columns: [
    ['Number', 20, (s) => s.number],
    ['Name', 50, (s) => of(s.title, 'value')],
    ['Body', 12, (s) => s.body],
    ['Committee', 20, (s) => s.committee],
    ['Document', 20, (s) => s.documentKind],
    ['Published', 12, (s) => s.published],
    ['Status', 20, (s) => of(s.status, 'value')],
    ['Status as at', 12, (s) => of(s.status, 'asAt')],
    ['Named in the report', 10, (s) => s.inReport],
    ['Summary', 60, (s) => s.summary.text],
    [
      'Replaces',
      30,
      (_s, connected) =>
        names(
          connected.filter((one) => one.relation === 'REPLACES'),
          'STANDARD',
          'OUT',
        ),
    ],
    [
      'Replaced by',
      30,
      (_s, connected) =>
        names(
          connected.filter((one) => one.relation === 'REPLACES'),
          'STANDARD',
          'IN',
        ),
    ],
    [
      'Came from',
      30,
      (_s, connected) =>
        names(
          connected.filter((one) => one.relation === 'CAME_FROM'),
          'STANDARD',
          'OUT',
        ),
    ],
    ['Uses', 26, (s) => s.uses],
    ['Themes', 26, (s) => s.themes],
    ['Address at the body', 40, (s) => s.address],
  ],
};
const goals: Table<Goal> = {
  relations: ['GOAL'],
  columns: [
    ['Number', 8, (g) => g.number],
    ['Name', 40, (g) => g.title],
    ['Challenge', 60, (g) => g.challenge.text],
    ['Approach', 60, (g) => g.approach.text],
    ['Projects (editors)', 50, linked('PROJECT', 'IN')],
    ['IRI', 40, (g) => g.iri],
  ],
};
const recommendations: Table<Recommendation> = {
  relations: ['CONCERNS'],
  columns: [
    ['Kind', 12, (r) => r.kind],
    ['Number', 8, (r) => r.number],
    ['Label', 10, (r) => r.label],
    ['Text', 70, (r) => r.text.text],
    ['Addressee', 30, (r) => of(r.addressee, 'value')],
    ['Action', 14, (r) => r.action],
    ['Deadline', 12, (r) => of(r.deadline, 'date')],
    ['Deadline in words', 30, (r) => of(r.deadline, 'text')],
    ['Impact', 8, (r) => of(r.impact, 'letter')],
    ['Intended impact', 40, (r) => of(r.impact, 'text')],
    ['Printed in', 24, (r) => r.place],
    ['Correction', 40, (r) => r.correction?.text],
    ['Organizations', 24, linked('ORGANIZATION', 'OUT')],
    ['Projects', 40, linked('PROJECT', 'OUT')],
    ['Standards', 30, linked('STANDARD', 'OUT')],
  ],
};
const risks: Table<Risk> = {
  relations: ['NAMED_BY', 'MET_BY', 'ANSWERS'],
  columns: [
    ['Kind', 14, (r) => r.kind],
    ['Text', 70, (r) => r.text.text],
    ['Organizations', 24, linked('ORGANIZATION')],
    ['Projects', 40, linked('PROJECT')],
    ['Mitigations', 50, linked('MITIGATION', 'IN')],
  ],
};
const mitigations: Table<Mitigation> = {
  relations: ['NAMED_BY', 'APPLIED_IN', 'ANSWERS'],
  columns: [
    ['Text', 70, (m) => m.text.text],
    ['Risks', 50, linked('RISK', 'OUT')],
    ['Paired by', 12, (m) => m.pairedBy],
    ['Organizations', 24, linked('ORGANIZATION')],
    ['Projects', 40, linked('PROJECT')],
  ],
};
const glossary: Table<GlossaryTerm> = {
  relations: ['SEE_ALSO'],
  columns: [
    ['Other forms', 30, (g) => g.forms],
    ['Definition', 80, (g) => g.definition.text],
    ['See also', 30, linked('GLOSSARY_TERM', 'OUT')],
  ],
};
const sources: Table<Source> = {
  relations: [],
  columns: [
    ['Symbol', 20, (s) => s.symbol],
    ['Author', 30, (s) => s.author],
    ['Date', 12, (s) => s.date],
    ['Address of the document', 50, (s) => s.address],
    ['About', 70, (s) => s.summary],
    ['Its own slips', 60, (s) => s.slips.map((slip) => `${slip.where}: ${slip.says} ${slip.holds}`)],
    ['Uncertain in it', 60, (s) => s.uncertainties],
  ],
};
const references: Table<Reference> = {
  relations: ['PART_OF', 'FOR_LEVEL', 'CONCERNS'],
  columns: [
    ['Topic', 22, (r) => r.topic],
    ['Symbol', 18, (r) => r.symbol],
    ['Name', 40, (r) => r.title],
    ['Text', 70, (r) => r.text.text],
    [
      'Part of',
      30,
      (_r, connected) =>
        names(
          connected.filter((one) => one.relation === 'PART_OF'),
          'REFERENCE',
          'OUT',
        ),
    ],
    [
      'For level',
      30,
      (_r, connected) =>
        names(
          connected.filter((one) => one.relation === 'FOR_LEVEL'),
          'REFERENCE',
          'OUT',
        ),
    ],
    ['Edition', 10, (r) => r.edition],
    ['Country', 10, (r) => r.country],
    ['Organizations', 24, linked('ORGANIZATION', 'OUT')],
    ['Projects', 40, linked('PROJECT', 'OUT')],
    ['Address of the document', 50, (r) => r.address],
    ['Note', 40, (r) => r.note],
  ],
};

/** Every list that can be had as a file: its page, its field in the schema, the topics it is limited to, its columns. */
// biome-ignore lint/suspicious/noExplicitAny: each table reads the content of its own concept.
export type Export = { page: string; title: string; list: string; topics?: readonly string[]; table: Table<any> };
export const exportedLists: readonly Export[] = [
  { page: '/projects', title: 'Projects', list: 'projects', table: projects },
  { page: '/organizations', title: 'Organizations', list: 'organizations', table: organizations },
  { page: '/vendors', title: 'Vendors', list: 'vendors', table: vendors },
  { page: '/lessons', title: 'Lessons', list: 'lessons', table: lessons },
  { page: '/standards', title: 'Standards', list: 'standards', table: standards },
  { page: '/goals', title: 'Goals', list: 'goals', table: goals },
  { page: '/recommendations', title: 'Recommendations', list: 'recommendations', table: recommendations },
  { page: '/risks', title: 'Risks', list: 'risks', table: risks },
  { page: '/mitigations', title: 'Mitigations', list: 'mitigations', table: mitigations },
  { page: '/glossary', title: 'Glossary', list: 'glossaryTerms', table: glossary },
  { page: '/sources', title: 'Sources', list: 'sources', table: sources },
  { page: '/legal', title: 'Legal', list: 'references', topics: ['LEGAL_DOCUMENT', 'LAW', 'LEGAL_ISSUE'], table: references },
  { page: '/funding', title: 'Funding', list: 'references', topics: ['FUNDING'], table: references },
  {
    page: '/learning',
    title: 'Learning',
    list: 'references',
    topics: ['LEARNING_LEVEL', 'LEARNING_RESOURCE', 'PLATFORM', 'OUTSIDE_EXAMPLE', 'GUIDANCE_PROPOSAL'],
    table: references,
  },
  { page: '/principles', title: 'Principles', list: 'references', topics: ['PRINCIPLE'], table: references },
  { page: '/governance', title: 'Governance', list: 'references', topics: ['GOVERNANCE_SECTION', 'GOVERNANCE_ELEMENT', 'GOVERNANCE_TYPE'], table: references },
];

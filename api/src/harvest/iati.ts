import { sql } from 'kysely';
import { publicContent } from '#prisma/content/audience.ts';
import { newest } from '#prisma/content/newest.ts';
import type { Project } from '#prisma/content/project.ts';
import { addressOf } from '#prisma/content/kinds.ts';
import { words } from '#prisma/content/kind.ts';
import { lift } from '#prisma/content/shape.ts';
import type { Database } from '#prisma/database.ts';
import { anyone } from '#search/engine.ts';
import { visibleRecords } from '../records/policy.ts';
import { element, textElement, xml } from '../xml.ts';
import { secondOf } from './items.ts';

// Projects as activities of the IATI standard 2.03. The library is no party to them: it reports as a secondary reporter, under an
// identifier of its own. Nothing is guessed: a project that lacks what the standard asks for is named at the end of the file,
// with what it lacks.

/** Categories of the DAC that say exactly what a sector of the library says (code list SectorCategory); others go by our own word. */
const categories: Partial<Record<NonNullable<Project['sectors']>[number], string>> = {
  WATER_AND_SANITATION: '140',
  TRANSPORT: '210',
  COMMUNICATIONS: '220',
  ENERGY: '230',
  BANKING_AND_FINANCE: '240',
  BUSINESS: '250',
  AGRICULTURE: '311',
  FORESTRY: '312',
  FISHING: '313',
  INDUSTRY: '321',
  MINING: '322',
  CONSTRUCTION: '323',
  TRADE_POLICY: '331',
  TOURISM: '332',
  ENVIRONMENT: '410',
};
/** Code list ActivityStatus. */
const statuses: Record<Project['stages'][number]['stage'], string> = {
  ENVISAGED: '1',
  RESEARCH: '1',
  PROOF_OF_CONCEPT: '2',
  PILOT: '2',
  IN_USE: '2',
  SCALED: '2',
  DISCONTINUED: '5',
};
/** Code list OrganisationRole, by the words of a role that say it; other roles have no place in the standard. */
const roles = [
  ['1', /\b(funder|funders|funding|funds it|finances|financed)\b/i],
  ['4', /\b(developer|developers|develops|operator|operates|implementer|implements|implementing)\b/i],
] as const;
const isDay = (date: string | undefined): date is string => date !== undefined && date.length === 10;

type Organization = { name: string; iati: string | null; kind: string };
type Party = { role: string; name: string; iati: string | null; kind: string | null };

/** The first dated stage in which work was done, as far as it is known to the day and not to come. */
function startOf(stages: Project['stages'], today: string): string | null {
  const first = stages.find(({ stage }) => stage !== 'ENVISAGED');
  return first && isDay(first.date) && first.date <= today ? first.date : null;
}

/** Who accounts for the project, funds it or carries it out, each once in each role. */
function partiesOf(project: Project, organizations: ReadonlyMap<string, Organization>): Party[] {
  const party = (role: string, name: string): Party => {
    const known = organizations.get(name);
    return { role, name: known?.name ?? name, iati: known?.iati ?? null, kind: known?.kind ?? null };
  };
  const found = [
    ...project.owners.map((owner) => party('2', owner)),
    ...project.participants.flatMap(({ organization, name, role }) =>
      roles.flatMap(([code, says]) => (says.test(role) ? [party(code, organization ?? name ?? '')] : [])),
    ),
  ];
  return [...new Map(found.map((one) => [`${one.role} ${one.name}`, one])).values()];
}

/** What the standard asks for and the sources do not say; empty where a project can be told of. */
function lacking(project: Project, parties: readonly Party[], today: string): string[] {
  const { sectors = [], countries } = project;
  return [
    ...(parties.some(({ role }) => role === '1' || role === '4') ? [] : ['who funds it or carries it out']),
    ...(startOf(project.stages, today) ? [] : ['the day it began']),
    ...(countries.length === 0 ? ['the country'] : countries.length > 1 ? ['the share of each country'] : []),
    ...(sectors.length === 0 ? ['the sector'] : sectors.length > 1 ? ['the share of each sector'] : []),
  ];
}

type Row = { id: string; slug: string; position: number; updatedAt: Date; content: Record<string, unknown> };
const narrative = (text: string) => textElement('narrative', text);
const TYPE_MULTILATERAL = '40';

function activityOf(
  row: Row,
  project: Project,
  parties: readonly Party[],
  { baseUrl, reporter, today }: { baseUrl: string; reporter: string; today: string },
): string {
  const address = baseUrl + addressOf('PROJECT', row.slug);
  const stage = newest(project.stages);
  const [sector] = project.sectors ?? [];
  const category = sector && categories[sector];
  const ended = stage?.stage === 'DISCONTINUED' && isDay(stage.date) && stage.date <= today ? stage.date : null;
  return element(
    'iati-activity',
    [
      textElement('iati-identifier', `${reporter}-${row.id}`),
      element('reporting-org', narrative('Atrium, the knowledge hub of the United Nations system on blockchain'), {
        ref: reporter,
        type: TYPE_MULTILATERAL,
        'secondary-reporter': '1',
      }),
      element('title', narrative(project.title)),
      element('description', narrative(project.summary.text), { type: '1' }),
      ...parties.map(({ role, name, iati, kind }) =>
        element('participating-org', narrative(name), {
          role,
          ref: iati ?? undefined,
          type: kind === 'PARTICIPATING' || kind === 'SYSTEM_BODY' ? TYPE_MULTILATERAL : kind === 'GOVERNMENT' ? '10' : undefined,
        }),
      ),
      element('activity-status', '', { code: statuses[stage?.stage ?? 'ENVISAGED'] }),
      element('activity-date', '', { type: '2', 'iso-date': startOf(project.stages, today) ?? undefined }),
      ...(ended ? [element('activity-date', '', { type: '4', 'iso-date': ended })] : []),
      ...project.countries.map(({ code }) => element('recipient-country', '', { code })),
      category
        ? element('sector', '', { vocabulary: '2', code: category })
        : element('sector', narrative(words(sector ?? '')), { vocabulary: '99', 'vocabulary-uri': `${baseUrl}/projects`, code: sector }),
      ...project.goals.map(({ goal }) => element('tag', '', { vocabulary: '2', code: String(goal) })),
      element('document-link', `${element('title', narrative('The project in Atrium, with every source'))}${element('category', '', { code: 'A12' })}`, {
        format: 'text/html',
        url: address,
      }),
    ].join('\n'),
    { 'xml:lang': project.language, 'last-updated-datetime': secondOf(row.updatedAt) },
  );
}

/** Projects that are read together. */
const TOGETHER = 200;

/**
 * The public projects as IATI 2.03, piece by piece.
 * @param reporter the identifier under which the library reports
 * @param today a day, "2026-11-30"
 */
export async function* iatiOf(db: Database, about: { baseUrl: string; reporter: string; today: string }): AsyncGenerator<string> {
  const { rows: known } = await sql<Organization & { short: string }>`
    SELECT r.content->>'shortName' AS short, r.content->>'name' AS name, r.content->'iati'->>'identifier' AS iati, r.content->>'kind' AS kind FROM record r
    WHERE r.kind = 'ORGANIZATION' AND ${visibleRecords(anyone)}`.execute(db);
  const organizations = new Map(known.map(({ short, ...one }) => [short, one]));
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${element('iati-activities', ' ', { version: '2.03', 'generated-datetime': secondOf(new Date()) }).replace(' </iati-activities>', '')}\n`;
  const left: string[] = [];
  let told = 0;
  let after = { position: -1, id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const { rows } = await sql<Row>`
      SELECT r.id, r.slug, r.position, r.updated_at AS "updatedAt", r.content FROM record r
      WHERE r.kind = 'PROJECT' AND ${visibleRecords(anyone)} AND (r.position, r.id) > (${after.position}::int, ${after.id}::uuid) ORDER BY r.position, r.id LIMIT ${TOGETHER}`.execute(
      db,
    );
    for (const row of rows) {
      const project = publicContent('PROJECT', lift('PROJECT', row.content)) as unknown as Project;
      const parties = partiesOf(project, organizations);
      const lacks = lacking(project, parties, about.today);
      if (lacks.length > 0) left.push(`${row.slug}: not stated: ${lacks.join(', ')}`);
      else {
        told++;
        yield `${activityOf(row, project, parties, about)}\n`;
      }
    }
    const last = rows.at(-1);
    if (!last || rows.length < TOGETHER) break;
    after = last;
  }
  // Two hyphens would end a comment; the words of an address never have them.
  yield `<!--\n${told} of ${told + left.length} projects. Left out, for the standard asks for what their sources do not state:\n${xml(left.join('\n')).replace(/--+/g, '-')}\n-->\n</iati-activities>\n`;
}

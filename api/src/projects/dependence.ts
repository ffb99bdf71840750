import type { Project as Content } from '#prisma/content/project.ts';
import type { Vendor } from '#prisma/content/vendor.ts';
import { builder } from '../builder.ts';
import type { RecordRow } from '../records/load.ts';
import { contentOf, eachOnce, linksOf } from '../records/record.ts';
import { type CitedFact, factAs, statements, type StatementParent, StatementType } from '../records/statement.ts';
import { ProjectType, VendorType } from '../records/types.ts';
import { Access } from './project.ts';

type Participant = CitedFact & { organization?: string; name?: string; role: string; responsibility?: string };
type Signals = {
  project: RecordRow;
  access: Content['ledger']['access'];
  code: StatementParent[];
  protocol: StatementParent[];
  nodes: StatementParent[];
  keys: StatementParent[];
  skills: StatementParent[];
};

/** Names the nodes in the words of the library's texts; who runs them has no field of its own. */
const ABOUT_NODES = /\bnodes?\b|\bvalidat/i;

/** What the entry of one project says that bears on whether it can go on without a vendor; `own` is the vendor's organization. */
function signalsOf(project: RecordRow, { ledger, statements: said, participants }: Content, own: string | undefined): Signals {
  const people = participants as never as Participant[];
  const text = ({ organization, name, role, responsibility }: Participant) => [`${organization ?? name}: ${role}`, responsibility].filter(Boolean).join('. ');
  const facts = (some: Participant[]) => some.map((one) => factAs(one, text(one), project));
  return {
    project,
    access: ledger.access,
    code: statements((said as never as (StatementParent & { section: string })[]).filter(({ section }) => section === 'CODE') as never, project),
    protocol: ledger.platforms.map((platform) => factAs(platform as unknown as CitedFact, String(platform['name']), project)),
    nodes: [
      ...(ledger.consensus ? [factAs(ledger.consensus as unknown as CitedFact, String(ledger.consensus['value']), project)] : []),
      ...facts(people.filter(({ role, responsibility }) => ABOUT_NODES.test(`${role} ${responsibility ?? ''}`))),
    ],
    keys: statements(ledger.keyCustody as never, project),
    skills: facts(people.filter(({ organization }) => organization !== undefined && organization !== own)),
  };
}

const Dependence = builder.objectRef<Signals>('VendorDependence').implement({
  description:
    'What the sources say of a project that bears on whether it can go on without the vendor: facts with their sources, never a score. An empty list is "not stated".',
  fields: (t) => ({
    project: t.field({ type: ProjectType, resolve: ({ project }) => project }),
    code: t.field({ type: [StatementType], description: 'Whether the code is open, and where.', resolve: ({ code }) => code }),
    protocol: t.field({ type: [StatementType], description: 'The platforms it is built on.', resolve: ({ protocol }) => protocol }),
    access: t.field({ type: Access, resolve: ({ access }) => access['value'] as never }),
    accessBasis: t.field({
      type: StatementType,
      resolve: ({ access, project }) => factAs(access as unknown as CitedFact, String(access['value']), project),
    }),
    nodes: t.field({ type: [StatementType], description: 'How the ledger agrees, and who runs its nodes.', resolve: ({ nodes }) => nodes }),
    keys: t.field({ type: [StatementType], description: 'Who holds the keys.', resolve: ({ keys }) => keys }),
    skills: t.field({
      type: [StatementType],
      description: 'What organizations other than the vendor do in it themselves.',
      resolve: ({ skills }) => skills,
    }),
  }),
});

builder.objectField(VendorType, 'dependence', (t) =>
  t.field({
    type: [Dependence],
    description: 'Of each project it delivered something in, what bears on whether the work can go on without it.',
    resolve: async (row, _args, context) => {
      const [links, { organization }] = await Promise.all([linksOf(row, context, 'IN', 'ENGAGEMENT'), contentOf<Vendor>(row, context)]);
      return Promise.all(eachOnce(links).map(async (project) => signalsOf(project, await contentOf<Content>(project, context), organization)));
    },
  }),
);

// Plain Pothos with Prisma, as its documentation writes it: `PORT=.. DATABASE_URL=.. node pothos.ts`.
// @ts-nocheck: installed on demand, and no part of the project's types.
import Fastify from 'fastify';
import SchemaBuilder from '@pothos/core';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import { PrismaPg } from '@prisma/adapter-pg';
import { createYoga } from 'graphql-yoga';
import { PrismaClient } from './generated/client.ts';
import { getDatamodel } from './generated/pothos.ts';

const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL, max: 10 }) });
const builder = new SchemaBuilder({
  plugins: [PrismaPlugin, RelayPlugin],
  prisma: { client: prisma, dmmf: getDatamodel(), onUnusedQuery: null },
  relay: {},
});
const where = ({ stage, use } = {}) => ({ ...(stage ? { stage: { in: stage } } : {}), ...(use ? { uses: { some: { use: { in: use } } } } : {}) });
const orderBy = [{ position: 'asc' }, { id: 'asc' }];

builder.prismaObject('Organization', { fields: (t) => ({ shortName: t.exposeString('shortName'), slug: t.exposeString('slug') }) });
builder.prismaObject('Vendor', { fields: (t) => ({ title: t.exposeString('title'), slug: t.exposeString('slug') }) });
builder.prismaObject('Goal', { fields: (t) => ({ number: t.exposeInt('number'), title: t.exposeString('title') }) });
builder.prismaObject('Country', { fields: (t) => ({ code: t.exposeString('code'), name: t.exposeString('name') }) });
builder.prismaObject('ProjectUse', { fields: (t) => ({ use: t.exposeString('use') }) });
builder.prismaObject('ProjectPlatform', { fields: (t) => ({ platform: t.exposeString('platform') }) });
builder.prismaObject('ProjectCountry', { fields: (t) => ({ country: t.relation('country') }) });
builder.prismaObject('ProjectOwner', { fields: (t) => ({ organization: t.relation('organization') }) });
builder.prismaObject('ProjectVendor', { fields: (t) => ({ vendor: t.relation('vendor') }) });
builder.prismaObject('ProjectGoal', { fields: (t) => ({ reason: t.exposeString('reason'), goal: t.relation('goal') }) });
builder.prismaObject('Lesson', { fields: (t) => ({ title: t.exposeString('title'), theme: t.exposeString('theme') }) });
builder.prismaObject('Project', {
  fields: (t) => ({
    id: t.exposeID('id'),
    slug: t.exposeString('slug'),
    title: t.exposeString('title'),
    abstract: t.exposeString('abstract'),
    stage: t.exposeString('stage'),
    access: t.exposeString('access'),
    uses: t.relation('uses'),
    platforms: t.relation('platforms'),
    countries: t.relation('countries'),
    owners: t.relation('owners'),
    vendors: t.relation('vendors'),
    goals: t.relation('goals'),
    lessons: t.relation('lessons'),
  }),
});
const Bucket = builder.objectRef('Bucket').implement({ fields: (t) => ({ value: t.exposeString('value'), count: t.exposeInt('count') }) });
const Facets = builder.objectRef('Facets').implement({
  fields: (t) => ({
    stage: t.expose('stage', { type: [Bucket] }),
    use: t.expose('use', { type: [Bucket] }),
    platform: t.expose('platform', { type: [Bucket] }),
  }),
});
const Filter = builder.inputType('ProjectFilter', { fields: (t) => ({ stage: t.stringList(), use: t.stringList() }) });
builder.queryType({
  fields: (t) => ({
    projects: t.prismaConnection({
      type: 'Project',
      cursor: 'id',
      args: { filter: t.arg({ type: Filter }) },
      resolve: (query, _root, args) => prisma.project.findMany({ ...query, where: where(args.filter ?? {}), orderBy }),
      totalCount: (_root, args) => prisma.project.count({ where: where(args.filter ?? {}) }),
    }),
    project: t.prismaField({
      type: 'Project',
      nullable: true,
      args: { slug: t.arg.string({ required: true }) },
      resolve: (query, _root, args) => prisma.project.findUnique({ ...query, where: { slug: args.slug } }),
    }),
    facets: t.field({
      type: Facets,
      args: { filter: t.arg({ type: Filter }) },
      resolve: async (_root, args) => {
        const filter = args.filter ?? {};
        // The counts of a facet leave out that facet's own choice.
        const [stage, use, platform] = await Promise.all([
          prisma.project.groupBy({ by: ['stage'], where: where({ use: filter.use }), _count: { _all: true } }),
          prisma.projectUse.groupBy({ by: ['use'], where: { project: where({ stage: filter.stage }) }, _count: { _all: true } }),
          prisma.projectPlatform.groupBy({ by: ['platform'], where: { project: where(filter) }, _count: { _all: true } }),
        ]);
        const buckets = (rows, name) => rows.map((row) => ({ value: row[name], count: row._count._all }));
        return { stage: buckets(stage, 'stage'), use: buckets(use, 'use'), platform: buckets(platform, 'platform') };
      },
    }),
  }),
});
const yoga = createYoga({ schema: builder.toSchema(), logging: false, graphiql: false, landingPage: false });
const app = Fastify();
app.removeAllContentTypeParsers();
app.addContentTypeParser(/.*/, {}, (_request, _payload, done) => done(null));
app.route({ url: '/graphql', method: ['GET', 'POST'], handler: (request, reply) => yoga.handleNodeRequestAndResponse(request, reply) });
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });

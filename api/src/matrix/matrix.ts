import type { Matrix as Content } from '#prisma/content/matrix.ts';
import { builder } from '../builder.ts';
import { contentOf, recordAt, RecordInterface } from '../records/record.ts';
import type { RecordRow } from '../records/load.ts';
import { CitationType, citationsOf, statement, statements, StatementType } from '../records/statement.ts';
import { MatrixType } from '../records/types.ts';

type Part<Key extends keyof Content> = (Content[Key] extends (infer Item)[] ? Item : never) & { row: RecordRow };
const withRow = <Item extends object>(items: Item[], row: RecordRow) => items.map((item) => ({ ...item, row }));

const Layer = builder.objectRef<Part<'layers'>>('MatrixLayer').implement({
  description: 'One of the four layers of the matrix (para. 214).',
  fields: (t) => ({
    id: t.exposeString('id'),
    number: t.exposeInt('number'),
    title: t.exposeString('title'),
    text: t.field({ type: StatementType, resolve: (layer) => statement(layer.text, layer.row) }),
  }),
});
const Question = builder.objectRef<Part<'questions'>>('MatrixQuestion').implement({
  description: 'A question of the first or second layer, with what each answer leads to.',
  fields: (t) => ({
    id: t.exposeString('id'),
    layer: t.exposeString('layer'),
    number: t.exposeInt('number'),
    group: t.exposeString('group'),
    text: t.exposeString('text'),
    help: t.string({ nullable: true, resolve: (question) => question.help ?? null }),
    yes: t.field({ type: [StatementType], resolve: (question) => statements(question.yes as never, question.row) }),
    no: t.field({ type: [StatementType], resolve: (question) => statements(question.no as never, question.row) }),
    citations: t.field({ type: [CitationType], resolve: (question) => citationsOf({ cite: question.cite, certainty: 'STATED' }, question.row.id) }),
  }),
});
const Choice = builder.objectRef<Part<'choices'>>('MatrixChoice').implement({
  description: 'A choice of architecture: its properties, and when to use it (Table 3).',
  fields: (t) => ({
    id: t.exposeString('id'),
    title: t.exposeString('title'),
    properties: t.field({ type: [StatementType], resolve: (choice) => statements(choice.properties, choice.row) }),
    useWhen: t.field({ type: [StatementType], resolve: (choice) => statements(choice.useWhen, choice.row) }),
  }),
});
const Consideration = builder.objectRef<Part<'considerations'>>('MatrixConsideration').implement({
  description: 'A consideration of design and governance (paras. 223-233).',
  fields: (t) => ({
    id: t.exposeString('id'),
    number: t.exposeInt('number'),
    title: t.exposeString('title'),
    text: t.field({ type: StatementType, resolve: (one) => statement(one.text, one.row) }),
  }),
});

MatrixType.implement({
  description: 'The decision-making matrix as a versioned instrument.',
  interfaces: [RecordInterface],
  fields: (t) => ({
    edition: t.string({ resolve: async (row, _args, context) => (await contentOf<Content>(row, context)).version }),
    summary: t.field({ type: StatementType, resolve: async (row, _args, context) => statement((await contentOf<Content>(row, context)).summary, row) }),
    layers: t.field({ type: [Layer], resolve: async (row, _args, context) => withRow((await contentOf<Content>(row, context)).layers, row) }),
    questions: t.field({ type: [Question], resolve: async (row, _args, context) => withRow((await contentOf<Content>(row, context)).questions, row) }),
    choices: t.field({ type: [Choice], resolve: async (row, _args, context) => withRow((await contentOf<Content>(row, context)).choices, row) }),
    considerations: t.field({
      type: [Consideration],
      resolve: async (row, _args, context) => withRow((await contentOf<Content>(row, context)).considerations, row),
    }),
  }),
});

builder.queryField('matrix', (t) =>
  t.field({
    type: MatrixType,
    nullable: true,
    description: "The decision-making matrix; the report's own unless another is named.",
    args: { slug: t.arg.string({ required: false }) },
    resolve: (_root, { slug }, context, info) => recordAt(context, info, 'MATRIX', slug ? { slug } : { sourceKey: 'jiu-matrix-1' }),
  }),
);

import { sql } from 'kysely';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { visibleRecords } from '../records/policy.ts';
import { KindEnum } from '../records/record.ts';
import { type NameReason, namedAlike, namedKinds, nameReasons, referenceOf } from '../records/same-name.ts';
import { batch } from '../records/batch.ts';
import type { DraftRow } from './draft.ts';
import { viewOf } from './redaction.ts';
import { DraftType, faultsOfDraft } from './types.ts';

/** A record that somebody may mean by what they typed. `name` is the one of its names that comes nearest. */
type Suggestion = { kind: RecordKind; value: string; title: string; name: string; reason: NameReason };

/** At most so many are suggested at a time, and near matches looked for. */
const MOST = 8;
const TEXTS = 5;

/** The records that somebody may mean: first those that have the name, in whatever spelling, then what the search finds. */
async function suggest(context: Context, kind: RecordKind, text: string): Promise<Suggestion[]> {
  const query = text
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 200);
  if (query === '') return [];
  const { search } = context.services;
  const [alike, found] = await Promise.all([
    namedAlike(context.reads, context.viewer, kind, [query]),
    search.search({ query, kinds: [kind], viewer: context.viewer, first: MOST, offset: 0 }),
  ]);
  const records = await Promise.all(found.hits.map(({ id }) => context.records.load(id)));
  const known = new Set(alike.map(({ id }) => id));
  const similar = records.flatMap((record) =>
    record && !known.has(record.id) ? [{ kind, value: referenceOf(record), title: record.title, name: record.title, reason: 'SIMILAR' as const }] : [],
  );
  return [...alike.map((one) => ({ kind, value: referenceOf(one), title: one.title, name: one.name, reason: one.reason })), ...similar].slice(0, MOST);
}

export const ReasonEnum = builder.enumType('NameReason', {
  description: 'Why a record is suggested for a name.',
  values: Object.fromEntries(
    nameReasons.map((reason) => [
      reason,
      {
        description: {
          SAME: 'It has this very name.',
          CASE: 'It is written with other capitals.',
          ACCENTS: 'It is written with other accents.',
          LEGAL_FORM: 'It is the same name with another legal form, blanks or punctuation.',
          SHORT_NAME: 'It is its short name.',
          FORMER_NAME: 'It was called so.',
          ALSO_KNOWN_AS: 'It is also called so.',
          SIMILAR: 'The search finds it by these words.',
        }[reason],
      },
    ]),
  ) as Record<NameReason, { description: string }>,
});
const SuggestionType = builder.objectRef<Suggestion>('Suggestion').implement({
  description: 'A record that somebody may mean by what they typed.',
  fields: (t) => ({
    kind: t.expose('kind', { type: KindEnum }),
    value: t.exposeString('value', { description: 'What a field holds that names it.' }),
    title: t.exposeString('title'),
    name: t.exposeString('name', { description: 'The one of its names that comes nearest.' }),
    reason: t.expose('reason', { type: ReasonEnum }),
  }),
});
builder.queryField('suggestions', (t) =>
  t.field({
    type: [SuggestionType],
    description: `Records that may be meant by a text, at most ${MOST}: those that have the name in whatever spelling, with why, then what the search finds.`,
    args: { kind: t.arg({ type: KindEnum, required: true }), text: t.arg.string({ required: true }) },
    resolve: (_root, { kind, text }, context) => suggest(context, kind, text),
  }),
);

/** Short texts anywhere in a content; names of records are among them. */
function textsIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value === 'string') {
    if (value !== '' && value.length <= 200 && found.size < 1000) found.add(value);
  } else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) textsIn(item, found);
  return found;
}
type Named = { kind: RecordKind; key: string; title: string };
const namedInDraft = batch(async ({ reads, viewer }, drafts: readonly DraftRow[]): Promise<Named[][]> => {
  const texts = drafts.map((draft) => textsIn(viewOf(draft, viewer).content));
  const all = [...new Set(texts.flatMap((one) => [...one]))];
  const rows = await reads.rows(sql<Named>`
    SELECT r.kind, k.key, r.title FROM record r, LATERAL (VALUES (r.slug), (r.source_key), (CASE WHEN r.kind = 'ORGANIZATION' THEN r.content->>'shortName' END)) k (key)
    WHERE r.kind = ANY (${[...namedKinds]}::record_kind[]) AND (r.slug = ANY (${all}) OR r.source_key = ANY (${all}) OR (r.kind = 'ORGANIZATION' AND r.content->>'shortName' = ANY (${all})))
      AND k.key = ANY (${all}) AND ${visibleRecords(viewer)}`);
  return texts.map((own) => rows.filter(({ key }) => own.has(key)));
});
const NamedType = builder.objectRef<Named>('NamedInDraft').implement({
  description: 'A vendor, organization or project that a draft names.',
  fields: (t) => ({
    kind: t.expose('kind', { type: KindEnum }),
    key: t.exposeString('key', { description: 'As the draft names it.' }),
    title: t.exposeString('title'),
  }),
});

type Near = { path: string; text: string; suggestions: Suggestion[] };
const NearType = builder.objectRef<Near>('NearMatch').implement({
  description: 'A name in a draft that no record has, and those that may be meant.',
  fields: (t) => ({
    path: t.exposeString('path'),
    text: t.exposeString('text'),
    suggestions: t.field({ type: [SuggestionType], resolve: (near) => near.suggestions }),
  }),
});
builder.objectFields(DraftType, (t) => ({
  named: t.field({
    type: [NamedType],
    description: 'The vendors, organizations and projects that it names, as far as you may see them.',
    resolve: (draft, _args, context) => namedInDraft(context, draft),
  }),
  nearMatches: t.field({
    type: [NearType],
    description: `For names that the library does not have, what may be meant instead; of the first ${TEXTS} of them.`,
    resolve: async (draft, _args, context) => {
      const unknown = (await faultsOfDraft(context, draft)).filter(({ code }) => code === 'NOT_IN_LIBRARY' || code === 'NOT_SEEN_BY_ALL').slice(0, TEXTS);
      return Promise.all(
        unknown.map(async ({ path, params }): Promise<Near> => {
          const text = String(params['key'] ?? '');
          return { path, text, suggestions: await suggest(context, params['kind'] as RecordKind, text) };
        }),
      );
    },
  }),
}));

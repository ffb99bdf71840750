import { type FieldFault, fault } from '#i18n/fault.ts';
import { builder } from '../builder.ts';
import { invalidInput } from '../errors.ts';
import { selectedFields } from '../records/connection.ts';
import { chooseFilters, pageSize } from '../records/list.ts';
import { asking, withForeign } from '../records/policy.ts';
import { KindEnum } from '../records/record.ts';
import { closeHits } from './close.ts';
import { searchFacets } from './facets.ts';
import { type Answer, DEPTH_MAX, SearchConnection } from './types.ts';

const QUERY_MAX = 200;
const filter = builder.inputType('SearchFilter', {
  description: 'By the facets of the answer; several values of one are alternatives.',
  fields: (t) => Object.fromEntries(searchFacets.map((name) => [name, t.stringList()])) as Record<string, ReturnType<typeof t.stringList>>,
});

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description: 'One box over everything: forgives typing mistakes, completes the last word, ignores accents.',
    args: {
      query: t.arg.string({ required: true, description: `At most ${QUERY_MAX} characters.` }),
      kinds: t.arg({ type: [KindEnum], required: false }),
      filter: t.arg({ type: filter, required: false }),
      foreign: t.arg.boolean({
        required: false,
        description: 'Whether entries of other catalogues are looked for too; they are when their kind is among the kinds.',
      }),
      first: t.arg.int({ required: false }),
      after: t.arg.string({ required: false }),
    },
    resolve: async (_root, args, context, info): Promise<Answer> => {
      const { services } = context;
      const viewer = args.foreign ? withForeign(context.viewer) : asking(context.viewer, args.kinds ?? []);
      const faults: FieldFault[] = [];
      const size = pageSize(args.first, faults);
      if (args.query.length > QUERY_MAX) faults.push(fault('query', 'QUERY', { max: QUERY_MAX, given: args.query.length }));
      const match = args.after ? /^search:(\d{1,4})$/.exec(Buffer.from(args.after, 'base64url').toString()) : null;
      if (args.after && !match) faults.push(fault('after', 'CURSOR_SEARCH'));
      if (faults.length > 0) throw invalidInput(faults);
      const offset = Math.min(Number(match?.[1] ?? 0), DEPTH_MAX - 1);
      const given = Object.fromEntries(
        Object.entries((args.filter ?? {}) as Record<string, string[] | null | undefined>).map(([facet, values]) => [facet, values ?? []]),
      );
      const { chosen, ignored } = await chooseFilters(services, viewer, given);
      const selected = selectedFields(info);
      // Control characters mean nothing in a query and would end up in what is shown.
      const query = args.query.replace(/\p{Cc}/gu, ' ');
      // Asked for while the engine searches.
      const meant = selected.has('close') && offset === 0 && services.closeness && /[\p{L}\p{N}]/u.test(query) ? services.closeness.to(query.trim()) : null;
      const answer = await services.search.search({
        query,
        ...(args.kinds?.length ? { kinds: args.kinds } : {}),
        filter: Object.fromEntries([...chosen].map(([facet, keys]) => [facet, keys.map((key) => key.slice(facet.length + 1))])),
        facets: selected.has('facets') ? searchFacets : [],
        counted: ['totalCount', 'totalIsExact', 'asTypedCount', 'kinds', 'facets'].some((field) => selected.has(field)),
        viewer,
        first: size,
        offset,
      });
      // Programs that ask with a token are no readers.
      if (offset === 0 && !context.token && chosen.size === 0 && !args.kinds?.length && !args.foreign && selected.has('totalCount'))
        services.tally.searched(query, (answer.asTyped ?? answer.total) > 0);
      const restriction = { kinds: args.kinds ?? [], chosen: [...chosen.values()], without: answer.hits.map(({ id }) => id) };
      const close = meant ? meant.then((found) => closeHits({ reads: context.reads, viewer }, found, restriction)) : Promise.resolve([]);
      return { ...answer, query, close, offset, size, ignored, chosen };
    },
  }),
);

import { builder } from '../builder.ts';
import { ValidationError } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { canChangeTerms, dropTerm, languages, readTerms, saveTerm, type ShownTerm } from './terms.ts';

const TermLanguage = builder.enumType('TermLanguage', { description: 'A language of the United Nations.', values: languages });
const TermState = builder.enumType('TermState', {
  description: 'SHIPPED: as it came. CHANGED, REMOVED: here. OWN: added here.',
  values: ['SHIPPED', 'CHANGED', 'OWN', 'REMOVED'] as const,
});
const TermWords = builder.objectRef<{ language: (typeof languages)[number]; words: string[] }>('TermWords').implement({
  description: 'The words of a term in one language.',
  fields: (t) => ({ language: t.expose('language', { type: TermLanguage }), words: t.exposeStringList('words') }),
});
const TermType = builder.objectRef<ShownTerm>('SearchTerm').implement({
  description: 'One idea of the domain, and the words by which people look for it in six languages.',
  fields: (t) => ({
    id: t.exposeString('id'),
    words: t.field({
      type: [TermWords],
      resolve: ({ words }) => languages.flatMap((language) => (words[language] ? [{ language, words: words[language] }] : [])),
    }),
    narrower: t.exposeStringList('narrower', { description: 'Ids of terms that a search for this one finds too.' }),
    same: t.exposeBoolean('same', { description: 'Whether its English words are names of one thing.' }),
    source: t.exposeString('source'),
    state: t.expose('state', { type: TermState }),
  }),
});
class DroppedTerm {
  readonly term: ShownTerm | null;
  constructor(term: ShownTerm | null) {
    this.term = term;
  }
}
const Dropped = builder.objectType(DroppedTerm, {
  name: 'DroppedTerm',
  description: 'What is left of a term: the shipped one, or nothing.',
  fields: (t) => ({ term: t.field({ type: TermType, nullable: true, resolve: ({ term }) => term }) }),
});
const Saved = builder.unionType('SearchTermResult', {
  types: [TermType, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'SearchTerm'),
});
const DropResult = builder.unionType('DropTermResult', {
  types: [Dropped, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'DroppedTerm'),
});
const WordsInput = builder.inputType('TermWordsInput', {
  fields: (t) => ({ language: t.field({ type: TermLanguage, required: true }), words: t.stringList({ required: true }) }),
});
const Input = builder.inputType('SearchTermInput', {
  fields: (t) => ({
    id: t.string({ required: true }),
    words: t.field({ type: [WordsInput], required: true }),
    narrower: t.stringList(),
    same: t.boolean(),
    source: t.string({ required: true }),
  }),
});

builder.queryFields((t) => ({
  searchTerms: t.field({
    type: [TermType],
    description: 'The terms of the domain that the search knows. Names of goals, organizations, regions and countries are known too and not listed.',
    resolve: (_root, _args, { services }) => readTerms(services.db),
  }),
  viewerCanChangeTerms: t.boolean({ resolve: (_root, _args, { user }) => canChangeTerms(user) }),
}));
builder.mutationFields((t) => ({
  saveSearchTerm: t.field({
    type: Saved,
    description: 'Adds a term or changes one; it is searched with within a minute. For the secretariat.',
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: (_root, { input }, { services, user }) => saveTerm(services.db, user, input),
  }),
  dropSearchTerm: t.field({
    type: DropResult,
    description: 'Takes a term out of the search, or with restore puts a shipped one back as it came. For the secretariat.',
    args: { id: t.arg.string({ required: true }), restore: t.arg.boolean({ required: false }) },
    resolve: async (_root, { id, restore }, { services, user }) => {
      const done = await dropTerm(services.db, user, id, restore ? 'RESTORE' : 'REMOVE');
      return done instanceof ValidationError ? done : new DroppedTerm(done);
    },
  }),
}));

import { signedIn } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { ValidationError, refuse } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { AudienceEnum } from '../records/record.ts';
import { type AgreementRow, readAgreement } from './agreement.ts';
import { loadAgreements } from './load.ts';
import type { AgreementTermsInput } from './terms.ts';
import { AgreementType, AgreementUseEnum } from './types.ts';
import { amendAgreement, answerUse, askForUse, drawAgreement, keepAgreement, openAgreement } from './write.ts';

const Saved = builder.objectRef<{ agreement: AgreementRow }>('AgreementSaved').implement({
  description: 'The agreement as it is today.',
  fields: (t) => ({ agreement: t.field({ type: AgreementType, resolve: (saved) => saved.agreement }) }),
});
const Result = builder.unionType('AgreementResult', {
  types: [Saved, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'AgreementSaved'),
});
const Terms = builder.inputType('AgreementTermsInput', {
  fields: (t) => ({
    number: t.string({ required: true }),
    title: t.string({ required: true }),
    scope: t.string({ required: true }),
    unspsc: t.stringList({ required: true, description: 'Two to eight digits each; only the form is checked.' }),
    startsOn: t.string({ required: true }),
    endsOn: t.string({ required: true }),
    ceiling: t.float({ description: 'In units of the currency.' }),
    currency: t.string({ description: 'ISO 4217.' }),
    callOff: t.string(),
    use: t.field({ type: AgreementUseEnum, required: true }),
    useTerms: t.string(),
    contact: t.string(),
    documentLabel: t.string(),
    documentAddress: t.string(),
    documentFile: t.string({ description: 'The hash of a file that you uploaded.' }),
    source: t.string({ required: true, description: 'What this is known from.' }),
  }),
});
/** The agreement after what was done. */
const shown = async ({ services, viewer }: Context, done: { id: string } | ValidationError): Promise<{ agreement: AgreementRow } | ValidationError> => {
  if (done instanceof ValidationError) return done;
  const agreement = await readAgreement(services.db, viewer, done.id);
  return agreement ? { agreement } : refuse('id', 'NO_AGREEMENT');
};

const Loaded = builder.objectRef<{ loaded: number }>('AgreementsLoaded').implement({
  description: 'How many agreements were loaded.',
  fields: (t) => ({ loaded: t.exposeInt('loaded') }),
});
const LoadResult = builder.unionType('AgreementsLoadResult', {
  types: [Loaded, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'AgreementsLoaded'),
});

builder.mutationFields((t) => ({
  loadAgreements: t.field({
    type: LoadResult,
    description: 'Loads agreements from releases of the Open Contracting Data Standard 1.1, all or nothing. By procurement officers of the holder.',
    args: {
      holder: t.arg.string({ required: true, description: 'By its slug.' }),
      data: t.arg({ type: 'JSON', required: true, description: 'A package of at most 500 releases.' }),
      key: t.arg.string({ required: true }),
    },
    resolve: (_root, { holder, data, key }, context) => loadAgreements(context.services.db, signedIn(context), { holder, data, key }),
  }),
  keepAgreement: t.field({
    type: Result,
    description: 'Keeps an agreement of an organization, for its people and procurement officers. By procurement officers of the holder.',
    args: {
      holder: t.arg.string({ required: true, description: 'By its slug.' }),
      vendor: t.arg.string({ required: true, description: 'By its slug or title.' }),
      terms: t.arg({ type: Terms, required: true }),
      key: t.arg.string({ required: true }),
    },
    resolve: async (_root, { terms, ...args }, context) =>
      shown(context, await keepAgreement(context.services.db, signedIn(context), { ...args, terms: terms as AgreementTermsInput })),
  }),
  amendAgreement: t.field({
    type: Result,
    description: 'Sets other terms from a day on; those before stay in the history. By procurement officers of the holder.',
    args: {
      id: t.arg.id({ required: true }),
      versions: t.arg.int({ required: true, description: 'How many versions there were when who asks saw it.' }),
      holdsFrom: t.arg.string({ required: true }),
      reason: t.arg.string({ required: true }),
      terms: t.arg({ type: Terms, required: true }),
    },
    resolve: async (_root, { id, terms, ...how }, context) =>
      shown(context, await amendAgreement(context.services.db, signedIn(context), String(id), { ...how, terms: terms as AgreementTermsInput })),
  }),
  drawAgreement: t.field({
    type: Result,
    description: 'Says how much was drawn, all in all, up to a day. By procurement officers of the holder.',
    args: {
      id: t.arg.id({ required: true }),
      drawn: t.arg.float({ required: true }),
      onDay: t.arg.string({ required: true }),
      source: t.arg.string({ required: true }),
      key: t.arg.string({ required: true }),
    },
    resolve: async (_root, { id, ...how }, context) => shown(context, await drawAgreement(context.services.db, signedIn(context), String(id), how)),
  }),
  openAgreement: t.field({
    type: Result,
    description: 'Says who sees it beside the people of the holder and procurement officers. By procurement officers of the holder.',
    args: {
      id: t.arg.id({ required: true }),
      openings: t.arg.int({ required: true, description: 'The number of the last change of it that who asks saw.' }),
      audience: t.arg({ type: AudienceEnum, required: true }),
    },
    resolve: async (_root, { id, openings, audience }, context) =>
      shown(context, await openAgreement(context.services.db, signedIn(context), String(id), openings, audience)),
  }),
  askForUse: t.field({
    type: Result,
    description: 'Asks the holder for the use of an agreement, in the name of another organization.',
    args: {
      id: t.arg.id({ required: true }),
      organization: t.arg.string({ required: true, description: 'Who asks, by its slug.' }),
      text: t.arg.string({ required: true }),
      key: t.arg.string({ required: true }),
    },
    resolve: async (_root, { id, ...how }, context) =>
      shown(context, await askForUse(context.services.db, signedIn(context), String(id), how, context.services.accounts.settings.baseUrl)),
  }),
  answerUse: t.field({
    type: Result,
    description: 'Answers a request for the use of an agreement, once. By procurement officers of the holder.',
    args: { request: t.arg.id({ required: true }), granted: t.arg.boolean({ required: true }), text: t.arg.string({ required: true }) },
    resolve: async (_root, { request, granted, text }, context) =>
      shown(context, await answerUse(context.services.db, signedIn(context), String(request), { granted, text }, context.services.accounts.settings.baseUrl)),
  }),
}));

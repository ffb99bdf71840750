import { builder } from '../builder.ts';
import { forbidden, ValidationError } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { type Decision, decideCase, type SignInCase, waitingCases } from './cases.ts';
import { administrator } from './mutations.ts';
import { canAdminister } from './policy.ts';
import { signedIn } from './signed-in.ts';

const DecisionEnum = builder.enumType('SignInDecision', {
  description: 'Who somebody is whom a sign-in service named with an address that an account here has.',
  values: {
    NEW_PERSON: { description: 'Somebody else, who has the address now: the account that had it keeps its history and loses the address.' },
    SAME_PERSON: { description: 'The person of that account: from now on the account at the service signs in to it.' },
    REFUSED: { description: 'Neither: the sign-in stays refused.' },
  } satisfies Record<Decision, object>,
});

const CaseType = builder.objectRef<SignInCase>('SignInCase').implement({
  description: 'Somebody of a sign-in service who was refused because an account here has the address, and waits for a decision.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of what is shown here: when the service says anything else of the account, it is another case.' }),
    service: t.string({
      description: 'The name of the service.',
      resolve: ({ providerId }, _args, { services }) => services.accounts.settings.providers.find((one) => one.id === providerId)?.name ?? providerId,
    }),
    subject: t.exposeString('subject', { description: 'The account at the service.' }),
    email: t.exposeString('email'),
    name: t.exposeString('name', { description: 'As the service says it.' }),
    vouched: t.exposeBoolean('vouched', { description: 'Whether the service confirmed the address, and may vouch for it.' }),
    accountName: t.string({ description: 'The name of the account that has the address.', resolve: (one) => one.personName }),
    reassigned: t.exposeBoolean('reassigned', { description: 'Whether that account was opened at the same service.' }),
    decision: t.expose('decision', {
      type: DecisionEnum,
      nullable: true,
      description: 'REFUSED where that was decided, which can be changed; null while it waits.',
    }),
    seenAt: t.expose('seenAt', { type: 'DateTime', description: 'When it was tried last.' }),
  }),
});
builder.queryField('signInCases', (t) =>
  t.field({
    type: [CaseType],
    description: 'Sign-ins that wait for a decision, and after them those that were refused; newest first, for administrators; at most 100.',
    resolve: async (_root, _args, context) => {
      if (!canAdminister(signedIn(context))) throw forbidden('ONLY_CASE_READERS');
      return waitingCases(context.reads);
    },
  }),
);

const Decided = builder
  .objectRef<{ decision: Decision }>('SignInCaseDecided')
  .implement({ description: 'What was decided.', fields: (t) => ({ decision: t.expose('decision', { type: DecisionEnum }) }) });
const DecideResult = builder.unionType('DecideSignInCaseResult', {
  types: [Decided, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'SignInCaseDecided'),
});
builder.mutationField('decideSignInCase', (t) =>
  t.field({
    type: DecideResult,
    description:
      'Says who somebody is whose sign-in waits. Administrators. An account or an address moves only where the service vouches for the address and the account has no role that decides for others.',
    args: { id: t.arg.id({ required: true }), decision: t.arg({ type: DecisionEnum, required: true }) },
    resolve: async (_root, { id, decision }, context) => {
      const decided = await decideCase(context.services, administrator(context), { id: String(id), decision });
      return decided instanceof ValidationError ? decided : { decision: decided };
    },
  }),
);

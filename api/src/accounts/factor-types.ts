import { builder } from '../builder.ts';
import type { Services } from '../context.ts';
import { ValidationError, refuse } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { type Factors, mayAdd, provedLately } from './second-factor.ts';
import type { Reader } from '../records/query-batch.ts';
import { requireWriter } from './signed-in.ts';
import type { User } from './user.ts';

type OwnFactors = Factors & { user: User };
/** The factors of who asks. */
export const ownFactors = async ({ accounts }: Services, user: User, reader?: Reader): Promise<OwnFactors> => ({
  ...(await accounts.factors(user.id, reader)),
  user,
});

const App = builder.objectRef<{ createdAt: Date | string; usedAt: Date | string | null }>('AuthenticatorApp').implement({
  description: 'An app that gives codes of six digits (TOTP).',
  fields: (t) => ({
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    usedAt: t.expose('usedAt', { type: 'DateTime', nullable: true, description: 'When a code of it was last taken.' }),
  }),
});
const PendingApp = builder.objectRef<{ secret: string; address: string }>('PendingApp').implement({
  description: 'An app that is being set up.',
  fields: (t) => ({
    secret: t.exposeString('secret', { description: 'What the app takes, in Base32.' }),
    address: t.exposeString('address', { description: 'What its QR code holds.' }),
  }),
});
export const FactorsType = builder.objectRef<OwnFactors>('Factors').implement({
  description: 'With what the person signs in here.',
  fields: (t) => ({
    password: t.exposeBoolean('local', { description: 'Whether there is a password kept here.' }),
    passwordUsedAt: t.expose('passwordUsedAt', { type: 'DateTime', nullable: true }),
    app: t.field({ type: App, nullable: true, resolve: (factors) => factors.app }),
    pending: t.field({
      type: PendingApp,
      nullable: true,
      description: 'The app that is being set up, for who proved lately who it is.',
      resolve: ({ user }, _args, { services }) => services.accounts.pendingApp(user),
    }),
    backupCodes: t.field({
      type: ['String'],
      nullable: true,
      description: 'The codes that are left, each for one sign-in without the app; for who proved lately who it is and showed two factors.',
      resolve: ({ user }, _args, { services }) => services.accounts.backupCodes(user),
    }),
    shown: t.boolean({ description: 'Whether two factors were shown in this session.', resolve: ({ user }) => user.shown?.secondFactor ?? false }),
    mayAdd: t.boolean({
      description: 'Whether another one may be added now: the first with the password alone, further ones only when two were shown.',
      resolve: ({ user, ...factors }) => mayAdd(factors, user.shown?.secondFactor ?? false),
    }),
    withdrawn: t.exposeBoolean('withdrawn', { description: 'Whether an administrator must let the next one be set up.' }),
    provedLately: t.boolean({ description: 'Whether who it is was proved within the last ten minutes.', resolve: ({ user }) => provedLately(user) }),
  }),
});

const Proved = builder
  .objectRef<{ proved: true }>('IdentityProved')
  .implement({ description: 'It is you.', fields: (t) => ({ proved: t.exposeBoolean('proved') }) });
const ProofResult = builder.unionType('ProofResult', {
  types: [Proved, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'IdentityProved'),
});
builder.mutationField('proveIdentity', (t) =>
  t.field({
    type: ProofResult,
    description: 'Proves again who uses this session, for ten minutes: with the password, or with six digits of the app. Signing in anew does the same.',
    args: { proof: t.arg.string({ required: true }) },
    resolve: async (_root, { proof }, context) => {
      requireWriter(context);
      const fault = await context.services.accounts.prove(context.headers, proof);
      if (!fault) return { proved: true as const };
      return refuse('proof', fault);
    },
  }),
);

const SessionEndEnum = builder.enumType('SessionEnd', {
  description: 'Why a session holds no more.',
  values: {
    INACTIVE: { description: 'Nothing was done in it for too long.' },
    TOTAL: { description: 'It was as old as a session may become.' },
    ENDED: { description: 'It was signed out elsewhere, or has expired.' },
  },
});
builder.queryField('sessionEnd', (t) =>
  t.field({
    type: SessionEndEnum,
    nullable: true,
    description: 'Why the session of this browser holds no more; null while it holds, and without one.',
    // Who is signed in has a session that holds.
    resolve: (_root, _args, { services, headers, user }) => (user ? null : services.accounts.sessionEnd(headers)),
  }),
);

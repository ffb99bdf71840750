import { proved } from '../accounts/proof.ts';
import { MeType } from '../accounts/account.ts';
import { requireWriter } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import { ValidationError } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { type ApiTokenRow, makeToken, revokeToken, TOKEN_DAYS, tokensOf } from './manage.ts';

const ScopeEnum = builder.enumType('ApiTokenScope', {
  description: 'What a token reads. None changes anything, and none reads what is of an account.',
  values: {
    PUBLIC: { description: 'What everybody reads, within a limit of its own.' },
    PERSONAL: { description: 'What its person sees as a member and procurement officer.' },
    SERVICE: { description: 'What a member of one organization sees, as long as its person has a role there.' },
  },
});

const ApiTokenType = builder.objectRef<ApiTokenRow>('ApiToken').implement({
  description: 'With what a program reads in place of a person. The token itself is shown once, when it is made.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    scope: t.expose('scope', { type: ScopeEnum }),
    organization: t.exposeString('organization', { nullable: true, description: 'Of a service: the short name.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
    expired: t.boolean({ resolve: ({ expiresAt }) => new Date(expiresAt).getTime() <= Date.now() }),
    lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true, description: 'To the minute.' }),
    requests: t.exposeInt('requests', { description: 'How often it was used within 30 days.' }),
  }),
});

builder.objectField(MeType, 'apiTokens', (t) =>
  t.field({
    type: [ApiTokenType],
    description: 'The tokens that were not revoked, newest first; expired ones for 30 days.',
    resolve: (user, _args, { reads }) => tokensOf(reads, user.id),
  }),
);

const Made = builder.objectRef<{ token: string; row: ApiTokenRow }>('ApiTokenMade').implement({
  description: 'The token, for the only time.',
  fields: (t) => ({
    token: t.exposeString('token'),
    apiToken: t.field({ type: ApiTokenType, resolve: ({ row }) => row }),
  }),
});
const Revoked = builder.objectRef<{ id: string }>('ApiTokenRevoked').implement({
  description: 'The token works no more.',
  fields: (t) => ({ id: t.exposeID('id') }),
});
const MadeResult = builder.unionType('MakeApiTokenResult', {
  types: [Made, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'ApiTokenMade'),
});
const RevokedResult = builder.unionType('RevokeApiTokenResult', {
  types: [Revoked, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'ApiTokenRevoked'),
});

builder.mutationFields((t) => ({
  makeApiToken: t.field({
    type: MadeResult,
    description: 'Makes a token for a program of your own, by whom it was proved lately who it is. Told by mail.',
    args: {
      name: t.arg.string({ required: true, description: 'What you call it, up to 100 characters.' }),
      scope: t.arg({ type: ScopeEnum, required: true }),
      organization: t.arg.string({ required: false, description: 'Of a service: by slug, one in which you have a role.' }),
      days: t.arg.int({ required: true, description: `How long it holds: 1 to ${TOKEN_DAYS}.` }),
    },
    resolve: (_root, args, context) => makeToken(context.services, proved(requireWriter(context)), args),
  }),
  revokeApiToken: t.field({
    type: RevokedResult,
    description: 'Revokes a token of your own for good.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, context) => revokeToken(context.services, requireWriter(context), String(id)),
  }),
}));

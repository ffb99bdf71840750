import { GraphQLError } from 'graphql';
import { type FaultCode, type FieldFault, fault, type ParamsOf, type Why, why } from '#i18n/fault.ts';
import { sentence } from '#i18n/sentence.ts';
import { RETRY_AFTER } from '#prisma/work.ts';

/** A fault as programs get it in an answer that is not GraphQL's own; `name` and `message` stay for one release. */
export const shownFault = ({ path, code, params }: FieldFault) => ({ path, code, params, name: path, message: sentence({ code, params }) });

/** Refused input as data: what a mutation returns in place of its result, so that the page can keep what was typed. */
export class ValidationError {
  readonly fields: readonly FieldFault[];
  constructor(fields: readonly FieldFault[]) {
    this.fields = fields;
  }
}

/** A refusal for one fault. */
export const refuse = <Code extends FaultCode>(path: string, code: Code, ...params: ParamsOf<Code>) => new ValidationError([fault(path, code, ...params)]);

/** Refused input that reaches the client with every fault named; everything that is not a GraphQLError is masked. */
export const invalidInput = (faults: readonly FieldFault[]) =>
  new GraphQLError(faults.map((one) => `${one.path}: ${sentence(one)}`).join(' '), {
    extensions: { code: 'BAD_USER_INPUT', fields: faults.map(shownFault), http: { status: 400 } },
  });

const denied = (kind: string, status: number, { code, params }: Why) =>
  new GraphQLError(sentence({ code, params }), { extensions: { code: kind, reason: code, params, http: { status } } });

/** Signed in or not, this viewer may not do that. */
export const forbidden = <Code extends FaultCode>(code: Code, ...params: ParamsOf<Code>) => denied('FORBIDDEN', 403, why(code, ...params));

/** Nobody is signed in, and somebody must be. */
export const unauthenticated = () => denied('UNAUTHENTICATED', 401, why('SIGN_IN'));

/** Somebody asks or changes too much in a short time. */
export const tooMany = (code: 'LINK_TRIES' | 'CHANGES_MANY') => denied('TOO_MANY_REQUESTS', 429, why(code));

/** The database has no time, or is not there: ask again a little later. */
export const busy = () =>
  new GraphQLError(sentence(why('BUSY')), {
    extensions: { code: 'BUSY', reason: 'BUSY', params: {}, retryAfter: RETRY_AFTER, http: { status: 503, headers: { 'retry-after': String(RETRY_AFTER) } } },
  });

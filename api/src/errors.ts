import { GraphQLError } from 'graphql';
import { RETRY_AFTER } from '#prisma/work.ts';

/** One fault of an input: the field by its path, what to do, and a name that translations know it by, where there is one. */
export type FieldFault = { name: string; message: string; code?: string };

/** Refused input as data: what a mutation returns in place of its result, so that the page can keep what was typed. */
export class Refusal {
  readonly fields: FieldFault[];
  constructor(fields: FieldFault[]) {
    this.fields = fields;
  }
}

/** Refused input that reaches the client with every fault named; everything that is not a GraphQLError is masked. */
export const invalidInput = (faults: FieldFault[]) =>
  new GraphQLError(faults.map((fault) => `${fault.name}: ${fault.message}`).join(' '), {
    extensions: { code: 'BAD_USER_INPUT', fields: faults, http: { status: 400 } },
  });

/** Signed in or not, this viewer may not do that. */
export const forbidden = (message: string) => new GraphQLError(message, { extensions: { code: 'FORBIDDEN', http: { status: 403 } } });

/** The database has no time, or is not there: ask again a little later. */
export const busy = () =>
  new GraphQLError('The library has too much to do at the moment. Try again in a few seconds.', {
    extensions: { code: 'BUSY', retryAfter: RETRY_AFTER, http: { status: 503, headers: { 'retry-after': String(RETRY_AFTER) } } },
  });

import { defaultFieldResolver, getNullableType, GraphQLError, type GraphQLSchema, isListType, isObjectType } from 'graphql';
import { Ending } from '#prisma/work.ts';

/** What one request may cost, its two queries together, whoever sends it. */
export const limits = {
  /** Levels of fields in a query. */
  depth: 12,
  aliases: 20,
  tokens: 2_000,
  /** As added up before it runs (cost.ts). */
  cost: 50_000,
  /** Items of lists that are really read. */
  nodes: 20_000,
  /** Characters of the answer. It is written and compressed in one go, while nobody else is answered. */
  size: 4_000_000,
  /** Milliseconds until it is given up. */
  time: 15_000,
};
export type Limits = typeof limits;

export const tooMuch = (message = 'This query asks for too much at once. Ask for fewer a page, for fewer nested lists, or in several queries.') =>
  new GraphQLError(message, { extensions: { code: 'TOO_MUCH', http: { status: 400 } } });

/** What is left of a request's limits. Once one of them is used up, everything of the request ends. */
export class Allowance {
  private cost: number;
  private nodes: number;
  private size: number;
  private readonly ending: Ending;
  /** Aborts when the request has used up what it may. */
  readonly signal: AbortSignal;
  private readonly most: Limits;

  constructor(most: Limits = limits) {
    this.most = most;
    ({ cost: this.cost, nodes: this.nodes, size: this.size } = most);
    this.ending = new Ending(most.time);
    this.signal = this.ending.signal;
  }

  /** Counts a query before it runs. @throws GraphQLError TOO_MUCH */
  spend(cost: number): void {
    this.cost -= cost;
    if (this.cost < 0) throw tooMuch();
  }

  /** Counts items of a list as they are read. @throws GraphQLError TOO_MUCH, and ends the request */
  take(items: number): void {
    this.nodes -= items;
    if (this.nodes < 0) throw this.stop(tooMuch(`The answer has more than ${this.most.nodes} items. Ask for fewer a page, or for fewer nested lists.`));
  }

  /** Counts an answer before it is written. @throws GraphQLError TOO_MUCH */
  weigh(answer: unknown): void {
    this.size = afterAll(answer, this.size);
    if (this.size < 0)
      throw tooMuch(`The answer is longer than ${this.most.size / 1_000_000} million characters. Ask for fewer a page, or for fewer long texts.`);
  }

  private stop(error: GraphQLError): GraphQLError {
    this.ending.stop(error);
    return error;
  }
}

/** What is left of a number of characters after a value is written as JSON, roughly; counting stops where nothing is left. */
function afterAll(value: unknown, left: number): number {
  if (left < 0) return left;
  if (typeof value === 'string') return left - value.length - 3;
  if (typeof value !== 'object' || value === null) return left - 6;
  if (Array.isArray(value)) {
    for (const item of value) {
      left = afterAll(item, left);
      if (left < 0) return left;
    }
    return left - 2;
  }
  for (const name in value) {
    left = afterAll((value as Record<string, unknown>)[name], left - name.length - 3);
    if (left < 0) return left;
  }
  return left - 2;
}

type Counted = { allowance: Allowance };
/** The schema, every list of which is counted against the allowance of the request as it is read. */
export function counting(schema: GraphQLSchema): GraphQLSchema {
  const counted = (context: Counted, list: unknown) => {
    if (Array.isArray(list)) context.allowance.take(list.length);
    return list;
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isListType(getNullableType(field.type))) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context: Counted, info) => {
        const list = resolve(source, args, context, info);
        return list instanceof Promise ? list.then((found) => counted(context, found)) : counted(context, list);
      };
    }
  }
  return schema;
}

import type { ExecutionResult } from 'graphql';
import { Turns } from './turns.ts';

/** Answers that are kept; programs that ask for the schema send one of a few queries. */
const KEPT = 8;

/** What makes two requests the same question. */
export const keyOf = ({ params }: { params?: object }): string | null => {
  const { query, operationName, variables } = (params ?? {}) as { query?: unknown; operationName?: unknown; variables?: unknown };
  return typeof query === 'string' ? JSON.stringify([query, operationName ?? null, variables ?? null]) : null;
};

/**
 * What the schema says of itself: the same for everybody until the process ends, so that the last few answers are kept, and
 * made in one go from beginning to end, so that one is made after another and whoever asks for something else is answered in
 * between.
 */
export class SchemaAnswers {
  private readonly kept = new Map<string, ExecutionResult>();
  private readonly turns = new Turns(1);

  get(key: string): ExecutionResult | undefined {
    const found = this.kept.get(key);
    if (found) this.keep(key, found);
    return found;
  }

  keep(key: string, answer: ExecutionResult): void {
    this.kept.delete(key);
    this.kept.set(key, answer);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
  }

  /** Makes an answer when it is its turn. What the database is asked for beside is no part of the turn. @throws Busy where too many wait */
  async inTurn(make: () => ExecutionResult | Promise<ExecutionResult>): Promise<ExecutionResult> {
    const { made } = await this.turns.take(async () => ({ made: make() }));
    return made;
  }
}

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
  private readonly costs = new Map<string, number>();
  private readonly making = new Map<string, Promise<ExecutionResult>>();
  private readonly turns = new Turns(1);

  /** What a question costs, counted once. */
  cost(key: string, count: () => number): number {
    const known = this.costs.get(key);
    if (known !== undefined) return known;
    if (this.costs.size >= 100) this.costs.clear();
    const cost = count();
    this.costs.set(key, cost);
    return cost;
  }

  /** The answer that is kept, or that one makes for all who ask the same at this moment. @throws Busy where too many wait */
  async get(key: string, make: () => ExecutionResult | Promise<ExecutionResult>): Promise<ExecutionResult> {
    const found = this.kept.get(key);
    if (found) {
      this.keep(key, found);
      return found;
    }
    const begun = this.making.get(key);
    if (begun) return begun;
    const made = this.inTurn(make);
    this.making.set(key, made);
    try {
      const answer = await made;
      if (!answer.errors) this.keep(key, answer);
      return answer;
    } finally {
      this.making.delete(key);
    }
  }

  private keep(key: string, answer: ExecutionResult): void {
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

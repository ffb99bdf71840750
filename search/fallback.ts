import type { SearchAnswer, SearchEngine, SearchRequest } from './engine.ts';

export type FallbackOptions = {
  /** How long the first engine may take (milliseconds). */
  timeout?: number;
  /** How long it is not asked again after a failure (milliseconds). */
  pause?: number;
  /** Told once for each failure, and with null when the first engine answers again. */
  report?: (error: Error | null) => void;
  /** Whether the first engine knows all that was written. Where it does not, the second answers, which is no failure. */
  current?: () => Promise<boolean>;
};

/**
 * An engine that asks the first one and, when that fails or takes too long, answers from the second, with
 * `fallback: true`. After a failure the first one is left alone for some seconds; then one search tries it again while
 * the others go on with the second.
 */
export function withFallback(
  first: SearchEngine,
  second: SearchEngine,
  { timeout = 2000, pause = 5000, report = () => {}, current = async () => true }: FallbackOptions = {},
): SearchEngine {
  let closedUntil = 0;
  let failing = false;
  let trying = false;

  const askFirst = async (request: SearchRequest): Promise<SearchAnswer> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new Error(`${first.name} did not answer within ${timeout} ms`)), timeout);
    });
    const answer = first.search(request);
    // Its late failure has been reported as a timeout already.
    answer.catch(() => {});
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    get name() {
      return failing ? second.name : first.name;
    },
    wanted: first.name,
    async search(request) {
      const behind = !(await current());
      if (!behind && Date.now() >= closedUntil && !(failing && trying)) {
        trying = true;
        try {
          const answer = await askFirst(request);
          if (failing) report(null);
          failing = false;
          return answer;
        } catch (error) {
          failing = true;
          closedUntil = Date.now() + pause;
          report(error as Error);
        } finally {
          trying = false;
        }
      }
      return { ...(await second.search(request)), fallback: failing || !behind };
    },
    /** Search answers as long as one of the two does. */
    async ready() {
      const [one, other] = await Promise.all([first.ready(), second.ready()]);
      return one || other;
    },
    async close() {
      await Promise.all([first.close(), second.close()]);
    },
  };
}

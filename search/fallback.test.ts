import { describe, expect, it } from 'vitest';
import { anyone, type SearchAnswer, type SearchEngine } from './engine.ts';
import { withFallback } from './fallback.ts';

const request = { query: 'cocoa', viewer: anyone, first: 20, offset: 0 };
const answerOf = (engine: 'postgres' | 'meilisearch'): SearchAnswer => ({
  engine,
  fallback: false,
  total: 0,
  asTyped: 0,
  exact: true,
  hits: [],
  kinds: [],
  facets: [],
  ignoredTerms: [],
  suggestion: null,
});

// Stands for an engine whose server fails on demand, which a real one cannot be made to do at a chosen moment.
function failing(name: 'postgres' | 'meilisearch', behave: () => Promise<void>) {
  let asked = 0;
  const engine: SearchEngine = {
    name,
    async search() {
      asked++;
      await behave();
      return answerOf(name);
    },
    ready: async () =>
      behave().then(
        () => true,
        () => false,
      ),
    close: async () => {},
  };
  return { engine, asked: () => asked };
}

describe('search with a fallback', () => {
  it('answers from the first engine while that works', async () => {
    const first = failing('meilisearch', async () => {});
    const second = failing('postgres', async () => {});
    const engine = withFallback(first.engine, second.engine);
    expect(await engine.search(request)).toMatchObject({ engine: 'meilisearch', fallback: false });
    expect(second.asked()).toBe(0);
  });

  it('answers from the second when the first fails, says so, and leaves the first alone for a while', async () => {
    let broken = true;
    const reports: (string | null)[] = [];
    const first = failing('meilisearch', async () => {
      if (broken) throw new Error('connection refused');
    });
    const second = failing('postgres', async () => {});
    const engine = withFallback(first.engine, second.engine, { pause: 100, report: (error) => reports.push(error?.message ?? null) });
    for (let n = 0; n < 5; n++) expect(await engine.search(request)).toMatchObject({ engine: 'postgres', fallback: true });
    expect(first.asked()).toBe(1);
    expect(engine.name).toBe('postgres');
    broken = false;
    await new Promise((done) => setTimeout(done, 120));
    expect(await engine.search(request)).toMatchObject({ engine: 'meilisearch', fallback: false });
    expect(engine.name).toBe('meilisearch');
    expect(reports).toEqual(['connection refused', null]);
  });

  it('does not wait for a first engine that hangs', async () => {
    const first = failing('meilisearch', () => new Promise(() => {}));
    const second = failing('postgres', async () => {});
    const engine = withFallback(first.engine, second.engine, { timeout: 50, pause: 1000 });
    expect(await engine.search(request)).toMatchObject({ engine: 'postgres', fallback: true });
    expect(await engine.search(request)).toMatchObject({ fallback: true });
    expect(first.asked()).toBe(1);
  });

  it('lets one search at a time try an engine that failed', async () => {
    let broken = true;
    const first = failing('meilisearch', async () => {
      await new Promise((done) => setTimeout(done, 30));
      if (broken) throw new Error('down');
    });
    const second = failing('postgres', async () => {});
    const engine = withFallback(first.engine, second.engine, { pause: 10 });
    await engine.search(request);
    await new Promise((done) => setTimeout(done, 20));
    broken = false;
    const answers = await Promise.all([engine.search(request), engine.search(request), engine.search(request)]);
    expect(answers.map(({ fallback }) => fallback)).toEqual([false, true, true]);
    expect(first.asked()).toBe(2);
  });

  it('passes on the fault when both fail, and is ready while one is', async () => {
    const bad = failing('meilisearch', async () => Promise.reject(new Error('no first')));
    const worse = failing('postgres', async () => Promise.reject(new Error('no second')));
    await expect(withFallback(bad.engine, worse.engine).search(request)).rejects.toThrow('no second');
    expect(await withFallback(bad.engine, failing('postgres', async () => {}).engine).ready()).toBe(true);
    expect(await withFallback(bad.engine, worse.engine).ready()).toBe(false);
  });

  it('answers from the second, without calling it a failure, while the first does not know all that was written', async () => {
    let known = false;
    const reports: unknown[] = [];
    const first = failing('meilisearch', async () => {});
    const engine = withFallback(first.engine, failing('postgres', async () => {}).engine, {
      current: async () => known,
      report: (error) => reports.push(error),
    });
    expect(await engine.search(request)).toMatchObject({ engine: 'postgres', fallback: false });
    expect(first.asked()).toBe(0);
    known = true;
    expect(await engine.search(request)).toMatchObject({ engine: 'meilisearch', fallback: false });
    expect(reports).toEqual([]);
  });
});

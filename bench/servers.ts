import { type ChildProcess, fork } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answer, Question } from './serve.ts';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** A server in a process of its own, so that none disturbs the other's event loop. */
export type Server = { port: number; pages: boolean; ask: (question: Question['ask']) => Promise<unknown>; stop: () => Promise<void> };
export async function serve(which: 'api' | 'raw', url: string): Promise<Server> {
  const child = fork(join(root, 'bench/serve.ts'), [which, url], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: ['--expose-gc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const next = () =>
    new Promise<Answer>((done, fail) => {
      const gone = () => fail(new Error(`The ${which} server ended.`));
      child.once('exit', gone);
      child.once('message', (message) => {
        child.off('exit', gone);
        done(message as Answer);
      });
    });
  const first = await next();
  if (!('ready' in first)) throw new Error('The server did not say where it listens.');
  return {
    ...first.ready,
    ask: async (question) => {
      const answer = next();
      child.send({ ask: question } satisfies Question);
      return ((await answer) as { answer: unknown }).answer;
    },
    stop: () => end(child, () => child.disconnect()),
  };
}
export const end = (child: ChildProcess, stop: () => void) =>
  new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.once('exit', () => done());
    stop();
  });

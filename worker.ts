/** The jobs in a process of their own: mails, reminders, freshness, keeping Meilisearch in step. For installations with DATABASE_URL. */
import './env.ts';
import { createServer } from 'node:http';
import { complainTo, logStatements, makeLog } from '#api/door/journal.ts';
import { readEnv, settingsOf } from '#api/env.ts';
import { connect } from '#prisma/database.ts';
import { StartupError } from '#prisma/migrate.ts';
import { expectFitting } from '#prisma/preflight.ts';
import { keepInStep } from '#search/create.ts';
import { startWorker } from './jobs/worker.ts';
import { addressesOf, prepare } from './migrate.ts';

/** For a health check alone: it answers while the process does. @throws StartupError where the port is taken */
async function answerHealth(port: number, host: string) {
  const server = createServer((_request, response) => response.end('{"status":"up"}'));
  await new Promise<void>((done, fail) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) =>
      fail(new StartupError(`The worker cannot answer health checks at port ${port} (${code ?? message}). Set WORKER_PORT to a free port, or leave it out.`)),
    );
    server.listen(port, host, done);
  });
  return server;
}

try {
  const env = readEnv();
  if (!env.DATABASE_URL) throw new StartupError('The worker needs DATABASE_URL. Without it, npm start does the jobs itself.');
  const addresses = addressesOf(env, env.DATABASE_URL);
  await expectFitting(addresses, console.log);
  await prepare(addresses, console.log);
  const { db, pool, close } = connect(addresses.direct ?? addresses.url, { applicationName: 'atrium-worker' });
  const log = makeLog(env.LOG_LEVEL);
  const complain = complainTo(log);
  logStatements(log, env.SLOW_STATEMENT_MS);
  const stopSync = keepInStep(db, { meiliUrl: env.MEILI_URL, meiliKey: env.MEILI_KEY }, complain);
  // Before it says that it runs: whoever starts it beside the application on one machine must not believe that it does.
  const health = env.WORKER_PORT === undefined ? null : await answerHealth(env.WORKER_PORT, env.HOST);
  const stopWorker = await startWorker({ db, pool, settings: settingsOf(env), report: complain });
  console.log('The worker is running (stop it with Ctrl-C)');
  const end = async () => {
    health?.close();
    await stopWorker();
    await stopSync();
    await close();
    process.exit(0);
  };
  process.once('SIGINT', () => void end());
  process.once('SIGTERM', () => void end());
} catch (error) {
  console.error(error instanceof StartupError ? error.message : error);
  process.exit(1);
}

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '#prisma/embedded.ts';
import { drill } from './drill.ts';

// npm run drill [-- --seconds 10 --readers 8 --writers 2 --only 'PostgreSQL is killed']
// Kills, holds up and refuses each part in turn while people read and write at two processes, and tells what they saw, what was
// lost, what was sent twice, and how long each took to come back. It makes a database of its own and leaves nothing behind.

const { values } = parseArgs({
  options: { seconds: { type: 'string' }, readers: { type: 'string' }, writers: { type: 'string' }, only: { type: 'string', multiple: true } },
});
const folder = await mkdtemp(join(tmpdir(), 'atrium-drill-database-'));
let server = await startEmbedded(folder, { max_connections: '120' });
const portOf = () => Number(new URL(server.url).port);
const url = server.url;
const load = loadavg().map((one) => one.toFixed(1));
console.log(`${cpus().length} processors; load before: ${load.join(', ')}.\n`);
console.log('| what happened | what people saw | seconds until all answered |\n| --- | --- | --- |');
try {
  const report = await drill({
    database: {
      url,
      stop: () => server.stop(),
      kill: async () => {
        const pid = Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
        const gone = server.exited;
        process.kill(pid, 'SIGKILL');
        await gone;
      },
      start: async () => {
        server = await startEmbedded(folder, { max_connections: '120' });
        return portOf();
      },
    },
    readers: Number(values.readers ?? 8),
    writers: Number(values.writers ?? 2),
    lasts: Number(values.seconds ?? 10) * 1000,
    ...(values.only ? { only: values.only } : {}),
    say: (line) => console.log(line),
  });
  const { saved, lostSaves, uploaded, lostUploads, mails, lostMails, twice, repeated, log, entries, errors } = report;
  console.log(`
Drafts: ${saved} acknowledged, ${lostSaves} lost. Uploads: ${uploaded} acknowledged, ${lostUploads} lost.
Mails: ${mails} written, ${lostMails} not received, ${twice} received twice, ${repeated} again under the same Message-ID.
The log ${log ? `does not fit: ${log}` : `fits: ${entries} entries`}.
Load after: ${loadavg()
    .map((one) => one.toFixed(1))
    .join(', ')}.`);
  if (errors.length > 0) console.log(`\nErrors in the logs of the serving processes:\n${errors.join('\n')}`);
  if (lostSaves + lostUploads + lostMails + twice > 0 || log) process.exitCode = 1;
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '#prisma/database.ts';
import { startEmbedded } from '#prisma/embedded.ts';
import { migrate } from '#prisma/migrate.ts';
import { createPostgresEngine } from '#search/postgres.ts';
import { refreshWords } from '#search/reindex.ts';
import { loadLibrary } from '#seed/load.ts';
import { fromTitles, judge, judgeTitles, type Judged, keysOf } from './judged.ts';

// How well the library alone is found, without times: `node bench/finding.ts [DATABASE_URL]`. Without an address in an
// embedded database of its own, which is removed at the end.

/** The sets of judged queries, and where each came from. */
const sets = { 'judged-queries': 'judged', 'judged-contents': 'contents (six languages, from the table of contents)' };

async function scores(url: string) {
  const { pool, close } = connect(url, { max: 2 });
  const engine = createPostgresEngine(url, { timeout: 30_000 });
  try {
    const keys = await keysOf(pool);
    for (const [file, name] of Object.entries(sets)) {
      const judged = JSON.parse(await readFile(new URL(`../search/${file}.json`, import.meta.url), 'utf8')) as Judged[];
      const { line, misses } = await judge(engine, judged, keys, name);
      console.log(line);
      for (const miss of misses) console.log(miss);
      if (file === 'judged-contents') {
        for (const language of new Set(judged.map((each) => each.class))) {
          const own = judged.filter((each) => each.class === language);
          console.log(`  ${(await judge(engine, own, keys, language)).line}`);
        }
      }
    }
    await judgeTitles(engine, await fromTitles(pool), keys);
  } finally {
    await engine.close();
    await close();
  }
}

const given = process.argv[2];
if (given) await scores(given);
else {
  const folder = await mkdtemp(join(tmpdir(), 'atrium-finding-'));
  const server = await startEmbedded(folder);
  try {
    const { db, pool, close } = connect(server.url, { max: 4 });
    await migrate(pool);
    await loadLibrary(db);
    await refreshWords(db);
    await close();
    await scores(server.url);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

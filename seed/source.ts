/** Loads the text of the report into this installation, so that citations open the very paragraph. `npm run source:load -- FILE` runs it. */
import { readFileSync } from 'node:fs';
import { readEnv } from '#api/env.ts';
import { REPORT } from '#prisma/content/shared.ts';
import { connect, type Database } from '#prisma/database.ts';
import { startEmbedded } from '#prisma/embedded.ts';
import { appendLog } from '#prisma/log.ts';
import { StartupError } from '#prisma/migrate.ts';
import { indexOf, misses, type Paragraph, paragraphsOf, UnreadableReport } from './report.ts';

/** How many references the report's index has; fewer mean that the index was not read as a whole. */
const REFERENCES = 232;

/**
 * Takes the report apart and proves the result on the report's own index: every paragraph that it names must mention what
 * it is named for.
 * @throws UnreadableReport saying what does not hold
 */
export function provenParagraphs(report: string): { paragraphs: Paragraph[]; references: number } {
  const paragraphs = paragraphsOf(report);
  const empty = paragraphs.filter(({ text }) => text === '');
  if (empty.length > 0) throw new UnreadableReport(`Paragraph ${empty[0]?.number} has no text. The file is damaged there.`);
  const references = indexOf(report).length;
  if (references < REFERENCES)
    throw new UnreadableReport(
      `Only ${references} of the ${REFERENCES} references of the report's index were found. The file is not the whole text of JIU/REP/2020/7.`,
    );
  const missed = misses(report, paragraphs);
  if (missed.length > 0) {
    const shown = missed.slice(0, 5).map(({ entity, paragraph }) => `${entity} in paragraph ${paragraph}`);
    throw new UnreadableReport(
      `The paragraphs do not agree with the report's index: ${shown.join(', ')}${missed.length > 5 ? ` and ${missed.length - 5} more` : ''} not found. Nothing was loaded.`,
    );
  }
  return { paragraphs, references };
}

/** Puts the paragraphs into the database, in place of those loaded before. Loading twice changes nothing. */
export async function storeParagraphs(db: Database, paragraphs: readonly Paragraph[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const source = await trx.selectFrom('record').select('id').where('kind', '=', 'SOURCE').where('sourceKey', '=', REPORT).executeTakeFirst();
    if (!source) throw new StartupError('The library is not in this database yet. Start Atrium once (npm start), stop it, then load the text.');
    await trx.deleteFrom('paragraph').where('sourceId', '=', source.id).execute();
    await trx
      .insertInto('paragraph')
      .values(paragraphs.map(({ number, text }) => ({ sourceId: source.id, number, text })))
      .execute();
    await appendLog(trx, [{ kind: 'PARAGRAPHS_LOADED', body: { subject: source.id, source: REPORT } }]);
  });
}

/** Reads the file, proves it, and stores it in the database of the settings. */
async function load(file: string | undefined): Promise<void> {
  if (!file) throw new StartupError('Name the file with the text of the report: npm run source:load -- report.txt');
  let report: string;
  try {
    report = readFileSync(file, 'utf8');
  } catch (error) {
    throw new StartupError(`The file ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  const { paragraphs, references } = provenParagraphs(report);
  console.log(`Found ${paragraphs.length} paragraphs; all ${references} references of the report's index hold.`);
  const env = readEnv();
  const server = env.DATABASE_URL ? null : await startEmbedded(env.dataDir);
  const { db, close } = connect(env.DATABASE_MIGRATION_URL ?? env.DATABASE_URL ?? (server?.url as string), { max: 1 });
  try {
    await storeParagraphs(db, paragraphs);
    console.log('Loaded the text. Citations now open their paragraph beside the statement.');
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '42P01') throw new StartupError('The library is not in this database yet. Start Atrium once (npm start), stop it, then load the text.');
    if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') throw new StartupError(`The database does not answer (${code}). Start it, or correct DATABASE_URL.`);
    throw error;
  } finally {
    await close();
    await server?.stop();
  }
}

if (import.meta.main) {
  await load(process.argv[2]).catch((error: unknown) => {
    console.error(error instanceof StartupError || error instanceof UnreadableReport ? error.message : error);
    process.exitCode = 1;
  });
}

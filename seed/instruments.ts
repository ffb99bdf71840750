import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { sql } from 'kysely';
import { parse } from 'yaml';
import { sentence } from '#i18n/sentence.ts';
import type { Trx } from '#prisma/database.ts';
import { hashOf } from '#prisma/hash.ts';
import { appendLog } from '#prisma/log.ts';
import { checkEdition } from '#prisma/instrument/check.ts';
import type { Instrument } from '#prisma/instrument/instrument.ts';
import { type Fault, seedFolder } from './files.ts';

export type SeedEdition = { file: string; edition: Instrument };

/** Reads the editions that the library brings along, each checked: no open path, no rule that cannot be reached. */
export async function readEditions(root = seedFolder): Promise<{ editions: SeedEdition[]; faults: Fault[] }> {
  const editions: SeedEdition[] = [];
  const faults: Fault[] = [];
  const folder = join(root, 'instruments');
  for (const name of (await readdir(folder).catch(() => [])).filter((one) => one.endsWith('.yaml')).sort()) {
    const file = relative(root, join(folder, name));
    const checked = checkEdition(parse(await readFile(join(folder, name), 'utf8')));
    if (checked.edition) editions.push({ file, edition: checked.edition });
    for (const fault of checked.faults) faults.push({ file, line: null, record: name, field: fault.path, message: sentence(fault) });
  }
  return { editions, faults };
}

/**
 * Writes the editions that are not there yet. One that is there never changes: a file that says otherwise is a fault, and
 * what is better is a new edition.
 * @returns faults, by file
 */
export async function writeEditions(trx: Trx, editions: readonly SeedEdition[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { file, edition } of editions) {
    const hash = hashOf(edition);
    const { rows } = await sql<{ added: string | null; hash: string }>`
      WITH added AS (
        INSERT INTO instrument_edition (instrument, edition, title, content, hash, published_at)
        VALUES (${edition.instrument}, ${edition.edition}, ${edition.title}, ${JSON.stringify(edition)}::jsonb, ${hash}, now()) ON CONFLICT DO NOTHING RETURNING id, hash)
      SELECT id AS added, hash FROM added UNION ALL SELECT NULL, hash FROM instrument_edition WHERE instrument = ${edition.instrument} AND edition = ${edition.edition}`.execute(
      trx,
    );
    if (rows[0]?.added) await appendLog(trx, [{ kind: 'EDITION_PUBLISHED', body: { subject: rows[0].added } }]);
    if (rows[0] && rows[0].hash !== hash)
      faults.push({
        file,
        line: null,
        record: edition.instrument,
        field: 'edition',
        message: `edition ${edition.edition} is published and never changes: give what is new another edition`,
      });
  }
  return faults;
}

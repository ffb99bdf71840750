import { writeFileSync } from 'node:fs';
import { readEnv } from '#api/env.ts';
import { Facets } from '#api/records/facets.ts';
import { QueryBatch } from '#api/records/query-batch.ts';
import { writeInThread } from '#api/uptake/documents/writer.ts';
import { readYear } from '#api/yearly/content.ts';
import { yearDocx } from '#api/yearly/docx.ts';
import { StartupError } from '#prisma/startup-error.ts';
import { command, fileFault } from '../log/command.ts';
import { withDatabase } from '../log/database.ts';

// npm run report -- YEAR [FILE]    writes "Blockchain in the United Nations system, YEAR" as DOCX, from what everybody may see

await command(async () => {
  const [asked = '', file = `report-${asked}.docx`] = process.argv.slice(2);
  const report = /^\d{4}$/.test(asked) ? await withDatabase((db) => readYear({ reads: new QueryBatch(db), facets: new Facets(db) }, Number(asked))) : null;
  if (!report) throw new StartupError('Name a year that has begun, from 2009 on: npm run report -- 2026');
  const written = await writeInThread(true, yearDocx(report, readEnv().baseUrl));
  try {
    writeFileSync(file, written);
  } catch (error) {
    throw fileFault('write', file, error);
  }
  console.log(`Wrote ${report.title} to ${file}.`);
});

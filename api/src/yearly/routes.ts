import type { FastifyInstance } from 'fastify';
import { libraryState } from '#prisma/library-state.ts';
import { why } from '#i18n/fault.ts';
import type { Services } from '../context.ts';
import { fault } from '../faults.ts';
import { QueryBatch } from '../records/query-batch.ts';
import { KeptDocuments } from '../uptake/documents/kept.ts';
import { inTurn } from '../uptake/documents/turns.ts';
import { writeInThread } from '../uptake/documents/writer.ts';
import { utcToday } from '../uptake/state.ts';
import { readYear } from './content.ts';
import { yearDocx } from './docx.ts';

/** Adds `/reports/<year>.docx`: the report of a year as a document, the same for everybody. */
export function addYearDocument(app: FastifyInstance, { db, facets }: Services, { baseUrl }: { baseUrl: string }): void {
  const kept = new KeptDocuments();
  app.get('/reports/:year(^\\d{4}).docx', async (request, reply) => {
    const year = Number((request.params as { year: string }).year);
    const report = await readYear({ reads: new QueryBatch(db), facets }, year);
    if (!report) throw fault(404, { why: why('NO_YEAR') });
    const written = await kept.get(JSON.stringify([year, utcToday(), await libraryState(db)]), () =>
      inTurn(true, async () => ({ name: `report-${year}`, body: await writeInThread(true, yearDocx(report, baseUrl)) })),
    );
    return reply
      .header('content-type', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
      .header('cache-control', 'public, max-age=60')
      .header('content-disposition', `attachment; filename="report-${year}.docx"`)
      .send(written?.body);
  });
}

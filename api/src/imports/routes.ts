import type { FastifyInstance } from 'fastify';
import { kinds } from '#prisma/content/kinds.ts';
import { csvText } from '../sheets/csv.ts';
import { inTurn } from '../uptake/documents/turns.ts';
import { writeInThread } from '../uptake/documents/writer.ts';
import { importKinds, templateHeads } from './fields.ts';

/** Adds `/imports/<noun>.csv` and `.xlsx`: an empty table with the headings of an import, from the definition of the form. */
export function addImportTemplates(app: FastifyInstance): void {
  for (const kind of importKinds) {
    const noun = kinds[kind].path.slice(1);
    const heads = templateHeads(kind);
    app.get(`/imports/${noun}.csv`, (_request, reply) =>
      reply
        .header('content-type', 'text/csv; charset=utf-8; header=present')
        .header('content-disposition', `attachment; filename="atrium-${noun}-template.csv"`)
        .send(csvText([heads.map(({ head }) => head)], true)),
    );
    app.get(`/imports/${noun}.xlsx`, async (_request, reply) => {
      const cell = ({ head, needed }: (typeof heads)[number]) => ({ value: head, type: 'String' as const, fontWeight: needed ? 'bold' : undefined });
      const body = await inTurn(true, () =>
        writeInThread(true, {
          kind: 'xlsx',
          page: '',
          sheets: [{ sheet: noun, data: [heads.map(cell)], columns: heads.map(({ head }) => ({ width: Math.max(14, head.length + 4) })) }],
        }),
      );
      return reply
        .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename="atrium-${noun}-template.xlsx"`)
        .send(body);
    });
  }
}

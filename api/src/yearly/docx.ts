import { heading, paragraph } from '../uptake/documents/docx.ts';
import type { Block, Docx } from '../uptake/documents/writing.ts';
import type { YearReport } from './content.ts';

/** The report of a year as a document; each figure stands with the address of the list that it counts. */
export function yearDocx({ title, basis, sections }: YearReport, baseUrl: string): Docx {
  const whole = (url: string) => new URL(url, baseUrl).href;
  const blocks: Block[] = [
    heading(title, 1),
    paragraph(basis),
    ...sections.flatMap(({ title: name, sentences, table }): Block[] => [
      heading(name, 2),
      ...sentences.map(({ text, figure }) => paragraph(figure ? `${text} ${whole(figure.url)}` : text)),
      ...(table
        ? [
            {
              caption: table.title,
              rows: [
                [...table.columns, 'Entries'],
                ...table.rows.map(({ label, figures, change }) => [
                  label,
                  ...figures.map(({ count }) => String(count)),
                  ...(change === null ? [] : [change > 0 ? `+${change}` : String(change)]),
                  figures.map(({ url }) => whole(url)).join('\n'),
                ]),
              ],
              widths: [3, ...table.columns.slice(1).map(() => 1.5), 7],
              small: true,
            },
          ]
        : []),
    ]),
  ];
  return { kind: 'docx', title, footer: title, mark: null, blocks };
}

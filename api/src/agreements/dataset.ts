import { sql } from 'kysely';
import { addressOf } from '#prisma/content/kinds.ts';
import type { CellValue } from '#prisma/content/field.ts';
import { libraryState } from '#prisma/library-state.ts';
import type { Viewer } from '#search/engine.ts';
import type { Services } from '../context.ts';
import type { Dataset } from '../export/dataset.ts';
import { utcToday } from '../uptake/state.ts';
import { readAgreementFilter } from './address.ts';
import { type AgreementRow, ceilingLeft, daysLeft, validityOn } from './agreement.ts';
import { allAgreements } from './list.ts';

/** The columns of the file: head, width in characters, and what stands in it. */
export const agreementCells: readonly [head: string, width: number, cell: (row: AgreementRow, baseUrl: string) => CellValue][] = [
  ['Number', 18, ({ number }) => number],
  ['Title', 40, ({ title }) => title],
  ['Address', 40, ({ id }, baseUrl) => `${baseUrl}/agreements/${id}`],
  ['Holder', 14, ({ holderName }) => holderName],
  ['Vendor', 30, ({ vendorTitle }) => vendorTitle],
  ['Address of the vendor', 40, ({ vendorLive, vendorSlug }, baseUrl) => (vendorLive ? baseUrl + addressOf('VENDOR', vendorSlug) : null)],
  ['Scope', 60, ({ scope }) => scope],
  ['UNSPSC', 20, ({ unspsc }) => unspsc],
  ['From', 12, ({ startsOn }) => startsOn],
  ['Until', 12, ({ endsOn }) => endsOn],
  ['Validity', 10, (row) => validityOn(row, row.at)],
  ['Days left', 10, (row) => daysLeft(row, row.at)],
  ['Ceiling', 14, ({ ceiling }) => ceiling],
  ['Currency', 10, ({ currency }) => currency],
  ['Drawn', 14, ({ drawn }) => drawn],
  ['Drawn up to', 12, ({ drawnOn }) => drawnOn],
  ['Ceiling left', 14, (row) => ceilingLeft(row)],
  ['How one orders', 40, ({ callOff }) => callOff],
  ['Use by others', 14, ({ use }) => use],
  ['How others use it', 40, ({ useTerms }) => useTerms],
  ['Contact', 30, ({ contact }) => contact],
  [
    'Document',
    40,
    ({ documentAddress, documentFile, documentLabel }, baseUrl) => documentAddress ?? (documentFile ? `${baseUrl}/files/${documentFile}` : documentLabel),
  ],
  ['Source', 40, ({ source }) => source],
  ['Terms as of', 12, ({ at }) => at],
  ['Version', 8, ({ version }) => version],
  ['Seen by', 12, ({ audience }) => audience],
  ['Demonstration', 12, ({ demo }) => (demo ? 'made up' : null)],
];

/** Agreements as a file: one row each, under the filter and in the order of an address, as far as the viewer sees them. */
export async function agreementDataset({ db }: Services, viewer: Viewer, query: URLSearchParams, baseUrl: string): Promise<Dataset> {
  const { filter, orderBy, ignored } = readAgreementFilter(query);
  const [state, { rows: last }] = await Promise.all([
    libraryState(db),
    sql<{ at: Date | null }>`SELECT max(t.written_at) AS at FROM agreement_version t`.execute(db),
  ]);
  return {
    heads: agreementCells.map(([head, width]) => ({ head, width })),
    // Of what is not for this viewer nothing is told, not even when it was written: the day says enough.
    asOf: new Date(`${(last[0]?.at ?? new Date(0)).toISOString().slice(0, 10)}T00:00:00Z`),
    // What is left of a period is another thing on another day.
    state: `${state} ${utcToday()}`,
    ignored,
    open: async () => {
      const found = await allAgreements(db, viewer, filter, orderBy);
      return {
        total: found.total,
        ids: () => [],
        rows: async function* () {
          for await (const { vendorId: _, ...row } of found.rows())
            yield {
              cells: agreementCells.map(([, , cell]) => cell({ ...row, vendorId: '' }, baseUrl)),
              json: { ...row, validity: validityOn(row, row.at), daysLeft: daysLeft(row, row.at), ceilingLeft: ceilingLeft(row) },
            };
        },
      };
    },
  };
}

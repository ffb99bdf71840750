import type { ReactNode } from 'react';
import type { CountsPartsFragment } from '../graphql/graphql.ts';
import { useSite } from '../ui/site.tsx';
import { Figure } from './matrix-table.tsx';

/** The columns of figures, each with the filter that opens what it counts. */
export const figures = [
  ['addressed', {}],
  ['noInformation', { status: 'NO_INFORMATION' }],
  ['underConsideration', { status: 'UNDER_CONSIDERATION' }],
  ['notAccepted', { status: 'NOT_ACCEPTED' }],
  ['notRelevant', { status: 'NOT_RELEVANT' }],
  ['accepted', { accepted: 'true' }],
  ['notStarted', { status: 'NOT_STARTED' }],
  ['inProgress', { status: 'IN_PROGRESS' }],
  ['implemented', { status: 'IMPLEMENTED' }],
  ['overdue', { overdue: 'true' }],
  ['longOutstanding', { longOutstanding: 'true' }],
] as const satisfies readonly (readonly [keyof CountsPartsFragment, Record<string, string>])[];

export type CountsRow = {
  key: string;
  label: ReactNode;
  counts: CountsPartsFragment;
  /** The address of the actions behind a figure; null where no single list holds them. */
  behind: ((filter: Record<string, string>) => string) | null;
};

/** The sums of the rows, counted here and not taken from the answer: a second way to the same figures. */
export const sumOf = (rows: CountsRow[], field: (typeof figures)[number][0]) => rows.reduce((sum, row) => sum + row.counts[field], 0);

/** Rows of figures with both rates; the last line is the sum where rows can be added up. */
export function CountsTable({ caption, head, rows, total }: { caption: string; head: string; rows: CountsRow[]; total?: CountsRow | null }) {
  const { t } = useSite();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label={caption}>
      <table className="data uptake-counts">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {figures.map(([field]) => (
              <th key={field} scope="col">
                {t(`uptake.counts.${field}`)}
              </th>
            ))}
            <th scope="col">{t('uptake.counts.acceptanceRate')}</th>
            <th scope="col">{t('uptake.counts.implementationRate')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.key} row={row} />
          ))}
        </tbody>
        {total && (
          <tfoot>
            <Line row={total} />
          </tfoot>
        )}
      </table>
    </section>
  );
}

function Line({ row }: { row: CountsRow }) {
  const { t, format } = useSite();
  return (
    <tr>
      <th scope="row">{row.label}</th>
      {figures.map(([field, filter]) => (
        <td key={field} data-label={t(`uptake.counts.${field}`)} className={row.counts[field] === 0 && field !== 'addressed' ? 'nought' : undefined}>
          {row.behind ? <Figure value={row.counts[field]} url={row.behind(filter)} /> : format.number(row.counts[field])}
        </td>
      ))}
      <td data-label={t('uptake.counts.acceptanceRate')} className={row.counts.acceptanceRate.denominator === 0 ? 'nought' : undefined}>
        <RateCell rate={row.counts.acceptanceRate} />
      </td>
      <td data-label={t('uptake.counts.implementationRate')} className={row.counts.implementationRate.denominator === 0 ? 'nought' : undefined}>
        <RateCell rate={row.counts.implementationRate} />
      </td>
    </tr>
  );
}

/** A share, never without its numerator and denominator. */
export function RateCell({ rate: { numerator, denominator, percent } }: { rate: CountsPartsFragment['acceptanceRate'] }) {
  const { t, format } = useSite();
  return (
    <span className="uptake-rate">
      {percent === null || percent === undefined ? '–' : t('uptake.rate', { percent: format.number(percent) })}{' '}
      <span className="quiet small">{t('uptake.rateOf', { numerator: format.number(numerator), denominator: format.number(denominator) })}</span>
    </span>
  );
}

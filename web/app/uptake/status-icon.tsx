import type { ReactNode } from 'react';
import type { CellPartsFragment, UptakeStatus } from '../graphql/graphql.ts';
import type { Site } from '../ui/site.tsx';
import { useSite } from '../ui/site.tsx';
import { statuses } from './values.ts';

/** The shape of each state: filled as far as it is carried out, crossed where it is refused, a dot where nothing is known. */
const shapes: Record<UptakeStatus, ReactNode> = {
  IMPLEMENTED: <circle className="um-fill" cx="7" cy="7" r="6" />,
  IN_PROGRESS: (
    <>
      <circle className="um-line" cx="7" cy="7" r="5.25" />
      <path className="um-fill" d="M7 1a6 6 0 0 1 0 12z" />
    </>
  ),
  NOT_STARTED: <circle className="um-line" cx="7" cy="7" r="5.25" />,
  UNDER_CONSIDERATION: <path className="um-line" d="M7 1l6 6-6 6-6-6z" />,
  NOT_ACCEPTED: <path className="um-line" d="M2 2l10 10M12 2L2 12" />,
  NOT_RELEVANT: <path className="um-line" d="M1.75 1.75h10.5v10.5H1.75zM12 2L2 12" />,
  NO_INFORMATION: <circle className="um-fill" cx="7" cy="7" r="1.75" />,
};

export function StatusIcon({ status }: { status: UptakeStatus }) {
  return (
    <svg className="um" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      {shapes[status]}
    </svg>
  );
}

type Marked = Pick<CellPartsFragment, 'status' | 'overdue' | 'overdueDays' | 'standing' | 'judgement' | 'priority' | 'demo' | 'doubtful'>;

/**
 * The further marks of a cell: their signs in the table, in the order of the legend. "Long outstanding" is none of them: it
 * is so for every open cell of a report or for none, and the table says it once.
 */
export const flags = [
  { key: 'doubtful', sign: '?', is: (cell: Marked) => cell.doubtful },
  { key: 'demo', sign: 'D', is: (cell: Marked) => cell.demo },
  { key: 'unconfirmed', sign: 'u', is: (cell: Marked) => cell.standing === 'UNCONFIRMED' },
  { key: 'document', sign: 'd', is: (cell: Marked) => cell.standing === 'DOCUMENT' },
  { key: 'unopposed', sign: 'o', is: (cell: Marked) => cell.standing === 'UNOPPOSED' },
  { key: 'VERIFIED', sign: '✓', is: (cell: Marked) => cell.judgement === 'VERIFIED' },
  { key: 'EVIDENCE_INSUFFICIENT', sign: '≠', is: (cell: Marked) => cell.judgement === 'EVIDENCE_INSUFFICIENT' },
  { key: 'CLOSED', sign: '■', is: (cell: Marked) => cell.judgement === 'CLOSED' },
  { key: 'priority', sign: '*', is: (cell: Marked) => cell.priority },
  { key: 'overdue', sign: '!', is: (cell: Marked) => cell.overdue },
] as const;

/** The further marks in words: ["overdue for 320 days", "demonstration"]. */
export const flagWords = ({ t, format }: Pick<Site, 't' | 'format'>, cell: Marked): string[] =>
  flags
    .filter(({ is }) => is(cell))
    .map(({ key }) =>
      key === 'overdue' ? t('uptake.flag.overdueFor', { count: cell.overdueDays, days: format.number(cell.overdueDays) }) : t(`uptake.flag.${key}`),
    );

/** A state in words with its shape: what stands wherever there is room for words. */
export function State({ cell }: { cell: Marked }) {
  const site = useSite();
  const words = flagWords(site, cell);
  return (
    <span className="uptake-state">
      <StatusIcon status={cell.status} />
      <span>
        <span className="together">{site.t(`uptake.status.${cell.status}`)}</span>
        {words.length > 0 && <span className="quiet small"> {words.join(', ')}</span>}
      </span>
    </span>
  );
}

/** What shapes, letters and signs mean; always in access beside a table of cells. */
export function Legend() {
  const { t } = useSite();
  return (
    <section className="uptake-legend" aria-labelledby="legend">
      <h2 id="legend">{t('uptake.legend.title')}</h2>
      <h3>{t('uptake.legend.state')}</h3>
      <ul className="plain">
        {statuses.map((status) => (
          <li key={status}>
            <span className={`uptake-swatch cell-${status}`}>
              <StatusIcon status={status} /> <b>{t(`uptake.letter.${status}`)}</b>
            </span>{' '}
            {t(`uptake.status.${status}`)}
          </li>
        ))}
      </ul>
      <h3>{t('uptake.legend.marks')}</h3>
      <ul className="plain">
        {flags.map(({ key, sign }) => (
          <li key={key}>
            <b className="uptake-sign">{sign}</b> {t(`uptake.legend.${key}`)}
          </li>
        ))}
      </ul>
      <p>{t('uptake.legend.LE')}</p>
      <p>{t('uptake.legend.none')}</p>
    </section>
  );
}

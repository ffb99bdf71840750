import type { CandidatePartsFragment } from '../graphql/graphql.ts';
import { useSite } from '../ui/site.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';

/** Candidates, each with its two names, the score and where it stands. */
export function Candidates({ candidates, caption, ofVendor = false }: { candidates: readonly CandidatePartsFragment[]; caption: string; ofVendor?: boolean }) {
  const { t, format } = useSite();
  const columns = t('screening.columns', { returnObjects: true });
  return (
    <ResponsiveTable
      caption={caption}
      columns={[columns.names, ...(ofVendor ? [] : [columns.vendor]), columns.list, columns.score, columns.state]}
      rows={candidates.map((one) => ({
        key: one.id,
        cells: [
          <a key="names" href={`/screening/${one.id}`}>
            {t('screening.pair', { vendor: one.vendorName, listed: one.listedName })}
          </a>,
          ...(ofVendor
            ? []
            : [
                <a key="vendor" href={one.vendor.url}>
                  {one.vendor.title}
                </a>,
              ]),
          `${t('screening.listOf', { name: one.listName, day: format.date(one.listedOn) })}, ${one.entryKey}`,
          format.percent(one.score),
          <State key="state" candidate={one} />,
        ],
      }))}
    />
  );
}

/** Where a candidate stands, and who said so when. */
function State({ candidate: { state, decisions, current } }: { candidate: CandidatePartsFragment }) {
  const { t, format } = useSite();
  const last = decisions[0];
  return (
    <>
      {t(`screening.state.${state}`)}
      {!current && ` (${t('screening.gone')})`}
      {last && state !== 'OPEN' && (
        <span className="quiet small">
          {' '}
          {t(state === 'CHANGED' ? 'screening.was' : 'screening.by', {
            answer: t(`screening.state.${last.answer}`),
            name: last.name ?? t('screening.somebody'),
            day: format.date(last.decidedAt.slice(0, 10)),
          })}
        </span>
      )}
    </>
  );
}

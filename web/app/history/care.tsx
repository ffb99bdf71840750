import type { CarePartsFragment } from '../graphql/graphql.ts';
import { QuietFacts } from '../ui/rows.tsx';
import { useSite } from '../ui/site.tsx';

/** The line below a record that says how old it is, and leads to its history and to proposing a change. */
export function RecordCare({ record }: { record: CarePartsFragment & { url: string } }) {
  const { t, format } = useSite();
  const { freshness } = record;
  const day = (iso: string) => format.date(iso.slice(0, 10));
  return (
    <section className="section record-care" aria-label={t('contributions.care.label')}>
      {freshness && (
        <p className={freshness.past ? 'unsure' : 'quiet small'}>
          {freshness.past
            ? t('contributions.care.past', { date: day(freshness.verifyBy), count: freshness.daysPast })
            : `${freshness.verifiedAt ? t('contributions.care.verified', { date: day(freshness.verifiedAt) }) : t('contributions.care.fromLibrary')} ${t('contributions.care.verify', { date: day(freshness.verifyBy) })}`}
        </p>
      )}
      <QuietFacts
        items={[
          <a key="history" href={`${record.url}/history`}>
            {t('contributions.care.history')}
          </a>,
          record.viewerCanEdit && (
            <a key="change" href={`${record.url}/edit`}>
              {t('contributions.care.change')}
            </a>
          ),
        ]}
      />
    </section>
  );
}

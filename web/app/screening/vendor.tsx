import type { VendorPageQuery } from '../graphql/graphql.ts';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Candidates } from './candidates.tsx';

type Vendor = Pick<NonNullable<VendorPageQuery['vendor']>, 'viewerCanScreen' | 'screenings' | 'screeningCandidates' | 'title'>;

/** What a vendor was compared with, when and by whom: for those who may know, and never "cleared". */
export function VendorScreening({ vendor: { viewerCanScreen, screenings, screeningCandidates, title } }: { vendor: Vendor }) {
  const { t, format } = useSite();
  if (!viewerCanScreen) return null;
  return (
    <Section id="screening" title={t('screening.ofVendor')}>
      {screenings.length === 0 && <p>{t('screening.notChecked')}</p>}
      {screenings.map((one) => {
        const of = screeningCandidates.filter((candidate) => candidate.listName === one.listName);
        return (
          <div key={one.listName}>
            <p>
              {t(one.by ? 'screening.againstBy' : 'screening.against', {
                list: t('screening.listOf', { name: one.listName, day: format.date(one.listedOn) }),
                day: format.date(one.checkedAt.slice(0, 10)),
                name: one.by ?? '',
              })}{' '}
              {t('screening.matches', { count: one.found })}
              {one.synthetic && ` ${t('screening.synthetic')}`}
              {one.namesChanged && ` ${t('screening.namesChanged')}`}
              {one.withdrawnAt && ` ${t('screening.listWithdrawn', { day: format.date(one.withdrawnAt.slice(0, 10)) })}`}
              {one.newerList && ` ${t('screening.newerList', { day: format.date(one.newerList) })}`}
            </p>
            {of.length > 0 && <Candidates candidates={of} caption={t('screening.vendorCaption', { title })} ofVendor />}
          </div>
        );
      })}
      <p className="quiet small">
        {t('screening.never')} <a href="/screening">{t('screening.title')}</a>
      </p>
    </Section>
  );
}

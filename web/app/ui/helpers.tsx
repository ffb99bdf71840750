import { Trans } from 'react-i18next';
import type { HelperPartsFragment } from '../graphql/graphql.ts';
import { AsideList } from './aside-list.tsx';
import { type Site, useSite } from './site.tsx';
import { word } from './vocabulary.ts';

/** A reason says why in one breath: so many of them. */
const REASONS = 3;

function reasonOf({ t, format }: Site, { kind, value }: HelperPartsFragment['reasons'][number]): string {
  const shown = value === null || value === undefined ? '' : kind === 'SECTOR' ? word(t, 'sector', value) : kind === 'COUNTRY' ? format.country(value) : value;
  return t(`professionals.reason.${kind}`, { value: shown });
}

/** People of the pool who could help with the entry beside which it stands, each with the reasons. Nothing where there are none. */
export function Helpers({ helpers }: { helpers: readonly HelperPartsFragment[] }) {
  const site = useSite();
  const { t, i18n } = site;
  return (
    <AsideList
      id="helpers"
      title={t('professionals.helpers')}
      items={helpers.map(({ url, name, organizations, reasons }) => ({
        url,
        title: name,
        more: [organizations.map(({ shortName }) => shortName).join(', '), ...reasons.slice(0, REASONS).map((reason) => reasonOf(site, reason))]
          .filter(Boolean)
          .join('; '),
      }))}
    >
      <p className="aside-why">
        <Trans i18n={i18n} t={t} i18nKey="professionals.helpersWhy" components={{ x: <a href="/people">{null}</a> }} />
      </p>
    </AsideList>
  );
}

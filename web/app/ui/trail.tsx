import { Breadcrumbs } from './breadcrumbs.tsx';
import { useSite } from './site.tsx';

/** The way to a page that stands right below the start page, or below a section of the site. */
export function Trail({ below }: { below?: 'uptake' | 'decide' }) {
  const { t } = useSite();
  return <Breadcrumbs items={[{ label: t('site.name'), url: '/' }, ...(below ? [{ label: t(`nav.${below}`), url: `/${below}` }] : [])]} />;
}

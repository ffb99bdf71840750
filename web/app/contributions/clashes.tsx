import { useSite } from '../ui/site.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import type { Stale } from './answer.ts';
import { fieldName } from './field-words.ts';
import { Shown } from './shown.tsx';
import type { Kind } from './spec.ts';

/** The fields of a draft that two people changed differently, both texts side by side. */
export function Clashes({ url, kind, stale }: { url: string; kind: Kind; stale: Stale }) {
  const { t } = useSite();
  return (
    <section className="entry-notice" role="alert" aria-labelledby="stale-title">
      <h2 id="stale-title">{t('contributions.stale.title')}</h2>
      <p>{t('contributions.stale.lead')}</p>
      <ClashTable kind={kind} clashes={stale.clashes} theirs={t('contributions.stale.theirs')} links />
      <p>
        <a href={url}>{t('contributions.stale.keepTheirs')}</a> · <a href={`${url}/saves`}>{t('contributions.saves.title')}</a>
      </p>
    </section>
  );
}

/** Both texts of each field, side by side. @param theirs what the other one's are called; `links` where the form is on the page */
export function ClashTable({
  kind,
  clashes,
  theirs: heading,
  yours: mine,
  links,
}: {
  kind: Kind;
  clashes: Stale['clashes'];
  theirs: string;
  yours?: string;
  links: boolean;
}) {
  const { t } = useSite();
  const last = (path: string) => path.split('.').findLast((name) => !/^\d+$/.test(name)) ?? '';
  return (
    <ResponsiveTable
      caption={<span className="hidden">{t('contributions.stale.title')}</span>}
      columns={[t('contributions.stale.field'), heading, mine ?? t('contributions.stale.yours')]}
      rows={clashes.map(({ path, theirs, yours }) => {
        const name = fieldName(t, kind, path) || path;
        return {
          key: path,
          cells: [
            links ? (
              <a key="field" href={`#${path}`}>
                {name}
              </a>
            ) : (
              name
            ),
            <Shown key="theirs" value={theirs} name={last(path)} none={t('contributions.stale.takenOut')} />,
            <Shown key="yours" value={yours} name={last(path)} none={t('contributions.stale.takenOut')} />,
          ],
        };
      })}
    />
  );
}

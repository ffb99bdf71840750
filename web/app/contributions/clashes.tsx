import { useSite } from '../ui/site.tsx';
import { ToldTable } from '../ui/told-table.tsx';
import type { Stale } from './answer.ts';
import { fieldName } from './fields.tsx';
import { Shown } from './shown.tsx';
import type { Kind } from './spec.ts';

/** The fields of a draft that two people changed differently, both texts side by side. */
export function Clashes({ url, kind, stale }: { url: string; kind: Kind; stale: Stale }) {
  const { t } = useSite();
  const last = (path: string) => path.split('.').findLast((name) => !/^\d+$/.test(name)) ?? '';
  return (
    <section className="entry-notice" role="alert" aria-labelledby="stale-title">
      <h2 id="stale-title">{t('contributions.stale.title')}</h2>
      <p>{t('contributions.stale.lead')}</p>
      <ToldTable
        caption={<span className="hidden">{t('contributions.stale.title')}</span>}
        columns={[t('contributions.stale.field'), t('contributions.stale.theirs'), t('contributions.stale.yours')]}
        rows={stale.clashes.map(({ path, theirs, yours }) => ({
          key: path,
          cells: [
            <a key="field" href={`#${path}`}>
              {fieldName(t, kind, path) || path}
            </a>,
            <Shown key="theirs" value={theirs} name={last(path)} none={t('contributions.stale.takenOut')} />,
            <Shown key="yours" value={yours} name={last(path)} none={t('contributions.stale.takenOut')} />,
          ],
        }))}
      />
      <p>
        <a href={url}>{t('contributions.stale.keepTheirs')}</a> · <a href={`${url}/saves`}>{t('contributions.saves.title')}</a>
      </p>
    </section>
  );
}

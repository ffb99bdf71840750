import { Trans } from 'react-i18next';
import type { CountsPartsFragment } from '../graphql/graphql.ts';
import { useSite } from '../ui/site.tsx';

type Props = {
  counts: CountsPartsFragment;
  /** Whether demonstration data is in it, which the sentence then says. */
  demo: boolean;
  columns: readonly { counts: Pick<CountsPartsFragment, 'addressed' | 'noInformation'> }[];
};

/** What has been taken up and by how many, in one sentence: the first thing to read of a table. */
export function UptakeFigure({ counts, columns, demo }: Props) {
  const { t, i18n, format } = useSite();
  const asked = columns.filter((column) => column.counts.addressed > 0);
  const reporting = asked.filter((column) => column.counts.noInformation < column.counts.addressed).length;
  return (
    <p className="uptake-figure">
      <Trans
        i18n={i18n}
        t={t}
        i18nKey={reporting === 0 ? 'uptake.figure.none' : 'uptake.figure.some'}
        values={{
          addressed: format.number(counts.addressed),
          accepted: format.number(counts.accepted),
          implemented: format.number(counts.implemented),
          reporting: format.number(reporting),
          organizations: format.number(asked.length),
        }}
        components={{ b: <b>{null}</b> }}
      />
      {demo && <span className="small quiet"> {t('uptake.figure.demo')}</span>}
    </p>
  );
}

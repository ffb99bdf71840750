import type { ReactNode } from 'react';
import type { DifferencePartsFragment } from '../graphql/graphql.ts';
import { useSite } from '../ui/site.tsx';
import { fieldOf, Shown } from './shown.tsx';

type Props = {
  caption: string;
  differences: readonly DifferencePartsFragment[];
  /** What stands below a field, such as the boxes that return it. */
  below?: (difference: DifferencePartsFragment, index: number) => ReactNode;
};

/** What two versions differ in, field by field, before and after side by side. */
export function Differences({ caption, differences, below }: Props) {
  const { t } = useSite();
  return (
    <table className="told differences">
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('contributions.review.field')}</th>
          <th scope="col">{t('contributions.review.before')}</th>
          <th scope="col">{t('contributions.review.after')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference, index) => (
          <tr key={difference.path}>
            <th scope="row">
              {difference.label}
              <span className="small quiet difference-change">
                {t(`contributions.review.change.${difference.change}` as 'contributions.review.change.ADDED')}
              </span>
              {below?.(difference, index)}
            </th>
            <td data-label={t('contributions.review.before')}>
              <Shown value={difference.before} name={fieldOf(difference.path)} none={t('contributions.review.nothingBefore')} />
            </td>
            <td data-label={t('contributions.review.after')}>
              <Shown value={difference.after} name={fieldOf(difference.path)} none={t('contributions.review.nothingAfter')} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

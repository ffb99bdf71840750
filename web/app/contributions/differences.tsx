import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { DifferencePartsFragment } from '../graphql/graphql.ts';
import { useSite } from '../ui/site.tsx';
import { fieldName } from './field-words.ts';
import { fieldOf, Shown } from './shown.tsx';
import type { Kind } from './spec.ts';

type Props = {
  caption: string;
  differences: readonly DifferencePartsFragment[];
  /** Of a draft whose form names the fields. */
  kind?: Kind;
  /** What stands below a field, such as the boxes that return it. */
  below?: (difference: DifferencePartsFragment, index: number) => ReactNode;
};

/** The path of a difference as the form names its fields: "stages[1].date" is "stages.1.date"; null for an item that is gone, and the order of a list. */
const placeOf = (path: string) => (/\[(-\d*)?\]|^\*$/.test(path) ? null : path.replaceAll(/\[(\d+)\]/g, '.$1'));

/** What a difference is called: as the form and the page of the draft call the field, or in the words of the API where the form has none. */
export function differenceName(t: TFunction, kind: Kind | undefined, { path, label }: Pick<DifferencePartsFragment, 'path' | 'label'>): string {
  if (!kind || path === '*') return label;
  const place = placeOf(path);
  if (place) return fieldName(t, kind, place) || label;
  // An item that is gone, or the order of a list: the list by its name, and what the API calls the item.
  const list = fieldName(t, kind, path.replaceAll(/\[\d+\]/g, '').replace(/\[.*$/, ''));
  const item = label.includes(': ') ? label.slice(label.indexOf(': ')) : '';
  return list ? `${list}${item}` : label;
}

/** What two versions differ in, field by field, before and after side by side. */
export function Differences({ caption, differences, kind, below }: Props) {
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
              {differenceName(t, kind, difference)}
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

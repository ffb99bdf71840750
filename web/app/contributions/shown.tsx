import { useSite } from '../ui/site.tsx';
import { citationText } from './content.ts';

/** "keyCustody" as people read it: "Key custody". */
const words = (name: string) => {
  const text = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
};
const isCitation = (value: object): value is { source: string; place: string } => 'source' in value && 'place' in value && Object.keys(value).length === 2;

/** A value of a record as people read it: texts as they are, lists and groups as lists. */
export function Shown({ value, none }: { value: unknown; none?: string }) {
  const { t } = useSite();
  if (value === null || value === undefined || value === '') return <span className="quiet">{none ?? t('certainty.notStated')}</span>;
  if (typeof value !== 'object') return <span className="entry-text">{String(value)}</span>;
  if (Array.isArray(value)) {
    if (value.length === 0) return <span className="quiet">{none ?? t('certainty.notStated')}</span>;
    return (
      <ul>
        {value.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the items are shown in their order and have no other name.
          <li key={index}>
            <Shown value={item} />
          </li>
        ))}
      </ul>
    );
  }
  if (isCitation(value)) return <span>{citationText(value)}</span>;
  return (
    <dl className="entry-value">
      {Object.entries(value)
        .filter(([, one]) => one !== undefined && one !== null)
        .map(([name, one]) => (
          <div key={name}>
            <dt>{t(`contributions.fact.${name}.label` as 'contributions.fact.cite.label', { defaultValue: words(name) })}</dt>
            <dd>
              <Shown value={one} />
            </dd>
          </div>
        ))}
    </dl>
  );
}

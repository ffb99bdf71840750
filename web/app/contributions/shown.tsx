import { useSite } from '../ui/site.tsx';
import { citationText } from './content.ts';
import { choiceWord } from './fields.tsx';

/** "keyCustody" as people read it: "Key custody". */
const words = (name: string) => {
  const text = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
};
/** In which words of the vocabulary the values of a field are. */
const vocabulary: Record<string, string> = {
  uses: 'use',
  scope: 'scope',
  stage: 'stage',
  section: 'question',
  certainty: 'certainty',
  theme: 'theme',
  origin: 'origin',
  value: 'access',
  audiences: 'audience',
  goal: 'goalTitle',
};
/** What a fact rests on comes after what it says. */
const last = ['cite', 'asAt', 'certainty', 'note'];
const isCitation = (value: object): value is { source: string; place: string } => 'source' in value && 'place' in value && Object.keys(value).length === 2;
const isEmpty = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * A value of a record as people read it: texts as they are, lists and groups as lists.
 * @param name the field it is in, whose words it is shown in where it is one of a closed set
 */
export function Shown({ value, name = '', none }: { value: unknown; name?: string; none?: string }) {
  const { t } = useSite();
  if (isEmpty(value)) return <span className="quiet">{none ?? t('certainty.notStated')}</span>;
  if (typeof value !== 'object' || value === null) {
    const text = String(value);
    const known = vocabulary[name];
    const closed = known && (name === 'goal' ? typeof value === 'number' : /^[A-Z][A-Z_]+$/.test(text));
    return <span className="entry-text">{closed ? choiceWord(t, known, text) : text}</span>;
  }
  if (Array.isArray(value)) {
    return (
      <ul>
        {value.map((item, index) => (
          <li key={index}>
            <Shown value={item} name={name} />
          </li>
        ))}
      </ul>
    );
  }
  if (isCitation(value)) return <span>{citationText(value)}</span>;
  const fields = Object.entries(value).filter(([, one]) => !isEmpty(one));
  const ordered = [...fields.filter(([field]) => !last.includes(field)), ...last.flatMap((field) => fields.filter(([one]) => one === field))];
  return (
    <dl className="entry-value">
      {ordered.map(([field, one]) => (
        <div key={field}>
          <dt>{t(`contributions.fact.${field}.label` as 'contributions.fact.cite.label', { defaultValue: words(field) })}</dt>
          <dd>
            <Shown value={one} name={name === 'audiences' ? name : field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The field that the path of a difference ends in: "uses[2]" is in "uses". */
export const fieldOf = (path: string): string =>
  path
    .replaceAll(/\[-?\d*\]/g, '')
    .split('.')
    .at(-1) ?? '';

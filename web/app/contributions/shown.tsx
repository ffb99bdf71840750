import type { TFunction } from 'i18next';
import { Prose } from '../ui/prose.tsx';
import { useSite } from '../ui/site.tsx';
import { citationText } from './content.ts';
import { choiceWord } from './field-words.ts';
import { filters, forms } from '../definitions.ts';
import type { Field } from './spec.ts';

/** "keyCustody" as people read it: "Key custody". */
const words = (name: string) => {
  const text = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
};
/** In which words of the vocabulary the values of a field are. */
const kindWords = (value: string) => ((filters.VENDOR.kind.values as readonly string[]).includes(value) ? 'vendorKind' : 'lessonKind');
const wordsIn = (fields: readonly Field[]): [string, string][] =>
  fields.flatMap((field) => ('fields' in field ? wordsIn(field.fields) : 'words' in field ? [[field.path.split('.').at(-1) ?? '', field.words]] : []));
const vocabulary: Record<string, string> = {
  ...Object.fromEntries(Object.values(forms).flatMap((sections) => sections.flatMap(({ fields }) => wordsIn(fields)))),
  // What no form asks for by itself.
  certainty: 'certainty',
  origin: 'origin',
  audience: 'audience',
  audiences: 'audience',
};
/** What a fact rests on comes after what it says, on a line of its own. */
const basis = ['cite', 'asAt', 'certainty', 'note'];
const isCitation = (value: object): value is { source: string; place: string } => 'source' in value && 'place' in value && Object.keys(value).length === 2;
export const isEmpty = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What the forms call a field; its own name in words where they have none for it. */
export const fieldLabel = (t: TFunction, field: string): string =>
  t(`contributions.fact.${field}.label` as 'contributions.fact.cite.label', { defaultValue: words(field) });

/**
 * A value of a record as people read it: texts as they are, lists and groups as lists.
 * @param name the field it is in, whose words it is shown in where it is one of a closed set
 */
export function Shown({ value, name = '', none }: { value: unknown; name?: string; none?: string }) {
  const { t } = useSite();
  if (isEmpty(value)) return <span className="quiet">{none ?? t('certainty.notStated')}</span>;
  if (typeof value !== 'object' || value === null) {
    const text = String(value);
    const known = name === 'kind' ? kindWords(text) : vocabulary[name];
    const closed = known && (name === 'goal' ? typeof value === 'number' : /^[A-Z][A-Z_]+$/.test(text));
    return <span>{closed ? choiceWord(t, known, text) : <Prose text={text} />}</span>;
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
  const fields = Object.entries(value).filter(([field, one]) => !isEmpty(one) && !basis.includes(field));
  const [first] = fields;
  return (
    <div className="entry-value">
      {/* A statement is its text: no word is needed for that. */}
      {fields.length === 1 && first?.[0] === 'text' ? (
        <Shown value={first[1]} />
      ) : (
        <dl>
          {fields.map(([field, one]) => (
            <div key={field}>
              <dt>{fieldLabel(t, field)}</dt>
              <dd>
                <Shown value={one} name={name === 'audiences' ? name : field} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Basis fact={value as Fact} />
    </div>
  );
}

type Fact = { cite?: unknown[]; asAt?: string; certainty?: string; note?: string };

/** "para 41, Annex I; as at 2020; inferred": what a fact rests on, in one line. That it is stated goes without saying. */
function Basis({ fact: { cite = [], asAt, certainty, note } }: { fact: Fact }) {
  const { t, format } = useSite();
  const parts = [
    cite.map(citationText).join(', '),
    asAt && t('contributions.history.asAt', { date: format.date(asAt) }),
    certainty && certainty !== 'STATED' && choiceWord(t, 'certainty', certainty),
    note,
  ].filter(Boolean);
  return parts.length > 0 && <p className="quiet small">{parts.join('; ')}</p>;
}

/** The field that the path of a difference ends in: "uses[2]" is in "uses". */
export const fieldOf = (path: string): string =>
  path
    .replaceAll(/\[-?\d*\]/g, '')
    .split('.')
    .at(-1) ?? '';

import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { SuggestionPartsFragment } from '../graphql/graphql.ts';
import { NearMatches } from './near-matches.tsx';
import { useSite } from '../ui/site.tsx';
import { Choices, type FieldError, SelectField, TextArea, TextField } from '../ui/form.tsx';
import { citationText, listOf, readsOf, textOf, valueAt } from './content.ts';
import { forms, sourceForm } from '../definitions.ts';
import { choiceWord, told } from './field-words.ts';
import { wordsFor } from './read-as.ts';
import type { Field, Kind, Suggested } from './spec.ts';

/** What all fields of one form know. */
export type FormContext = {
  kind: Kind;
  errors: readonly FieldError[];
  t: TFunction;
  known?: Suggestions;
  near?: DraftNear;
  /** What facts rest on that name no source, in words. */
  usual?: string | null;
  /** The field to which the page was asked to lead. */
  led?: string | null;
};

/** What may be meant by names that the library does not have, by their places. */
type DraftNear = readonly { path: string; suggestions: readonly SuggestionPartsFragment[] }[];
const nearOf = ({ near }: FormContext, path: string) => near?.find((one) => one.path === path)?.suggestions ?? [];

/** What boxes suggest. `key` is another short name of the same record, by which entries may already name it. */
export type Suggestions = Record<Suggested, { value: string; key?: string | null; title: string }[]>;

type Place = { field: Field; value: unknown; prefix: string; place: string; context: FormContext };

const factFields: Field[] = [
  { type: 'cite', path: 'cite' },
  { type: 'line', path: 'asAt', optional: true },
  { type: 'choice', path: 'certainty', options: ['STATED', 'INFERRED', 'UNCERTAIN'], words: 'certainty' },
  { type: 'prose', path: 'note', optional: true },
];

/** The boxes of a list of fields. `prefix` is in front of their names, `place` their place in the form without numbers. */
function FieldList({
  fields,
  content,
  prefix = '',
  place = '',
  context,
}: {
  fields: readonly Field[];
  content: unknown;
  prefix?: string;
  place?: string;
  context: FormContext;
}) {
  return fields.map((field) => (
    <OneField key={field.path} field={field} value={valueAt(content, field.path)} prefix={prefix} place={place} context={context} />
  ));
}

function OneField(props: Place) {
  const { field, value, prefix, context } = props;
  const { t } = context;
  const name = prefix + field.path;
  const place = props.place + field.path;
  const { label, help, example } = told(context, place);
  const error = context.errors.find((one) => one.name === name)?.message ?? null;
  const required = 'optional' in field ? !field.optional : true;
  const frame = { name, label, error, ...(help ? { help } : {}), ...(example ? { example } : {}) };
  switch (field.type) {
    case 'line':
    case 'email':
    case 'number':
      return (
        <>
          <TextField
            {...frame}
            required={required}
            value={textOf(value)}
            // Never a type that the browser checks: a draft takes what is half-finished.
            inputMode={field.type === 'number' ? 'decimal' : field.type === 'email' ? 'email' : undefined}
            most={300}
            list={field.suggest ? `suggested-${field.suggest}` : undefined}
          />
          {readsOf(field) && <ReadAs field={field} name={name} value={value} />}
          {field.suggest && <NearMatches path={name} suggestions={nearOf(context, name)} />}
        </>
      );
    case 'prose':
      return <TextArea {...frame} required={required} value={textOf(value)} rows={rowsFor(textOf(value))} most={4000} />;
    case 'cite':
      return <TextArea {...frame} required={required} value={listOf(value).map(citationText).join('\n')} rows={Math.max(2, listOf(value).length + 1)} />;
    case 'choice': {
      const chosen = textOf(value);
      const none = field.usual ? t('contributions.form.asUsual', { audience: choiceWord(t, 'audience', field.usual) }) : t('contributions.form.choose');
      const options = field.options.map((option) => ({ value: option, label: choiceWord(t, field.words, option) }));
      const known = field.path === 'certainty' || field.options.includes(chosen) || chosen === '' ? options : [...options, { value: chosen, label: chosen }];
      return (
        <SelectField {...frame} required={required} value={chosen} options={field.path === 'certainty' ? options : [{ value: '', label: none }, ...known]} />
      );
    }
    case 'checks':
      return (
        <Choices
          {...frame}
          several
          values={listOf(value).map(textOf)}
          options={field.options.map((option) => ({ value: option, label: choiceWord(t, field.words, option) }))}
        />
      );
    case 'names':
      return <Names frame={frame} value={listOf(value).map(textOf)} optional={field.optional} suggest={field.suggest} context={context} />;
    case 'group':
      return (
        <fieldset className="entry-group" id={name}>
          <legend>
            {label} {field.optional && <span className="quiet">{t('form.optional')}</span>}
          </legend>
          {help && <p className="field-help">{help}</p>}
          {error && <Wrong message={error} />}
          <FieldList fields={field.fields} content={value} prefix={`${name}.`} place={`${place}.`} context={context} />
          {field.cited && <Basis value={value} name={name} place={place} context={context} />}
        </fieldset>
      );
    case 'list':
      return <Items {...props} field={field} name={name} fullPlace={place} label={label} help={help} error={error} />;
  }
}

/** How the library reads what stands in a box, in words, where these say more. The browser script keeps it up with what is typed. */
function ReadAs({ field, name, value }: { field: Field; name: string; value: unknown }) {
  const { t, format } = useSite();
  const words = wordsFor(format, readsOf(field), value);
  return (
    <output className="field-help read-as" htmlFor={name} data-read-as={name}>
      {words && t('contributions.form.readAs', { words })}
    </output>
  );
}

const rowsFor = (text: string) => Math.min(12, Math.max(3, Math.ceil(text.length / 70) + 1));

function Wrong({ message }: { message: string }) {
  const { t } = useSite();
  return (
    <p className="field-error">
      <b>{t('form.error')}</b> {message}
    </p>
  );
}

/** Several short texts: a box for each, and two empty ones. */
function Names({
  frame,
  value,
  optional = false,
  suggest,
  context,
}: {
  frame: { name: string; label: string; help?: string; example?: string; error: string | null };
  value: string[];
  optional?: boolean;
  suggest?: Suggested;
  context: FormContext;
}) {
  const { t, errors } = context;
  const { name, label, help, example } = frame;
  const wrong = errors.filter((one) => one.name === name || one.name.startsWith(`${name}.`));
  const known = suggest ? (context.known?.[suggest] ?? []) : [];
  return (
    <fieldset className={wrong.length > 0 ? 'field field-wrong' : 'field'} id={name}>
      <legend>
        {label} {optional && <span className="quiet">{t('form.optional')}</span>}
      </legend>
      {(help || example) && (
        <p className="field-help" id={`${name}-help`}>
          {help} {example && t('form.example', { example })}
        </p>
      )}
      {wrong.map((one) => (
        <Wrong key={one.name} message={one.message} />
      ))}
      {[...value, '', ''].map((text, index) => {
        const title = text && known.find((one) => one.value === text || one.key === text)?.title;
        const about = [(help || example) && `${name}-help`, title && `${name}.${index}-title`].filter(Boolean).join(' ');
        return (
          <div className="entry-name" key={index}>
            <input
              id={`${name}.${index}`}
              name={`${name}.${index}`}
              defaultValue={text}
              list={suggest ? `suggested-${suggest}` : undefined}
              aria-label={`${label} ${index + 1}`}
              aria-describedby={about || undefined}
            />
            {title && (
              <span className="field-help" id={`${name}.${index}-title`}>
                {title}
              </span>
            )}
            <NearMatches path={`${name}.${index}`} suggestions={nearOf(context, `${name}.${index}`)} />
          </div>
        );
      })}
    </fieldset>
  );
}

/** What a group rests on: closed, with the sources in one line, unless something in it is to be mended. */
function Basis({ value, name, place, context }: { value: unknown; name: string; place: string; context: FormContext }) {
  const { t, errors } = context;
  const places = listOf(valueAt(value, 'cite')).map(citationText);
  const certainty = textOf(valueAt(value, 'certainty')) || 'STATED';
  const own = (path: string) => path === `${name}.cite` || path.startsWith(`${name}.cite.`);
  const open =
    Boolean(context.led && own(context.led)) ||
    factFields.some((field) => errors.some((error) => error.name === `${name}.${field.path}` || error.name.startsWith(`${name}.${field.path}.`)));
  const citeError = errors.find((error) => error.name.startsWith(`${name}.cite.`));
  return (
    <details className="entry-basis" open={open}>
      <summary>
        {places.length > 0
          ? t('contributions.form.basis', { places: places.join('; '), certainty: choiceWord(t, 'certainty', certainty) })
          : context.usual
            ? t('contributions.form.usualBasis', { source: context.usual })
            : t('contributions.form.noBasis')}
      </summary>
      {citeError && <Wrong message={citeError.message} />}
      <FieldList fields={factFields} content={{ certainty: 'STATED', ...(value as object) }} prefix={`${name}.`} place={`${place}.`} context={context} />
    </details>
  );
}

/** What an item says, in one line, to know it by while it is closed. */
function gistOf(field: Field & { type: 'list' }, item: unknown, t: TFunction): string {
  const parts = field.fields.map((one) => {
    const text = textOf(valueAt(item, one.path));
    return one.type === 'choice' && text !== '' ? choiceWord(t, one.words, text) : text;
  });
  const gist = parts.filter(Boolean).join(', ');
  return gist.length > 90 ? `${gist.slice(0, 88)} …` : gist;
}

type ItemsProps = {
  field: Field & { type: 'list' };
  value: unknown;
  name: string;
  fullPlace: string;
  label: string;
  help: string;
  error: string | null;
  context: FormContext;
};
/** Stands for the number of an item in the template that the browser script makes new ones from. */
const NUMBER = '\u2116';

/** Repeated groups. Their buttons send the form: it is saved, and comes back with one more or one less; the browser script does it in the page. */
function Items(props: ItemsProps) {
  const { field, value, name, label, help, error, context } = props;
  const { t } = context;
  return (
    <fieldset className="entry-list" id={name}>
      <legend>
        {label} {field.optional && <span className="quiet">{t('form.optional')}</span>}
      </legend>
      {help && <p className="field-help">{help}</p>}
      {error && <Wrong message={error} />}
      {listOf(value).map((item, index) => (
        <Item key={index} {...props} item={item} index={String(index)} number={String(index + 1)} />
      ))}
      <button type="submit" name="do" value={`add:${name}`} className="button-quiet" formNoValidate>
        {t('contributions.form.add')}: {label}
      </button>
      <template data-row={name}>
        <Item {...props} item={{}} index={NUMBER} number={NUMBER} context={{ ...context, errors: [], near: [] }} />
      </template>
    </fieldset>
  );
}

function Item({ field, name, fullPlace, label, context, item, index, number }: ItemsProps & { item: unknown; index: string; number: string }) {
  const { t } = context;
  const own = `${name}.${index}`;
  const gist = gistOf(field, item, t);
  const open =
    gist === '' ||
    context.led === own ||
    context.led?.startsWith(`${own}.`) ||
    context.errors.some((one) => one.name === own || one.name.startsWith(`${own}.`));
  return (
    <details className="entry-item" id={own} open={open}>
      <summary>
        {label} {number}
        {gist && <span className="quiet">: {gist}</span>}
      </summary>
      <fieldset className="entry-group">
        <legend className="hidden">
          {label} {number}
        </legend>
        <FieldList fields={field.fields} content={item} prefix={`${own}.`} place={`${fullPlace}.`} context={context} />
        {field.cited && <Basis value={item} name={own} place={fullPlace} context={context} />}
        <button type="submit" name="do" value={`remove:${own}`} className="button-quiet" formNoValidate>
          {t('contributions.form.remove')}
          <span className="hidden">: {`${label} ${number}`}</span>
        </button>
      </fieldset>
    </details>
  );
}

/** Whether anything is said in a value of the form. */
const says = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : typeof value === 'object' && value !== null
      ? Object.entries(value).some(([name, one]) => name !== 'certainty' && says(one))
      : value !== undefined && value !== '';

/** The fields that an entry cannot be published without, and the others by section. */
export const sectionsOf = (kind: Kind): { needed: Field[]; others: { id: string; fields: Field[] }[] } => ({
  needed: forms[kind].flatMap(({ fields }) => fields.filter((field) => field.needed)),
  others: forms[kind].flatMap(({ id, fields }) => {
    const rest = fields.filter((field) => !field.needed);
    return rest.length > 0 ? [{ id, fields: rest }] : [];
  }),
});

/** The sections of an entry's form: first what is needed, then the rest, each closed until something is in it. */
export function EntryFields({
  content,
  sources,
  context,
  basis,
  files,
}: {
  content: unknown;
  sources: unknown;
  context: FormContext;
  basis: ReactNode;
  files: ReactNode;
}) {
  const { t, kind } = context;
  const { needed, others } = sectionsOf(kind);
  const isIn = (fields: readonly Field[], path: string) => fields.some((field) => path === field.path || path.startsWith(`${field.path}.`));
  return (
    <>
      <section className="section" id="section-needed" aria-labelledby="section-needed-title">
        <h2 id="section-needed-title">{t('contributions.form.needed')}</h2>
        <p className="field-help">{t('contributions.form.neededHelp')}</p>
        {basis}
        <FieldList fields={needed} content={content} context={context} />
      </section>
      {files}
      {others.map(({ id, fields }) => {
        const help = t(`contributions.sectionHelp.${id}` as 'contributions.sectionHelp.un', { defaultValue: '' });
        const open =
          fields.some((field) => says(valueAt(content, field.path))) ||
          context.errors.some((one) => isIn(fields, one.name)) ||
          Boolean(context.led && isIn(fields, context.led));
        return (
          <details key={id} className="section entry-section" id={`section-${id}`} open={open}>
            <summary>
              <h2>{t(`contributions.section.${kind}.${id}` as 'contributions.section.PROJECT.what')}</h2>{' '}
              <span className="quiet small">
                {fields
                  .map((field) => told(context, field.path).label)
                  .slice(0, 4)
                  .join(', ')}
              </span>
            </summary>
            {help && <p className="field-help">{help}</p>}
            <FieldList fields={fields} content={content} context={context} />
          </details>
        );
      })}
      <section className="section" id="section-sources" aria-labelledby="section-sources-title">
        <h2 id="section-sources-title">{t('contributions.form.sources')}</h2>
        <p className="field-help">{t('contributions.form.sourcesHelp')}</p>
        <FieldList fields={[{ type: 'list', path: 'sources', fields: sourceForm }]} content={{ sources }} context={context} />
      </section>
    </>
  );
}

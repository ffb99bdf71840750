import { vocabulary } from '#i18n/en/vocabulary.ts';
import type { CataloguePreviewPartsFragment, CatalogueReadingInput } from '../graphql/graphql.ts';
import { SelectField, TextField } from '../ui/form.tsx';
import { useSite } from '../ui/site.tsx';
import { stageOrder, word } from '../ui/vocabulary.ts';

/** What a column can be, in the order in which it is asked. */
const fields = [
  'identifier',
  'title',
  'summary',
  'address',
  'owner',
  'ownerKind',
  'countries',
  'stage',
  'began',
  'ended',
  'sectors',
  'technologies',
  'goals',
  'website',
  'repositories',
  'licences',
  'restsOn',
  'changedThere',
] as const;

/** Those that have several values. */
const lists = new Set<string>(['countries', 'sectors', 'technologies', 'goals', 'repositories', 'licences', 'restsOn']);

type Preview = CataloguePreviewPartsFragment;
const typedNames = ['name', 'version', 'asAt', 'whole', 'own', 'catalogue', 'key', 'publisher', 'url', 'licence', 'owner', 'separator', 'keepAs'] as const;
/** Words of the catalogue that somebody says the meaning of: `word.stage.Trial`. */
const wordName = /^word\.(stage|ownerKind|countries)\.(.{1,80})$/;
/** What is said of a word that is none of this library's. */
const NONE = '-';
export type Typed = Partial<Record<string, string>>;

/** What was typed on the form that says how a file is read. */
export const typedIn = (form: FormData): Typed =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' && ((typedNames as readonly string[]).includes(name) || /^column\.\w{1,30}$/.test(name) || wordName.test(name))
        ? [[name, value]]
        : [],
    ),
  );

/** How a file is to be read, of what was typed. */
export function howOf(typed: Typed): CatalogueReadingInput {
  const said = (name: string) => typed[name]?.trim() || null;
  const how = { version: said('version'), asAt: said('asAt'), whole: typed['whole'] === 'yes' };
  if (typed['own'] !== 'yes') return { ...how, name: said('name') };
  const separator = typed['separator'] ? { separator: typed['separator'] } : {};
  const wordsOf = (field: string) => {
    const own = Object.entries(typed).flatMap(([name, value]) => {
      const [, of, text] = wordName.exec(name) ?? [];
      const meant = value?.trim();
      return of === field && text && meant ? [[text, meant === NONE ? null : meant] as const] : [];
    });
    return own.length > 0 ? { words: Object.fromEntries(own) } : {};
  };
  const optional = (name: string, value: string | null) => (value ? { [name]: value } : {});
  return {
    ...how,
    mapping: {
      title: said('catalogue') ?? '',
      catalogue: {
        ...{ key: said('key') ?? '', name: said('catalogue') ?? '', licence: said('licence') ?? '' },
        ...optional('publisher', said('publisher')),
        ...optional('url', said('url')),
      },
      ...optional('ownerKind', said('owner')),
      columns: fields.flatMap((field) =>
        said(`column.${field}`) ? [{ column: said(`column.${field}`), field, ...wordsOf(field), ...(lists.has(field) ? separator : {}) }] : [],
      ),
    },
  };
}

/** The version, and by which mapping the file is read. */
export function Edition({ preview, typed, mappings }: { preview: Preview; typed: Typed; mappings: readonly { name: string; title: string }[] }) {
  const { t } = useSite();
  return (
    <>
      <SelectField
        name="name"
        label={t('catalogues.mapping')}
        value={typed['name'] ?? preview.mappingName ?? ''}
        options={[{ value: '', label: t('catalogues.mappingFit') }, ...mappings.map(({ name, title }) => ({ value: name, label: `${title} (${name})` }))]}
      />
      <TextField name="version" label={t('catalogues.edition')} help={t('catalogues.editionHelp')} value={typed['version'] ?? ''} required={false} />
      <TextField name="asAt" label={t('catalogues.asAt')} help={t('catalogues.asAtHelp')} value={typed['asAt'] ?? ''} required={false} />
      <label className="choice">
        <input type="checkbox" name="whole" value="yes" defaultChecked={typed['whole'] === 'yes'} />
        <span>{t('catalogues.whole')}</span>
      </label>
    </>
  );
}

/** A mapping of one's own: from which column each field of an entry comes. A field is asked once, so that no two columns can be one. */
export function Own({ preview, typed }: { preview: Preview; typed: Typed }) {
  const { t } = useSite();
  const own = typed['own'] === 'yes';
  const before = new Map(preview.columns.map(({ field, column }) => [field, column]));
  const options = [
    { value: '', label: t('catalogues.column') },
    ...preview.heads.map((heading, index) => {
      const sample = preview.samples[index];
      return { value: heading, label: sample ? t('catalogues.sample', { heading, sample: sample.slice(0, 40) }) : heading };
    }),
    { value: '@file', label: '@file' },
  ];
  const text = (name: string, label: string, help?: string, required = true) => (
    <TextField name={name} label={label} value={typed[name] ?? ''} required={required} {...(help ? { help } : {})} />
  );
  return (
    <details open={own || preview.mappingTitle === null || preview.mappingTitle === undefined}>
      <summary>{t('catalogues.own')}</summary>
      <p className="field-help">{t('catalogues.ownHelp')}</p>
      <label className="choice">
        <input type="checkbox" name="own" value="yes" defaultChecked={own} />
        <span>{t('catalogues.ownUse')}</span>
      </label>
      {text('catalogue', t('catalogues.ownCatalogue'))}
      {text('key', t('catalogues.ownKey'), t('catalogues.ownKeyHelp'))}
      {text('licence', t('catalogues.ownLicence'), t('catalogues.ownLicenceHelp'))}
      {text('publisher', t('catalogues.ownPublisher'), undefined, false)}
      {text('url', t('catalogues.ownUrl'), undefined, false)}
      <SelectField
        name="owner"
        label={t('catalogues.ownOwner')}
        required={false}
        value={typed['owner'] ?? ''}
        options={[
          { value: '', label: t('certainty.notStated') },
          ...Object.keys(vocabulary.foreignOwnerKind).map((value) => ({ value, label: word(t, 'foreignOwnerKind', value) })),
        ]}
      />
      {fields.map((field) => (
        <SelectField
          key={field}
          name={`column.${field}`}
          label={t(`foreignRecords.field.${field}`)}
          required={field === 'identifier' || field === 'title'}
          value={typed[`column.${field}`] ?? before.get(field) ?? ''}
          options={options}
        />
      ))}
      {text('separator', t('catalogues.ownSeparator'), t('catalogues.ownSeparatorHelp'), false)}
      <Words preview={preview} typed={typed} />
      {text('keepAs', t('catalogues.keepAs'), t('catalogues.keepAsHelp'), false)}
    </details>
  );
}

/** What the words of the catalogue are here: those that a fault names, and those that were said before. */
function Words({ preview, typed }: { preview: Preview; typed: Typed }) {
  const { t } = useSite();
  const fieldOf = new Map(preview.columns.map(({ column, field }) => [column, field]));
  const unknown = preview.faults.flatMap(({ code, column, params }) => {
    const text = (params as { word?: string } | null)?.word;
    return text && (code === 'FOREIGN_WORD' || code === 'FOREIGN_COUNTRY') ? [`word.${fieldOf.get(column)}.${text}`] : [];
  });
  const names = [...new Set([...unknown, ...Object.keys(typed)])].flatMap((name) => {
    const [, field, text] = wordName.exec(name) ?? [];
    return field && text ? [{ name, field, text }] : [];
  });
  if (names.length === 0) return null;
  const options = (field: string) => [
    { value: '', label: t('catalogues.wordOpen') },
    ...(field === 'stage'
      ? stageOrder.map((value) => ({ value, label: t(`stage.${value as 'PILOT'}`) }))
      : Object.keys(vocabulary.foreignOwnerKind).map((value) => ({ value, label: word(t, 'foreignOwnerKind', value) }))),
    { value: NONE, label: t('catalogues.wordNone') },
  ];
  return (
    <>
      {names.map(({ name, field, text }) =>
        field === 'countries' ? (
          <TextField key={name} name={name} label={t('catalogues.word', { text })} help={t('catalogues.wordCountry')} value={typed[name] ?? ''} />
        ) : (
          <SelectField key={name} name={name} label={t('catalogues.word', { text })} value={typed[name] ?? ''} options={options(field)} />
        ),
      )}
    </>
  );
}

import type { TFunction } from 'i18next';
import { SelectField, TextField } from '../ui/form.tsx';
import { type Content, listOf, textOf, valueAt } from './content.ts';

type Known = readonly { slug: string; title: string }[];
const isAddress = (text: string) => /^https?:/i.test(text);

/** What may be chosen as the source of all facts: files of the draft, its new sources, and those of the library. */
function choicesOf(content: Content, sources: unknown, known: Known) {
  const files = (listOf(content['attachments']) as { file: string; title?: string }[]).map(({ file, title }) => ({
    value: `file:${file}`,
    label: title || file.slice(0, 8),
  }));
  const own = (listOf(sources) as { slug?: string; title?: string }[]).flatMap(({ slug, title }) => (slug ? [{ value: slug, label: title || slug }] : []));
  return { files, own, library: known.map(({ slug, title }) => ({ value: slug, label: title })) };
}

/** The source of all facts that name none, in words; null where none is chosen. */
export function usualWords(content: Content, sources: unknown, known: Known): string | null {
  const chosen = textOf(valueAt(content, 'restsOn.source'));
  if (chosen === '') return null;
  const { files, own, library } = choicesOf(content, sources, known);
  const title = [...files, ...own, ...library].find(({ value }) => value === chosen)?.label ?? chosen;
  return [title, textOf(valueAt(content, 'restsOn.place'))].filter(Boolean).join(', ');
}

/** One source for all facts of the draft that name no other. */
export function RestsOn({ content, sources, known, t }: { content: Content; sources: unknown; known: Known; t: TFunction }) {
  const chosen = textOf(valueAt(content, 'restsOn.source'));
  const { files, own, library } = choicesOf(content, sources, known);
  const mark = (label: string, what: 'file' | 'own') => t(`contributions.form.restsOn.${what}`, { title: label });
  const options = [
    { value: '', label: t('contributions.form.restsOn.none') },
    ...files.map((one) => ({ ...one, label: mark(one.label, 'file') })),
    ...own.map((one) => ({ ...one, label: mark(one.label, 'own') })),
    ...library,
  ];
  const listed = chosen === '' || isAddress(chosen) || options.some(({ value }) => value === chosen);
  return (
    <fieldset className="entry-group" id="restsOn">
      <legend>{t('contributions.form.restsOn.title')}</legend>
      <p className="field-help">{t('contributions.form.restsOn.help')}</p>
      <SelectField
        name="restsOn.source"
        label={t('contributions.form.restsOn.source')}
        help={t('contributions.form.restsOn.sourceHelp')}
        required={false}
        value={isAddress(chosen) ? '' : chosen}
        options={listed ? options : [...options, { value: chosen, label: chosen }]}
      />
      <TextField
        name="restsOn.address"
        label={t('contributions.form.restsOn.address')}
        example="https://www.example.org/evaluation-2025.pdf"
        required={false}
        value={isAddress(chosen) ? chosen : ''}
        most={300}
      />
      <TextField
        name="restsOn.place"
        label={t('contributions.form.restsOn.place')}
        help={t('contributions.form.restsOn.placeHelp')}
        required={false}
        value={textOf(valueAt(content, 'restsOn.place'))}
        most={300}
      />
    </fieldset>
  );
}

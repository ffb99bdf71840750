import { FileField } from '../ui/file-field.tsx';
import { Choices, type FieldError, TextArea, TextField } from '../ui/form.tsx';
import { useSite } from '../ui/site.tsx';
import { type TermName, termFields, uses } from './terms.ts';

/** The boxes that ask for terms, with what stands in them. */
export function TermsFields({ typed, errors }: { typed: Record<string, string>; errors: readonly FieldError[] }) {
  const { t } = useSite();
  const word = (key: string) => t(`agreements.form.${key}` as 'agreements.form.title');
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const box = (name: TermName) => {
    const { as, required = false, most, rows, help, example } = termFields.find((one) => one.name === name) as (typeof termFields)[number];
    const field = {
      name,
      label: word(name),
      required,
      value: typed[name] ?? '',
      error: error(name),
      ...(help ? { help: word(help) } : {}),
      ...(example ? { example: word(example) } : {}),
    };
    if (as === 'choice')
      return (
        <Choices key={name} {...field} values={[typed[name] || 'NOT_STATED']} options={uses.map((value) => ({ value, label: t(`agreements.use.${value}`) }))} />
      );
    if (as === 'text') return <TextArea key={name} {...field} {...(most ? { most } : {})} {...(rows ? { rows } : {})} />;
    return <TextField key={name} {...field} {...(as === 'day' ? { type: 'date' as const } : {})} {...(most ? { most } : {})} />;
  };
  const file = typed['documentFile'];
  return (
    <>
      {termFields.filter(({ name }) => name !== 'source').map(({ name }) => box(name))}
      {file && (
        <p className="field">
          <label className="choice">
            <input type="checkbox" name="documentFile" value={file} defaultChecked />
            <span>
              {t('agreements.form.documentKept')}: <a href={`/files/${file}`}>{t('agreements.show.documentFile')}</a>
            </span>
          </label>
        </p>
      )}
      <FileField label={t('agreements.form.documentFile')} help={t('agreements.form.documentFileHelp')} error={error('upload')} />
      {box('source')}
    </>
  );
}

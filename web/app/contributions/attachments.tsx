import type { FieldError } from '../ui/form.tsx';
import { FileField } from '../ui/file-field.tsx';
import { useSite } from '../ui/site.tsx';
import { type Content, listOf, textOf } from './content.ts';

/** The files of the entry, and a box for one more: it goes with the form, and is kept when that is saved. */
export function Attachments({ content, errors }: { content: Content; errors: FieldError[] }) {
  const { t } = useSite();
  const items = listOf(content['attachments']) as { file: string; title?: string; description?: string }[];
  const wrong = errors.find((one) => one.name === 'upload')?.message;
  return (
    <section className="section" id="attachments" aria-labelledby="attachments-title">
      <h2 id="attachments-title">{t('contributions.form.attachments')}</h2>
      {items.map((item, index) => {
        const name = `attachments.${index}`;
        const error = errors.find((one) => one.name === `${name}.title`)?.message;
        return (
          <fieldset className="entry-group" key={item.file} id={name}>
            <legend>
              {t('contributions.field.shared.attachments.label')} {index + 1}
            </legend>
            <input type="hidden" name={`${name}.file`} value={item.file} />
            <p>
              <a href={`/files/${item.file}`}>{textOf(item.title) || t('contributions.form.file')}</a>
            </p>
            <div className={error ? 'field field-wrong' : 'field'}>
              <label htmlFor={`${name}.title`}>{t('contributions.field.shared.attachments_title.label')}</label>
              {error && (
                <p className="field-error" id={`${name}.title-error`}>
                  <b>{t('form.error')}</b> {error}
                </p>
              )}
              <input
                id={`${name}.title`}
                name={`${name}.title`}
                defaultValue={textOf(item.title)}
                aria-invalid={error ? true : undefined}
                aria-describedby={error ? `${name}.title-error` : undefined}
              />
            </div>
            <div className="field">
              <label htmlFor={`${name}.description`}>
                {t('contributions.field.shared.attachments_description.label')} <span className="quiet">{t('form.optional')}</span>
              </label>
              <input id={`${name}.description`} name={`${name}.description`} defaultValue={textOf(item.description)} />
            </div>
            <label className="choice">
              <input type="checkbox" name={`${name}.leave`} value="1" />
              <span>{t('contributions.form.remove')}</span>
            </label>
          </fieldset>
        );
      })}
      <FileField label={t('contributions.form.upload')} help={t('contributions.form.attachmentsHelp')} error={wrong} />
    </section>
  );
}

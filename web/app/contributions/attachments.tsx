import type { FieldError } from '../ui/form.tsx';
import { FileField } from '../ui/file-field.tsx';
import { fileSize } from '../ui/file-size.ts';
import { useSite } from '../ui/site.tsx';
import { type Content, listOf, textOf } from './content.ts';

/** The files of the entry, and a box for one more: it goes with the form, and is kept when that is saved. */
export function Attachments({
  content,
  files,
  errors,
}: {
  content: Content;
  files: readonly { hash: string; picture: boolean; size: number }[];
  errors: FieldError[];
}) {
  const { t } = useSite();
  const items = listOf(content['attachments']) as { file: string; title?: string; description?: string }[];
  const wrong = errors.find((one) => one.name === 'upload')?.message;
  return (
    <section className="section" id="attachments" aria-labelledby="attachments-title">
      <h2 id="attachments-title">{t('contributions.form.attachments')}</h2>
      {items.map((item, index) => {
        const name = `attachments.${index}`;
        const error = errors.find((one) => one.name === `${name}.title`)?.message;
        const kept = files.find(({ hash }) => hash === item.file);
        return (
          <fieldset className="entry-group" key={item.file} id={name}>
            <legend>
              {t('contributions.field.shared.attachments.label')} {index + 1}
            </legend>
            <input type="hidden" name={`${name}.file`} value={item.file} />
            <p>
              <a href={`/files/${item.file}`}>
                {kept?.picture && <img className="entry-picture" src={`/files/${item.file}`} alt="" loading="lazy" />}
                {textOf(item.title) || t('contributions.form.file')}
              </a>
              {kept && <span className="quiet small"> ({fileSize(t, kept.size)})</span>}
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
              {kept?.picture && (
                <p className="field-help" id={`${name}.description-help`}>
                  {t('contributions.form.pictureHelp')}
                </p>
              )}
              <input
                id={`${name}.description`}
                name={`${name}.description`}
                defaultValue={textOf(item.description)}
                aria-describedby={kept?.picture ? `${name}.description-help` : undefined}
              />
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

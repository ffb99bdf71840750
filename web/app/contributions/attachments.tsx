import { Notice } from '../ui/notice.tsx';
import { useSite } from '../ui/site.tsx';
import type { Fault } from './answer.ts';
import { type Content, listOf, textOf } from './content.ts';

/** The files of the entry, the one just uploaded (`?file=`) included. */
export function Attachments({ content, errors }: { content: Content; errors: Fault[] }) {
  const { t, url } = useSite();
  const uploaded = url.searchParams.get('file') ?? '';
  const items = listOf(content['attachments']) as { file: string; title?: string; description?: string }[];
  const all = /^[0-9a-f]{64}$/.test(uploaded) && !items.some((item) => item.file === uploaded) ? [...items, { file: uploaded }] : items;
  if (all.length === 0) return null;
  return (
    <section className="section" id="attachments" aria-labelledby="attachments-title">
      <h2 id="attachments-title">{t('contributions.form.attachments')}</h2>
      {uploaded && <Notice role="status">{t('contributions.form.attached')}</Notice>}
      {all.map((item, index) => {
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
              {error && <p className="field-error">{error}</p>}
              <input id={`${name}.title`} name={`${name}.title`} defaultValue={textOf(item.title)} />
            </div>
            <div className="field">
              <label htmlFor={`${name}.description`}>{t('contributions.field.shared.attachments_description.label')}</label>
              <input id={`${name}.description`} name={`${name}.description`} defaultValue={textOf(item.description)} />
            </div>
            <label className="choice">
              <input type="checkbox" name={`${name}.leave`} value="1" />
              <span>{t('contributions.form.remove')}</span>
            </label>
          </fieldset>
        );
      })}
    </section>
  );
}

import { useSite } from './site.tsx';

/** What a form sent: where to, whether it can carry files, its fields in their order, and the names of files that are to be chosen again. */
export type KeptForm = { action: string; multipart: boolean; fields: [name: string, value: string][]; files: string[] };

/** "comment" and "summary.text" as people read them. */
const words = (name: string) => {
  const text = name
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/\.(\d+)/g, (_, index: string) => ` ${Number(index) + 1}`)
    .replace(/[._-]+/g, ' ')
    .trim()
    .toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
};
/** What people type has a space in it, or is at least no name that a form gives a thing. */
const typed = (value: string) => value.trim() !== '' && value.length < 20_000 && !/^([A-Z_]+|\d|[0-9a-f-]{32,}|[A-Za-z0-9+/=]{200,})$/.test(value.trim());

/** What somebody typed, in a page that has no form for it: to be read, copied, and sent again by a press, after signing in where that was lost. */
export function Kept({ form }: { form: KeptForm }) {
  const { t, kept } = useSite();
  const shown = form.fields.filter(([name, value]) => typed(value) && !/^(key|writer|turn|edits|answers|intent|do|basedOn|token)$/.test(name));
  return (
    <section className="notice kept" role={kept?.byErrorPage ? undefined : 'alert'} aria-labelledby="kept-title" id="kept">
      <h2 id="kept-title">{kept?.signedOut && !kept.byErrorPage ? t('error.signedOut.title') : t('kept.title')}</h2>
      {!kept?.signedOut ? (
        <p>{t('kept.lead')}</p>
      ) : (
        <>
          <p>{t('kept.signedOut')}</p>
          <p>
            <a href="/sign-in?next=%2Fsigned-in" target="_blank" rel="noreferrer">
              {t('kept.signIn')}
            </a>
          </p>
        </>
      )}
      <form method="post" action={form.action} encType={form.multipart ? 'multipart/form-data' : undefined}>
        {form.fields.map(([name, value], index) => (
          <input type="hidden" key={index} name={name} value={value} />
        ))}
        {form.files.length > 0 && (
          <div className="field">
            <label htmlFor="kept-files">{t('kept.files', { names: form.files.join(', ') })}</label>
            <input id="kept-files" type="file" name="upload" multiple />
          </div>
        )}
        <button type="submit">{t('kept.again')}</button>
      </form>
      {shown.length > 0 && (
        <details open>
          <summary>{t('kept.show')}</summary>
          <dl className="entry-value">
            {shown.map(([name, value], index) => (
              <div key={index}>
                <dt>{words(name)}</dt>
                <dd className="entry-text">{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}

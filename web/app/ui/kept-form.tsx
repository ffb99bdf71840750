import { type KeptForm, useSite } from './site.tsx';

/** What somebody typed, in a page that has no form for it: to be read, copied, and sent again by a press, after signing in where that was lost. */
export function Kept({ form, shown }: { form: KeptForm; shown: { label: string; value: string }[] }) {
  const { t, kept } = useSite();
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
        {[...Map.groupBy(form.files, ({ field }) => field)].map(([field, files], index) => (
          <div className="field" key={field}>
            <label htmlFor={`kept-files-${index}`}>{t('kept.files', { names: files.map(({ name }) => name).join(', ') })}</label>
            <input id={`kept-files-${index}`} type="file" name={field} multiple={files.length > 1} />
          </div>
        ))}
        <button type="submit">{t('kept.again')}</button>
      </form>
      {shown.length > 0 && (
        <details open>
          <summary>{t('kept.show')}</summary>
          <dl className="entry-value">
            {shown.map(({ label, value }, index) => (
              <div key={index}>
                <dt>{label}</dt> <dd className="entry-text">{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}

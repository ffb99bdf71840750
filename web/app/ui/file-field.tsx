import { useSite } from './site.tsx';

/** In bytes, of all files of a form together; what is larger does not reach the page. */
const LARGEST = 10 * 1024 * 1024;
/** Files at once; of more the server keeps the first ones and names the others. */
const MOST = 20;

/** A box for files that go with their form, which must be `multipart/form-data`. The server keeps them and gives the page their hashes. */
export function FileField({ label, help, error, name = 'upload' }: { label: string; help?: string; error?: string | null; name?: string }) {
  const { t } = useSite();
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor={name}>
        {label} <span className="quiet">{t('form.optional')}</span>
      </label>
      {help && (
        <p className="field-help" id={`${name}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${name}-error`}>
          <b>{t('form.error')}</b> {error}
        </p>
      )}
      <input
        id={name}
        name={name}
        type="file"
        multiple
        data-largest={LARGEST}
        data-too-large={t('upload.together', { megabytes: LARGEST / 1024 / 1024 })}
        data-most-files={MOST}
        data-too-many={t('upload.tooMany', { chosen: '%', most: MOST })}
        aria-describedby={error ? 'upload-help upload-error' : 'upload-help'}
        aria-invalid={error ? true : undefined}
      />
    </div>
  );
}

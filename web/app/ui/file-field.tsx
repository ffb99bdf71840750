import { useSite } from './site.tsx';

const refusals = ['COUNT', 'EMPTY', 'SIZE', 'KIND', 'PICTURE', 'TODAY', 'DRAFT', 'SIGNED_OUT', 'ROLE'] as const;
/** In bytes, of all files of a form together; what is larger does not reach the page. */
const LARGEST = 10 * 1024 * 1024;
/** Files at once; of more the server keeps the first ones and names the others. */
const MOST = 20;

/** Why the server did not keep the file that came with a form (`upload.refused`), in words. */
export function uploadFault(t: ReturnType<typeof useSite>['t'], code: string, name = ''): string {
  const message = t(`upload.${refusals.find((one) => one === code) ?? 'KIND'}`, { count: MOST });
  return name ? t('upload.named', { name, message }) : message;
}

/** A box for files that go with their form, which must be `multipart/form-data`. The server keeps them and gives the page their hashes. */
export function FileField({ label, help, error }: { label: string; help: string; error?: string | null }) {
  const { t } = useSite();
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor="upload">
        {label} <span className="quiet">{t('form.optional')}</span>
      </label>
      <p className="field-help" id="upload-help">
        {help}
      </p>
      {error && (
        <p className="field-error" id="upload-error">
          <b>{t('form.error')}</b> {error}
        </p>
      )}
      <input
        id="upload"
        name="upload"
        type="file"
        multiple
        data-largest={LARGEST}
        data-too-large={t('upload.together')}
        data-most-files={MOST}
        data-too-many={t('upload.tooMany', { chosen: '%', most: MOST })}
        aria-describedby={error ? 'upload-help upload-error' : 'upload-help'}
        aria-invalid={error ? true : undefined}
      />
    </div>
  );
}

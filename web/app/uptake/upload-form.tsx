import { Notice } from '../ui/notice.tsx';
import { useSite } from '../ui/site.tsx';
import { UploadRefused } from '../ui/upload-refused.tsx';

/** Uploads a file as evidence; it works without script, and the page comes back with the file entered in the report form. */
export function UploadForm() {
  const { t, url } = useSite();
  return (
    <form method="post" action="/files" encType="multipart/form-data" className="uptake-form">
      <input type="hidden" name="next" value={url.pathname} />
      <fieldset className="uptake-evidence">
        <legend>{t('uptake.form.upload')}</legend>
        <UploadRefused />
        {url.searchParams.has('file') && <Notice role="status">{t('uptake.form.uploaded')}</Notice>}
        <p className="small" id="upload-help">
          {t('uptake.form.uploadHelp')}
        </p>
        <label htmlFor="upload-file">{t('uptake.form.uploadFile')}</label>
        <input type="file" id="upload-file" name="file" required aria-describedby="upload-help" />
        <button type="submit">{t('uptake.form.uploadSend')}</button>
      </fieldset>
    </form>
  );
}

import { Notice } from './notice.tsx';
import { useSite } from './site.tsx';

const refusals = ['EMPTY', 'SIZE', 'KIND', 'PICTURE'] as const;

/** Says why an upload was refused, when the address says so: POST /files leads back with `?refused=KIND`. */
export function UploadRefused() {
  const { t, url } = useSite();
  const refused = refusals.find((one) => one === url.searchParams.get('refused'));
  return refused ? <Notice role="alert">{t(`upload.${refused}`)}</Notice> : null;
}

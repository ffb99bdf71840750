import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';

/** Where signing in in a window beside a form leads: the form is in the other one. */
export default function SignedInPage() {
  const { t, viewer } = useSite();
  return (
    <>
      <Meta title={t('accounts.signedIn.title')} unlisted />
      <PageTitle
        title={viewer ? t('accounts.signedIn.title') : t('error.signedOut.title')}
        lead={viewer ? t('accounts.signedIn.lead', { name: viewer.name }) : undefined}
      />
      {viewer && <p>{t('accounts.signedIn.other')}</p>}
      <p>{viewer ? <a href="/my-work">{t('accounts.nav.work')}</a> : <a href="/sign-in?next=%2Fsigned-in">{t('accounts.nav.signIn')}</a>}</p>
    </>
  );
}

import { ErrorSummary, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/sign-in-code';
import { useFault, useNext } from './parts.tsx';

/** Whether the first step was taken: the library says it by a cookie, and whether that still holds when the code comes. */
export function loader({ request }: Route.LoaderArgs) {
  return { began: /(?:^|;\s*)(?:__Secure-)?atrium\.two_factor=[^;]/.test(request.headers.get('cookie') ?? '') };
}

/** The second step of signing in, after the password. */
export default function SignInCodePage({ loaderData: { began } }: Route.ComponentProps) {
  const { t } = useSite();
  const next = useNext();
  const errors = useFault();
  return (
    <>
      <Meta title={t('accounts.code.title')} unlisted />
      <PageTitle title={t('accounts.code.title')} lead={t(began ? 'accounts.code.lead' : 'accounts.code.first')} />
      <ErrorSummary errors={errors} />
      {began && (
        <form method="post" action="/account/code">
          <input type="hidden" name="next" value={next} />
          <TextField
            name="code"
            label={t('accounts.code.code')}
            help={t('accounts.code.help')}
            autoComplete="one-time-code"
            error={errors[0]?.message ?? null}
          />
          <button type="submit">{t('accounts.signIn.button')}</button>
        </form>
      )}
      <p className="section">
        <a href={next === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next })}`}>{t(began ? 'accounts.code.again' : 'accounts.nav.signIn')}</a>
      </p>
    </>
  );
}

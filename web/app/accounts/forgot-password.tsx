import { ErrorSummary, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/forgot-password';
import { typed, useFault } from './parts.tsx';

export function loader({ request }: Route.LoaderArgs) {
  return { email: new URL(request.url).searchParams.has('error') ? typed(request, 'email') : '' };
}

export default function ForgotPage({ loaderData: { email } }: Route.ComponentProps) {
  const { t } = useSite();
  const errors = useFault();
  return (
    <>
      <Meta title={t('accounts.forgot.title')} canonical="/forgot-password" unlisted />
      <PageTitle title={t('accounts.forgot.title')} lead={t('accounts.forgot.lead')} />
      <ErrorSummary errors={errors} />
      <form method="post" action="/account/forgot">
        <TextField
          name="email"
          type="email"
          label={t('accounts.signIn.email')}
          example={t('accounts.signIn.emailExample')}
          value={email}
          autoComplete="username"
          error={errors[0]?.message ?? null}
        />
        <button type="submit">{t('accounts.forgot.button')}</button>
      </form>
    </>
  );
}

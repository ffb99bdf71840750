import { ask, fault } from '../api.server.ts';
import { ErrorSummary, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/sign-up';
import { typedEmail, useFault } from './parts.tsx';
import { signInQuery } from './queries.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { signInOptions } = await ask(context, signInQuery);
  if (!signInOptions.local) throw fault(context, 404);
  return { email: new URL(request.url).searchParams.has('error') ? typedEmail(request) : '' };
}

export default function SignUpPage({ loaderData: { email } }: Route.ComponentProps) {
  const { t } = useSite();
  const errors = useFault();
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  return (
    <>
      <Meta title={t('accounts.signUp.title')} canonical="/sign-up" unlisted />
      <PageTitle title={t('accounts.signUp.title')} lead={t('accounts.signUp.lead')} />
      <ErrorSummary errors={errors} />
      <form method="post" action="/account/sign-up">
        <TextField name="name" label={t('accounts.signUp.name')} help={t('accounts.signUp.nameHelp')} autoComplete="name" most={200} />
        <TextField
          name="email"
          type="email"
          label={t('accounts.signIn.email')}
          example={t('accounts.signIn.emailExample')}
          value={email}
          autoComplete="username"
          error={error('email')}
        />
        <TextField
          name="password"
          type="password"
          label={t('accounts.signIn.password')}
          help={t('accounts.signUp.passwordHelp')}
          autoComplete="new-password"
          error={error('password')}
        />
        <button type="submit">{t('accounts.signUp.button')}</button>
      </form>
      <p className="section">
        <a href="/sign-in">{t('accounts.signUp.have')}</a>
      </p>
    </>
  );
}

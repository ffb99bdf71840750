import { ask, httpError } from '../api.server.ts';
import { ErrorSummary, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/sign-up';
import { typed, useFault, useNext } from './parts.tsx';
import { signInQuery } from './queries.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { signInOptions } = await ask(context, signInQuery);
  if (!signInOptions.local) throw httpError(context, 404);
  const failed = new URL(request.url).searchParams.has('error');
  return { email: failed ? typed(request, 'email') : '', name: failed ? typed(request, 'name') : '' };
}

export default function SignUpPage({ loaderData: { email, name } }: Route.ComponentProps) {
  const { t } = useSite();
  const errors = useFault();
  const next = useNext();
  const back = next === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next })}`;
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  return (
    <>
      <Meta title={t('accounts.signUp.title')} canonical="/sign-up" unlisted />
      <PageTitle title={t('accounts.signUp.title')} lead={t('accounts.signUp.lead')} />
      <ErrorSummary errors={errors} />
      <form method="post" action="/account/sign-up">
        <input type="hidden" name="next" value={next} />
        <TextField
          name="name"
          label={t('accounts.signUp.name')}
          value={name}
          help={t('accounts.signUp.nameHelp')}
          autoComplete="name"
          most={200}
          error={error('name')}
        />
        <TextField
          name="email"
          type="email"
          label={t('accounts.signIn.email')}
          example={t('accounts.signIn.emailExample')}
          value={email}
          autoComplete="username"
          error={error('email')}
        />
        <button type="submit">{t('accounts.signUp.button')}</button>
      </form>
      <p className="section">
        <a href={back}>{t('accounts.signUp.have')}</a>
      </p>
    </>
  );
}

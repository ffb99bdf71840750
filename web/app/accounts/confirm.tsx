import { ask } from '../api.server.ts';
import { ErrorSummary, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/confirm';
import { typed, useFault } from './parts.tsx';
import { confirmQuery } from './queries.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const token = (searchParams.get('token') ?? '').replaceAll('\0', '').slice(0, 200);
  const link = token ? ((await ask(context, confirmQuery, { token })).signUpLink ?? null) : null;
  return { token, link: link && { ...link, name: (searchParams.has('error') && typed(request, 'name')) || link.name } };
}

/** Where the link of a confirmation mail leads. Opening it changes nothing, because mail programs open links; the button does. */
export default function ConfirmPage({ loaderData: { token, link } }: Route.ComponentProps) {
  const { t } = useSite();
  const told = useFault();
  const errors = link || told.length > 0 ? told : [{ name: 'ask', message: t(token ? 'accounts.confirm.over' : 'accounts.confirm.missing') }];
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  return (
    <>
      <Meta title={t('accounts.confirm.title')} unlisted />
      <PageTitle title={t('accounts.confirm.title')} lead={link ? t('accounts.confirm.lead', { email: link.email }) : undefined} />
      <ErrorSummary errors={errors} />
      {link && (
        <form method="post" action="/account/confirm">
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="username" value={link.email} autoComplete="username" />
          <TextField
            name="name"
            label={t('accounts.signUp.name')}
            help={t('accounts.signUp.nameHelp')}
            value={link.name}
            autoComplete="name"
            most={200}
            error={error('name')}
          />
          <TextField
            name="password"
            type="password"
            label={t('accounts.signIn.password')}
            help={t('accounts.signUp.passwordHelp')}
            autoComplete="new-password"
            error={error('password')}
          />
          <button type="submit">{t('accounts.confirm.button')}</button>
        </form>
      )}
      <p className="section" id="ask">
        <a href="/sign-up">{t('accounts.confirm.again')}</a> · <a href="/sign-in">{t('accounts.signUp.have')}</a>
      </p>
    </>
  );
}

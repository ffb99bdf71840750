import { data, redirect } from 'react-router';
import { ask } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { ErrorSummary } from '../ui/form.tsx';
import { toError } from '../ui/faults.ts';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/invitation';
import { acceptInvitationMutation, invitationQuery } from './queries.ts';
import { toSignIn } from './signed-in.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { me } = await ask(context, invitationQuery);
  if (!me) throw toSignIn(request);
  return { me };
}

export async function action({ request, context }: Route.ActionArgs) {
  const token = String((await readForm(context, request)).get('token') ?? '').slice(0, 200);
  const { acceptInvitation } = await ask(context, acceptInvitationMutation, { token });
  if (acceptInvitation.__typename === 'InvalidInput') return data({ faults: acceptInvitation.fields }, 400);
  throw redirect('/invitation?taken=1', 303);
}

/** Where the link of an invitation leads: opening it takes nothing, the button does. */
export default function InvitationPage({ loaderData: { me }, actionData }: Route.ComponentProps) {
  const { t, url } = useSite();
  const token = url.searchParams.get('token') ?? '';
  const taken = url.searchParams.get('taken') === '1';
  return (
    <>
      <Meta title={t('accounts.invitation.title')} unlisted />
      <PageTitle title={t('accounts.invitation.title')} lead={taken ? undefined : t('accounts.invitation.lead')} />
      <ErrorSummary errors={(actionData?.faults ?? []).map((one) => toError(t, one, 'take'))} />
      {taken ? (
        <Notice role="status">
          {t('accounts.invitation.done')} <a href="/my-work">{t('accounts.invitation.toWork')}</a>
        </Notice>
      ) : token ? (
        <form method="post" action={`/invitation?${new URLSearchParams({ token })}`} id="take">
          <p>{t('accounts.invitation.as', { name: me.name, email: me.email })}</p>
          <input type="hidden" name="token" value={token} />
          <div className="entry-buttons">
            <button type="submit">{t('accounts.invitation.button')}</button>
          </div>
        </form>
      ) : (
        <p>{t('accounts.invitation.missing')}</p>
      )}
    </>
  );
}

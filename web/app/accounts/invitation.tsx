import { data, redirect } from 'react-router';
import { ask } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import type { InvitationPartsFragment } from '../graphql/graphql.ts';
import { ErrorSummary } from '../ui/form.tsx';
import { toError } from '../ui/faults.ts';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/invitation';
import { acceptInvitationMutation, invitationQuery } from './queries.ts';
import { toSignIn } from './signed-in.ts';

const tokenOf = (request: Request) => (new URL(request.url).searchParams.get('token') ?? '').replaceAll('\0', '').slice(0, 200);

export async function loader({ request, context }: Route.LoaderArgs) {
  const token = tokenOf(request);
  const answer = await ask(context, invitationQuery, { token, linked: token !== '' });
  // Without a link there is something to show to who is signed in alone.
  if (!answer.me && token === '') throw toSignIn(request);
  return { ...answer, token };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 200) || null;
  const { acceptInvitation } = await ask(context, acceptInvitationMutation, { token: text('token'), id: text('id') });
  if (acceptInvitation.__typename === 'InvalidInput') return data({ faults: acceptInvitation.fields }, 400);
  throw redirect('/invitation?taken=1', 303);
}

/** Where the link of an invitation leads: opening it takes nothing, the button does. Who has no account yet reads what it is for, and how to go on. */
export default function InvitationPage({ loaderData: { me, signInOptions, link, invitationsForMe, token }, actionData }: Route.ComponentProps) {
  const { t, url } = useSite();
  const taken = url.searchParams.get('taken') === '1';
  const here = `/invitation?${new URLSearchParams({ token })}`;
  const next = new URLSearchParams({ next: here });
  const others = invitationsForMe.filter((one) => one.id !== link?.id);
  return (
    <>
      <Meta title={t('accounts.invitation.title')} unlisted />
      <PageTitle title={t('accounts.invitation.title')} lead={!taken && link?.state === 'OPEN' ? t('accounts.invitation.lead') : undefined} />
      <ErrorSummary errors={(actionData?.faults ?? []).map((one) => toError(t, one, 'take'))} />
      {taken && (
        <Notice role="status">
          {t('accounts.invitation.done')} <a href="/my-work">{t('accounts.invitation.toWork')}</a>
        </Notice>
      )}
      {token && !link && <p id="take">{t('accounts.invitation.unknown')}</p>}
      {link && link.state !== 'OPEN' && <p id="take">{t(`accounts.invitation.over.${link.state}` as 'accounts.invitation.over.USED')}</p>}
      {link?.state === 'OPEN' && (
        <>
          <About invitation={link} />
          {!me ? (
            <>
              <p id="take" className="section">
                {t('accounts.invitation.first')}
              </p>
              <p className="entry-buttons section">
                <a className="button" href={`/sign-in?${next}`} rel="nofollow">
                  {t('accounts.nav.signIn')}
                </a>
                {signInOptions.local && (
                  <a href={`/sign-up?${next}`} rel="nofollow">
                    {t('accounts.invitation.open')}
                  </a>
                )}
              </p>
            </>
          ) : link.yours ? (
            <Take action={here} field={['token', token]} id="take" as={t('accounts.invitation.as', { name: me.name, email: me.email })} />
          ) : (
            <>
              <p id="take">{t('accounts.invitation.otherAddress', { name: me.name, email: me.email })}</p>
              <form method="post" action="/account/sign-out">
                <input type="hidden" name="next" value={here} />
                <button type="submit" className="button-quiet">
                  {t('accounts.nav.signOut')}
                </button>
              </form>
            </>
          )}
        </>
      )}
      {others.map((one) => (
        <section key={one.id} className="section">
          <About invitation={one} />
          <Take action="/invitation" field={['id', one.id]} as={me ? t('accounts.invitation.as', { name: me.name, email: me.email }) : ''} />
        </section>
      ))}
      {!token && !taken && others.length === 0 && <p>{t('accounts.invitation.none')}</p>}
    </>
  );
}

/** What somebody is invited to, by whom, until when. */
function About({ invitation: { role, organizationName, deputy, invitedBy, expiresAt } }: { invitation: InvitationPartsFragment }) {
  const { t, format } = useSite();
  const what = `${t(`accounts.role.${role}`)}, ${organizationName ?? t('accounts.account.everywhere')}${deputy ? ` (${t('accounts.account.deputy')})` : ''}`;
  return (
    <p>
      <b>{what}.</b> {t(`accounts.roleHelp.${role}`)}{' '}
      {invitedBy ? t('accounts.invitation.by', { name: invitedBy, until: format.date(expiresAt.slice(0, 10)) }) : null}
    </p>
  );
}

function Take({ action, field: [name, value], as, id }: { action: string; field: [string, string]; as: string; id?: string }) {
  const { t } = useSite();
  return (
    <form method="post" action={action} id={id}>
      <p>{as}</p>
      <input type="hidden" name={name} value={value} />
      <div className="entry-buttons">
        <button type="submit">{t('accounts.invitation.button')}</button>
      </div>
    </form>
  );
}

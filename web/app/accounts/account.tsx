import { ask } from '../api.server.ts';
import { Facts } from '../ui/facts.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/account';
import { accountQuery } from './queries.ts';
import { toSignIn } from './signed-in.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { me, signInOptions } = await ask(context, accountQuery);
  if (!me) throw toSignIn(request);
  return { me, local: signInOptions.local };
}

export default function AccountPage({ loaderData: { me, local } }: Route.ComponentProps) {
  const { t } = useSite();
  return (
    <>
      <Meta title={t('accounts.account.title')} unlisted />
      <PageTitle kind={me.demo ? t('accounts.demoMark') : undefined} title={t('accounts.account.title')} lead={me.demo ? t('accounts.demoNote') : undefined} />
      <Facts
        caption={t('accounts.account.about')}
        items={[
          { label: t('accounts.account.name'), value: me.name },
          { label: t('accounts.account.email'), value: me.email },
          {
            label: t('accounts.account.roles'),
            value:
              me.memberships.length === 0
                ? t('accounts.account.noRole')
                : me.memberships.map((one) => (
                    <span key={`${one.role} ${one.organizationName}`}>
                      {t(`accounts.role.${one.role}`)}, {one.organizationName ?? t('accounts.account.everywhere')}
                      {one.deputy && ` (${t('accounts.account.deputy')})`} <span className="quiet small">{t(`accounts.roleHelp.${one.role}`)}</span>
                    </span>
                  )),
          },
        ]}
      />
      <Section id="sessions" title={t('accounts.account.sessions')}>
        <p>{t('accounts.account.sessionsLead')}</p>
        <form method="post" action="/account/sign-out" className="entry-buttons">
          <button type="submit">{t('accounts.account.signOut')}</button>
          <button type="submit" name="everywhere" value="1" className="button-quiet">
            {t('accounts.account.signOutAll')}
          </button>
        </form>
      </Section>
      {local && !me.demo && (
        <div hidden data-passkey="add" data-done={t('accounts.account.passkeyAdded')} data-failed={t('accounts.account.passkeyFailed')}>
          <Section id="passkeys" title={t('accounts.account.passkeys')}>
            <p>{t('accounts.account.passkeysLead')}</p>
            <button type="button" className="button-quiet">
              {t('accounts.account.passkeyAdd')}
            </button>{' '}
            <span role="status" />
          </Section>
        </div>
      )}
    </>
  );
}

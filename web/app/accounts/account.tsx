import { Trans } from 'react-i18next';
import { ask } from '../api.server.ts';
import type { AccountPageQuery } from '../graphql/graphql.ts';
import { Facts } from '../ui/facts.tsx';
import { ErrorSummary, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/account';
import { browserOf } from './browser.ts';
import { useFault } from './parts.tsx';
import { accountQuery } from './queries.ts';
import { toSignIn } from './signed-in.ts';
import { Trail } from '../ui/trail.tsx';
import { TokenRows } from './token-rows.tsx';

type Me = NonNullable<AccountPageQuery['me']>;
const done = ['SESSIONS', 'PASSKEY_ADDED', 'PASSKEY_RENAMED', 'PASSKEY_REMOVED', 'SERVICE_ADDED', 'SERVICE_REMOVED', 'PASSWORD', 'APP_REMOVED'] as const;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { me, signInOptions } = await ask(context, accountQuery);
  if (!me) throw toSignIn(request);
  return { me, local: signInOptions.local, providers: signInOptions.providers, userAgent: request.headers.get('user-agent') ?? '' };
}

export default function AccountPage({ loaderData: { me, local, providers, userAgent } }: Route.ComponentProps) {
  const { t, url } = useSite();
  const errors = useFault();
  const did = done.find((one) => one === url.searchParams.get('done'));
  return (
    <>
      <Meta title={t('accounts.account.title')} unlisted />
      <Trail />
      <PageTitle kind={me.demo ? t('accounts.demoMark') : undefined} title={t('accounts.account.title')} lead={me.demo ? t('accounts.demoNote') : undefined} />
      <ErrorSummary errors={errors} />
      {did && <Notice role="status">{t(`accounts.account.done.${did}`)}</Notice>}
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
      {me.rolesWithheld && (
        <Notice>
          {t('accounts.secondFactor.withheld')} <a href="/second-factor?next=/account">{t('accounts.secondFactor.title')}</a>
        </Notice>
      )}
      <Sessions sessions={me.sessions} />
      {(providers.length > 0 || me.services.length > 0) && !me.demo && <Services services={me.services} providers={providers} />}
      <Section id="tokens" title={t('tokens.account')}>
        {me.apiTokens.length === 0 ? (
          <p className="quiet">{t('tokens.accountNone')}</p>
        ) : (
          <>
            <p>{t('tokens.accountLead')}</p>
            <TokenRows tokens={me.apiTokens} />
          </>
        )}
        <p>
          <a href="/tokens">{t('tokens.manage')}</a>
        </p>
      </Section>
      <Section id="webhooks" title={t('webhooks.account')}>
        <p>
          {t('webhooks.accountLead')} <a href="/webhooks">{t('webhooks.manage')}</a>
        </p>
      </Section>
      {local && !me.demo && <SignInHere me={me} errors={errors} />}
      <Section id="data" title={t('accounts.account.data')}>
        <p>{t('accounts.account.dataLead')}</p>
        <p>
          <a href="/account/data.json" download="">
            {t('accounts.account.dataFile')}
          </a>
        </p>
      </Section>
      {local && !me.demo && <Passkeys passkeys={me.passkeys} userAgent={userAgent} proved={me.factors.provedLately} />}
    </>
  );
}

/** When something was last used, in words. */
function useLastUse() {
  const { t, format } = useSite();
  return (at: string | null | undefined) => (at ? t('accounts.account.lastUsed', { date: format.minute(at) }) : t('accounts.account.neverUsed'));
}

/** The browser in words, such as "Firefox on Windows". */
function useBrowserName() {
  const { t } = useSite();
  return (userAgent: string) => {
    const { browser, system } = browserOf(userAgent);
    return browser && system ? t('accounts.account.browser', { browser, system }) : (browser ?? system ?? t('accounts.account.browserUnknown'));
  };
}

function Sessions({ sessions }: { sessions: Me['sessions'] }) {
  const { t, i18n, format } = useSite();
  const nameOf = useBrowserName();
  return (
    <Section id="sessions" title={t('accounts.account.sessions')}>
      <p>{t('accounts.account.sessionsLead')}</p>
      {sessions ? (
        <ul className="rows account-list">
          {sessions.map(({ id, createdAt, seenAt, secondFactor, userAgent, current }) => {
            const browser = nameOf(userAgent);
            const date = format.minute(createdAt);
            return (
              <li className="row" key={id}>
                <p>
                  {browser}{' '}
                  <span className="quiet small">
                    {t('accounts.account.since', { date })}, {t('accounts.account.lastUsed', { date: format.minute(seenAt) })}
                    {secondFactor && <>, {t('accounts.account.twoFactors')}</>}
                    {current && <>, {t('accounts.account.thisBrowser')}</>}
                  </span>
                </p>
                {!current && (
                  <form method="post" action="/account/sessions">
                    <button type="submit" name="end" value={id} className="button-quiet" aria-label={t('accounts.account.endOf', { browser, date })}>
                      {t('accounts.account.end')}
                    </button>
                  </form>
                )}
              </li>
            );
          })}
        </ul>
      ) : (
        <p>
          <Trans i18n={i18n} t={t} i18nKey="accounts.account.sessionsOld" components={{ x: <a href="/sign-in?next=/account">{null}</a> }} />
        </p>
      )}
      <div className="entry-buttons">
        <form method="post" action="/account/sign-out">
          <button type="submit">{t('accounts.account.signOut')}</button>
        </form>
        {sessions && sessions.length > 1 && (
          <form method="post" action="/account/sessions">
            <button type="submit" className="button-quiet">
              {t('accounts.account.endOthers')}
            </button>
          </form>
        )}
        <form method="post" action="/account/sign-out">
          <button type="submit" name="everywhere" value="1" className="button-quiet">
            {t('accounts.account.signOutAll')}
          </button>
        </form>
      </div>
    </Section>
  );
}

/** The password kept here and the app that gives codes. */
function SignInHere({ me: { email, factors }, errors }: { me: Me; errors: { name: string; message: string }[] }) {
  const { t, format } = useSite();
  const used = useLastUse();
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  if (!factors.password) return null;
  return (
    <>
      <Section id="factors" title={t('accounts.account.app')}>
        {factors.app ? (
          <>
            <p>
              {t('accounts.account.appIs')}{' '}
              <span className="quiet small">
                {t('accounts.account.passkeySince', { date: format.date(factors.app.createdAt.slice(0, 10)) })}, {used(factors.app.usedAt)}
              </span>{' '}
              <a href="/second-factor?next=/account">{t('accounts.account.appCodes')}</a>
            </p>
            <details>
              <summary>{t('accounts.account.appRemove')}</summary>
              <form method="post" action="/account/second-factor" className="entry-inline">
                <div>
                  <label htmlFor="app-password">{t('accounts.signIn.password')}</label>
                  <input id="app-password" name="password" type="password" autoComplete="current-password" />
                </div>
                <button type="submit" name="do" value="remove" className="button-quiet">
                  {t('accounts.account.appRemove')}
                </button>
              </form>
            </details>
          </>
        ) : (
          <p>
            {t('accounts.account.appNone')} <a href="/second-factor?next=/account">{t('accounts.account.appAdd')}</a>
          </p>
        )}
      </Section>
      <Section id="new-password" title={t('accounts.signIn.password')}>
        <p className="quiet small">{used(factors.passwordUsedAt)}</p>
        <details open={error('password') !== null}>
          <summary>{t('accounts.account.passwordChange')}</summary>
          <form method="post" action="/account/password">
            <p>{t('accounts.account.passwordLead')}</p>
            <input type="hidden" name="username" value={email} autoComplete="username" />
            <TextField name="current" type="password" label={t('accounts.account.passwordNow')} autoComplete="current-password" />
            <TextField
              name="password"
              type="password"
              label={t('accounts.reset.new')}
              help={t('accounts.signUp.passwordHelp')}
              autoComplete="new-password"
              error={error('password')}
            />
            <button type="submit">{t('accounts.reset.button')}</button>
          </form>
        </details>
      </Section>
    </>
  );
}

/** The accounts at sign-in services; only the signed-in person joins another one. */
function Services({ services, providers }: { services: Me['services']; providers: { id: string; name: string }[] }) {
  const { t, format } = useSite();
  const others = providers.filter((provider) => !services.some((one) => one.service === provider.id));
  return (
    <Section id="services" title={t('accounts.account.services')}>
      <p>{t('accounts.account.servicesLead')}</p>
      <ul className="rows account-list">
        {services.map(({ id, name, createdAt }) => (
          <li className="row" key={id}>
            <p>
              {name} <span className="quiet small">{t('accounts.account.since', { date: format.date(createdAt.slice(0, 10)) })}</span>
            </p>
            {services.length > 1 && (
              <form method="post" action="/account/services">
                <button type="submit" name="disconnect" value={id} className="button-quiet" aria-label={t('accounts.account.disconnectOf', { name })}>
                  {t('accounts.account.disconnect')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <form method="post" action="/account/services" className="entry-buttons">
          {others.map(({ id, name }) => (
            <button key={id} type="submit" name="connect" value={id} className="button-quiet">
              {t('accounts.account.connect', { name })}
            </button>
          ))}
        </form>
      )}
    </Section>
  );
}

function Passkeys({ passkeys, userAgent, proved }: { passkeys: Me['passkeys']; userAgent: string; proved: boolean }) {
  const { t, url, format } = useSite();
  const nameOf = useBrowserName();
  const used = useLastUse();
  const unnamed = url.searchParams.get('error') === 'NAME' ? url.searchParams.get('passkey') : null;
  return (
    <Section id="passkeys" title={t('accounts.account.passkeys')}>
      <p>{t('accounts.account.passkeysLead')}</p>
      <ul className={passkeys.length > 0 ? 'rows account-list' : 'plain'}>
        {passkeys.length === 0 && <li className="quiet">{t('accounts.account.passkeyNone')}</li>}
        {passkeys.map((passkey) => {
          const name = passkey.name || t('accounts.account.passkeyUnnamed');
          return (
            <li className="row" key={passkey.id}>
              <p>
                {name}{' '}
                <span className="quiet small">
                  {t('accounts.account.passkeySince', { date: format.date(passkey.createdAt.slice(0, 10)) })}, {used(passkey.usedAt)}
                </span>
              </p>
              <details open={unnamed === passkey.id}>
                <summary>
                  {t('accounts.members.change')}
                  <span className="hidden">: {name}</span>
                </summary>
                <form method="post" action="/account/passkeys" className="entry-inline">
                  <div>
                    <label htmlFor={`name-${passkey.id}`}>{t('accounts.account.passkeyName')}</label>
                    <input
                      id={`name-${passkey.id}`}
                      name="name"
                      defaultValue={passkey.name}
                      maxLength={100}
                      aria-invalid={unnamed === passkey.id || undefined}
                    />
                  </div>
                  <button type="submit" name="rename" value={passkey.id} className="button-quiet" aria-label={t('accounts.account.passkeyRenameOf', { name })}>
                    {t('accounts.account.passkeyRename')}
                  </button>
                  <button type="submit" name="remove" value={passkey.id} className="button-quiet" aria-label={t('accounts.account.passkeyRemoveOf', { name })}>
                    {t('accounts.account.passkeyRemove')}
                  </button>
                </form>
              </details>
            </li>
          );
        })}
      </ul>
      <p className="quiet entry-noscript">{t('accounts.account.passkeyScript')}</p>
      {!proved && (
        <p>
          <a href="/prove?next=/account%23passkeys">{t('accounts.account.passkeyProve')}</a>
        </p>
      )}
      <p
        hidden
        data-passkey={proved ? 'add' : undefined}
        data-name={nameOf(userAgent)}
        data-next="/account?done=PASSKEY_ADDED#passkeys"
        data-failed={t('accounts.account.passkeyFailed')}
      >
        <button type="button" className="button-quiet">
          {t('accounts.account.passkeyAdd')}
        </button>{' '}
        <span role="status" />
      </p>
    </Section>
  );
}

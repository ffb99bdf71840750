import { encode } from 'uqr';
import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import type { SecondFactorPageQuery } from '../graphql/graphql.ts';
import { ErrorSummary, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/second-factor';
import { browserOf } from './browser.ts';
import { useFault, useNext } from './parts.tsx';
import { toSignIn } from './signed-in.ts';

const query = graphql(`
  query SecondFactorPage {
    me {
      email
      demo
      rolesWithheld
      passkeys {
        id
      }
      factors {
        password
        app {
          createdAt
        }
        pending {
          secret
          address
        }
        backupCodes
        shown
        mayAdd
        withdrawn
        provedLately
      }
    }
  }
`);
type Me = NonNullable<SecondFactorPageQuery['me']>;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { me } = await ask(context, query);
  if (!me) throw toSignIn(request);
  const { browser, system } = browserOf(request.headers.get('user-agent') ?? '');
  return { me, device: [browser, system].filter(Boolean).join(', ') };
}

/** Sets up a second factor, or asks for one that is there, where roles wait for it. */
export default function SecondFactorPage({ loaderData: { me, device } }: Route.ComponentProps) {
  const { t, url } = useSite();
  const next = useNext();
  const errors = useFault();
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const { factors } = me;
  const here = `/second-factor?${new URLSearchParams({ next })}`;
  const open = factors.password && !me.demo;
  return (
    <>
      <Meta title={t('accounts.secondFactor.title')} unlisted />
      <PageTitle title={t('accounts.secondFactor.title')} lead={t('accounts.secondFactor.lead')} />
      <ErrorSummary errors={errors} />
      {url.searchParams.get('done') === 'APP_ADDED' && <Notice role="status">{t('accounts.secondFactor.added')}</Notice>}
      {me.rolesWithheld && <Notice>{t('accounts.secondFactor.withheld')}</Notice>}
      {!open && <p>{t('accounts.secondFactor.elsewhere')}</p>}
      {factors.backupCodes && <BackupCodes codes={factors.backupCodes} />}
      {factors.shown && !factors.backupCodes && factors.app && (
        <p>
          {t('accounts.secondFactor.codesHidden')} <a href={`/prove?${new URLSearchParams({ next: here })}`}>{t('accounts.prove.title')}</a>
        </p>
      )}
      {open && factors.withdrawn && !factors.shown && <p>{t('accounts.secondFactor.withdrawn')}</p>}
      {open && !factors.shown && me.passkeys.length > 0 && (
        <Section id="use" title={t('accounts.secondFactor.use')}>
          <p className="entry-noscript">{t('accounts.account.passkeyScript')}</p>
          <p hidden data-passkey="sign-in" data-next={next} data-failed={t('accounts.prove.passkeyFailed')}>
            <button type="button">{t('accounts.signIn.passkey')}</button> <span role="status" />
          </p>
        </Section>
      )}
      {open && !factors.app && factors.mayAdd && (
        <Section id="app" title={t('accounts.secondFactor.app')}>
          {!factors.pending && <p>{t('accounts.secondFactor.appLead')}</p>}
          {factors.pending ? (
            <Pending pending={factors.pending} next={next} error={error('code')} />
          ) : (
            <form method="post" action="/account/second-factor">
              <input type="hidden" name="next" value={next} />
              <input type="hidden" name="username" value={me.email} autoComplete="username" />
              <TextField
                name="password"
                type="password"
                label={t('accounts.signIn.password')}
                help={t('accounts.secondFactor.passwordHelp')}
                autoComplete="current-password"
                error={error('password')}
              />
              <button type="submit" name="do" value="begin">
                {t('accounts.secondFactor.begin')}
              </button>
            </form>
          )}
        </Section>
      )}
      {open && factors.mayAdd && <AddPasskey device={device} proved={factors.provedLately} here={here} shown={factors.shown} next={next} />}
      {!me.rolesWithheld && (
        <p className="section">
          <a href={next}>{t('accounts.secondFactor.on')}</a>
        </p>
      )}
    </>
  );
}

function AddPasskey({ device, proved, here, shown, next }: { device: string; proved: boolean; here: string; shown: boolean; next: string }) {
  const { t } = useSite();
  return (
    <Section id="passkey" title={t('accounts.secondFactor.passkey')}>
      <p>{t('accounts.secondFactor.passkeyLead')}</p>
      {proved ? (
        <>
          <p className="quiet entry-noscript">{t('accounts.account.passkeyScript')}</p>
          <p hidden data-passkey="add" data-name={device} data-next={shown ? next : here} data-failed={t('accounts.account.passkeyFailed')}>
            <button type="button" className="button-quiet">
              {t('accounts.account.passkeyAdd')}
            </button>{' '}
            <span role="status" />
          </p>
        </>
      ) : (
        <p>
          <a href={`/prove?${new URLSearchParams({ next: here })}`}>{t('accounts.prove.title')}</a>
        </p>
      )}
    </Section>
  );
}

function Pending({ pending, next, error }: { pending: NonNullable<Me['factors']['pending']>; next: string; error: string | null }) {
  const { t } = useSite();
  return (
    <>
      <p>{t('accounts.secondFactor.scan')}</p>
      <QrCode text={pending.address} label={t('accounts.secondFactor.qr')} />
      <p>
        {t('accounts.secondFactor.secret')} <code className="secret">{pending.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <form method="post" action="/account/second-factor">
        <input type="hidden" name="next" value={next} />
        <TextField name="code" label={t('accounts.secondFactor.code')} inputMode="numeric" autoComplete="one-time-code" error={error} />
        <button type="submit" name="do" value="confirm">
          {t('accounts.secondFactor.confirm')}
        </button>
      </form>
    </>
  );
}

function BackupCodes({ codes }: { codes: string[] }) {
  const { t } = useSite();
  return (
    <Section id="codes" title={t('accounts.secondFactor.codes')}>
      <p>{t('accounts.secondFactor.codesLead', { count: codes.length })}</p>
      <ul className="secret-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A QR code, drawn by the server: dark on white in every colour scheme, as cameras need it. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}

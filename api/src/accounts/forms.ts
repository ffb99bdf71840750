import { keepable } from '#prisma/content/text.ts';
import type { Accounts } from './accounts.ts';
import { AUTH_PATH, CLIENT_ADDRESS, FROM_AFAR } from './address.ts';
import { type AccountFault, faultOf } from './failures.ts';
import { provedLately } from './second-factor.ts';

/** Only a path of this site may follow a sign-in. */
const safeNext = (next: string | null | undefined): string => (next && /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(next) && next.length < 12_000 ? next : '/');

/** What was typed into a form that comes back, by the name of its field. */
const TYPED = { email: 'atrium.typed', name: 'atrium.typed-name' };
const typedCookie = (field: keyof typeof TYPED, text: string, secure: boolean) =>
  `${TYPED[field]}=${encodeURIComponent(text.toWellFormed().slice(0, 320).toWellFormed())}; Path=/; HttpOnly; SameSite=Lax; Max-Age=120${secure ? '; Secure' : ''}`;

/** A path of this site as the sign-in library takes one: without a place on the page, other characters than those of an address encoded. */
const callback = (next: string) => (next.split('#')[0] ?? '/').replace(/[^\w\-.+/@?=&%]/gu, encodeURIComponent);

/** A page that leads on to a sign-in service. Not a redirect: the policy of our pages lets forms lead nowhere else, redirects included; a page may. */
function leadOn(url: string, response: Response): Response {
  const target = url.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', refresh: `0; url=${url}` });
  for (const cookie of response.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return new Response(`<!doctype html><html lang="en"><title>Atrium</title><p><a href="${target}">Continue to sign in</a></p></html>`, { headers });
}

/**
 * The account forms, which work without script: each takes an ordinary form, asks the sign-in library, and answers with
 * a redirect (303) to the page that says what came of it, session cookies included.
 * `sign-in`, `code` (the second step of signing in), `second-factor` (`do=begin`, `confirm` or `remove`), `prove` (who it is,
 * again), `password` (a new one), `sign-up`, `confirm`, `sign-out` (with `everywhere=1` for all browsers), `demo`, `provider`, `services`
 * (`connect=<provider>` or `disconnect=<id>`), `forgot`, `reset`, `sessions` (`end=<id>`, or all others), `passkeys`
 * (`remove=<id>`, or `rename=<id>` with `name`).
 * @returns null for an address that is none of these
 */
export async function answerForm(accounts: Accounts, request: Request): Promise<Response | null> {
  const url = new URL(request.url);
  const action = /^\/account\/([a-z-]+)$/.exec(url.pathname)?.[1];
  if (!action || request.method !== 'POST') return null;
  const form = new URLSearchParams(await request.text());
  const text = (name: string) => keepable(form.get(name) ?? '').trim();
  const next = safeNext(form.get('next'));
  const secure = accounts.settings.baseUrl.startsWith('https:');

  const ask = async (path: string, body: Record<string, unknown>) => {
    const headers = new Headers({ 'content-type': 'application/json' });
    for (const name of [
      'cookie',
      'origin',
      'host',
      'user-agent',
      'sec-fetch-site',
      'sec-fetch-mode',
      'sec-fetch-dest',
      'x-request-id',
      CLIENT_ADDRESS,
      FROM_AFAR,
    ]) {
      const value = request.headers.get(name);
      if (value) headers.set(name, value);
    }
    const response = await accounts.ask(
      new Request(new URL(`${AUTH_PATH}${path}`, accounts.settings.baseUrl), { method: 'POST', headers, body: JSON.stringify(body) }),
    );
    const answer = (await response.json().catch(() => ({}))) as { code?: string; url?: string; twoFactorRedirect?: boolean };
    return { response, answer, fault: response.ok ? null : faultOf(response.status, answer.code ?? '') };
  };
  const go = (location: string, cookies: string[] = []) => {
    // A header holds no other letters than those of an address.
    const headers = new Headers({ location: location.replace(/[^\x21-\x7e]/gu, encodeURIComponent), 'cache-control': 'no-store' });
    for (const cookie of cookies) headers.append('set-cookie', cookie);
    return new Response(null, { status: 303, headers });
  };
  const back = (page: string, fault: AccountFault, extra: Record<string, string> = {}) =>
    go(
      `${page}?${new URLSearchParams({ error: fault, ...(next === '/' ? {} : { next }), ...extra })}`,
      (['email', 'name'] as const).flatMap((field) => (text(field) ? [typedCookie(field, text(field), secure)] : [])),
    );

  const page = (path: string, more: Record<string, string> = {}) => {
    const query = new URLSearchParams({ ...more, ...(next === '/' ? {} : { next }) }).toString();
    return query ? `${path}?${query}` : path;
  };
  /** On after a sign-in, or first to where a second factor is set up or shown, where roles wait for it. */
  const arrive = async (cookies: string[]) => {
    const headers = new Headers(request.headers);
    headers.set('cookie', cookies.map((cookie) => cookie.split(';')[0]).join('; '));
    const user = await accounts.authenticate(headers);
    if (user?.shown?.withheld) return go(page('/second-factor'), cookies);
    // Who opened an account because of an invitation comes back without its link.
    return go(user && next === '/' && (await accounts.isInvited(user)) ? '/invitation' : next, cookies);
  };
  /** Back to the account, or first to where the person proves again who it is. */
  const refuse = (fault: AccountFault, place = '') =>
    go(
      fault === 'PROOF_NEEDED'
        ? `/prove?${new URLSearchParams({ next: `/account${place}` })}`
        : `/account?${new URLSearchParams({ error: fault === 'CREDENTIALS' ? 'GONE' : fault })}`,
    );

  if (action === 'sign-in') {
    const { response, answer, fault } = await ask('/sign-in/email', { email: text('email'), password: form.get('password') ?? '' });
    if (fault) return back('/sign-in', fault);
    const cookies = response.headers.getSetCookie();
    return answer.twoFactorRedirect ? go(page('/sign-in/code'), cookies) : arrive(cookies);
  }
  if (action === 'code') {
    const digits = text('code').replace(/\s/g, '');
    const { response, fault } = /^\d{6}$/.test(digits)
      ? await ask('/two-factor/verify-totp', { code: digits })
      : await ask('/two-factor/verify-backup-code', { code: text('code') });
    if (fault === 'CODE_EXPIRED') return back('/sign-in', fault);
    return fault ? back('/sign-in/code', fault) : go(next, response.headers.getSetCookie());
  }
  if (action === 'prove') {
    const proof = form.get('proof') ?? '';
    // Without one, somebody signed in again beside this form, with a passkey or a service.
    const user = proof === '' ? await accounts.authenticate(request.headers) : null;
    const fault = proof === '' ? (user && provedLately(user) ? null : 'PROOF') : await accounts.prove(request.headers, proof);
    return fault ? back('/prove', fault) : go(next);
  }
  if (action === 'second-factor') {
    const doing = text('do');
    if (doing === 'confirm') {
      const { response, fault } = await ask('/two-factor/verify-totp', { code: text('code').replace(/\s/g, '') });
      return fault ? back('/second-factor', fault) : go(page('/second-factor', { done: 'APP_ADDED' }), response.headers.getSetCookie());
    }
    const password = form.get('password') ?? '';
    const wrong = await accounts.prove(request.headers, password);
    if (wrong) return back('/second-factor', wrong === 'PROOF' ? 'WRONG_PASSWORD' : wrong);
    const { response, fault } = await ask(doing === 'remove' ? '/two-factor/disable' : '/two-factor/enable', { password });
    if (fault) return back('/second-factor', fault);
    return doing === 'remove' ? go('/account?done=APP_REMOVED#factors', response.headers.getSetCookie()) : go(page('/second-factor'));
  }
  if (action === 'password') {
    const currentPassword = form.get('current') ?? '';
    const wrong = await accounts.prove(request.headers, currentPassword);
    if (wrong) return go(`/account?error=${wrong === 'PROOF' ? 'WRONG_PASSWORD' : wrong}`);
    const { response, fault } = await ask('/change-password', { currentPassword, newPassword: form.get('password') ?? '', revokeOtherSessions: true });
    return fault ? refuse(fault) : go('/account?done=PASSWORD#password', response.headers.getSetCookie());
  }
  if (action === 'sign-up') {
    const { fault } = await ask('/sign-up/begin', { email: text('email'), name: text('name') });
    // The same answer whether the address is known or not.
    return fault ? back('/sign-up', fault) : go(page('/sign-in', { sent: 'verify' }));
  }
  if (action === 'confirm') {
    const token = text('token');
    const { fault } = await ask('/sign-up/confirm', { token, name: text('name'), password: form.get('password') ?? '' });
    return fault ? back('/confirm', fault, { token }) : go('/sign-in?verified=1');
  }
  if (action === 'demo') {
    const { response, fault } = await ask('/sign-in/demo', { account: text('account') });
    return fault ? back('/sign-in', fault) : go(next, response.headers.getSetCookie());
  }
  if (action === 'provider') {
    const asked = await ask('/sign-in/social', {
      provider: text('provider'),
      additionalData: { service: text('provider') },
      callbackURL: callback(next),
      errorCallbackURL: page('/sign-in'),
    });
    return asked.fault || !asked.answer.url ? back('/sign-in', asked.fault ?? 'UNAVAILABLE') : leadOn(asked.answer.url, asked.response);
  }
  if (action === 'services') {
    const disconnect = text('disconnect');
    if (disconnect) {
      const { fault } = await ask('/unlink-account', { accountId: disconnect });
      return fault ? refuse(fault, '#services') : go('/account?done=SERVICE_REMOVED');
    }
    const asked = await ask('/link-social', {
      provider: text('connect'),
      additionalData: { service: text('connect') },
      callbackURL: '/account?done=SERVICE_ADDED',
      errorCallbackURL: '/account',
    });
    if (asked.response.status === 401) return go('/sign-in?next=%2Faccount');
    if (asked.fault === 'PROOF_NEEDED') return refuse(asked.fault, '#services');
    return asked.fault || !asked.answer.url ? go(`/account?error=${asked.fault ?? 'UNAVAILABLE'}`) : leadOn(asked.answer.url, asked.response);
  }
  if (action === 'sign-out') {
    // The others first: once this one is over too, nobody is known who signs out.
    if (form.get('everywhere')) await ask('/revoke-other-sessions', {});
    const { response } = await ask('/sign-out', {});
    return go(next, response.headers.getSetCookie());
  }
  if (action === 'sessions') {
    const id = text('end');
    const ended = id ? await accounts.endSession(request.headers, id) : !(await ask('/revoke-other-sessions', {})).fault;
    return go(ended ? '/account?done=SESSIONS#sessions' : '/account?error=GONE');
  }
  if (action === 'passkeys') {
    const remove = text('remove');
    if (!remove && text('name') === '') return go(`/account?${new URLSearchParams({ error: 'NAME', passkey: text('rename') })}`);
    const { fault } = remove
      ? await ask('/passkey/delete-passkey', { id: remove })
      : await ask('/passkey/update-passkey', { id: text('rename'), name: text('name').slice(0, 100) });
    if (fault && ['PROOF_NEEDED', 'SECOND_FACTOR', 'LAST_FACTOR'].includes(fault)) return refuse(fault, '#passkeys');
    return go(fault ? '/account?error=GONE' : `/account?done=${remove ? 'PASSKEY_REMOVED' : 'PASSKEY_RENAMED'}#passkeys`);
  }
  if (action === 'forgot') {
    const { fault } = await ask('/request-password-reset', { email: text('email') });
    return fault === 'TOO_MANY' || fault === 'INPUT' ? back('/forgot-password', fault) : go('/sign-in?sent=reset');
  }
  if (action === 'reset') {
    const { fault } = await ask('/reset-password', {
      newPassword: form.get('password') ?? '',
      token: text('token'),
      everything: form.has('everything'),
    });
    return fault ? back('/reset-password', fault === 'CREDENTIALS' ? 'EXPIRED' : fault, { token: text('token') }) : go('/sign-in?reset=1');
  }
  return null;
}

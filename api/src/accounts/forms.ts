import { keepable } from '#prisma/content/text.ts';
import type { Accounts } from './accounts.ts';
import { AUTH_PATH, CLIENT_ADDRESS } from './address.ts';

/** Only a path of this site may follow a sign-in. */
export const safeNext = (next: string | null | undefined): string => (next && /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(next) && next.length < 500 ? next : '/');

/** Why a form of the account pages was refused; the page says it in words. */
export type AccountFault = 'CREDENTIALS' | 'NOT_VERIFIED' | 'TOO_MANY' | 'PASSWORD' | 'INPUT' | 'EXPIRED' | 'UNAVAILABLE' | 'NAME' | 'GONE';

const TYPED = 'atrium.typed';
const typedCookie = (email: string, secure: boolean) =>
  `${TYPED}=${encodeURIComponent(email.slice(0, 320))}; Path=/; HttpOnly; SameSite=Lax; Max-Age=120${secure ? '; Secure' : ''}`;

const faultOf = (status: number, code: string): AccountFault => {
  if (status === 429) return 'TOO_MANY';
  if (code === 'EMAIL_NOT_VERIFIED') return 'NOT_VERIFIED';
  if (code === 'PASSWORD_TOO_SHORT' || code === 'PASSWORD_TOO_LONG') return 'PASSWORD';
  if (code === 'INVALID_TOKEN' || code === 'TOKEN_EXPIRED') return 'EXPIRED';
  if (status === 404) return 'UNAVAILABLE';
  return code === 'INVALID_EMAIL' || code === 'VALIDATION_ERROR' ? 'INPUT' : 'CREDENTIALS';
};

/**
 * The account forms, which work without script: each takes an ordinary form, asks the sign-in library, and answers with
 * a redirect (303) to the page that says what came of it, session cookies included.
 * `sign-in`, `sign-up`, `sign-out` (with `everywhere=1` for all browsers), `demo`, `provider`, `forgot`, `reset`, `verify`,
 * `sessions` (`end=<id>`, or all others), `passkeys` (`remove=<id>`, or `rename=<id>` with `name`).
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
    for (const name of ['cookie', 'origin', 'host', 'user-agent', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest', CLIENT_ADDRESS]) {
      const value = request.headers.get(name);
      if (value) headers.set(name, value);
    }
    const response = await accounts.handle(
      new Request(new URL(`${AUTH_PATH}${path}`, accounts.settings.baseUrl), { method: 'POST', headers, body: JSON.stringify(body) }),
    );
    const answer = (await response.json().catch(() => ({}))) as { code?: string; url?: string };
    return { response, answer, fault: response.ok ? null : faultOf(response.status, answer.code ?? '') };
  };
  const go = (location: string, cookies: string[] = []) => {
    const headers = new Headers({ location, 'cache-control': 'no-store' });
    for (const cookie of cookies) headers.append('set-cookie', cookie);
    return new Response(null, { status: 303, headers });
  };
  const back = (page: string, fault: AccountFault, extra: Record<string, string> = {}) =>
    go(
      `${page}?${new URLSearchParams({ error: fault, ...(next === '/' ? {} : { next }), ...extra })}`,
      text('email') ? [typedCookie(text('email'), secure)] : [],
    );

  if (action === 'sign-in') {
    const { response, fault } = await ask('/sign-in/email', { email: text('email'), password: form.get('password') ?? '' });
    return fault ? back('/sign-in', fault) : go(next, response.headers.getSetCookie());
  }
  if (action === 'sign-up') {
    const { fault } = await ask('/sign-up/email', {
      email: text('email'),
      password: form.get('password') ?? '',
      name: text('name'),
      callbackURL: '/sign-in?verified=1',
    });
    // The same answer whether the address is known or not.
    return fault && fault !== 'CREDENTIALS' ? back('/sign-up', fault) : go('/sign-in?sent=verify');
  }
  if (action === 'verify') {
    const { fault } = await ask('/send-verification-email', { email: text('email'), callbackURL: '/sign-in?verified=1' });
    return fault === 'TOO_MANY' ? back('/sign-in', fault) : go('/sign-in?sent=verify');
  }
  if (action === 'demo') {
    const { response, fault } = await ask('/sign-in/demo', { account: text('account') });
    return fault ? back('/sign-in', fault) : go(next, response.headers.getSetCookie());
  }
  if (action === 'provider') {
    const { response, answer, fault } = await ask('/sign-in/social', {
      provider: text('provider'),
      callbackURL: next,
      errorCallbackURL: '/sign-in?error=UNAVAILABLE',
    });
    if (fault || !answer.url) return back('/sign-in', fault ?? 'UNAVAILABLE');
    // Not a redirect: the policy of our pages lets forms lead nowhere else, redirects included; a page may.
    const target = answer.url.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', refresh: `0; url=${answer.url}` });
    for (const cookie of response.headers.getSetCookie()) headers.append('set-cookie', cookie);
    return new Response(`<!doctype html><html lang="en"><title>Atrium</title><p><a href="${target}">Continue to sign in</a></p></html>`, { headers });
  }
  if (action === 'sign-out') {
    if (form.get('everywhere')) await ask('/revoke-sessions', {});
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
    return go(fault ? '/account?error=GONE' : `/account?done=${remove ? 'PASSKEY_REMOVED' : 'PASSKEY_RENAMED'}#passkeys`);
  }
  if (action === 'forgot') {
    const { fault } = await ask('/request-password-reset', { email: text('email'), redirectTo: '/reset-password' });
    return fault === 'TOO_MANY' || fault === 'INPUT' ? back('/forgot-password', fault) : go('/sign-in?sent=reset');
  }
  if (action === 'reset') {
    const { fault } = await ask('/reset-password', { newPassword: form.get('password') ?? '', token: text('token') });
    return fault ? back('/reset-password', fault === 'CREDENTIALS' ? 'EXPIRED' : fault, { token: text('token') }) : go('/sign-in?reset=1');
  }
  return null;
}

import { AUTH_PATH } from './address.ts';

/**
 * Every address of the sign-in library that may be asked, and from where: OPEN to everybody, or only by the account forms
 * of this server (FORMS). What is not listed here answers 404, also what a later version of the library brings.
 * docs/auth-routes.md says for each who may use it, closed ones included; a test compares both with the library.
 */
export const libraryRoutes: { method: 'GET' | 'POST'; path: string; from: 'OPEN' | 'FORMS' }[] = [
  { method: 'GET', path: '/callback/:id', from: 'OPEN' },
  { method: 'GET', path: '/get-session', from: 'OPEN' },
  { method: 'POST', path: '/sign-in/email', from: 'OPEN' },
  { method: 'POST', path: '/sign-out', from: 'OPEN' },
  { method: 'POST', path: '/request-password-reset', from: 'OPEN' },
  { method: 'POST', path: '/reset-password', from: 'OPEN' },
  { method: 'GET', path: '/passkey/generate-register-options', from: 'OPEN' },
  { method: 'POST', path: '/passkey/verify-registration', from: 'OPEN' },
  { method: 'GET', path: '/passkey/generate-authenticate-options', from: 'OPEN' },
  { method: 'POST', path: '/passkey/verify-authentication', from: 'OPEN' },
  { method: 'POST', path: '/passkey/delete-passkey', from: 'FORMS' },
  { method: 'POST', path: '/passkey/update-passkey', from: 'FORMS' },
  { method: 'POST', path: '/sign-in/demo', from: 'FORMS' },
  { method: 'POST', path: '/sign-in/social', from: 'FORMS' },
  { method: 'POST', path: '/link-social', from: 'FORMS' },
  { method: 'POST', path: '/unlink-account', from: 'FORMS' },
  { method: 'POST', path: '/sign-up/begin', from: 'FORMS' },
  { method: 'POST', path: '/sign-up/confirm', from: 'FORMS' },
  { method: 'POST', path: '/change-password', from: 'FORMS' },
  { method: 'POST', path: '/two-factor/enable', from: 'FORMS' },
  { method: 'POST', path: '/two-factor/verify-totp', from: 'FORMS' },
  { method: 'POST', path: '/two-factor/verify-backup-code', from: 'FORMS' },
  { method: 'POST', path: '/two-factor/disable', from: 'FORMS' },
  { method: 'POST', path: '/revoke-sessions', from: 'FORMS' },
  { method: 'POST', path: '/revoke-other-sessions', from: 'FORMS' },
];

const patterns = libraryRoutes.map((route) => ({ ...route, pattern: new RegExp(`^${AUTH_PATH}${route.path.replace(/:\w+/g, '[a-z0-9-]{1,64}')}$`) }));

/** Where a request to the library may come from; null where nobody may ask for it. No other spelling of an address counts. */
export function libraryRoute({ method, url }: Pick<Request, 'method' | 'url'>): 'OPEN' | 'FORMS' | null {
  const { pathname } = new URL(url);
  return patterns.find((route) => route.method === method && route.pattern.test(pathname))?.from ?? null;
}

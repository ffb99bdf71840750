import type { FaultCode } from '#i18n/fault.ts';
import { inWords } from '../ui/faults.ts';
import { useSite } from '../ui/site.tsx';

/** Where the faults are told that the account forms and failed sign-ins give by code (api/src/accounts/failures.ts). */
const field = {
  PASSWORD: 'password',
  PASSWORD_CONTEXT: 'password',
  PASSWORD_REPEAT: 'password',
  PASSWORD_SEQUENCE: 'password',
  PASSWORD_COMMON: 'password',
  WRONG_PASSWORD: 'password',
  CODE: 'code',
  PROOF: 'proof',
  SECOND_FACTOR: 'factors',
  FACTORS_WITHDRAWN: 'factors',
  LAST_FACTOR: 'factors',
  EXPIRED: 'ask',
  ACCOUNT_EXISTS: 'ask',
  PERSON_NAME: 'name',
  NAME: 'passkeys',
  GONE: 'sessions',
  LAST_WAY: 'services',
  LINKED_ELSEWHERE: 'services',
  LINK_FAILED: 'services',
  CREDENTIALS: 'email',
  NOT_VERIFIED: 'email',
  TOO_MANY: 'email',
  INPUT: 'email',
  UNAVAILABLE: 'email',
  STATE_LOST: 'email',
  CANCELLED: 'email',
  NO_ADDRESS: 'email',
  NOT_CONFIRMED: 'email',
  NOT_LINKED: 'email',
  REASSIGNED: 'email',
  NOT_BELIEVED: 'email',
  SUSPENDED: 'email',
  CODE_EXPIRED: 'email',
  PROOF_NEEDED: 'email',
  SIGN_IN_AGAIN: 'email',
} as const satisfies Partial<Record<FaultCode, string>>;
const faults = Object.keys(field) as (keyof typeof field)[];

/** Why a form of the account pages came back, from `?error=`; an unknown word is no fault of ours and says nothing. */
export function useFault(): { name: string; message: string }[] {
  const { t, url } = useSite();
  const code = faults.find((one) => one === url.searchParams.get('error'));
  return code ? [{ name: field[code], message: inWords(t, { code }) }] : [];
}

/** Where to go on after signing in: a path of this site or the start page. The server checks it again. */
export function useNext(): string {
  const next = useSite().url.searchParams.get('next') ?? '';
  return /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(next) && next.length < 12_000 ? next : '/my-work';
}

/** What was typed into a field of a form that was refused: the server hands it on in a cookie of two minutes. */
export function typed(request: Request, field: 'email' | 'name'): string {
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/);
  const name = field === 'email' ? 'atrium.typed=' : 'atrium.typed-name=';
  try {
    return decodeURIComponent(cookies.find((one) => one.startsWith(name))?.slice(name.length) ?? '');
  } catch {
    return '';
  }
}

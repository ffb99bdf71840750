import { accounts as words } from '../i18n/en/accounts.ts';
import { useSite } from '../ui/site.tsx';

/** The faults that the account forms and failed sign-ins tell by code, each with a sentence; the server's list is api/src/accounts/failures.ts. */
const faults = Object.keys(words.fault) as (keyof typeof words.fault)[];
const field: Partial<Record<(typeof faults)[number], string>> = {
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
};

/** Why a form of the account pages came back, from `?error=`; an unknown word is no fault of ours and says nothing. */
export function useFault(): { name: string; message: string }[] {
  const { t, url } = useSite();
  const code = faults.find((one) => one === url.searchParams.get('error'));
  return code ? [{ name: field[code] ?? 'email', message: t(`accounts.fault.${code}`) }] : [];
}

/** A refusal of the API in the words of the page; one that it has no words for, in those of the API. */
export function refusal(t: ReturnType<typeof useSite>['t'], fault: { code?: string | null; message: string }, value = ''): string {
  return fault.code ? t(`accounts.refusal.${fault.code}` as 'accounts.refusal.ADDRESS', { value, defaultValue: fault.message }) : fault.message;
}

/** Where to go on after signing in: a path of this site or the start page. The server checks it again. */
export function useNext(): string {
  const next = useSite().url.searchParams.get('next') ?? '';
  return /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(next) && next.length < 500 ? next : '/my-work';
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

/** Why a form of the account pages, or a sign-in with a service, was refused; the page says it in words. */
const accountFaults = [
  'CREDENTIALS',
  'NOT_VERIFIED',
  'TOO_MANY',
  'PASSWORD',
  'INPUT',
  'EXPIRED',
  'UNAVAILABLE',
  'NAME',
  'GONE',
  'PERSON_NAME',
  'ACCOUNT_EXISTS',
  'STATE_LOST',
  'CANCELLED',
  'NO_ADDRESS',
  'NOT_CONFIRMED',
  'NOT_LINKED',
  'REASSIGNED',
  'NOT_BELIEVED',
  'SUSPENDED',
  'LINKED_ELSEWHERE',
  'LINK_FAILED',
  'LAST_WAY',
  'SIGN_IN_AGAIN',
  'PASSWORD_CONTEXT',
  'PASSWORD_REPEAT',
  'PASSWORD_SEQUENCE',
  'PASSWORD_COMMON',
  'WRONG_PASSWORD',
  'CODE',
  'CODE_EXPIRED',
  'PROOF',
  'PROOF_NEEDED',
  'SECOND_FACTOR',
  'FACTORS_WITHDRAWN',
  'LAST_FACTOR',
] as const;
export type AccountFault = (typeof accountFaults)[number];

const codes: Record<string, AccountFault> = {
  EMAIL_NOT_VERIFIED: 'NOT_VERIFIED',
  PASSWORD_TOO_SHORT: 'PASSWORD',
  PASSWORD_TOO_LONG: 'PASSWORD',
  INVALID_TOKEN: 'EXPIRED',
  TOKEN_EXPIRED: 'EXPIRED',
  USER_NOT_FOUND: 'EXPIRED',
  INVALID_EMAIL: 'INPUT',
  VALIDATION_ERROR: 'INPUT',
  PERSON_NAME: 'PERSON_NAME',
  ACCOUNT_EXISTS: 'ACCOUNT_EXISTS',
  FAILED_TO_UNLINK_LAST_ACCOUNT: 'LAST_WAY',
  SESSION_NOT_FRESH: 'SIGN_IN_AGAIN',
  PASSWORD_CONTEXT: 'PASSWORD_CONTEXT',
  PASSWORD_REPEAT: 'PASSWORD_REPEAT',
  PASSWORD_SEQUENCE: 'PASSWORD_SEQUENCE',
  PASSWORD_COMMON: 'PASSWORD_COMMON',
  INVALID_PASSWORD: 'WRONG_PASSWORD',
  INVALID_CODE: 'CODE',
  INVALID_BACKUP_CODE: 'CODE',
  TOTP_NOT_ENABLED: 'GONE',
  TOTP_ALREADY_ENABLED: 'GONE',
  INVALID_TWO_FACTOR_COOKIE: 'CODE_EXPIRED',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'CODE_EXPIRED',
  ACCOUNT_TEMPORARILY_LOCKED: 'TOO_MANY',
  PROOF_NEEDED: 'PROOF_NEEDED',
  SECOND_FACTOR: 'SECOND_FACTOR',
  FACTORS_WITHDRAWN: 'FACTORS_WITHDRAWN',
  LAST_FACTOR: 'LAST_FACTOR',
  SUSPENDED: 'SUSPENDED',
};

/** What an answer of the sign-in library with an error means to who sent the form. */
export function faultOf(status: number, code: string): AccountFault {
  if (status === 429) return 'TOO_MANY';
  const known = codes[code];
  if (known) return known;
  return status === 404 || status >= 500 ? 'UNAVAILABLE' : 'CREDENTIALS';
}

/** What the library, or the service itself, says in the address that a failed sign-in with a service leads to. */
const answers: [RegExp, AccountFault][] = [
  [/^(state_|please_restart)/, 'STATE_LOST'],
  [/^(access_denied|consent_required|user_cancelled\w*)$/, 'CANCELLED'],
  [/^email_not_found$/, 'NO_ADDRESS'],
  [/^email_not_verified$/, 'NOT_CONFIRMED'],
  [/^account_not_linked$/, 'NOT_LINKED'],
  [/^account_already_linked/, 'LINKED_ELSEWHERE'],
  [/^(unable_to_link_account|email_does_not_match)$/, 'LINK_FAILED'],
  [/^unable_to_create_session$/, 'SUSPENDED'],
  [/^(issuer_|nonce_|unable_to_get_user_info)/, 'NOT_BELIEVED'],
];

/** Why a sign-in with a service failed. What is not known is that the service did not answer as it should. */
export const serviceFault = (said: string): AccountFault => answers.find(([pattern]) => pattern.test(said))?.[1] ?? 'UNAVAILABLE';

/** Where the sign-in library answers. */
export const AUTH_PATH = '/auth';
/** The header in which the server tells the sign-in library the address of whoever asks; set by us, never taken from outside. */
export const CLIENT_ADDRESS = 'x-atrium-client';
/** The header that says that a request does not come from this machine itself (door/places.ts); set by us, never taken from outside. */
export const FROM_AFAR = 'x-atrium-afar';
/** How old a session may be, in seconds, for what only its owner should do: seeing where else they are signed in, adding a passkey. */
export const FRESH_SECONDS = 86_400;

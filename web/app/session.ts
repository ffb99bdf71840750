/** Whether the request carries a session; whose, and whether it still holds, is for the API to say. */
export const hasSession = (request: Request): boolean => /(?:^|;\s*)(?:__Secure-)?atrium\.session_token=/.test(request.headers.get('cookie') ?? '');

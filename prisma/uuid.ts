/** Whether a text is a UUID (RFC 9562) as the library writes it, in letters of any case. */
export const isUuid = (text: string | null | undefined): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text ?? '');

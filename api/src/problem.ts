import type { FaultCode, Params } from '#i18n/fault.ts';
import { sentence } from '#i18n/sentence.ts';

/** Whether an address is one of `/api/v1`. */
export const isRest = (url: string): boolean => /^\/api\/v1([/?]|$)/.test(url);

type Said = {
  message: string;
  code: string;
  params: Params;
  retryAfter: number | undefined;
  requestId: string;
  fields: readonly { path: string; code: FaultCode; params: Params }[] | undefined;
};

/** A refusal of `/api/v1` as problem details (RFC 9457). */
export const problemOf = (status: number, title: string, { message, fields, retryAfter, ...said }: Said): object => ({
  type: '/api#problems',
  title,
  status,
  detail: message,
  // The occurrence, not the address: whoever reads the answer elsewhere learns nothing of what was asked for.
  instance: `urn:uuid:${said.requestId}`,
  ...said,
  ...(fields ? { errors: fields.map(({ path, code, params }) => ({ parameter: path, code, detail: sentence({ code, params }) })) } : {}),
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

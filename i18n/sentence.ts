import i18next from 'i18next';
import { door } from './en/door.ts';
import { faults } from './en/faults.ts';
import type { Params, Why } from './fault.ts';

const words = i18next.createInstance();
void words.init({ lng: 'en', initAsync: false, interpolation: { escapeValue: false }, resources: { en: { translation: { faults, door } } } });

const text = (key: string, options: Record<string, unknown>): string => (words.t as (key: string, options: object) => string)(key, options);

/** What i18next takes to fill the sentence of a fault: its params, of which the role also chooses the sentence. */
const filled = (params: Params) => ({ ...params, ...(params['role'] ? { context: String(params['role']) } : {}) });

/** The sentence of a fault, for programs and for answers that are no page; pages look it up in the reader's language (web/app/ui/faults.ts). */
export const sentence = ({ code, params }: Why): string => text(`faults.${code}`, filled(params));

/** A sentence that says when to come again, `seconds` from now. */
export const again = (message: string, seconds: number): string =>
  seconds < 120 ? text('door.seconds', { message, count: seconds }) : text('door.minutes', { message, count: Math.ceil(seconds / 60) });

/** What stands on the door's page: its title by HTTP status, and the line that names the request. */
export const doorTitle = (status: number): string => text('door.title', { context: String(status) });
export const doorRequest = (status: number, id: string): string => text('door.request', { status, id });

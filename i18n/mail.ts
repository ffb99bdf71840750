import i18next from 'i18next';
import { mails } from './en/mails.ts';
import type { BlanksOf } from './fault.ts';

const words = i18next.createInstance();
// What people wrote is filled in as it stands: nothing of it is taken for a blank, and nothing is HTML.
void words.init({ lng: 'en', initAsync: false, nsSeparator: false, interpolation: { escapeValue: false }, resources: { en: { translation: { mails } } } });

export type MailText = keyof typeof mails;

/** A sentence of a mail, with what it has blanks for. Mails are written in English until people have a language of their own. */
export const mailText = <Key extends MailText>(key: Key, ...[params]: BlanksOf<(typeof mails)[Key]>): string =>
  (words.t as (key: string, options: object) => string)(`mails.${key}`, params ?? {});

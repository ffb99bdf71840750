import { createHash } from 'node:crypto';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { mailText } from '#i18n/mail.ts';
import { clientNetwork } from '#prisma/audit.ts';
import { personName } from '#prisma/content/person-name.ts';
import { isUnseen, turningSign } from '#prisma/content/text.ts';
import { z } from 'zod';
import { makeDemoAccount } from '../accounts/demo.ts';
import type { Context } from '../context.ts';
import { refuse, ValidationError } from '../errors.ts';
import { queueMail } from '../mail/queue.ts';
import { recordAddress } from '../records/address.ts';
import { askedAbout, type Asked, type ReceiverGroup } from './receivers.ts';

export const purposes = ['QUESTION', 'ERROR'] as const;
export type Inquiry = {
  /** The address of the entry's page. */
  record: string;
  purpose: (typeof purposes)[number];
  text: string;
  /** Of who is not signed in. */
  name?: string | null | undefined;
  email?: string | null | undefined;
};

const TEXT_MAX = 4000;
const EMAIL_MAX = 254;
const HOUR = 3_600_000;
/** So many inquiries somebody sends within an hour, and so many an entry gets within a day. */
const BY_ONE = 5;
const ABOUT_ONE = 20;

type From = { name: string; email: string; signedIn: boolean };

function senderOf({ user }: Context, { name, email }: Inquiry): From | FieldFault[] {
  if (user) return { name: user.name, email: user.email, signedIn: true };
  const from = { name: personName(name), email: email?.trim() ?? '', signedIn: false };
  const faults = [
    ...(from.name === '' ? [fault('name', 'MISSING')] : []),
    ...(from.email === '' ? [fault('email', 'MISSING')] : z.email().max(EMAIL_MAX).safeParse(from.email).success ? [] : [fault('email', 'ADDRESS_MAIL')]),
  ];
  return faults.length > 0 ? faults : from;
}

const textFaults = (text: string): FieldFault[] =>
  isUnseen(text)
    ? [fault('text', 'MISSING')]
    : text.length > TEXT_MAX
      ? [fault('text', 'TOO_LONG', { max: TEXT_MAX })]
      : turningSign(text) === null
        ? []
        : [fault('text', 'TURNING')];

/** Why somebody gets a mail about an entry that is not theirs. */
const because = ({ to, owners }: Asked): string =>
  to === 'SECRETARIAT' || to === 'ADMINISTRATORS'
    ? owners.length > 0
      ? mailText('inquiryForOwners', { owners: owners.join(', ') })
      : mailText('inquiryForNobody')
    : '';

/**
 * Sends a question about an entry, or an error that was found in it, to who keeps it, by mail. Who asks learns no address;
 * an answer goes to theirs. The same text of the same person about the same entry is sent once a day.
 * @returns to whom it went, or what is wrong with the input
 */
export async function sendInquiry(context: Context, inquiry: Inquiry): Promise<{ to: ReceiverGroup; owners: string[] } | ValidationError> {
  const { db, accounts } = context.services;
  const { settings, attempts } = accounts;
  const text = inquiry.text.trim();
  const from = senderOf(context, inquiry);
  const faults = [...textFaults(text), ...(Array.isArray(from) ? from : [])];
  const address = recordAddress(inquiry.record);
  if (!address) faults.push(fault('record', 'NO_RECORD'));
  if (faults.length > 0 || Array.isArray(from) || !address) return new ValidationError(faults);
  let asked = await askedAbout(db, context.viewer, address, inquiry.purpose === 'QUESTION');
  if (!asked) return refuse('record', 'NO_RECORD');
  if (asked.to === 'NOBODY' && settings.demo) {
    // On a demonstration people come into being when they sign in: somebody is there to be asked.
    await makeDemoAccount(db, 'secretariat');
    asked = await askedAbout(db, context.viewer, address, inquiry.purpose === 'QUESTION');
  }
  if (!asked || asked.people.length === 0) return refuse('record', 'INQUIRY_NOBODY');
  const sender = context.user ? context.user.id : `network ${context.client ? clientNetwork(context.client) : ''}`;
  const wait = await attempts.within('inquiry', sender, BY_ONE, HOUR);
  if (wait > 0) return refuse('text', 'INQUIRY_MANY', { count: BY_ONE, minutes: Math.ceil(wait / 60) });
  if ((await attempts.within('inquiries', asked.id, ABOUT_ONE, 24 * HOUR)) > 0) return refuse('text', 'INQUIRIES_MANY');
  const { title, people, to, owners } = asked;
  const day = new Date().toISOString().slice(0, 10);
  const event = `inquiry:${createHash('sha256')
    .update(JSON.stringify([asked.id, inquiry.purpose, text, from.email.toLowerCase(), day]))
    .digest('base64url')}`;
  const words = [
    mailText(inquiry.purpose === 'QUESTION' ? 'inquiryAsks' : 'inquiryFound', {
      name: from.name,
      title,
      address: `${settings.baseUrl}/${inquiry.record.replace(/^\//, '')}`,
    }),
    text,
    `${mailText('inquiryAnswer', { name: from.name, email: from.email })} ${mailText(from.signedIn ? 'inquirySignedIn' : 'inquiryStranger')}`,
    because(asked),
  ].filter(Boolean);
  await db.transaction().execute(async (trx) => {
    for (const { id, name, email } of people)
      await queueMail(trx, {
        key: `${event}:${id ?? email}`,
        personId: id,
        address: email,
        replyTo: from.email,
        subject: mailText(inquiry.purpose === 'QUESTION' ? 'inquirySubject' : 'inquiryErrorSubject', { title }),
        text: mailText('frame', { name, text: words.join('\n\n') }),
      });
  });
  return { to, owners };
}

import { beforeEach, expect, it } from 'vitest';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';

const { db, ask, person, demo, goLive, mails, services } = await contributeLibrary();
services.accounts.settings.demo = false;

const mutation = `mutation ($record: String!, $purpose: InquiryPurpose!, $text: String!, $name: String, $email: String) {
  sendInquiry(record: $record, purpose: $purpose, text: $text, name: $name, email: $email) {
    __typename ... on InquirySent { receivers { to owners } } ... on InvalidInput { fields { path code } }
  }
}`;
const record = '/projects/papua-new-guinea-livestock';
const given = { record, purpose: 'QUESTION', text: 'What did it cost?', name: 'Ada Reader', email: 'ada@example.org' };
const send = async (more: Record<string, unknown> = {}, user: Parameters<typeof ask>[0] = null) =>
  (await ask(user, mutation, { ...given, ...more })).sendInquiry;
const faults = (answer: { fields: { path: string; code: string }[] }) => answer.fields.map(({ path, code }) => `${path} ${code}`);
const outbox = () => db.selectFrom('mailOutbox').select(['address', 'replyTo', 'subject', 'text']).orderBy('address').execute();
beforeEach(async () => {
  await db.deleteFrom('mailOutbox').execute();
  await db.deleteFrom('rateLimit').execute();
});

it('sends nothing where nobody could answer, and says so', async () => {
  expect((await ask(null, `{ recordsAt(addresses: ["${record}"]) { inquiryReceivers { to owners } } }`)).recordsAt).toEqual([
    { inquiryReceivers: { to: 'NOBODY', owners: ['FAO', 'ITU'] } },
  ]);
  expect(faults(await send())).toEqual(['record INQUIRY_NOBODY']);
  expect(await outbox()).toEqual([]);
});

it('of a demonstration, where people come into being when they sign in, goes to its secretariat', async () => {
  services.accounts.settings.demo = true;
  expect((await ask(null, `{ recordsAt(addresses: ["${record}"]) { inquiryReceivers { to } } }`)).recordsAt[0].inquiryReceivers.to).toBe('SECRETARIAT');
  expect((await send()).receivers.to).toBe('SECRETARIAT');
  expect((await outbox()).map(({ address }) => address)).toEqual(['secretariat@demo.invalid']);
  services.accounts.settings.demo = false;
  await db.deleteFrom('membership').execute();
});

it('goes to the secretariat where no owner has people, and to the people of every owner where one has', async () => {
  const secretariat = await person('Sol Secretary', 'SECRETARIAT', null);
  expect((await send()).receivers).toEqual({ to: 'SECRETARIAT', owners: ['FAO', 'ITU'] });
  expect(await outbox()).toEqual([expect.objectContaining({ address: secretariat.email, text: expect.stringContaining('nobody who writes for FAO, ITU') })]);
  await db.deleteFrom('mailOutbox').execute();
  const [focal, publisher] = [await person('Fay Focal', 'FOCAL_POINT', 'fao'), await person('Ike Publisher', 'PUBLISHER', 'itu')];
  await person('Max Member', 'MEMBER', 'fao');
  const sent = await send({ text: 'Who maintains it?' });
  expect(sent.receivers).toEqual({ to: 'OWNERS', owners: ['FAO', 'ITU'] });
  expect((await outbox()).map(({ address, replyTo }) => [address, replyTo])).toEqual([
    [focal.email, 'ada@example.org'],
    [publisher.email, 'ada@example.org'],
  ]);
  const [mail] = await outbox();
  expect(mail?.subject).toMatch(/^A question about ".*Papua New Guinea.*"$/);
  for (const words of ['Ada Reader asks about', record, 'Who maintains it?', 'ada@example.org', 'nobody has checked them']) expect(mail?.text).toContain(words);
  // Who asks learns no address.
  expect(JSON.stringify(sent)).not.toContain('@');
});

it('of an organization and of a lesson goes to its own people, of somebody who is signed in with their own address', async () => {
  const member = await person('Mia Member', 'MEMBER', 'wfp');
  expect((await send({ record: '/organizations/fao', name: null, email: null }, member)).receivers.to).toBe('OWNERS');
  expect(await outbox()).toEqual([
    expect.objectContaining({ address: 'fay.focal@example.org', replyTo: member.email, text: expect.stringContaining('They are signed in') }),
  ]);
});

it('goes to the contacts that an entry names, unseen by who asks; an error goes to those who can mend it', async () => {
  await goLive({ content: lessonOf('Seeds need a register', { contacts: [{ name: 'Con Tact', email: 'contact@example.org' }] }) });
  await db.deleteFrom('mailOutbox').execute();
  const lesson = '/lessons/seeds-need-a-register';
  const seen = await ask(
    null,
    `{ recordsAt(addresses: ["${lesson}"]) { contacts { email } inquiryReceivers { to } } lesson(id: "seeds-need-a-register") { contactsWithheld } }`,
  );
  expect(seen).toEqual({ recordsAt: [{ contacts: [], inquiryReceivers: { to: 'CONTACTS' } }], lesson: { contactsWithheld: true } });
  expect((await ask(await demo('member'), '{ lesson(id: "seeds-need-a-register") { contactsWithheld contacts { email } } }')).lesson).toEqual({
    contactsWithheld: false,
    contacts: [{ email: 'contact@example.org' }],
  });
  expect((await send({ record: lesson })).receivers.to).toBe('CONTACTS');
  expect((await outbox()).map(({ address }) => address)).toEqual(['contact@example.org']);
  await db.deleteFrom('mailOutbox').execute();
  expect((await send({ record: lesson, purpose: 'ERROR' })).receivers.to).toBe('OWNERS');
  const written = await mails();
  expect(written.map(({ address }) => address)).toContain('fay.focal@example.org');
  expect(written[0]?.subject).toBe('An error was found in "Seeds need a register"');
});

it('names every fault of the input', async () => {
  expect(faults(await send({ text: '\u200b', name: ' ', email: '' }))).toEqual(['text MISSING', 'name MISSING', 'email MISSING']);
  expect(faults(await send({ text: 'x'.repeat(4001), email: 'a@b', record: 'nonsense' }))).toEqual(['text TOO_LONG', 'email ADDRESS_MAIL', 'record NO_RECORD']);
  expect(faults(await send({ text: 'good \u202enight' }))).toEqual(['text TURNING']);
  expect(faults(await send({ email: 'ada@example.org\nBcc: all@example.org' }))).toEqual(['email ADDRESS_MAIL']);
  expect(faults(await send({ record: '/projects/none' }))).toEqual(['record NO_RECORD']);
  const closed = await goLive({ content: lessonOf('Only for owners', { audience: 'OWNERS' }) });
  expect(closed.state).toBe('LIVE');
  expect(faults(await send({ record: '/lessons/only-for-owners' }))).toEqual(['record NO_RECORD']);
});

it('is sent five times an hour by one, twenty times a day about one, and the same text once', async () => {
  for (let index = 0; index < 5; index++) expect((await send()).__typename).toBe('InquirySent');
  expect((await outbox()).filter(({ address }) => address === 'fay.focal@example.org')).toHaveLength(1);
  expect(faults(await send({ text: 'Once more' }))).toEqual(['text INQUIRY_MANY']);
  for (let index = 0; index < 15; index++) {
    const asker = await person(`Asker ${index}`, 'MEMBER', 'wfp');
    expect((await send({ text: `Question ${index}` }, asker)).__typename).toBe('InquirySent');
  }
  expect(faults(await send({ text: 'Another' }, await person('Asker last', 'MEMBER', 'wfp')))).toEqual(['text INQUIRIES_MANY']);
});

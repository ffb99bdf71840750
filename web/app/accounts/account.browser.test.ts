import { SMTPServer } from 'smtp-server';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { grantMembership } from '#api/accounts/memberships.ts';
import { readEnv } from '#api/env.ts';
import { axe, startBrowser } from '#test/browser.ts';
import { testDatabase } from '#test/database.ts';
import { start } from '../../../start.ts';

/** A mail server that keeps what it is given. */
const received: string[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    stream.on('end', () => {
      // Quoted-printable, as nodemailer writes long lines.
      received.push(text.replaceAll('=\r\n', '').replaceAll('=3D', '='));
      done();
    });
  },
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
afterAll(() => new Promise<void>((done) => server.close(() => done())));
const address = server.server.address();
const mailPort = typeof address === 'object' && address ? address.port : 0;

const database = await testDatabase('library_template');
// Links in mails and passkeys hold for one address, which is known before the server listens.
const port = 40_000 + (process.pid % 20_000);
const url = `http://localhost:${port}`;
const env = readEnv({
  DATABASE_URL: database.url,
  PORT: String(port),
  BASE_URL: url,
  SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
  LOG_LEVEL: 'silent',
  NODE_ENV: 'test',
});
const running = await start(env);
afterAll(() => running.stop());
const browser = await startBrowser();
afterAll(() => browser.close());

const main = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');
const press = async (page: Page, name: string | RegExp) => {
  await page.locator('main').getByRole('button', { name }).first().click();
  await page.waitForLoadState('load');
};
/** The first link of the newest mail with this subject, once it has come. */
async function linkOf(subject: string): Promise<string> {
  const find = () => received.findLast((mail) => mail.includes(`Subject: ${subject}`));
  await expect.poll(find, { timeout: 25_000, interval: 200 }).toBeTruthy();
  return /http:\/\/localhost:\S+/.exec(find() ?? '')?.[0] ?? '';
}
const email = 'ana@example.org';
const signIn = async (page: Page, password: string) => {
  await page.goto(`${url}/sign-in?next=/account`);
  await page.getByLabel('Mail address').first().fill(email);
  await page.getByLabel('Password').fill(password);
  await press(page, 'Sign in');
};

it('opens an account by a mail, and sets a new password by another, which ends every session', { timeout: 120_000 }, async () => {
  const page = await browser.visit(`${url}/sign-up`, { script: false });
  await page.getByLabel('Name').fill('Ana Example');
  await page.getByLabel('Mail address').fill(email);
  await press(page, 'Open an account');
  expect(await main(page)).toContain('a mail is on its way');
  const confirmation = await linkOf('Confirm your address for Atrium');
  await page.goto(confirmation);
  expect(await main(page)).toContain(`The account will be that of ${email}.`);
  expect(await axe(await browser.visit(confirmation))).toEqual([]);
  await page.getByLabel('Password').fill('too short');
  await press(page, 'Open the account');
  expect(await main(page)).toContain('Choose a password of 12 to 128 characters.');
  await page.getByLabel('Password').fill('a first long password');
  await press(page, 'Open the account');
  expect(await main(page)).toContain('Your account is open.');
  await page.goto(confirmation);
  expect(await main(page)).toContain('it has expired or was used already');
  await signIn(page, 'a first long password');
  await page.goto(`${url}/account`);
  expect(await main(page)).toContain('Ana Example');

  const elsewhere = await browser.visit(`${url}/forgot-password`, { script: false });
  await elsewhere.getByLabel('Mail address').fill(email);
  await press(elsewhere, 'Send the link');
  const link = await linkOf('Choose a new password for Atrium');
  await elsewhere.goto(link);
  await elsewhere.getByLabel('New password').fill('short');
  await press(elsewhere, 'Set the password');
  expect(await main(elsewhere)).toContain('Choose a password of 12 to 128 characters.');
  await elsewhere.getByLabel('New password').fill('a second long password');
  await press(elsewhere, 'Set the password');
  expect(await main(elsewhere)).toContain('Your new password is set.');
  await page.goto(`${url}/account`);
  expect(page.url()).toContain('/sign-in?next=');
  await signIn(elsewhere, 'a first long password');
  expect(await main(elsewhere)).toContain('The address or the password is not right.');
  await signIn(elsewhere, 'a second long password');
  expect(await main(elsewhere)).toContain('Your account');

  // The link works once, and nobody finds it in the outbox.
  await page.goto(link);
  await page.getByLabel('New password').fill('a third long password');
  await press(page, 'Set the password');
  expect(await main(page)).toContain('This link has expired or was used already.');
  const outbox = await database.db.selectFrom('mailOutbox').select(['text', 'eventKey', 'sentAt']).execute();
  expect(outbox.length).toBeGreaterThan(1);
  expect(outbox.every((mail) => mail.sentAt !== null)).toBe(true);
  for (const secret of [new URL(link).searchParams.get('token') ?? '', new URL(confirmation).searchParams.get('token') ?? '']) {
    expect(secret.length).toBeGreaterThan(15);
    expect(JSON.stringify(outbox)).not.toContain(secret);
  }
});

it('lists sessions and passkeys: signs another browser out, adds, names, uses and removes a passkey', { timeout: 120_000 }, async () => {
  const page = await browser.visit(`${url}/sign-in`);
  await signIn(page, 'a second long password');
  expect(await main(page)).toMatch(/Chrome on Linux since \d+ \w+ \d+ at \d\d:\d\d UTC, last used \d+ \w+ \d+ at \d\d:\d\d UTC, this browser/);
  const other = await browser.visit(`${url}/sign-in`, { script: false });
  await signIn(other, 'a second long password');
  expect(await main(other)).toContain('Adding one needs a browser that runs scripts.');
  await page.reload();
  expect(await axe(page)).toEqual([]);
  // The newest of the others is the first with a button.
  await press(page, /^Sign out: Chrome on Linux/);
  expect(await main(page)).toContain('Signed out there.');
  await other.goto(`${url}/account`);
  expect(other.url()).toContain('/sign-in');
  await press(page, 'Sign out all others');
  expect(await page.getByRole('button', { name: /^Sign out: / }).count()).toBe(0);

  // A device that answers by itself takes the place of a person's thumb.
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.getByRole('button', { name: 'Add a passkey of this device' }).click();
  await page.waitForURL('**/account?done=PASSKEY_ADDED**');
  expect(await main(page)).toContain('The passkey was added.');
  await page.locator('summary', { hasText: 'Change: Chrome on Linux' }).click();
  await page.locator('#passkeys').getByRole('textbox', { name: 'Name' }).fill('');
  await press(page, 'Rename: Chrome on Linux');
  expect(await main(page)).toContain('Give the passkey a name.');
  expect(await axe(page)).toEqual([]);
  await page.locator('#passkeys').getByRole('textbox', { name: 'Name' }).fill('My laptop');
  await press(page, 'Rename: Chrome on Linux');
  expect(await main(page)).toContain('My laptop added');

  await press(page, 'Sign out here');
  await page.goto(`${url}/sign-in?next=/account`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/account');
  await page.locator('summary', { hasText: 'Change: My laptop' }).click();
  await press(page, 'Remove: My laptop');
  expect(await main(page)).toContain('No passkey yet.');
  await press(page, 'Sign out here');
  await page.goto(`${url}/sign-in?next=/account`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('That did not work. Use the password, or try again.').waitFor();
});

it('leads a publisher to a second factor, takes a passkey as both, and asks again before keys change', { timeout: 120_000 }, async () => {
  const { id } = await database.db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirstOrThrow();
  const fao = await database.db.selectFrom('record').select('id').where('kind', '=', 'ORGANIZATION').where('slug', '=', 'fao').executeTakeFirstOrThrow();
  await database.db.transaction().execute((trx) => grantMembership(trx, { personId: id, role: 'PUBLISHER', organizationId: fao.id, origin: 'GRANT' }, null));
  const page = await browser.visit(`${url}/sign-in`);
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  /** The device with the keys that it has, asking who holds it or not. */
  const device = async (asks: boolean, from?: string) => {
    const { credentials } = from ? await devices.send('WebAuthn.getCredentials', { authenticatorId: from }) : { credentials: [] };
    if (from) await devices.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: from });
    const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: asks,
        isUserVerified: asks,
        automaticPresenceSimulation: true,
      },
    });
    for (const credential of credentials) await devices.send('WebAuthn.addCredential', { authenticatorId, credential });
    return authenticatorId;
  };
  let held = await device(true);
  await signIn(page, 'a second long password');
  expect(page.url()).toBe(`${url}/second-factor?next=%2Faccount`);
  expect(await main(page)).toContain('Until it is set up and used, you are here as a member only.');
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
  await page.getByRole('button', { name: 'Add a passkey of this device' }).click();
  await page.getByRole('heading', { name: 'Use the passkey that you have' }).waitFor();
  // With the password alone no other factor is added any more.
  expect(await page.getByRole('button', { name: 'Set up an app' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(`${url}/account`);
  expect(await main(page)).toContain('Publisher, FAO');
  expect(await main(page)).toContain('with two factors');

  // A device that does not ask who holds it is one factor: the roles wait.
  await press(page, 'Sign out here');
  held = await device(false, held);
  await signIn(page, 'a second long password');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(`${url}/account`);
  expect(await main(page)).toContain('you are here as a member only');
  held = await device(true, held);
  expect(held).toBeTruthy();
  await page.goto(`${url}/second-factor?next=/account`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(`${url}/account`);
  expect(await main(page)).toContain('with two factors');

  await database.db
    .updateTable('session')
    .set({ provedAt: new Date(Date.now() - 11 * 60_000) })
    .where('userId', '=', id)
    .execute();
  await page.locator('#passkeys summary').first().click();
  await press(page, /^Remove: /);
  expect(page.url()).toBe(`${url}/prove?next=%2Faccount%23passkeys`);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
  await page.getByRole('button', { name: 'Confirm with a passkey' }).click();
  await page.waitForURL('**/account#passkeys');
  await page.locator('#passkeys summary').first().click();
  await press(page, /^Remove: /);
  expect(await main(page)).toContain('Your roles need a second factor, and this is the only one.');

  // A new app beside it: its key as a picture and as text, at both widths.
  await page.goto(`${url}/second-factor?next=/account`);
  await page.getByLabel('Password').fill('a second long password');
  await press(page, 'Set up an app');
  expect(await page.getByRole('img', { name: 'QR code with the key below' }).count()).toBe(1);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
});

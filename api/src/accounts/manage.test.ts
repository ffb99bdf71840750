import { beforeAll, describe, expect, it } from 'vitest';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import { verifyDatabase } from '../log/verify.ts';
import { findUser } from './memberships.ts';
import type { User } from './user.ts';

const { db, pool, ask, answer, demo, person, save, submit, accept, mails } = await contributeLibrary();
let admin: User;
beforeAll(async () => {
  admin = await demo('administrator');
});
const logged = async (kind: string) =>
  (await pool.query('SELECT body::jsonb AS body FROM log_entry WHERE kind = $1 ORDER BY sequence', [kind])).rows.map((row) => row.body);

describe('invitations', () => {
  const invite = (by: User, email: string, role: string, organization: string | null = null) =>
    answer(
      by,
      'mutation ($email: String!, $role: Role!, $organization: String) { invite(email: $email, role: $role, organization: $organization) { ... on Invited { email } ... on InvalidInput { fields { name message } } } }',
      { email, role, organization },
    );
  const join = async (user: User, token: string) =>
    (
      await ask(
        user,
        'mutation ($token: String!) { acceptInvitation(token: $token) { ... on InvitationAccepted { me { memberships { role organizationSlug } } } ... on InvalidInput { fields { name message } } } }',
        { token },
      )
    ).acceptInvitation;
  const tokenFor = async (address: string) => /invitation\?token=([\w-]{43})/.exec((await mails(address)).at(-1)?.text ?? '')?.[1] ?? '';

  it('are for administrators, and name every fault', async () => {
    expect((await invite(await demo('fao-publisher'), 'new@fao.org', 'FOCAL_POINT', 'fao')).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await invite(admin, 'no address', 'FOCAL_POINT', 'fao')).data.invite.fields[0].name).toBe('email');
    expect((await invite(admin, 'new@fao.org', 'FOCAL_POINT')).data.invite.fields[0]).toEqual({ name: 'organization', message: 'Name the organization.' });
    expect((await invite(admin, 'new@fao.org', 'SECRETARIAT', 'fao')).data.invite.fields[0].name).toBe('organization');
    expect(await mails('new@fao.org')).toEqual([]);
  });

  it('give the role once, only to the invited and confirmed address, and are in the log', async () => {
    const guest = await person('New colleague', 'MEMBER', 'wfp');
    const other = await person('Somebody else', 'MEMBER', 'wfp');
    expect((await invite(admin, ' New.Colleague@example.org ', 'FOCAL_POINT', 'fao')).data.invite).toEqual({ email: guest.email });
    const token = await tokenFor(guest.email);
    expect(token).toHaveLength(43);
    expect(JSON.stringify(await db.selectFrom('invitation').selectAll().execute())).not.toContain(token);
    expect((await join(other, token)).fields[0].message).toContain('another address');
    await pool.query('UPDATE person SET email_verified = false WHERE id = $1', [guest.id]);
    expect((await join(guest, token)).fields[0].message).toContain('another address');
    await pool.query('UPDATE person SET email_verified = true WHERE id = $1', [guest.id]);
    const roles = [
      { role: 'FOCAL_POINT', organizationSlug: 'fao' },
      { role: 'MEMBER', organizationSlug: 'wfp' },
    ];
    expect((await join(guest, token)).me.memberships).toEqual(roles);
    const entries = (await logged('ROLE_GRANTED')).length;
    expect((await join(guest, token)).me.memberships).toEqual(roles);
    expect(await logged('ROLE_GRANTED')).toHaveLength(entries);
    expect((await logged('ROLE_GRANTED')).at(-1)).toMatchObject({
      role: 'FOCAL_POINT',
      organization: 'fao',
      origin: 'INVITATION',
      by: admin.pseudonym,
      person: guest.pseudonym,
    });
    expect((await logged('PERSON_INVITED')).at(-1)).toMatchObject({ role: 'FOCAL_POINT', by: admin.pseudonym });
    // A role that was taken away does not come back by the old link, and the page says why.
    await ask(admin, 'mutation ($member: ID!) { revokeRole(member: $member, role: FOCAL_POINT, organization: "fao") { __typename } }', { member: guest.id });
    expect((await join(guest, token)).fields[0].message).toContain('used already');
    expect((await findUser(db, guest.id))?.memberships).toMatchObject([{ role: 'MEMBER', organizationSlug: 'wfp' }]);
    const audited = await db
      .selectFrom('auditEvent')
      .select(['kind', 'actor', 'detail'])
      .where('subject', '=', guest.pseudonym as string)
      .orderBy('id')
      .execute();
    expect(audited.slice(-2)).toEqual([
      { kind: 'ROLE_CHANGED', actor: admin.pseudonym, detail: 'ROLE_GRANTED FOCAL_POINT fao INVITATION' },
      { kind: 'ROLE_CHANGED', actor: admin.pseudonym, detail: 'ROLE_REVOKED FOCAL_POINT fao INVITATION' },
    ]);
  });

  it('are listed for administrators and can be withdrawn', async () => {
    const guest = await person('Withdrawn colleague', 'MEMBER', 'wfp');
    await invite(admin, guest.email, 'PUBLISHER', 'fao');
    const token = await tokenFor(guest.email);
    const listed = async () =>
      ((await ask(admin, '{ invitations { id email role organizationName invitedBy works } }')).invitations as { id: string; email: string }[]).filter(
        (one) => one.email === guest.email,
      );
    const [open] = await listed();
    expect(open).toMatchObject({ role: 'PUBLISHER', organizationName: 'FAO', invitedBy: admin.name, works: true });
    const withdraw = (by: User, id: string) =>
      answer(by, 'mutation ($id: ID!) { withdrawInvitation(id: $id) { ... on InvitationWithdrawn { email } ... on InvalidInput { fields { code } } } }', {
        id,
      });
    for (const role of ['fao-publisher', 'secretariat', 'member']) {
      const other = await demo(role);
      expect((await answer(other, '{ invitations { id } }')).errors?.[0]?.extensions?.code, role).toBe('FORBIDDEN');
      expect((await withdraw(other, open?.id as string)).errors?.[0]?.extensions?.code, role).toBe('FORBIDDEN');
    }
    expect((await withdraw(admin, 'no-such-id')).data.withdrawInvitation.fields[0].code).toBe('NO_INVITATION');
    expect((await withdraw(admin, open?.id as string)).data.withdrawInvitation).toEqual({ email: guest.email });
    expect((await withdraw(admin, open?.id as string)).data.withdrawInvitation).toEqual({ email: guest.email });
    expect(await listed()).toEqual([]);
    expect((await join(guest, token)).fields[0].message).toContain('withdrawn');
    const events = await db
      .selectFrom('auditEvent')
      .select('kind')
      .where('subject', '=', open?.id as string)
      .orderBy('id')
      .execute();
    expect(events.map((one) => one.kind)).toEqual(['INVITED', 'INVITATION_WITHDRAWN']);
  });

  it('do not work when whoever invited may no longer do so, for whatever reason', async () => {
    const former = await person('Former administrator', 'ADMINISTRATOR', null);
    const ways: [string, () => Promise<unknown>, () => Promise<unknown>][] = [
      [
        'without the role',
        () => ask(admin, 'mutation ($member: ID!) { revokeRole(member: $member, role: ADMINISTRATOR) { __typename } }', { member: former.id }),
        () => ask(admin, 'mutation ($member: ID!) { grantRole(member: $member, role: ADMINISTRATOR) { __typename } }', { member: former.id }),
      ],
      [
        'suspended',
        () => ask(admin, 'mutation ($member: ID!) { suspendUser(member: $member, suspended: true) { __typename } }', { member: former.id }),
        () => ask(admin, 'mutation ($member: ID!) { suspendUser(member: $member, suspended: false) { __typename } }', { member: former.id }),
      ],
      ['erased', () => ask(admin, 'mutation ($member: ID!) { eraseUser(member: $member) { __typename } }', { member: former.id }), async () => {}],
    ];
    for (const [way, take, giveBack] of ways) {
      const guest = await person(`Invited by one ${way}`, 'MEMBER', 'wfp');
      expect((await invite(former, guest.email, 'ADMINISTRATOR')).data.invite, way).toEqual({ email: guest.email });
      const token = await tokenFor(guest.email);
      await take();
      expect((await join(guest, token)).fields[0].message, way).toContain('may no longer do so');
      expect((await findUser(db, guest.id))?.memberships.map((one) => one.role)).toEqual(['MEMBER']);
      expect((await ask(admin, '{ invitations { email works } }')).invitations).toContainEqual({ email: guest.email, works: false });
      await giveBack();
    }
  });

  it('give the role once when taken twice in the same moment', async () => {
    const guest = await person('Hasty colleague', 'MEMBER', 'wfp');
    await invite(admin, guest.email, 'PUBLISHER', 'fao');
    const token = await tokenFor(guest.email);
    const before = (await logged('ROLE_GRANTED')).length;
    await Promise.all(Array.from({ length: 5 }, () => join(guest, token)));
    expect(await logged('ROLE_GRANTED')).toHaveLength(before + 1);
  });

  it('expire', async () => {
    const guest = await person('Late colleague', 'MEMBER', 'wfp');
    await invite(admin, guest.email, 'PUBLISHER', 'fao');
    const token = await tokenFor(guest.email);
    await pool.query("UPDATE invitation SET expires_at = now() - interval '1 minute' WHERE email = $1", [guest.email]);
    expect((await join(guest, token)).fields[0].message).toContain('expired');
    expect((await join(guest, 'no-such-token')).fields[0].name).toBe('token');
    expect((await findUser(db, guest.id))?.memberships).toHaveLength(1);
  });
});

describe('erasing', () => {
  it('leaves a pseudonym: no name, no address anywhere, the history still says who, and the log still fits', async () => {
    const leaver = await person('Ada (A.) Leaver-Smith', 'FOCAL_POINT', 'fao');
    const publisher = await demo('fao-publisher');
    const { draft } = await save(leaver, { kind: 'LESSON', organization: 'fao', key: 'leaver', content: lessonOf('Written by a leaver') });
    await submit(leaver, draft);
    await accept(publisher, draft.id, 'fao', 1);
    expect((await mails(publisher.email)).at(-1)?.text).toContain('Ada (A.) Leaver-Smith proposes');
    await ask(admin, 'mutation ($email: String!) { invite(email: $email, role: MEMBER, organization: "fao") { __typename } }', { email: leaver.email });
    // A name that a person gave a thing of their own is theirs too.
    const ofTheirs = { personId: leaver.id, name: 'Of Ada Leaver-Smith' };
    await db
      .insertInto('apiToken')
      .values({ ...ofTheirs, tokenHash: 'of a leaver', scope: 'PUBLIC', expiresAt: new Date() })
      .execute();
    await db.insertInto('shortlist').values(ofTheirs).execute();
    const author = async () => (await ask(publisher, '{ history(kind: LESSON, slug: "written-by-a-leaver") { author { name } } }')).history[0].author.name;
    expect(await author()).toBe('Ada (A.) Leaver-Smith');

    const erase = (by: User) =>
      answer(
        by,
        'mutation ($member: ID!) { eraseUser(member: $member) { ... on MemberSaved { member { name email erased memberships { role } } } ... on InvalidInput { fields { name message } } } }',
        { member: leaver.id },
      );
    expect((await erase(publisher)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const erased = { name: 'Former colleague', email: `${leaver.pseudonym}@erased.invalid`, erased: true, memberships: [] };
    expect((await erase(admin)).data.eraseUser.member).toEqual(erased);
    expect((await erase(admin)).data.eraseUser.member).toEqual(erased);
    expect((await logged('PERSON_ERASED')).filter((body) => body.person === leaver.pseudonym)).toHaveLength(1);
    expect(await author()).toBe('Former colleague');
    expect(await findUser(db, leaver.id)).toBeNull();

    // Nothing of the person in any table.
    const { rows: tables } = await pool.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
    );
    for (const { name } of tables) {
      const { rows } = await pool.query(`SELECT count(*) AS n FROM "${name}" t WHERE t::text ILIKE '%leaver-smith%' OR t::text ILIKE $1`, [
        `%${leaver.email}%`,
      ]);
      expect(rows[0].n, name).toBe(0);
    }
    const { rows: jobs } = await pool.query("SELECT count(*) AS n FROM graphile_worker._private_jobs WHERE payload::text ILIKE '%leaver%'");
    expect(jobs[0].n).toBe(0);
    expect((await mails(publisher.email)).at(-1)?.text).toContain('Former colleague proposes');
    expect((await verifyDatabase(db)).fault).toBeNull();
  });

  it('spares the last administrator and oneself', async () => {
    const erase = async (by: User, member: User) =>
      (
        await ask(
          by,
          'mutation ($member: ID!) { eraseUser(member: $member) { ... on InvalidInput { fields { message } } ... on MemberSaved { member { erased } } } }',
          { member: member.id },
        )
      ).eraseUser;
    expect((await erase(admin, admin)).fields[0].message).toBe('Nobody erases their own account.');
    const second = await person('Second administrator', 'ADMINISTRATOR', null);
    expect((await erase(second, admin)).member.erased).toBe(true);
    const revoke = await ask(
      second,
      'mutation ($member: ID!) { revokeRole(member: $member, role: ADMINISTRATOR) { ... on InvalidInput { fields { message } } } }',
      { member: second.id },
    );
    expect(revoke.revokeRole.fields[0].message).toContain('last administrator');
  });
});

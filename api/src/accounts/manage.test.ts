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
    // A role that was taken away does not come back by the old link.
    await ask(admin, 'mutation ($member: ID!) { revokeRole(member: $member, role: FOCAL_POINT, organization: "fao") { __typename } }', { member: guest.id });
    expect((await join(guest, token)).me.memberships).toEqual([{ role: 'MEMBER', organizationSlug: 'wfp' }]);
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

import { fault } from '#i18n/fault.ts';
import { data, redirect } from 'react-router';
import { requireSession } from '../accounts/signed-in.ts';
import { type Kept, keepForm, ProofForm, sendProof } from '../accounts/proof.tsx';
import { suggestionsQuery } from '../contributions/queries.ts';
import { ask, needsProof } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import type { MembersPageQuery, Role, SuggestionPartsFragment } from '../graphql/graphql.ts';
import { ErrorSummary, SelectField, TextField } from '../ui/form.tsx';
import { type Fault, toError } from '../ui/faults.ts';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/list';
import { decide, erase, grant, invite, resetFactors, revoke, suspend, withdraw } from './acts.ts';
import { OpenInvitations, WaitingSignIns } from './waiting.tsx';
import { Trail } from '../ui/trail.tsx';

const query = graphql(`
  query MembersPage($search: String) {
    members(search: $search) {
      id
      name
      email
      emailVerified
      demo
      suspended
      erased
      memberships {
        role
        organizationSlug
        organizationName
        deputy
      }
    }
    invitations {
      id
      email
      role
      organizationName
      deputy
      invitedBy
      works
      createdAt
      expiresAt
    }
    signInCases {
      id
      service
      subject
      email
      name
      vouched
      accountName
      reassigned
      decision
      seenAt
    }
  }
`);

const roles = ['MEMBER', 'FOCAL_POINT', 'PUBLISHER', 'PROCUREMENT_OFFICER', 'SECRETARIAT', 'ADMINISTRATOR'] as const satisfies readonly Role[];
const decisions = ['NEW_PERSON', 'SAME_PERSON', 'REFUSED'] as const;
/** What is done without naming a role; everything else gives or takes one. */
const roleless: readonly string[] = ['suspend', 'reinstate', 'factors', 'erase', 'withdraw', ...decisions];
type Typed = { email: string; role: string; organization: string; deputy: boolean; member: string };
type Answer = { faults: readonly Fault[]; typed: Typed; proof?: Kept; near?: readonly SuggestionPartsFragment[]; sure?: Sure };
/** What is asked about before it is done, because it takes something from somebody at once. */
const asked = ['take', 'suspend', 'factors', 'withdraw'] as const;
type Sure = { doing: (typeof asked)[number]; fields: [string, string][] };

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  const search = (new URL(request.url).searchParams.get('search') ?? '').replaceAll('\0', '').slice(0, 200);
  return ask(context, query, { search });
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const typed: Typed = { email: text('email'), role: text('role'), organization: text('organization'), deputy: form.has('deputy'), member: text('member') };
  const role = roles.find((one) => one === typed.role);
  const organization = typed.organization || null;
  const { member, deputy, email } = typed;
  const doing = text('do');
  const refuse = (faults: Answer['faults']) => data<Answer>({ faults, typed }, 400);
  if (!roleless.includes(doing) && !role) return refuse([fault('role', 'ROLE')]);
  // The button alone does nothing of this: a page asks first, with and without script.
  const sure = asked.find((one) => one === doing);
  if (sure && !form.has('sure')) {
    const fields = [...form].filter((one): one is [string, string] => typeof one[1] === 'string');
    return data<Answer>({ faults: [], typed, sure: { doing: sure, fields } });
  }
  // Who it is must have been proved lately: else the page asks, with all that was typed.
  const wait = async (fault: Kept['fault']) => data<Answer>({ faults: [], typed, proof: await keepForm(context, form, fault) }, 403);
  const wrong = await sendProof(context, form);
  if (wrong) return wait(wrong);
  const act = () => {
    switch (doing) {
      case 'give':
        return ask(context, grant, { member, role: role as Role, organization, deputy });
      case 'take':
        return ask(context, revoke, { member, role: role as Role, organization });
      case 'suspend':
      case 'reinstate':
        return ask(context, suspend, { member, suspended: doing === 'suspend' });
      case 'factors':
        return ask(context, resetFactors, { member });
      case 'erase':
        return ask(context, erase, { member });
      case 'withdraw':
        return ask(context, withdraw, { id: text('id') });
      case 'NEW_PERSON':
      case 'SAME_PERSON':
      case 'REFUSED':
        return ask(context, decide, { id: text('id'), decision: doing });
      default:
        return ask(context, invite, { email, role: role as Role, organization, deputy });
    }
  };
  const done = await act().catch((thrown: unknown) => {
    if (needsProof(thrown)) return null;
    throw thrown;
  });
  if (!done) return wait(null);
  const { result } = done;
  if ('fields' in result) {
    // What may be meant by a name that no organization has.
    const unknown = result.fields.some(({ code }) => code === 'UNKNOWN_ORGANIZATION');
    const near = unknown && organization ? (await ask(context, suggestionsQuery, { kind: 'ORGANIZATION', text: organization.slice(0, 200) })).suggestions : [];
    return data<Answer>({ faults: result.fields, typed, near }, 400);
  }
  const back = new URLSearchParams(doing === 'invite' ? { invited: email } : { done: decisions.some((one) => one === doing) ? 'case' : '1' });
  const search = new URL(request.url).searchParams.get('search');
  if (search) back.set('search', search);
  throw redirect(`/members?${back}`, 303);
}

/** Where a fault of what waits is told. */
const places: Record<string, string> = { case: 'cases', invitation: 'invitations' };

type Member = MembersPageQuery['members'][number];

export default function MembersPage({ loaderData: { members, invitations, signInCases }, actionData }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const answer = actionData as Answer | undefined;
  const search = url.searchParams.get('search') ?? '';
  const own = answer && !answer.typed.member ? answer.typed : undefined;
  const invited = url.searchParams.get('invited');
  // A fault in the form of a member leads to that member; the boxes of the invitation have the names of the fields.
  const errors = (answer?.faults ?? []).map((one) => toError(t, one, answer?.typed.member ? `member-${answer.typed.member}` : (places[one.path] ?? one.path)));
  const error = (name: string) => (own ? (errors.find((one) => one.name === name)?.message ?? null) : null);
  const action = search ? `/members?${new URLSearchParams({ search })}` : '/members';
  if (answer?.proof)
    return (
      <>
        <Meta title={t('accounts.prove.title')} unlisted />
        <Trail />
        <PageTitle title={t('accounts.prove.title')} lead={t('accounts.prove.lead')} />
        <ProofForm {...answer.proof} action={action} />
      </>
    );
  if (answer?.sure) return <Question sure={answer.sure} action={action} member={members.find((one) => one.id === answer.typed.member)} typed={answer.typed} />;
  return (
    <>
      <Meta title={t('accounts.members.title')} unlisted />
      <PageTitle title={t('accounts.members.title')} lead={t('accounts.members.lead')} />
      <ErrorSummary errors={errors} />
      {answer?.near && answer.near.length > 0 && (
        <p>
          {t('accounts.members.near', {
            names: format.list(answer.near.map(({ value, title }) => `${value} (${title})`)),
          })}
        </p>
      )}
      {url.searchParams.has('done') && !answer && (
        <Notice role="status">{t(url.searchParams.get('done') === 'case' ? 'accounts.members.caseDone' : 'accounts.members.done')}</Notice>
      )}
      {invited && !answer && <Notice role="status">{t('accounts.members.invited', { email: invited.slice(0, 320) })}</Notice>}
      <WaitingSignIns cases={signInCases} action={action} />
      <form method="get" action="/members" className="entry-inline">
        <div>
          <label htmlFor="members-search">{t('accounts.members.search')}</label>
          <input id="members-search" name="search" defaultValue={search} />
        </div>
        <button type="submit" className="button-quiet">
          {t('accounts.members.searchButton')}
        </button>
      </form>
      <p className="section">{members.length === 0 ? t('accounts.members.none') : t('accounts.members.count', { count: members.length })}</p>
      <ul className="rows">
        {members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            action={action}
            typed={answer?.typed.member === member.id ? answer.typed : undefined}
            faults={errors.filter((one) => one.name === `member-${member.id}`).map((one) => one.message)}
          />
        ))}
      </ul>
      <OpenInvitations invitations={invitations} action={action} />
      <Section id="invite" title={t('accounts.members.inviteTitle')}>
        <p>{t('accounts.members.inviteLead')}</p>
        <form method="post" action={action}>
          <TextField
            name="email"
            type="email"
            label={t('accounts.members.email')}
            example={t('accounts.signIn.emailExample')}
            value={own?.email}
            error={error('email')}
            autoComplete="off"
          />
          <SelectField
            name="role"
            label={t('accounts.members.role')}
            value={own?.role ?? 'FOCAL_POINT'}
            options={roles.map((role) => ({ value: role, label: t(`accounts.role.${role}`) }))}
            error={error('role')}
          />
          <TextField
            name="organization"
            label={t('accounts.members.organization')}
            help={t('accounts.members.organizationHelp')}
            value={own?.organization}
            error={error('organization')}
            list="organizations"
            required={false}
          />
          <label className="choice field">
            <input type="checkbox" name="deputy" value="1" defaultChecked={own?.deputy ?? false} />
            <span>{t('accounts.members.deputy')}</span>
          </label>
          <button type="submit" name="do" value="invite">
            {t('accounts.members.inviteButton')}
          </button>
        </form>
      </Section>
      <datalist id="organizations" data-suggest="/drafts/suggest?kind=ORGANIZATION" />
    </>
  );
}

/** Asks before something is taken from somebody; the answer sends the same form again. */
function Question({ sure: { doing, fields }, action, member, typed }: { sure: Sure; action: string; member?: Member; typed: Typed }) {
  const { t } = useSite();
  const role = roles.find((one) => one === typed.role);
  const organization = member?.memberships.find((one) => one.organizationSlug === typed.organization)?.organizationName ?? typed.organization;
  return (
    <>
      <Meta title={t('accounts.members.sure.title')} unlisted />
      <PageTitle
        title={t('accounts.members.sure.title')}
        lead={t(`accounts.members.sure.${doing}`, {
          name: member?.name ?? '',
          role: role ? t(`accounts.role.${role}`) : '',
          organization: organization || t('accounts.account.everywhere'),
        })}
      />
      <form method="post" action={action} className="entry-buttons">
        {fields.map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" name="sure" value="1">
          {t(`accounts.members.sure.yes.${doing}`)}
        </button>
        <a href={action}>{t('accounts.members.sure.no')}</a>
      </form>
    </>
  );
}

function MemberRow({ member, action, typed, faults }: { member: Member; action: string; typed?: Typed; faults: string[] }) {
  const { t } = useSite();
  const { id, name } = member;
  const state = member.erased
    ? t('accounts.members.erased')
    : member.suspended
      ? t('accounts.members.suspended')
      : member.emailVerified
        ? t('accounts.members.active')
        : t('accounts.members.unverified');
  return (
    <li className="row" id={`member-${id}`} tabIndex={-1}>
      <h2 className="row-title">{name}</h2>
      <p className="quiet small">
        {member.email} · {state}
        {member.demo && ` · ${t('accounts.demoMark')}`}
      </p>
      {faults.map((message) => (
        <p className="field-error" key={message}>
          <b>{t('form.error')}</b> {message}
        </p>
      ))}
      {member.memberships.length > 0 && (
        <ul className="plain">
          {member.memberships.map((one) => (
            <li key={`${one.role} ${one.organizationSlug}`}>
              <form method="post" action={action} className="member-role">
                {t(`accounts.role.${one.role}`)}, {one.organizationName ?? t('accounts.account.everywhere')}
                {one.deputy && ` (${t('accounts.account.deputy')})`} <input type="hidden" name="member" value={id} />
                <input type="hidden" name="role" value={one.role} />
                <input type="hidden" name="organization" value={one.organizationSlug ?? ''} />
                <button
                  type="submit"
                  name="do"
                  value="take"
                  className="button-quiet"
                  aria-label={t('accounts.members.takeOf', { role: t(`accounts.role.${one.role}`), name })}
                >
                  {t('accounts.members.take')}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      {!member.erased && (
        <details open={typed !== undefined}>
          <summary>
            {t('accounts.members.change')}
            <span className="hidden">: {name}</span>
          </summary>
          <form method="post" action={action} className="entry-inline" aria-label={t('accounts.members.give', { name })}>
            <input type="hidden" name="member" value={id} />
            <div>
              <label htmlFor={`role-${id}`}>{t('accounts.members.role')}</label>
              <select id={`role-${id}`} name="role" defaultValue={typed?.role ?? 'FOCAL_POINT'}>
                {roles.map((role) => (
                  <option key={role} value={role}>
                    {t(`accounts.role.${role}`)}
                  </option>
                ))}
              </select>
            </div>
            <div>
              <label htmlFor={`organization-${id}`}>{t('accounts.members.organization')}</label>
              <input id={`organization-${id}`} name="organization" list="organizations" defaultValue={typed?.organization} />
            </div>
            <label className="choice">
              <input type="checkbox" name="deputy" value="1" defaultChecked={typed?.deputy ?? false} />
              <span>{t('accounts.members.deputy')}</span>
            </label>
            <button type="submit" name="do" value="give" className="button-quiet">
              {t('accounts.members.giveButton')}
            </button>
          </form>
          <form method="post" action={action} className="section">
            <input type="hidden" name="member" value={id} />
            <button type="submit" name="do" value={member.suspended ? 'reinstate' : 'suspend'} className="button-quiet">
              {member.suspended ? t('accounts.members.reinstate') : t('accounts.members.suspend')}
              <span className="hidden">: {name}</span>
            </button>{' '}
            {!member.demo && (
              <button type="submit" name="do" value="factors" className="button-quiet">
                {t('accounts.members.factors')}
                <span className="hidden">: {name}</span>
              </button>
            )}
          </form>
          <p className="section">
            <a href={`/members/${id}/data.json`} download="">
              {t('accounts.members.data')}
              <span className="hidden">: {name}</span>
            </a>
          </p>
          <details className="section">
            <summary>
              {t('accounts.members.erase')}
              <span className="hidden">: {name}</span>
            </summary>
            <form method="post" action={action}>
              <p>{t('accounts.members.eraseWarning')}</p>
              <input type="hidden" name="member" value={id} />
              <button type="submit" name="do" value="erase" className="button-quiet">
                {t('accounts.members.eraseConfirm', { name })}
              </button>{' '}
              <button type="submit" formAction={`/members/${id}/data.json`} className="button-quiet">
                {t('accounts.members.takeAndErase', { name })}
              </button>
            </form>
          </details>
        </details>
      )}
    </li>
  );
}

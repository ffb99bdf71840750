import { data } from 'react-router';
import { ask, httpError, orNotFound } from '../../api.server.ts';
import { readForm } from '../../form.server.ts';
import type { CampaignChangeQuery } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/index.ts';
import { type Fault, toError } from '../../ui/faults.ts';
import { ErrorSummary, SelectField, TextField } from '../../ui/form.tsx';
import { Meta } from '../../ui/meta.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { ResponsiveTable } from '../../ui/responsive-table.tsx';
import { Section } from '../../ui/section.tsx';
import { useSite } from '../../ui/site.tsx';
import { Path } from '../frame.tsx';
import { isKey } from '../request.ts';
import { asked, fieldOf, Organizations } from './organizations.tsx';
import type { Route } from './+types/change';

const query = graphql(/* GraphQL */ `
  query CampaignChange($id: ID!) {
    campaign(id: $id) {
      id
      title
      opensOn
      closesOn
      mailsLeave
      closedAt
      viewerIsKeeper
      reminderNow {
        mail {
          subject
          text
        }
        receivers {
          organizationName
          addresses
        }
        today
        nobody
      }
      answers {
        organizationSlug
        organizationName
        contact
        secondContact
      }
      askable {
        slug
        shortName
        actions
      }
    }
    uptakeContactBooks {
      organizationSlug
      first
      second
    }
  }
`);
const remindDocument = graphql(/* GraphQL */ `
  mutation RemindNow($id: ID!) {
    remindNow(id: $id) {
      __typename
      ...FieldFaults
    }
  }
`);
const extendDocument = graphql(/* GraphQL */ `
  mutation ExtendCampaign($id: ID!, $closesOn: String!) {
    extendCampaign(id: $id, closesOn: $closesOn) {
      __typename
      ...FieldFaults
    }
  }
`);
const addDocument = graphql(/* GraphQL */ `
  mutation AddToCampaign($id: ID!, $organizations: [CampaignOrganizationInput!]!) {
    addToCampaign(id: $id, organizations: $organizations) {
      __typename
      ...FieldFaults
    }
  }
`);
const correctDocument = graphql(/* GraphQL */ `
  mutation CorrectCampaignContact($id: ID!, $contact: CampaignOrganizationInput!) {
    correctCampaignContact(id: $id, contact: $contact) {
      __typename
      ...FieldFaults
    }
  }
`);

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  if (!isKey(id)) throw httpError(context, 404);
  const answer = await ask(context, query, { id });
  const campaign = orNotFound(context, answer.campaign);
  if (!campaign.viewerIsKeeper) throw httpError(context, 404);
  return { campaign, books: answer.uptakeContactBooks };
}

export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  if (!isKey(id)) throw httpError(context, 404);
  const form = await readForm(context, request);
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') typed[name] = value;
  const chosen = form.getAll('organization').filter((value): value is string => typeof value === 'string');
  const intent = typed['intent'] ?? '';
  const faults = await change(intent);
  if (faults === null) return new Response(null, { status: 303, headers: { location: `/campaigns/${id}?done=${intent}` } });
  return data({ faults, typed, chosen: intent === 'added' ? chosen : [] }, { status: 400 });

  /** What is wrong with what was asked for; null where it was done. */
  async function change(what: string): Promise<Fault[] | null> {
    const faultsOf = (result: { __typename: string; fields?: Fault[] }) => result.fields ?? null;
    if (what === 'reminded') return faultsOf((await ask(context, remindDocument, { id })).remindNow);
    if (what === 'extended') return faultsOf((await ask(context, extendDocument, { id, closesOn: typed['closesOn'] ?? '' })).extendCampaign);
    if (what === 'added') {
      const found = faultsOf((await ask(context, addDocument, { id, organizations: asked(chosen, typed) })).addToCampaign);
      return found?.map((one) => ({ ...one, path: fieldOf(one.path, chosen) })) ?? null;
    }
    if (what === 'corrected') {
      const contact = { organization: typed['of'] ?? '', contact: typed['contact']?.trim() || null, secondContact: typed['secondContact']?.trim() || null };
      const found = faultsOf((await ask(context, correctDocument, { id, contact })).correctCampaignContact);
      return found?.map((one) => ({ ...one, path: one.path === 'organization' ? 'of' : one.path })) ?? null;
    }
    throw httpError(context, 400);
  }
}

type Campaign = NonNullable<CampaignChangeQuery['campaign']>;

/** Remind now, move the closing day, correct an address, ask more organizations: each a form that says before what it sends to whom. */
export default function CampaignChange({ loaderData: { campaign, books }, actionData }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const errors = (refused?.faults ?? []).map((one) => toError(t, one));
  const typed: Record<string, string> = refused?.typed ?? {};
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const of = typed['of'] ?? url.searchParams.get('of') ?? campaign.answers[0]?.organizationSlug ?? '';
  const current = campaign.answers.find((one) => one.organizationSlug === of);
  const address = `/campaigns/${campaign.id}`;
  return (
    <>
      <Meta title={t('campaigns.change.title')} canonical={`${address}/change`} unlisted />
      <Path
        items={[
          { label: t('uptake.title'), url: '/uptake' },
          { label: t('campaigns.title'), url: '/campaigns' },
          { label: campaign.title, url: address },
        ]}
      />
      <PageTitle title={t('campaigns.change.title')} kind={campaign.title} lead={campaign.mailsLeave ? null : t('campaigns.show.noServer')} />
      <ErrorSummary errors={errors} />
      {campaign.closedAt ? (
        <p>{t('campaigns.change.closed', { day: format.date(campaign.closedAt) })}</p>
      ) : (
        <>
          <Section id="remind" title={t('campaigns.change.remind')}>
            <Remind campaign={campaign} />
          </Section>
          <Section id="extend" title={t('campaigns.change.extend')}>
            <form method="post">
              <input type="hidden" name="intent" value="extended" />
              <p className="field-help">{t('campaigns.change.extendHelp', { day: format.date(campaign.closesOn) })}</p>
              <TextField name="closesOn" type="date" label={t('campaigns.change.closesOn')} value={typed['closesOn'] ?? ''} error={error('closesOn')} />
              <button type="submit">{t('campaigns.change.extendSend')}</button>
            </form>
          </Section>
          <Section id="correct" title={t('campaigns.change.correct')}>
            <form method="get" action="#correct" className="uptake-line">
              <SelectField
                name="of"
                label={t('campaigns.show.columns.organization')}
                options={campaign.answers.map((one) => ({ value: one.organizationSlug, label: one.organizationName }))}
                value={of}
                error={error('of')}
              />
              <button type="submit" className="button-quiet">
                {t('campaigns.change.choose')}
              </button>
            </form>
            {current && (
              <form method="post">
                <input type="hidden" name="intent" value="corrected" />
                <input type="hidden" name="of" value={current.organizationSlug} />
                <p className="field-help">{t('campaigns.change.correctHelp', { name: current.organizationName })}</p>
                <TextField
                  name="contact"
                  type="email"
                  label={t('campaigns.form.contactOf', { name: current.organizationName })}
                  value={typed['contact'] ?? current.contact ?? ''}
                  error={error('contact')}
                  required={false}
                />
                <TextField
                  name="secondContact"
                  type="email"
                  label={t('campaigns.form.secondOf', { name: current.organizationName })}
                  value={typed['secondContact'] ?? current.secondContact ?? ''}
                  error={error('secondContact')}
                  required={false}
                />
                <button type="submit">{t('campaigns.change.correctSend')}</button>
              </form>
            )}
          </Section>
          <Section id="add" title={t('campaigns.change.add')}>
            {campaign.askable.length === 0 ? (
              <p>{t('campaigns.change.all')}</p>
            ) : (
              <form method="post">
                <input type="hidden" name="intent" value="added" />
                <Organizations
                  firstOf={new Map(books.map((book) => [book.organizationSlug, book.first]))}
                  columns={campaign.askable}
                  chosen={refused?.chosen ?? []}
                  typed={typed}
                  errors={errors}
                />
                <button type="submit">{t('campaigns.change.addSend')}</button>
              </form>
            )}
          </Section>
        </>
      )}
    </>
  );
}

/** Whom a reminder would go to, with its text, before it is sent. */
function Remind({ campaign: { reminderNow, opensOn } }: { campaign: Campaign }) {
  const { t, format } = useSite();
  const columns = t('campaigns.change.remindColumns', { returnObjects: true });
  if (!reminderNow) return <p>{t('campaigns.change.notOpen', { day: format.date(opensOn) })}</p>;
  const { mail, receivers, today, nobody } = reminderNow;
  return (
    <>
      {today.length > 0 && <p>{t('campaigns.change.today', { names: format.list(today), count: today.length })}</p>}
      {nobody.length > 0 && <p>{t('campaigns.change.nobody', { names: format.list(nobody), count: nobody.length })}</p>}
      {mail === null ? (
        <p>{t('campaigns.change.noReminder')}</p>
      ) : (
        <form method="post">
          <input type="hidden" name="intent" value="reminded" />
          <ResponsiveTable
            caption={t('campaigns.change.remindCaption')}
            columns={[columns.organization, columns.to]}
            rows={receivers.map((one) => ({ key: one.organizationName, cells: [one.organizationName, one.addresses.join(', ')] }))}
          />
          <article className="reading">
            <p>
              <b>{mail.subject}</b>
            </p>
            <p className="uptake-text">{mail.text}</p>
          </article>
          <button type="submit">{t('campaigns.change.remindSend', { count: receivers.length })}</button>
        </form>
      )}
    </>
  );
}

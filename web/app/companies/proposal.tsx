import { data, redirect } from 'react-router';
import { requireSession } from '../accounts/signed-in.ts';
import { ask, httpError, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Facts } from '../ui/facts.tsx';
import { type Fault, toError } from '../ui/faults.ts';
import { ErrorSummary, TextArea } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import { isKey } from '../uptake/request.ts';
import type { Route } from './+types/proposal';

const query = graphql(/* GraphQL */ `
  query CompanyProposalPage($id: ID!) {
    companyProposal(id: $id) {
      name
      website
      services
      text
      source
      vendorTitle
      vendorUrl
      proposedAt
      decidedAt
    }
  }
`);
const take = graphql(/* GraphQL */ `
  mutation TakeUpProposal($id: ID!) {
    takeUpProposal(id: $id) {
      __typename
      ... on ProposalTakenUp {
        url
      }
      ...FieldFaults
    }
  }
`);
const decline = graphql(/* GraphQL */ `
  mutation DeclineProposal($id: ID!, $reason: String!) {
    declineProposal(id: $id, reason: $reason) {
      __typename
      ...FieldFaults
    }
  }
`);

export async function loader({ params: { id }, request, context }: Route.LoaderArgs) {
  requireSession(request);
  if (!isKey(id)) throw httpError(context, 404);
  return { id, proposal: orNotFound(context, (await ask(context, query, { id })).companyProposal) };
}

export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  if (!isKey(id)) throw httpError(context, 404);
  const form = await readForm(context, request);
  const reason = String(form.get('reason') ?? '');
  const refused = (faults: readonly Fault[]) => data({ reason, faults: faults.map((one) => ({ ...one, path: 'reason' })) }, { status: 400 });
  if (form.get('intent') === 'take') {
    const { takeUpProposal: result } = await ask(context, take, { id });
    return result.__typename === 'ProposalTakenUp' ? redirect(result.url, 303) : refused(result.fields);
  }
  const { declineProposal: result } = await ask(context, decline, { id, reason });
  return result.__typename === 'InvalidInput' ? refused(result.fields) : redirect(`/proposals/${id}?done=declined`, 303);
}

/** What a company proposes, for those who take it up or decline it. */
export default function CompanyProposalPage({ loaderData: { id, proposal }, actionData }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const errors = (refused?.faults ?? []).map((one) => toError(t, one));
  const title = proposal.vendorTitle
    ? t('companies.proposal.correction', { title: proposal.vendorTitle })
    : t('companies.proposal.entry', { name: proposal.name });
  return (
    <>
      <Meta title={title} unlisted />
      <Breadcrumbs items={[{ label: t('contributions.work.title'), url: '/my-work' }]} />
      <PageTitle kind={t('companies.proposal.kind')} title={title} lead={t('companies.proposal.lead')} />
      <ErrorSummary errors={errors} />
      {url.searchParams.get('done') === 'declined' && !refused && (
        <Notice role="status">
          <p>{t('companies.done.declined')}</p>
        </Notice>
      )}
      <Facts
        items={[
          { label: t('companies.own.name'), value: proposal.vendorUrl ? <a href={proposal.vendorUrl}>{proposal.name}</a> : proposal.name },
          { label: t('companies.field.website.label'), value: proposal.website },
          { label: t('companies.own.services'), value: proposal.services },
          { label: t('companies.proposal.text'), value: <span className="entry-text">{proposal.text}</span> },
          { label: t('companies.proposal.source'), value: <span className="entry-text">{proposal.source}</span> },
        ]}
      />
      {proposal.decidedAt ? (
        <p>{t('companies.proposal.decided', { day: format.date(proposal.decidedAt.slice(0, 10)) })}</p>
      ) : (
        <>
          <form method="post" action={`/proposals/${id}`} className="section">
            <button type="submit" name="intent" value="take">
              {t('companies.proposal.take')}
            </button>
          </form>
          <form method="post" action={`/proposals/${id}`} className="section">
            <TextArea
              name="reason"
              label={t('companies.proposal.reason')}
              value={refused?.reason ?? ''}
              error={errors[0]?.message ?? null}
              rows={3}
              most={2000}
            />
            <button type="submit" name="intent" value="decline" className="button-quiet">
              {t('companies.proposal.decline')}
            </button>
          </form>
        </>
      )}
    </>
  );
}

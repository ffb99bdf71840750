import { data, redirect } from 'react-router';
import { requireSession } from '../accounts/signed-in.ts';
import { ask, httpError } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { toError } from '../ui/faults.ts';
import { ErrorSummary, TextArea } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/suggestions';

const query = graphql(/* GraphQL */ `
  query LearningSuggestions {
    viewerDecidesLearning
    learningSuggestions {
      id
      kind
      state
      audience
      title
      about
      address
      day
      reason
      suggestedBy
      mine
    }
  }
`);
const decide = graphql(/* GraphQL */ `
  mutation DecideLearning($id: ID!, $accept: Boolean!, $reason: String!) {
    result: decideLearning(id: $id, accept: $accept, reason: $reason) {
      __typename
      ...FieldFaults
    }
  }
`);
const withdraw = graphql(/* GraphQL */ `
  mutation WithdrawLearning($id: ID!) {
    result: withdrawLearning(id: $id) {
      __typename
      ...FieldFaults
    }
  }
`);

const dones = ['suggested', 'accepted', 'returned', 'withdrawn'] as const;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  const done = new URL(request.url).searchParams.get('done');
  return { done: dones.find((one) => one === done) ?? null, ...(await ask(context, query, {})) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const text = (name: string) => String(form.get(name) ?? '');
  const [intent, id] = [text('intent'), text('id')];
  const reason = text(`reason-${id}`);
  if (intent !== 'accept' && intent !== 'return' && intent !== 'withdraw') throw httpError(context, 400);
  const { result } =
    intent === 'withdraw'
      ? await ask(context, withdraw, { id })
      : await ask(context, decide, { id, accept: intent === 'accept', reason: intent === 'accept' ? '' : reason });
  if (result.__typename === 'InvalidInput') return data({ id, reason, faults: result.fields }, { status: 400 });
  return redirect(`/learning/suggestions?done=${intent === 'withdraw' ? 'withdrawn' : `${intent}ed`}`, 303);
}

/** What somebody suggested, and for those who decide what waits. */
export default function Suggestions({ loaderData: { done, viewerDecidesLearning, learningSuggestions }, actionData }: Route.ComponentProps) {
  const { t, format } = useSite();
  const errors = (actionData?.faults ?? []).map((one) => toError(t, one, `reason-${actionData?.id}`));
  return (
    <>
      <Meta title={t('learning.suggestions.title')} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('reference.learning.title'), url: '/learning' },
        ]}
      />
      <PageTitle title={t('learning.suggestions.title')} lead={t('learning.suggestions.lead')} />
      {done && !actionData && <Notice>{t(`learning.suggestions.${done}`)}</Notice>}
      <ErrorSummary errors={errors} />
      {learningSuggestions.length === 0 && <p>{t('learning.suggestions.none')}</p>}
      <ul className="rows">
        {learningSuggestions.map((one) => (
          <li className="row" key={one.id} id={one.id}>
            <h2 className="row-title">{one.title}</h2>
            {one.about && <p className="row-text">{one.about}</p>}
            <p className="small">
              {t(`learning.kind.${one.kind}`)}
              {one.day && `, ${format.date(one.day)}`}, {t(`questions.audience.${one.audience as 'PUBLIC' | 'UN_SYSTEM'}`)}
              {one.suggestedBy && `, ${t('learning.by', { name: one.suggestedBy })}`}
              {one.address && (
                <>
                  {': '}
                  <a href={one.address} rel="external nofollow">
                    {one.address}
                  </a>
                </>
              )}
            </p>
            {one.state === 'RETURNED' && <p>{t('learning.suggestions.returnedWith', { reason: one.reason ?? '' })}</p>}
            {one.mine ? (
              <form method="post">
                <input type="hidden" name="id" value={one.id} />
                <button
                  type="submit"
                  name="intent"
                  value="withdraw"
                  className="button-quiet"
                  aria-label={t('learning.suggestions.withdrawOf', { title: one.title })}
                >
                  {t('learning.suggestions.withdraw')}
                </button>
              </form>
            ) : (
              viewerDecidesLearning && (
                <form method="post">
                  <input type="hidden" name="id" value={one.id} />
                  <button type="submit" name="intent" value="accept" aria-label={t('learning.suggestions.acceptOf', { title: one.title })}>
                    {t('learning.suggestions.accept')}
                  </button>
                  <details open={actionData?.id === one.id}>
                    <summary>{t('learning.suggestions.return')}</summary>
                    <ReasonField id={one.id} refused={actionData?.id === one.id ? { reason: actionData.reason, message: errors[0]?.message ?? null } : null} />
                    <button type="submit" name="intent" value="return" aria-label={t('learning.suggestions.returnOf', { title: one.title })}>
                      {t('learning.suggestions.return')}
                    </button>
                  </details>
                </form>
              )
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function ReasonField({ id, refused }: { id: string; refused: { reason: string; message: string | null } | null }) {
  const { t } = useSite();
  return (
    <TextArea
      name={`reason-${id}`}
      label={t('learning.suggestions.reason')}
      value={refused?.reason ?? ''}
      error={refused?.message ?? null}
      rows={2}
      most={1000}
      required={false}
    />
  );
}

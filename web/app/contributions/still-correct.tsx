import { data, redirect } from 'react-router';
import { ask } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { ErrorSummary } from '../ui/form.tsx';
import { toError } from '../ui/faults.ts';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/still-correct';

const query = graphql(`
  query StillCorrectPage($token: String!) {
    stillCorrectLink(token: $token) {
      state
      title
      url
      verifyBy
    }
  }
`);
const confirm = graphql(`
  mutation ConfirmStillCorrect($token: String!) {
    confirmStillCorrect(token: $token) {
      __typename
      ...FieldFaults
    }
  }
`);
const renew = graphql(`
  mutation RenewStillCorrect($token: String!) {
    renewStillCorrectLink(token: $token)
  }
`);

const tokenIn = (request: Request) => (new URL(request.url).searchParams.get('token') ?? '').replaceAll('\0', '').slice(0, 200);

export async function loader({ request, context }: Route.LoaderArgs) {
  return { link: (await ask(context, query, { token: tokenIn(request) })).stillCorrectLink };
}

export async function action({ request, context }: Route.ActionArgs) {
  const token = tokenIn(request);
  const page = `/still-correct?${new URLSearchParams({ token })}`;
  if ((await readForm(context, request)).get('do') === 'renew') {
    await ask(context, renew, { token });
    throw redirect(`${page}&renewed=1`, 303);
  }
  const { confirmStillCorrect } = await ask(context, confirm, { token });
  if (confirmStillCorrect.__typename === 'InvalidInput') return data({ faults: confirmStillCorrect.fields }, 400);
  throw redirect(`${page}&confirmed=1`, 303);
}

/** Where the link of a reminder leads. Opening it says nothing, because mail programs open links; the button does. */
export default function StillCorrectPage({ loaderData: { link }, actionData }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const says = (name: string) => url.searchParams.get(name) === '1';
  const here = `/still-correct?${new URLSearchParams({ token: url.searchParams.get('token') ?? '' })}`;
  return (
    <>
      <Meta title={t('contributions.correct.title')} unlisted />
      <PageTitle title={t('contributions.correct.title')} lead={t('contributions.correct.lead')} />
      <ErrorSummary errors={(actionData?.faults ?? []).map((one) => toError(t, one, 'confirm'))} />
      {says('renewed') && <Notice role="status">{t('contributions.correct.renewed')}</Notice>}
      {!link && !says('renewed') && <p>{t('contributions.correct.unknown')}</p>}
      {link?.state === 'OPEN' && (
        <form method="post" action={here} id="confirm">
          <p>{t('contributions.correct.question', { title: link.title })}</p>
          <p>
            <a href={link.url}>{t('contributions.correct.look')}</a>
          </p>
          <button type="submit">{t('contributions.correct.button')}</button>
          <p className="section">
            <a href={`${link.url}/edit`}>{t('contributions.correct.change')}</a>
          </p>
        </form>
      )}
      {link?.state === 'USED' && (
        <p>
          {t(says('confirmed') ? 'contributions.correct.done' : 'contributions.correct.used', { date: format.date(link.verifyBy) })}{' '}
          <a href={link.url}>{link.title}</a>
        </p>
      )}
      {link?.state === 'CHANGED' && (
        <p>
          {t('contributions.correct.changed')} <a href={link.url}>{link.title}</a>
        </p>
      )}
      {link?.state === 'EXPIRED' && (
        <form method="post" action={here} id="confirm">
          <p>{t('contributions.correct.expired')}</p>
          <button type="submit" name="do" value="renew">
            {t('contributions.correct.renew')}
          </button>
        </form>
      )}
    </>
  );
}

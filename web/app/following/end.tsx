import { data } from 'react-router';
import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/end';

const query = graphql(/* GraphQL */ `
  query EndDigestPage($token: String!) {
    digestLink(token: $token) {
      frequency
      count
    }
    questionLink(token: $token)
  }
`);
const end = graphql(/* GraphQL */ `
  mutation EndDigest($token: String!) {
    endDigest(token: $token)
  }
`);

const tokenIn = (request: Request) => (new URL(request.url).searchParams.get('token') ?? '').replaceAll('\0', '').slice(0, 200);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { digestLink, questionLink } = await ask(context, query, { token: tokenIn(request) });
  return { link: digestLink, question: questionLink };
}

/** The button of the page, and what a mail program sends by itself (RFC 8058): it gets no redirect. What the form holds says nothing; the link does. */
export async function action({ request, context }: Route.ActionArgs) {
  const { endDigest } = await ask(context, end, { token: tokenIn(request) });
  return data({ ended: endDigest }, { status: endDigest ? 200 : 404 });
}

/** Where the link at the end of a mail leads. Opening it ends nothing, because mail programs open links; the button does. */
export default function EndDigestPage({ loaderData: { link, question }, actionData }: Route.ComponentProps) {
  const { t, url } = useSite();
  const here = `/unsubscribe?${new URLSearchParams({ token: url.searchParams.get('token') ?? '' })}`;
  return (
    <>
      <Meta title={t('following.end.title')} unlisted />
      <PageTitle title={t('following.end.title')} />
      {!link && typeof question !== 'boolean' && <p>{t('following.end.unknown')}</p>}
      {question === true && (
        <Notice role="status">
          <p>{t('questions.done.muted')}</p>
        </Notice>
      )}
      {question === false && (
        <form method="post" action={here}>
          <button type="submit">{t('questions.show.mute')}</button>
        </form>
      )}
      {link && link.count === 0 && (
        <Notice role="status">
          <p>{t(actionData?.ended ? 'following.end.done' : 'following.end.before')}</p>
        </Notice>
      )}
      {link && link.count > 0 && (
        <form method="post" action={here}>
          <p>{t('following.end.question', { count: link.count, often: t(`following.frequency.${link.frequency}`).toLowerCase() })}</p>
          <button type="submit">{t('following.end.button')}</button>
        </form>
      )}
      {link && (
        <p className="section">
          <a href="/following">{t('following.end.change')}</a>
        </p>
      )}
    </>
  );
}

import { data, redirect } from 'react-router';
import { ask } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { toError } from '../ui/faults.ts';
import { ErrorSummary, TextArea, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/answer';

const query = graphql(/* GraphQL */ `
  query AnswerPage($token: String!) {
    informationLink(token: $token) {
      organizationName
      vendor
      subject
      text
      answerBy
      open
      answers
    }
  }
`);
const send = graphql(/* GraphQL */ `
  mutation AnswerInformation($token: String!, $name: String!, $text: String!) {
    answerInformation(token: $token, name: $name, text: $text) {
      __typename
      ...FieldFaults
    }
  }
`);
const tokenIn = (request: Request) => (new URL(request.url).searchParams.get('token') ?? '').replaceAll('\0', '').slice(0, 200);

export async function loader({ request, context }: Route.LoaderArgs) {
  const token = tokenIn(request);
  return { token, link: (await ask(context, query, { token })).informationLink };
}

export async function action({ request, context }: Route.ActionArgs) {
  const token = tokenIn(request);
  const form = await readForm(context, request);
  const typed = { name: String(form.get('name') ?? ''), text: String(form.get('text') ?? '') };
  const { answerInformation: result } = await ask(context, send, { token, ...typed });
  if (result.__typename === 'InvalidInput') return data({ typed, faults: result.fields }, { status: 400 });
  return redirect(`/answer?${new URLSearchParams({ token })}&done=1`, 303);
}

/** Where the link of a mail leads a contact of a vendor. Opening it says nothing, because mail programs open links; the button does. */
export default function AnswerPage({ loaderData: { token, link }, actionData }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const errors = (refused?.faults ?? []).map((one) => toError(t, one, one.path === 'token' ? 'text' : one.path));
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const done = url.searchParams.get('done') === '1' && !refused;
  return (
    <>
      <Meta title={t('information.answer.title')} unlisted />
      {link ? (
        <PageTitle
          kind={t('information.answer.title')}
          title={link.subject}
          lead={t('information.answer.lead', { organization: link.organizationName, vendor: link.vendor })}
        />
      ) : (
        <PageTitle title={t('information.answer.title')} lead={t('information.answer.unknown')} />
      )}
      <ErrorSummary errors={errors} />
      {done && link && link.answers > 0 && (
        <Notice role="status">
          <p>{t('information.answer.done')}</p>
        </Notice>
      )}
      {refused && !link?.open && (
        <p className="entry-text">
          {refused.typed.name}
          {'\n'}
          {refused.typed.text}
        </p>
      )}
      {link && (
        <>
          <p className="entry-text">{link.text}</p>
          {link.open ? (
            <>
              <p>
                {t('information.answer.until', { day: format.date(link.answerBy) })} {t('information.answer.tender')}
              </p>
              {link.answers > 0 && <p className="quiet">{t('information.answer.before', { count: link.answers, vendor: link.vendor })}</p>}
              <form method="post" action={`/answer?${new URLSearchParams({ token })}`}>
                <TextField
                  name="name"
                  label={t('information.answer.name')}
                  example={t('information.answer.nameExample')}
                  value={refused?.typed.name ?? ''}
                  error={error('name')}
                  most={200}
                />
                <TextArea
                  name="text"
                  label={t('information.answer.text')}
                  help={t('information.answer.textHelp', { organization: link.organizationName })}
                  value={refused?.typed.text ?? ''}
                  error={error('text')}
                  rows={10}
                  most={10_000}
                />
                <button type="submit">{t('information.answer.button')}</button>
              </form>
            </>
          ) : (
            <p>{t('information.answer.late', { day: format.date(link.answerBy) })}</p>
          )}
        </>
      )}
    </>
  );
}

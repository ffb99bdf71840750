import { data, redirect } from 'react-router';
import { requireSession } from '../accounts/signed-in.ts';
import { ask } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import type { Audience } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { toError } from '../ui/faults.ts';
import { Choices, ErrorSummary, TextArea, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/new';

const query = graphql(/* GraphQL */ `
  query AskForm {
    viewerAsks
  }
`);
const askQuestion = graphql(/* GraphQL */ `
  mutation AskQuestion($title: String!, $text: String!, $about: String!, $audience: Audience!, $language: String!, $key: String) {
    askQuestion(title: $title, text: $text, about: $about, audience: $audience, language: $language, key: $key) {
      __typename
      ... on QuestionSaved {
        url
        changed
      }
      ...FieldFaults
    }
  }
`);

const audiences = ['UN_SYSTEM', 'OWNERS', 'PUBLIC'] as const satisfies readonly Audience[];
const texts = ['title', 'text', 'about', 'language', 'key'] as const;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  const about = (new URL(request.url).searchParams.get('about') ?? '').slice(0, 300);
  return { about, key: crypto.randomUUID(), ...(await ask(context, query, {})) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const typed = {
    ...(Object.fromEntries(texts.map((name) => [name, String(form.get(name) ?? '')])) as Record<(typeof texts)[number], string>),
    audience: audiences.find((one) => one === form.get('audience')) ?? 'UN_SYSTEM',
  };
  const { askQuestion: result } = await ask(context, askQuestion, { ...typed, key: typed.key || null });
  if (result.__typename === 'QuestionSaved') return redirect(`${result.url}?done=asked${result.changed ? '&changed=yes' : ''}`, 303);
  return data({ typed, faults: result.fields }, { status: 400 });
}

export default function AskPage({ loaderData: { about, key, viewerAsks }, actionData }: Route.ComponentProps) {
  const { t, language } = useSite();
  const errors = (actionData?.faults ?? []).map((one) => toError(t, one));
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const value = actionData?.typed ?? { title: '', text: '', about, language, key, audience: 'UN_SYSTEM' as const };
  return (
    <>
      <Meta title={t('questions.form.title')} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('questions.title'), url: '/questions' },
        ]}
      />
      <PageTitle title={t('questions.form.title')} lead={t('questions.form.lead')} />
      <ErrorSummary errors={errors} />
      {viewerAsks ? (
        <form method="post" action="/questions/new">
          <input type="hidden" name="key" value={value.key || key} />
          <TextField
            name="title"
            label={t('questions.form.line')}
            example={t('questions.form.lineExample')}
            value={value.title}
            error={error('title')}
            most={200}
          />
          <TextArea
            name="text"
            label={t('questions.form.text')}
            help={t('questions.form.textHelp')}
            value={value.text}
            error={error('text')}
            rows={8}
            most={8000}
          />
          <TextField
            name="about"
            label={t('questions.form.about')}
            help={t('questions.form.aboutHelp')}
            value={value.about}
            error={error('about')}
            required={false}
          />
          <Choices
            name="audience"
            label={t('questions.form.audience')}
            help={t('questions.form.audienceHelp')}
            values={[value.audience]}
            error={error('audience')}
            options={audiences.map((one) => ({ value: one, label: t(`questions.audience.${one}`) }))}
          />
          <TextField name="language" label={t('questions.form.language')} value={value.language} error={error('language')} most={35} />
          <button type="submit">{t('questions.form.send')}</button>
        </form>
      ) : (
        <p>{t('questions.form.noRole')}</p>
      )}
    </>
  );
}

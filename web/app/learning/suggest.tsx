import { data, redirect } from 'react-router';
import { requireSession } from '../accounts/signed-in.ts';
import { ask, httpError } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { toError } from '../ui/faults.ts';
import { Choices, ErrorSummary, SelectField, TextArea, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/suggest';

const query = graphql(/* GraphQL */ `
  query SuggestLearningForm {
    viewerSuggests
    learningPaths {
      slug
      title
    }
  }
`);
const suggest = graphql(/* GraphQL */ `
  mutation SuggestLearning($kind: LearningEntryKind!, $input: LearningInput!, $audience: Audience!, $key: String) {
    suggestLearning(kind: $kind, input: $input, audience: $audience, key: $key) {
      __typename
      ...FieldFaults
    }
  }
`);

const whats = ['TALK', 'STANDARDS_MEETING', 'DEADLINE'] as const;
const audiences = ['UN_SYSTEM', 'PUBLIC'] as const;
const texts = ['title', 'about', 'address', 'language', 'minutes', 'cost', 'day', 'lastDay', 'time', 'place', 'key'] as const;
const kindOf = (value: unknown) => (value === 'EVENT' ? 'EVENT' : 'RESOURCE');

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  return { kind: kindOf(new URL(request.url).searchParams.get('kind')), key: crypto.randomUUID(), ...(await ask(context, query, {})) } as const;
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  if (form.get('kind') !== 'EVENT' && form.get('kind') !== 'RESOURCE') throw httpError(context, 400);
  const kind = kindOf(form.get('kind'));
  const typed = {
    ...(Object.fromEntries(texts.map((name) => [name, String(form.get(name) ?? '')])) as Record<(typeof texts)[number], string>),
    kind,
    levels: form.getAll('levels').map(String),
    what: whats.find((one) => one === form.get('what')) ?? null,
    audience: audiences.find((one) => one === form.get('audience')) ?? 'UN_SYSTEM',
  } as const;
  const { title, about, address, language, minutes, cost, day, lastDay, time, place, levels, what, audience, key } = typed;
  const shared = { title, about, address, language, minutes };
  const input = kind === 'RESOURCE' ? { ...shared, levels, cost } : { ...shared, what, day, lastDay, time, place };
  const { suggestLearning: result } = await ask(context, suggest, { kind, input, audience, key: key || null });
  if (result.__typename === 'LearningSaved') return redirect('/learning/suggestions?done=suggested', 303);
  return data({ typed, faults: result.fields }, { status: 400 });
}

export default function SuggestPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useSite();
  const kind = actionData?.typed.kind ?? loaderData.kind;
  const errors = (actionData?.faults ?? []).map((one) => toError(t, one));
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const value = actionData?.typed;
  const field = (name: (typeof texts)[number], required = false) => ({
    name,
    label: t(`learning.form.${name as 'title'}`),
    value: value?.[name] ?? '',
    error: error(name),
    required,
  });
  const title = t(`learning.suggest.${kind}`);
  return (
    <>
      <Meta title={title} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          kind === 'EVENT' ? { label: t('learning.events.title'), url: '/events' } : { label: t('reference.learning.title'), url: '/learning' },
        ]}
      />
      <PageTitle title={title} lead={t('learning.suggest.lead')} />
      <ErrorSummary errors={errors} />
      {loaderData.viewerSuggests ? (
        <form method="post" action={`/learning/suggest?kind=${kind}`}>
          <input type="hidden" name="key" value={value?.key || loaderData.key} />
          <input type="hidden" name="kind" value={kind} />
          <TextField {...field('title', true)} most={200} />
          <TextField {...field('address', kind === 'RESOURCE')} example="https://www.itu.int/" />
          <TextArea {...field('about')} rows={3} most={1000} />
          {kind === 'RESOURCE' ? (
            <>
              <Choices
                name="levels"
                label={t('learning.form.levels')}
                several
                values={[...(value?.levels ?? [])]}
                error={error('levels')}
                options={loaderData.learningPaths.map((path) => ({ value: path.slug, label: path.title }))}
              />
              <TextField {...field('cost')} help={t('learning.form.unknown')} most={60} />
            </>
          ) : (
            <>
              <SelectField
                name="what"
                label={t('learning.form.what')}
                value={value?.what ?? 'TALK'}
                error={error('what')}
                options={whats.map((one) => ({ value: one, label: t(`learning.what.${one}`) }))}
              />
              <TextField {...field('day', true)} example="2026-12-10" />
              <TextField {...field('time')} help={t('learning.form.timeHelp')} example="14:00" />
              <TextField {...field('lastDay')} help={t('learning.form.lastDayHelp')} example="2026-12-11" />
              <TextField {...field('place')} most={200} />
            </>
          )}
          <TextField {...field('minutes')} help={t('learning.form.unknown')} example="60" inputMode="numeric" />
          <TextField {...field('language')} help={t('learning.form.unknown')} example={t('learning.form.languageExample')} />
          <Choices
            name="audience"
            label={t('learning.form.audience')}
            values={[value?.audience ?? 'UN_SYSTEM']}
            error={error('audience')}
            options={audiences.map((one) => ({ value: one, label: t(`questions.audience.${one}`) }))}
          />
          <button type="submit">{t('learning.suggest.send')}</button>
        </form>
      ) : (
        <p>{t('learning.suggest.noRole')}</p>
      )}
    </>
  );
}

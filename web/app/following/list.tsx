import { wordFor } from '../ui/word-for.ts';
import { data, redirect } from 'react-router';
import { requireSession } from '../accounts/signed-in.ts';
import { ask } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import type { FollowingPageQuery } from '../graphql/graphql.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { toError } from '../ui/faults.ts';
import { ErrorSummary, type FieldError, SelectField, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { QuietFacts } from '../ui/rows.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/list';
import { followingQuery, followMutation, frequencies, frequencyOf } from './queries.ts';

const change = graphql(/* GraphQL */ `
  mutation ChangeFollow($id: ID!, $name: String, $frequency: DigestFrequency!, $paused: Boolean!) {
    changeFollow(id: $id, name: $name, frequency: $frequency, paused: $paused) {
      __typename
      ...FieldFaults
    }
  }
`);
const end = graphql(/* GraphQL */ `
  mutation EndFollow($id: ID!) {
    endFollow(id: $id) {
      __typename
      ...FieldFaults
    }
  }
`);

type Follow = FollowingPageQuery['following'][number];

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  return ask(context, followingQuery, {});
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const id = text('id');
  const typed = { id, name: text('name'), frequency: frequencyOf(text('frequency')), words: text('words') };
  const intent = text('intent');
  if (intent === 'words') {
    const address = `/search?${new URLSearchParams({ q: typed.words })}`;
    const { follow } = await ask(context, followMutation, { address, name: typed.words.slice(0, 120), frequency: typed.frequency });
    if (follow.__typename === 'FollowSaved') return redirect('/following?done=followed', 303);
    return data({ typed, faults: follow.fields.map((one) => ({ ...one, path: 'words' })) }, { status: 400 });
  }
  const result =
    intent === 'end'
      ? (await ask(context, end, { id })).endFollow
      : (await ask(context, change, { id, name: typed.name, frequency: typed.frequency, paused: intent === 'off' })).changeFollow;
  if (result.__typename !== 'InvalidInput') return redirect(`/following?done=${['end', 'off', 'on'].includes(intent) ? intent : 'saved'}`, 303);
  return data({ typed, faults: result.fields }, { status: 400 });
}

/** What a person follows, how often mails tell of it, and what became of it. */
export default function Following({ loaderData: { following, followingUndeliveredSince }, actionData }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const errors = (refused?.faults ?? []).map((one) => toError(t, one, one.path === 'name' ? `name-${refused?.typed.id}` : one.path));
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const doneWords = t('following.done', { returnObjects: true }) as Record<string, string>;
  const done = wordFor(doneWords, url.searchParams.get('done'));
  return (
    <>
      <Meta title={t('following.title')} unlisted />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={t('following.title')} lead={t('following.lead')} />
      <ErrorSummary errors={errors} />
      {done && !refused && (
        <Notice role="status">
          <p>{done}</p>
        </Notice>
      )}
      {followingUndeliveredSince && (
        <Notice>
          <p>{t('following.undelivered', { date: format.date(followingUndeliveredSince.slice(0, 10)) })}</p>
        </Notice>
      )}
      {following.length === 0 && <p>{t('following.none')}</p>}
      {following.map((one) => (
        <Row key={one.id} follow={one} typed={refused?.typed.id === one.id ? refused.typed : null} errors={errors} />
      ))}
      <Section id="new-words" title={t('following.words.title')}>
        <form method="post" action="/following">
          <TextField
            name="words"
            label={t('following.words.label')}
            help={t('following.words.help')}
            example={t('following.words.example')}
            value={refused?.typed.words ?? ''}
            error={error('words')}
            most={120}
          />
          <SelectField
            name="frequency"
            label={t('following.form.frequency')}
            value={refused?.typed.words ? refused.typed.frequency : 'WEEKLY'}
            options={frequencies.map((value) => ({ value, label: t(`following.frequency.${value}`) }))}
          />
          <button type="submit" name="intent" value="words">
            {t('following.add.button')}
          </button>
        </form>
      </Section>
      <Section id="more" title={t('following.more.title')}>
        <ul>
          <li>
            <a href="/follow">{t('following.more.uptake')}</a>
          </li>
          <li>
            <a href="/following.json" download="">
              {t('following.more.export')}
            </a>
          </li>
        </ul>
      </Section>
    </>
  );
}

type RowProps = { follow: Follow; typed: { name: string; frequency: string } | null; errors: readonly FieldError[] };

function Row({ follow, typed, errors }: RowProps) {
  const { t, format } = useSite();
  const name = follow.name ?? t('following.gone');
  const field = `name-${follow.id}`;
  const often = `frequency-${follow.id}`;
  const error = errors.find((one) => one.name === field)?.message ?? null;
  return (
    <article className="row">
      <h2 className="row-title">{follow.url ? <a href={follow.url}>{name}</a> : name}</h2>
      {follow.problems.length > 0 && (
        <Notice>
          <p>
            {t('following.problem', {
              what: follow.problems
                .map((one) =>
                  t('following.problemPart', {
                    field: t([`vocabulary.field.${one.field}`, 'following.part'] as unknown as 'following.part'),
                    value: one.value,
                  }),
                )
                .join(', '),
            })}
          </p>
        </Notice>
      )}
      <QuietFacts
        items={[
          follow.kind ? t(`searchBox.kind.${follow.kind}`) : t('following.list'),
          follow.paused ? t('following.off') : t(`following.frequency.${follow.frequency}`),
          follow.focal && t('following.focal'),
          follow.toldAt && t('following.told', { date: format.date(follow.toldAt.slice(0, 10)) }),
        ]}
      />
      <details open={typed !== null}>
        <summary>
          {t('following.change')}
          <span className="hidden">: {name}</span>
        </summary>
        <form method="post" action="/following">
          <input type="hidden" name="id" value={follow.id} />
          {follow.list && (
            <div className={error ? 'field field-wrong' : 'field'}>
              <label htmlFor={field}>{t('following.form.name')}</label>
              {error && (
                <p className="field-error" id={`${field}-error`}>
                  <b>{t('form.error')}</b> {error}
                </p>
              )}
              <input
                id={field}
                name="name"
                maxLength={120}
                defaultValue={typed?.name ?? follow.name ?? ''}
                aria-invalid={error ? true : undefined}
                aria-describedby={error ? `${field}-error` : undefined}
              />
            </div>
          )}
          <div className="field">
            <label htmlFor={often}>{t('following.form.frequency')}</label>
            <select id={often} name="frequency" defaultValue={typed?.frequency ?? follow.frequency}>
              {frequencies.map((value) => (
                <option key={value} value={value}>
                  {t(`following.frequency.${value}`)}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" name="intent" value={follow.paused ? 'on' : 'save'}>
            {t(follow.paused ? 'following.form.on' : 'following.form.save')}
          </button>{' '}
          {!follow.paused && (
            <button type="submit" name="intent" value="off" className="button-quiet">
              {t('following.form.off')}
            </button>
          )}{' '}
          {!follow.focal && (
            <button type="submit" name="intent" value="end" className="button-quiet">
              {t('following.form.end')}
            </button>
          )}
        </form>
      </details>
    </article>
  );
}

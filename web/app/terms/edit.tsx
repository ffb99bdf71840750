import { data } from 'react-router';
import { ask, httpError } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import type { TermLanguage } from '../graphql/graphql.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { toError } from '../ui/faults.ts';
import { ErrorSummary, TextArea, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/edit';

const languages: readonly TermLanguage[] = ['en', 'fr', 'es', 'ru', 'ar', 'zh'];

const query = graphql(`
  query SearchTermForm {
    viewerCanChangeTerms
    searchTerms {
      id
      same
      source
      state
      narrower
      words {
        language
        words
      }
    }
  }
`);
const saveDocument = graphql(`
  mutation SaveSearchTerm($input: SearchTermInput!) {
    saveSearchTerm(input: $input) {
      __typename
      ... on SearchTerm {
        id
      }
      ...FieldFaults
    }
  }
`);
const dropDocument = graphql(`
  mutation DropSearchTerm($id: String!, $restore: Boolean!) {
    dropSearchTerm(id: $id, restore: $restore) {
      __typename
      ...FieldFaults
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  const id = new URL(request.url).searchParams.get('id');
  const { viewerCanChangeTerms, searchTerms } = await ask(context, query, {});
  if (!viewerCanChangeTerms) throw httpError(context, 403);
  const term = id ? searchTerms.find((one) => one.id === id) : null;
  if (id && !term) throw httpError(context, 404);
  return { term: term ?? null, ids: searchTerms.filter(({ state }) => state !== 'REMOVED').map((one) => one.id) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const text = (name: string) => String(form.get(name) ?? '');
  const list = (name: string) =>
    text(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const intent = text('intent');
  const id = text('id').trim();
  if (intent === 'remove' || intent === 'restore') {
    const { dropSearchTerm: done } = await ask(context, dropDocument, { id, restore: intent === 'restore' });
    if (done.__typename !== 'InvalidInput') return new Response(null, { status: 303, headers: { location: `/search-terms#${id}` } });
    return data({ faults: done.fields, typed: null }, { status: 400 });
  }
  const { saveSearchTerm: done } = await ask(context, saveDocument, {
    input: {
      id,
      words: languages.map((language) => ({ language, words: list(`words.${language}`) })),
      narrower: list('narrower'),
      same: text('same') === 'on',
      source: text('source'),
    },
  });
  if (done.__typename === 'SearchTerm') return new Response(null, { status: 303, headers: { location: `/search-terms#${done.id}` } });
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') typed[name] = value;
  return data({ faults: done.fields, typed }, { status: 400 });
}

/** A term of the search, to add or to change. One word a line. */
export default function EditTerm({ loaderData: { term }, actionData }: Route.ComponentProps) {
  const { t } = useSite();
  const errors = (actionData && 'faults' in actionData ? actionData.faults : []).map((one) => toError(t, one));
  const typed: Record<string, string> | null = actionData && 'typed' in actionData ? actionData.typed : null;
  const words = (language: TermLanguage) => term?.words.find((one) => one.language === language)?.words.join('\n') ?? '';
  const field = (name: string, value: string) => ({ name, value: typed?.[name] ?? value, error: errors.find((one) => one.name === name)?.message ?? null });
  const title = term ? t('search.terms.changeTitle', { id: term.id }) : t('search.terms.add');
  return (
    <>
      <Meta title={title} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('search.terms.title'), url: '/search-terms' },
        ]}
      />
      <PageTitle title={title} lead={t('search.terms.formLead')} />
      <ErrorSummary errors={errors} />
      <form method="post">
        {term ? (
          <input type="hidden" name="id" value={term.id} />
        ) : (
          <TextField {...field('id', '')} label={t('search.terms.id')} help={t('search.terms.idHelp')} />
        )}
        {languages.map((language) => (
          <TextArea key={language} {...field(`words.${language}`, words(language))} label={t(`search.terms.language.${language}`)} rows={3} />
        ))}
        <TextArea {...field('narrower', term?.narrower.join('\n') ?? '')} label={t('search.terms.narrower')} help={t('search.terms.narrowerHelp')} rows={2} />
        <label className="choice">
          <input type="checkbox" name="same" defaultChecked={typed ? typed['same'] === 'on' : (term?.same ?? false)} />
          <span>{t('search.terms.same')}</span>
        </label>
        <TextField {...field('source', term?.source ?? '')} label={t('search.terms.source')} />
        <p className="form-end">
          <button type="submit" name="intent" value="save">
            {t('search.terms.save')}
          </button>{' '}
          {term && term.state !== 'REMOVED' && (
            <button type="submit" name="intent" value="remove" className="button-quiet">
              {t('search.terms.remove')}
            </button>
          )}{' '}
          {term && (term.state === 'CHANGED' || term.state === 'REMOVED') && (
            <button type="submit" name="intent" value="restore" className="button-quiet">
              {t('search.terms.restore')}
            </button>
          )}
        </p>
      </form>
    </>
  );
}

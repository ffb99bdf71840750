import { requireSession } from '../accounts/signed-in.ts';
import { ask, found } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { ErrorSummary } from '../ui/form.tsx';
import { toError } from '../ui/faults.ts';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/edit';
import { answered, type Refused } from './answer.ts';
import { Person } from './person.tsx';
import { saveDraftMutation } from './mutations.ts';
import { changeQuery } from './queries.ts';
import { kindOfPath, paths } from './spec.ts';

export async function loader({ params, request, context }: Route.LoaderArgs) {
  requireSession(request);
  const kind = kindOfPath(new URL(request.url).pathname);
  const answer = await ask(context, changeQuery, { slug: params.slug, project: kind === 'PROJECT', lesson: kind === 'LESSON', vendor: kind === 'VENDOR' });
  const record = found(context, answer.project ?? answer.lesson ?? answer.vendor);
  return { kind, record, drafts: record.openDrafts, key: crypto.randomUUID() };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const kind = kindOfPath(new URL(request.url).pathname);
  const form = await readForm(context, request);
  const slug = String(form.get('slug') ?? '') || params.slug;
  const { saveDraft } = await ask(context, saveDraftMutation, { kind, slug, key: String(form.get('key') ?? '').slice(0, 100) || null });
  return answered(saveDraft, (draft) => `/drafts/${draft.id}`);
}

/** Where a change of a record begins. Opening the page changes nothing: the draft is made by its button. */
export default function ProposePage({ loaderData: { kind, record, drafts, key }, actionData }: Route.ComponentProps) {
  const { t, format } = useSite();
  const answer = actionData as Refused | undefined;
  const title = t('contributions.change.title', { title: record.title });
  return (
    <>
      <Meta title={title} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t(`vocabulary.kinds.${kind}`), url: paths[kind] },
          { label: record.title, url: record.url },
        ]}
      />
      <PageTitle title={title} lead={t('contributions.change.lead')} />
      <ErrorSummary errors={(answer?.faults ?? []).map((one) => toError(t, one, 'begin'))} />
      {drafts.length > 0 && (
        <Section id="open" title={t('contributions.change.open')}>
          <p>{t('contributions.change.openHelp')}</p>
          <ul>
            {drafts.map((draft) => (
              <li key={draft.id}>
                <a href={draft.url}>{draft.reason || record.title}</a>{' '}
                <span className="quiet small">
                  {t(`contributions.state.${draft.state}`)}, <Person person={draft.author} />,{' '}
                  {t('contributions.work.saved', { date: format.date(draft.updatedAt.slice(0, 10)) })}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {record.viewerCanEdit ? (
        <form method="post" action={`${record.url}/edit`} id="begin" className="section">
          <input type="hidden" name="key" value={key} />
          <input type="hidden" name="slug" value={record.slug} />
          <button type="submit">{t('contributions.change.button')}</button>
        </form>
      ) : (
        <p>{t('contributions.change.notYours')}</p>
      )}
    </>
  );
}

import { fault } from '#i18n/fault.ts';
import { data, redirect } from 'react-router';
import { requireSession } from '../accounts/signed-in.ts';
import { ask, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { languageOf, wordsOf } from '../i18n/i18n.server.ts';
import { ErrorSummary, TextArea, TextField } from '../ui/form.tsx';
import { toError } from '../ui/faults.ts';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/edit';
import { answered, type Refused } from './answer.ts';
import { Person } from './person.tsx';
import { valueAt } from './content.ts';
import { fieldName } from './field-words.ts';
import { archiveMutation, correctTextMutation, mergeMutation, saveDraftMutation } from './mutations.ts';
import { changeQuery } from './queries.ts';
import { kindOfPath, paths } from './spec.ts';

type Answer = Refused & { text?: string; into?: string; mergeReason?: string };
/** The boxes of this page; what is wrong elsewhere stands at its first form. */
const own = ['reason', 'text', 'into', 'mergeReason'];

/** A place of a content as links name it; null for what is none. */
const fieldIn = (given: unknown): string | null => (typeof given === 'string' && /^[A-Za-z]\w*(\.\w+){0,6}$/.test(given) && given.length <= 200 ? given : null);
/** Where a draft's form is led to. */
const toField = (field: string | null, there = true) => (field ? `?${new URLSearchParams({ field })}${there ? `#${field}` : ''}` : '');
const textAt = (content: unknown, field: string): string | null => {
  const value = valueAt(content, field);
  // What is chosen from a closed set is changed in the form.
  return typeof value === 'string' && !/^[A-Z][A-Z_]*$/.test(value) ? value : null;
};

export async function loader({ params, request, context }: Route.LoaderArgs) {
  requireSession(request);
  const kind = kindOfPath(new URL(request.url).pathname);
  const answer = await ask(context, changeQuery, {
    slug: params.slug,
    project: kind === 'PROJECT',
    lesson: kind === 'LESSON',
    vendor: kind === 'VENDOR',
    block: kind === 'BUILDING_BLOCK',
  });
  const record = orNotFound(context, answer.project ?? answer.lesson ?? answer.vendor ?? answer.buildingBlock);
  const field = fieldIn(new URL(request.url).searchParams.get('field'));
  const text = field && record.contentToEdit ? textAt(record.contentToEdit, field) : null;
  return { kind, record, drafts: record.openDrafts, key: crypto.randomUUID(), field, text };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const kind = kindOfPath(new URL(request.url).pathname);
  const form = await readForm(context, request);
  const slug = String(form.get('slug') ?? '') || params.slug;
  const doing = String(form.get('do') ?? '');
  const field = fieldIn(form.get('field'));
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .replaceAll('\r\n', '\n')
      .trim();
  if (doing === 'archive') {
    const { archiveRecord } = await ask(context, archiveMutation, { kind, slug, reason: text('reason') });
    if (archiveRecord.__typename === 'InvalidInput') return data<Answer>({ faults: archiveRecord.fields, stale: null, reason: text('reason') }, 400);
    throw redirect('/archived?done=1', 303);
  }
  if (doing === 'merge') {
    const { mergeRecords } = await ask(context, mergeMutation, { kind, slug, into: text('into'), reason: text('mergeReason') });
    if (mergeRecords.__typename === 'RecordsMerged') throw redirect(mergeRecords.url, 303);
    const faults = 'fields' in mergeRecords ? mergeRecords.fields.map((one) => (one.path === 'reason' ? { ...one, path: 'mergeReason' } : one)) : [];
    return data<Answer>({ faults, stale: null, into: text('into'), mergeReason: text('mergeReason') }, 400);
  }
  if (doing === 'correct' && field) {
    const { t } = wordsOf(languageOf(request));
    const reason = t('contributions.change.smallReason', { field: fieldName(t, kind, field) || field });
    const { correctText } = await ask(context, correctTextMutation, {
      kind,
      slug,
      field,
      was: text('was'),
      text: text('text'),
      reason,
      key: `${text('key').slice(0, 90)}-text`,
    });
    if (correctText.__typename === 'DraftSaved') throw redirect(`/drafts/${correctText.draft.id}/review?submitted=1`, 303);
    const faults = correctText.__typename === 'InvalidInput' ? correctText.fields : [fault('text', 'CORRECTION_STALE')];
    return data<Answer>({ faults, stale: null, text: text('text') }, 400);
  }
  const { saveDraft } = await ask(context, saveDraftMutation, { kind, slug, key: String(form.get('key') ?? '').slice(0, 100) || null });
  return answered(saveDraft, (draft) => `/drafts/${draft.id}${toField(field)}`);
}

/** Where a change of a record begins. Opening the page changes nothing: the draft is made by its button. */
export default function ProposePage({ loaderData: { kind, record, drafts, key, field, text }, actionData }: Route.ComponentProps) {
  const { t, format } = useSite();
  const answer = actionData as Answer | undefined;
  const name = field ? fieldName(t, kind, field) : '';
  const errors = (answer?.faults ?? []).map((one) => toError(t, one, own.includes(one.path) ? one.path : 'begin'));
  const errorAt = (path: string) => errors.find((one) => one.name === path)?.message ?? null;
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
      <ErrorSummary errors={errors} />
      {record.viewerCanEdit && field && text !== null && (
        <Section id="small" title={t('contributions.change.small')}>
          <p>{t('contributions.change.smallHelp')}</p>
          <form method="post" action={`${record.url}/edit${toField(field, false)}`}>
            <input type="hidden" name="key" value={key} />
            <input type="hidden" name="slug" value={record.slug} />
            <input type="hidden" name="field" value={field} />
            <input type="hidden" name="was" value={text} />
            <TextArea
              name="text"
              label={name || t('contributions.change.smallField')}
              value={answer?.text ?? text}
              error={errorAt('text')}
              rows={Math.min(12, Math.max(3, Math.ceil(text.length / 70) + 1))}
              most={4000}
            />
            <button type="submit" name="do" value="correct">
              {t('contributions.change.smallButton')}
            </button>
          </form>
        </Section>
      )}
      {drafts.length > 0 && (
        <Section id="open" title={t('contributions.change.open')}>
          <p>{t('contributions.change.openHelp')}</p>
          <ul>
            {drafts.map((draft) => (
              <li key={draft.id}>
                <a href={`${draft.url}${toField(field)}`}>{draft.reason || record.title}</a>{' '}
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
          {name && <p>{t('contributions.change.leads', { field: name })}</p>}
          {field && <input type="hidden" name="field" value={field} />}
          <input type="hidden" name="key" value={key} />
          <input type="hidden" name="slug" value={record.slug} />
          <button type="submit">{t('contributions.change.button')}</button>
        </form>
      ) : (
        <p>{t('contributions.change.notYours')}</p>
      )}
      {record.viewerCanArchive && (
        <details className="section" id="archive" open={errorAt('reason') !== null}>
          <summary>{t('contributions.change.archive')}</summary>
          <p>{t('contributions.change.archiveHelp')}</p>
          <form method="post" action={`${record.url}/edit`}>
            <input type="hidden" name="slug" value={record.slug} />
            <TextArea name="reason" label={t('contributions.change.archiveReason')} value={answer?.reason ?? ''} error={errorAt('reason')} rows={2} />
            <button type="submit" name="do" value="archive" className="button-quiet">
              {t('contributions.change.archiveButton')}
            </button>
          </form>
        </details>
      )}
      {record.viewerCanMerge && (
        <details className="section" id="merge" open={errorAt('into') !== null || errorAt('mergeReason') !== null}>
          <summary>{t('contributions.change.merge')}</summary>
          <p>{t('contributions.change.mergeHelp')}</p>
          <form method="post" action={`${record.url}/edit`}>
            <input type="hidden" name="slug" value={record.slug} />
            <TextField
              name="into"
              label={t('contributions.change.mergeInto')}
              help={t('contributions.change.mergeIntoHelp')}
              value={answer?.into ?? ''}
              error={errorAt('into')}
              list="suggested-into"
            />
            <datalist id="suggested-into" data-suggest={`/drafts/suggest?kind=${kind}`} />
            <TextArea
              name="mergeReason"
              label={t('contributions.change.mergeReason')}
              value={answer?.mergeReason ?? ''}
              error={errorAt('mergeReason')}
              rows={2}
            />
            <button type="submit" name="do" value="merge" className="button-quiet">
              {t('contributions.change.mergeButton')}
            </button>
          </form>
        </details>
      )}
    </>
  );
}

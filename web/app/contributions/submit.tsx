import { fault } from '#i18n/fault.ts';
import { toSignIn } from '../accounts/signed-in.ts';
import { ask, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { ErrorSummary, TextArea } from '../ui/form.tsx';
import { toError } from '../ui/faults.ts';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/submit';
import { answered, type Refused, refused } from './answer.ts';
import { Differences } from './differences.tsx';
import { draftError, named } from './faults.ts';
import { saveDraftMutation, submitDraftMutation } from './mutations.ts';
import { draftReviewQuery } from './queries.ts';
import { Preview } from './preview.tsx';
import type { Kind } from './spec.ts';

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { me, draft } = await ask(context, draftReviewQuery, { id: params.id });
  if (!me) throw toSignIn(request);
  return { draft: orNotFound(context, draft), key: crypto.randomUUID() };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const reason = String(form.get('reason') ?? '')
    .replaceAll('\r\n', '\n')
    .trim();
  const edits = Number.parseInt(String(form.get('edits')), 10) || 0;
  if (reason === '') return refused([fault('reason', 'REASON_CHANGE')]);
  const { saveDraft } = await ask(context, saveDraftMutation, { id: params.id, reason, edits, merge: false });
  if (saveDraft.__typename !== 'DraftSaved') return answered(saveDraft, () => '', reason);
  const { submitDraft } = await ask(context, submitDraftMutation, {
    id: params.id,
    edits: saveDraft.draft.edits,
    key: String(form.get('key') ?? '').slice(0, 100) || null,
  });
  return answered(submitDraft, () => `/drafts/${params.id}/review?submitted=1`, reason);
}

/** The preview of a draft before it goes to its reviewers, with the reason. */
export default function SubmitPage({ loaderData: { draft, key }, actionData }: Route.ComponentProps) {
  const { t } = useSite();
  const answer = actionData as Refused | undefined;
  const own = new Set(['reason', 'id', 'basedOn', 'owners', 'content']);
  const errors = [
    ...(answer?.faults ?? []).filter((one) => own.has(one.path)).map((one) => toError(t, one, one.path === 'reason' ? 'reason' : 'faults')),
    ...(answer?.stale ? [{ name: 'differences', message: t('contributions.submit.stale') }] : []),
  ];
  const kind = draft.kind as Kind;
  const faults = draft.faults.map((one) => draftError(t, one));
  const open = draft.viewerCanWrite && (draft.state === 'DRAFT' || draft.state === 'RETURNED');
  const nothing = draft.differences.length === 0;
  const ready = open && !draft.outdated && !nothing && draft.faults.length === 0;
  const title = draft.record?.title ?? draft.title;
  return (
    <>
      <Meta title={t('contributions.submit.title', { title })} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('contributions.work.title'), url: '/my-work' },
          { label: t('contributions.form.editing', { title }), url: draft.url },
        ]}
      />
      <PageTitle kind={t(`contributions.state.${draft.state}`)} title={t('contributions.submit.title', { title })} lead={t('contributions.submit.lead')} />
      <ErrorSummary errors={errors} />
      {draft.faults.length > 0 && (
        <section className="entry-notice" id="faults" aria-labelledby="faults-title" tabIndex={-1}>
          <h2 id="faults-title">{t('contributions.submit.faults')}</h2>
          <p className="field-help">{t('contributions.submit.faultsHelp')}</p>
          <ul>
            {faults.map((one) => (
              <li key={`${one.name} ${one.message}`}>
                <a href={`${draft.url}?check=1#${one.name}`}>{named(t, kind, one)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {draft.outdated && (
        <p className="entry-notice" id="outdated">
          {t('contributions.form.outdated')} <a href={draft.url}>{t('contributions.submit.back')}</a>
        </p>
      )}
      {draft.refusedSaves.some(({ mine, settled }) => mine && !settled) && (
        <p className="entry-notice" id="refused-saves">
          {t('contributions.submit.refusedSave')} <a href={draft.url}>{t('contributions.submit.back')}</a>
        </p>
      )}
      <Preview draft={draft} writable={open} />
      <Section id="differences" title={t('contributions.review.differences')}>
        {nothing ? (
          <p>{t('contributions.submit.nothing')}</p>
        ) : (
          <Differences caption={t('contributions.review.differences')} differences={draft.differences} kind={kind} />
        )}
      </Section>
      {ready ? (
        <form method="post" action={`${draft.url}/submit`} className="section">
          <input type="hidden" name="edits" value={draft.edits} />
          <input type="hidden" name="key" value={key} />
          <TextArea
            name="reason"
            label={t('contributions.submit.reason')}
            help={t('contributions.submit.reasonHelp')}
            example={t('contributions.submit.reasonExample')}
            value={answer?.reason ?? draft.reason}
            error={errors.find((one) => one.name === 'reason')?.message ?? null}
            rows={3}
          />
          <button type="submit">{t('contributions.submit.button')}</button>
        </form>
      ) : null}
      <p className="section">
        <a href={draft.url}>{t('contributions.submit.back')}</a>
      </p>
    </>
  );
}

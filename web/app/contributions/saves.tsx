import { data, redirect } from 'react-router';
import { toSignIn } from '../accounts/signed-in.ts';
import { readForm } from '../form.server.ts';
import { ask, orNotFound } from '../api.server.ts';
import type { DraftAnswerFragment } from '../graphql/graphql.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { ErrorSummary } from '../ui/form.tsx';
import { inWords } from '../ui/faults.ts';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import type { Route } from './+types/saves';
import { Differences } from './differences.tsx';
import { answerRefusedMutation, restoreSaveMutation } from './mutations.ts';
import { Person } from './person.tsx';
import { draftSavesQuery } from './queries.ts';
import { ClashTable } from './clashes.tsx';
import { RefusedSave } from './refused-saves.tsx';
import type { Kind } from './spec.ts';

const numberOf = (text: string | null) => (/^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : null);

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const edits = numberOf(new URL(request.url).searchParams.get('save'));
  const { me, draft } = await ask(context, draftSavesQuery, { id: params.id, edits, one: edits !== null });
  if (!me) throw toSignIn(request);
  return orNotFound(context, draft);
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const doing = form.get('do');
  if (doing === 'take' || doing === 'aside') {
    const { answerRefusedSave } = await ask(context, answerRefusedMutation, {
      id: params.id,
      refused: String(form.get('refused')),
      take: doing === 'take',
      edits: numberOf(String(form.get('edits'))) ?? 0,
    });
    return outcome(params.id, answerRefusedSave, doing === 'take');
  }
  const { restoreDraftSave } = await ask(context, restoreSaveMutation, {
    id: params.id,
    save: numberOf(String(form.get('save'))) ?? 0,
    edits: numberOf(String(form.get('edits'))) ?? 0,
  });
  return outcome(params.id, restoreDraftSave);
}

function outcome(id: string, answer: DraftAnswerFragment, saved = true) {
  if (answer.__typename === 'DraftSaved') throw redirect(`/drafts/${id}${saved ? '?saved=1' : ''}`, 303);
  return answer.__typename === 'StaleDraft' ? data({ stale: true, faults: [] }, 409) : data({ stale: false, faults: answer.fields }, 400);
}

/** The earlier saves of a draft, what was different then, and the button that brings one back. */
export default function SavesPage({ loaderData: draft, actionData }: Route.ComponentProps) {
  const { t, format } = useSite();
  const chosen = draft.chosen?.[0];
  const messages = [...(actionData?.faults ?? []).map((one) => inWords(t, one)), ...(actionData?.stale ? [t('contributions.saves.stale')] : [])];
  const title = draft.title === 'untitled' ? t('contributions.form.untitled') : draft.title;
  const open = draft.viewerCanWrite && (draft.state === 'DRAFT' || draft.state === 'RETURNED');
  const at = format.minute;
  return (
    <>
      <Meta title={t('contributions.saves.of', { title })} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('contributions.work.title'), url: '/my-work' },
          { label: t('contributions.form.editing', { title }), url: draft.url },
        ]}
      />
      <PageTitle title={t('contributions.saves.of', { title })} lead={t('contributions.saves.lead')} />
      <ErrorSummary errors={messages.map((message) => ({ name: 'saves', message }))} />
      {chosen && (
        <Section id="chosen" title={t('contributions.saves.chosen', { moment: at(chosen.savedAt) })}>
          {chosen.differences.length === 0 ? (
            <p>{t('contributions.saves.same')}</p>
          ) : (
            <>
              <Differences caption={t('contributions.saves.differences')} differences={chosen.differences} kind={draft.kind as Kind} />
              {open && (
                <form method="post" action={`${draft.url}/saves?save=${chosen.edits}`}>
                  <input type="hidden" name="save" value={chosen.edits} />
                  <input type="hidden" name="edits" value={draft.edits} />
                  <p className="field-help">{t('contributions.saves.restoreHelp')}</p>
                  <button type="submit">{t('contributions.saves.restore')}</button>
                </form>
              )}
            </>
          )}
        </Section>
      )}
      {draft.refusedSaves.map((refused) => refused.mine && !refused.settled && <RefusedSave key={refused.id} refused={refused} draft={draft} open={open} />)}
      <Section id="saves" title={t('contributions.saves.title')}>
        {draft.saves.length === 0 ? (
          <p>{t('contributions.saves.none')}</p>
        ) : (
          <ResponsiveTable
            caption={<span className="hidden">{t('contributions.saves.title')}</span>}
            columns={[t('contributions.saves.when'), t('contributions.saves.who')]}
            rows={draft.saves.map((save) => ({
              key: String(save.edits),
              cells: [
                <a key="when" href={`${draft.url}/saves?save=${save.edits}#chosen`} aria-current={save.edits === chosen?.edits ? 'true' : undefined}>
                  {t('contributions.saves.save', { number: save.edits, moment: at(save.savedAt) })}
                </a>,
                save.person ? <Person key="who" person={save.person} /> : null,
              ],
            }))}
          />
        )}
      </Section>
      {draft.refusedSaves.some((refused) => refused.settled || !refused.mine) && (
        <Section id="refused" title={t('contributions.refused.list')}>
          <p>{t('contributions.refused.listLead')}</p>
          {draft.refusedSaves
            .filter((refused) => refused.settled || !refused.mine)
            .map((refused) => (
              <details key={refused.id} className="section">
                <summary>
                  {at(refused.refusedAt)}
                  {refused.person && (
                    <>
                      , <Person person={refused.person} />
                    </>
                  )}
                  , {t(refused.settled ? 'contributions.refused.settled' : 'contributions.refused.open')}
                </summary>
                <ClashTable
                  kind={draft.kind as Kind}
                  clashes={refused.clashes}
                  theirs={t('contributions.refused.now')}
                  yours={t('contributions.refused.was')}
                  links={false}
                />
              </details>
            ))}
        </Section>
      )}
      <p className="section">
        <a href={draft.url}>{t('contributions.submit.back')}</a>
      </p>
    </>
  );
}

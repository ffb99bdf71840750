import { why } from '#i18n/fault.ts';
import { data, redirect } from 'react-router';
import { toSignIn } from '../accounts/signed-in.ts';
import { ask, httpError, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import type { DraftFormQuery } from '../graphql/graphql.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { WithAside } from '../ui/columns.tsx';
import { ErrorSummary, type FieldError } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Fault } from '../ui/faults.ts';
import { refusedIn } from '../ui/uploads.ts';
import type { Route } from './+types/draft';
import type { Stale } from './answer.ts';
import { Attachments } from './attachments.tsx';
import { Clashes } from './clashes.tsx';
import type { Content } from './content.ts';
import { save, type Typed, typedInto } from './draft-form.server.ts';
import { draftError, named } from './faults.ts';
import { RestsOn, usualWords } from './basis.tsx';
import { fieldName } from './field-words.ts';
import { EntryFields, sectionsOf } from './fields.tsx';
import { NamesakeFields } from './namesakes.tsx';
import { Person } from './person.tsx';
import { rebaseDraftMutation, takeUpDraftMutation, withdrawDraftMutation } from './mutations.ts';
import { draftQuery } from './queries.ts';
import { RefusedSave } from './refused-saves.tsx';
import { SimilarList } from './similar-list.tsx';
import type { Kind } from './spec.ts';
import { suggestedIn, suggestions, searched } from './suggestions.ts';
import { TypedBefore } from './typed-before.tsx';

type Draft = NonNullable<DraftFormQuery['draft']>;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const answer = await ask(context, draftQuery, { id: params.id });
  if (!answer.me) throw toSignIn(request);
  return { ...answer, draft: orNotFound(context, answer.draft), writer: crypto.randomUUID() };
}

type Answer = { typed: Typed | null; faults: Fault[]; stale: Stale | null };

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const doing = String(form.get('do') ?? 'save');
  const { id } = params;
  const refuse = (faults: Fault[]) => data<Answer>({ typed: null, faults, stale: null }, 400);
  if (doing === 'take-back') {
    const { withdrawDraft } = await ask(context, withdrawDraftMutation, { id, discard: false });
    if (withdrawDraft.__typename === 'InvalidInput') return refuse(withdrawDraft.fields);
    throw redirect(`/drafts/${id}`, 303);
  }
  if (doing === 'take-up') {
    const { takeUpDraft } = await ask(context, takeUpDraftMutation, { id });
    if (takeUpDraft.__typename === 'InvalidInput') return refuse(takeUpDraft.fields);
    throw redirect(`/drafts/${id}`, 303);
  }
  if (doing === 'rebase') {
    const { rebaseDraft } = await ask(context, rebaseDraftMutation, { id });
    if (rebaseDraft.__typename === 'InvalidInput') return refuse(rebaseDraft.fields);
    throw redirect(`/drafts/${id}`, 303);
  }
  if (!form.has('edits')) throw httpError(context, 400, why('FORM_EMPTY'));
  const typed = await typedInto(context, id, form);
  const { answer, at, content, sources } = await save(context, id, typed, doing);
  const faults = refusedIn(form);
  if (answer.__typename === 'StaleDraft') {
    // The form comes back with what others changed elsewhere in it, so that its next save goes on from theirs.
    const merged = {
      ...typed,
      content: answer.yours as Content,
      sources: answer.sources as Content[],
      edits: answer.draft.edits,
      writer: null,
      answers: typed.writer,
    };
    return data<Answer>({ typed: merged, faults, stale: answer }, 409);
  }
  if (answer.__typename === 'InvalidInput') return data<Answer>({ typed: { ...typed, content, sources }, faults: answer.fields, stale: null }, 400);
  if (doing === 'withdraw') {
    const { withdrawDraft } = await ask(context, withdrawDraftMutation, { id, discard: true });
    if (withdrawDraft.__typename === 'InvalidInput') return refuse(withdrawDraft.fields);
    throw redirect('/my-work', 303);
  }
  // What was typed is saved, and shown from there.
  if (faults.length > 0) return data<Answer>({ typed: null, faults, stale: null }, 400);
  const saved = `?saved=1${typed.tidied ? '&tidied=1' : ''}`;
  throw redirect(doing === 'submit' ? `/drafts/${id}/submit` : `/drafts/${id}${at || (form.get('upload') ? `${saved}#attachments` : saved)}`, 303);
}

export default function DraftPage({ loaderData, actionData }: Route.ComponentProps) {
  const { draft } = loaderData;
  const { t, url, format } = useSite();
  const [kind, answer] = [draft.kind as Kind, actionData as Answer | undefined];
  const content = (answer?.typed?.content ?? draft.content ?? {}) as Content;
  const writable = draft.viewerCanWrite && (draft.state === 'DRAFT' || draft.state === 'RETURNED');
  const checked = url.searchParams.get('check') === '1';
  const faults = (answer?.faults ?? (checked ? draft.faults : [])).map((one: Fault) => draftError(t, one));
  const title = draft.record?.title ?? (draft.title === 'untitled' ? t('contributions.form.untitled') : draft.title);
  return (
    <>
      <Meta title={t('contributions.form.editing', { title })} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('contributions.work.title'), url: '/my-work' },
        ]}
      />
      <PageTitle
        kind={t(`contributions.state.${draft.state}`)}
        title={t('contributions.form.editing', { title })}
        lead={
          draft.basedOn > 0
            ? t('contributions.form.leadChange', { version: draft.basedOn, title })
            : t('contributions.form.leadNew', {
                kind: t(`contributions.kind.${kind}`),
                organization: draft.organizationName ?? t('contributions.form.noOrganization'),
              })
        }
      >
        {draft.record && <a href={draft.record.url}>{t('contributions.form.live')}</a>}
        {draft.restores !== null && <> {t('contributions.form.restores', { version: draft.restores })}</>}
      </PageTitle>
      <ErrorSummary errors={faults.map((one) => ({ name: one.name, message: named(t, kind, one) }))} />
      {answer?.stale && <Clashes url={draft.url} kind={kind} stale={answer.stale} />}
      {url.searchParams.get('saved') === '1' && !answer && (
        <Notice role="status">
          {t('contributions.form.saved')} {url.searchParams.get('tidied') === '1' && t('contributions.form.tidied')}
        </Notice>
      )}
      {loaderData.me && <TypedBefore draft={draft} person={loaderData.me.id} writable={writable} answers={answer !== undefined} />}
      {!answer &&
        draft.refusedSaves.map(
          (refused) => refused.mine && !refused.settled && <RefusedSave key={refused.id} refused={refused} draft={draft} open={writable} />,
        )}
      {writable && draft.alsoWriting.length > 0 && (
        <p className="entry-notice" id="also-writing">
          {draft.alsoWriting.map(({ person, savedAt }) => (
            <span key={`${person.name} ${savedAt}`}>
              <Person person={person} /> {t('contributions.form.alsoWriting', { moment: format.minute(savedAt) })}{' '}
            </span>
          ))}
          {t('contributions.form.alsoWritingHelp')}
        </p>
      )}
      {draft.outdated && writable && (
        <form method="post" action={draft.url} className="entry-notice">
          <p>{t('contributions.form.outdated')}</p>
          <button type="submit" name="do" value="rebase" className="button-quiet">
            {t('contributions.form.rebase')}
          </button>
        </form>
      )}
      <WithAside
        label={draft.basedOn === 0 ? t('contributions.similar.title') : t('contributions.saves.title')}
        aside={<Aside draft={draft} writable={writable} />}
      >
        <Returned draft={draft} />
        {writable ? (
          <Form
            draft={draft}
            content={content}
            sources={answer?.typed?.sources ?? draft.sources}
            edits={answer?.typed?.edits ?? draft.edits}
            writer={answer?.typed?.writer ?? loaderData.writer}
            answers={answer?.typed?.answers ?? null}
            errors={faults}
            data={loaderData}
          />
        ) : (
          <Closed draft={draft} />
        )}
      </WithAside>
    </>
  );
}

function Form({
  draft,
  content,
  sources,
  edits,
  writer,
  answers,
  errors,
  data,
}: {
  draft: Draft;
  content: Content;
  sources: unknown;
  edits: number;
  writer: string;
  answers: string | null;
  errors: FieldError[];
  data: DraftFormQuery;
}) {
  const { t, url } = useSite();
  const kind = draft.kind as Kind;
  const known = suggestions(data);
  const library = data.sources.edges.map(({ node }) => node);
  return (
    <>
      <nav className="record-contents" aria-label={t('contributions.form.contents')}>
        <ul className="plain columns">
          {[
            ['needed', t('contributions.form.needed')] as const,
            ['attachments', t('contributions.form.attachments')] as const,
            ...sectionsOf(kind).others.map(({ id }) => [id, t(`contributions.section.${kind}.${id}` as 'contributions.section.PROJECT.what')] as const),
            ['sources', t('contributions.form.sources')] as const,
          ].map(([id, title]) => (
            <li key={id}>
              <a href={id === 'attachments' ? '#attachments' : `#section-${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <form
        method="post"
        action={draft.url}
        encType="multipart/form-data"
        className="entry-form"
        data-autosave={`${draft.url}/save`}
        data-similar={draft.basedOn === 0 ? `/drafts/similar${kind === 'VENDOR' ? '?kind=VENDOR' : ''}` : undefined}
        data-saved={t('contributions.form.savedAt', { time: '%' })}
        data-others={t('contributions.form.savedOthers')}
        data-failed={t('contributions.form.saveFailed')}
        data-refused={t('contributions.form.saveRefused', { message: '%' })}
        data-stale={t('contributions.form.saveStale')}
        data-wrong={t('form.error')}
        data-tidied={t('contributions.form.tidied')}
        data-read-as-words={t('contributions.form.readAs', { words: '%' })}
      >
        {/* The first button of a form is the one that Enter presses: it must save, not take an item away. */}
        <button type="submit" name="do" value="save" className="hidden" tabIndex={-1} aria-hidden="true">
          {t('contributions.form.save')}
        </button>
        <input type="hidden" name="edits" value={edits} />
        <input type="hidden" name="writer" value={writer} />
        <input type="hidden" name="turn" />
        {answers && <input type="hidden" name="answers" value={answers} />}
        <NamesakeFields namesakes={draft.namesakes} content={content} />
        <EntryFields
          content={content}
          sources={sources}
          context={{
            kind,
            errors,
            t,
            known,
            near: errors.length > 0 ? (data.draft?.nearMatches ?? []) : [],
            usual: usualWords(content, sources, library),
            led: url.searchParams.get('field'),
          }}
          basis={<RestsOn content={content} sources={sources} known={library} t={t} />}
          files={<Attachments content={content} files={draft.files} errors={errors} />}
        />
        <div className="entry-buttons">
          <button type="submit" name="do" value="save">
            {t('contributions.form.save')}
          </button>
          <button type="submit" name="do" value="submit" className="button-quiet">
            {t('contributions.form.toSubmit')}
          </button>
          <span className="quiet small" role="status">
            <span data-save-state="" />
            <span data-save-signed-out="" hidden>
              {t('contributions.form.saveSignedOut')}{' '}
              <a href="/sign-in?next=%2Fsigned-in" target="_blank" rel="noreferrer">
                {t('contributions.form.signInHere')}
              </a>
            </span>
          </span>
        </div>
        <details className="section" id="give-up">
          <summary>{t('contributions.form.withdraw')}</summary>
          <p>{t('contributions.form.withdrawAsk')}</p>
          <button type="submit" name="do" value="withdraw" className="button-quiet" formNoValidate>
            {t('contributions.form.withdrawYes')}
          </button>
        </details>
      </form>
      {suggestedIn(kind).map((name) => (
        <datalist id={`suggested-${name}`} key={name} data-suggest={searched[name] ? `/drafts/suggest?kind=${searched[name]}` : undefined}>
          {known[name].map(({ value, title }) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </datalist>
      ))}
      <section className="section" aria-labelledby="known-title">
        <h2 id="known-title">{t('contributions.form.known')}</h2>
        <p className="field-help">
          {t('contributions.form.knownHelp', { example: data.sources.edges[1]?.node.slug ?? data.sources.edges[0]?.node.slug ?? '' })}
        </p>
        <ul>
          {data.sources.edges.map(({ node }) => (
            <li key={node.slug}>
              <code>{node.slug}</code>: {node.title}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** The field of the form that a decision is about: "stages[1].date" is "stages.1.date"; of an item that is gone, its list. */
const pathOf = (field: string) => field.replaceAll(/\[-?\d*\](?=$|\.)/g, (index) => (/\d/.test(index) && !index.includes('-') ? `.${index.slice(1, -1)}` : ''));

/** Why the last submission came back, field by field. */
function Returned({ draft }: { draft: Draft }) {
  const { t } = useSite();
  if (draft.state !== 'RETURNED') return null;
  const reasons = draft.reviews.filter((review) => review.round === draft.round && review.state === 'RETURNED');
  const remarks = reasons.length === 0 ? draft.comments.slice(-1) : [];
  return (
    <section className="entry-notice" aria-labelledby="returned-title">
      <h2 id="returned-title">{t('contributions.form.returnedTitle')}</h2>
      <ul>
        {reasons.flatMap((review) => [
          ...review.decisions
            .filter((decision) => decision.decision === 'RETURNED')
            .map((decision) => (
              <li key={`${review.id} ${decision.field}`}>
                <a href={`#${pathOf(decision.field)}`}>{fieldName(t, draft.kind as Kind, pathOf(decision.field)) || decision.field}</a>:{' '}
                {t('contributions.form.returned', { organization: review.organizationName, reason: decision.reason })}
              </li>
            )),
          ...(review.comment
            ? [<li key={review.id}>{t('contributions.form.returned', { organization: review.organizationName, reason: review.comment })}</li>]
            : []),
        ])}
        {remarks.map((remark) => (
          <li key={remark.id}>{remark.text}</li>
        ))}
      </ul>
    </section>
  );
}

function Closed({ draft }: { draft: Draft }) {
  const { t } = useSite();
  const waiting = draft.state === 'SUBMITTED';
  return (
    <>
      <p>
        {draft.state === 'LIVE' || draft.state === 'WITHDRAWN'
          ? t('contributions.form.closed', { state: t(`contributions.state.${draft.state}`) })
          : draft.viewerCanWrite
            ? t('contributions.form.waiting')
            : t('contributions.form.notYours')}
      </p>
      <p>
        <a href={`${draft.url}/review`}>{t('contributions.review.title', { title: draft.title })}</a>
      </p>
      {draft.viewerCanTakeUp && (
        <form method="post" action={draft.url}>
          <button type="submit" name="do" value="take-up">
            {t('contributions.form.takeUp')}
          </button>
        </form>
      )}
      {waiting && draft.viewerCanWrite && (
        <form method="post" action={draft.url}>
          <button type="submit" name="do" value="take-back" className="button-quiet">
            {t('contributions.form.takeBack')}
          </button>
        </form>
      )}
    </>
  );
}

function Aside({ draft, writable }: { draft: Draft; writable: boolean }) {
  const { t } = useSite();
  return (
    <>
      {/* Who changes what is there does not begin anew. */}
      {draft.basedOn === 0 && (
        <Section id="similar" title={t('contributions.similar.title')} quiet>
          <p className="aside-why">{t('contributions.similar.lead')}</p>
          <div data-similar-list="">
            {draft.title === 'untitled' ? <p className="quiet">{t('contributions.similar.first')}</p> : <SimilarList similar={draft.similar} />}
          </div>
        </Section>
      )}
      {writable && (
        <p className="quiet small section">
          <span className="entry-script">{t('contributions.form.savesItself')}</span> <a href={`${draft.url}/saves`}>{t('contributions.saves.title')}</a>
        </p>
      )}
    </>
  );
}

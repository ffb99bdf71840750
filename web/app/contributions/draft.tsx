import { data, redirect } from 'react-router';
import { hasSession, toSignIn } from '../accounts/signed-in.ts';
import { ask, fault, found } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import type { DraftFormQuery } from '../graphql/graphql.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { WithAside } from '../ui/columns.tsx';
import { ErrorSummary } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { uploadFault } from '../ui/file-field.tsx';
import type { Route } from './+types/draft';
import type { Fault, Stale } from './answer.ts';
import { matrixTitles } from '../standards/questions.ts';
import { Attachments } from './attachments.tsx';
import type { Content } from './content.ts';
import { save, type Typed, typedInto } from './draft-form.server.ts';
import { inWords, named } from './faults.ts';
import { EntryFields, fieldName, type Suggestions } from './fields.tsx';
import { rebaseDraftMutation, withdrawDraftMutation } from './mutations.ts';
import { draftQuery } from './queries.ts';
import { fieldOf, Shown } from './shown.tsx';
import { SimilarList } from './similar-list.tsx';
import { type Field, forms, type Kind, type Suggested } from './spec.ts';

type Draft = NonNullable<DraftFormQuery['draft']>;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const answer = await ask(context, draftQuery, { id: params.id });
  if (!answer.me) throw toSignIn(request);
  return { ...answer, draft: found(context, answer.draft) };
}

type Answer = { typed: Typed | null; faults: Fault[]; stale: Stale | null };

export async function action({ params, request, context }: Route.ActionArgs) {
  if (!hasSession(request))
    throw fault(
      context,
      403,
      'You are not signed in any more. Sign in in another window, then go back here and send the form again: what you typed is still in it.',
    );
  const form = await readForm(context, request);
  const doing = String(form.get('do') ?? 'save');
  const { id } = params;
  if (doing === 'withdraw' || doing === 'take-back') {
    const { withdrawDraft } = await ask(context, withdrawDraftMutation, { id, discard: doing === 'withdraw' });
    if (withdrawDraft.__typename === 'InvalidInput') return data<Answer>({ typed: null, faults: withdrawDraft.fields, stale: null }, 400);
    throw redirect(doing === 'withdraw' ? '/my-work' : `/drafts/${id}`, 303);
  }
  if (doing === 'rebase') {
    const { rebaseDraft } = await ask(context, rebaseDraftMutation, { id });
    if (rebaseDraft.__typename === 'InvalidInput') return data<Answer>({ typed: null, faults: rebaseDraft.fields, stale: null }, 400);
    throw redirect(`/drafts/${id}`, 303);
  }
  if (!form.has('edits')) throw fault(context, 400, 'The form came back without its fields. Open the draft again.');
  const typed = await typedInto(context, id, form);
  const { answer, at, content, sources } = await save(context, id, typed, doing);
  const kept = { ...typed, content, sources };
  const refusedFile = String(form.get('upload.refused') ?? '');
  if (answer.__typename === 'DraftSaved' && refusedFile)
    return data<Answer>({ typed: { ...kept, edits: answer.draft.edits }, faults: [{ name: 'upload', message: refusedFile }], stale: null }, 400);
  if (answer.__typename === 'DraftSaved')
    throw redirect(doing === 'submit' ? `/drafts/${id}/submit` : `/drafts/${id}${at || (form.get('upload') ? '?saved=1#attachments' : '?saved=1')}`, 303);
  if (answer.__typename === 'StaleDraft') return data<Answer>({ typed: { ...kept, edits: answer.draft.edits }, faults: [], stale: answer }, 409);
  return data<Answer>({ typed: kept, faults: answer.fields, stale: null }, 400);
}

export default function DraftPage({ loaderData, actionData }: Route.ComponentProps) {
  const { draft } = loaderData;
  const { t, url } = useSite();
  const kind = draft.kind as Kind;
  const answer = actionData as Answer | undefined;
  const typed = answer?.typed;
  const content = (typed?.content ?? draft.content ?? {}) as Content;
  const writable = draft.viewerCanWrite && (draft.state === 'DRAFT' || draft.state === 'RETURNED');
  const checked = url.searchParams.get('check') === '1';
  const faults = (answer?.faults ?? (checked ? draft.faults : [])).map((one) => ({
    // The first save gives the part on the ledger its fields.
    name: one.name === 'ledger' ? 'ledger.access' : one.name,
    message: one.name === 'upload' ? uploadFault(t, one.message) : inWords(t, content, one),
  }));
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
      {answer?.stale && <TwoVersions draft={draft} stale={answer.stale} />}
      {url.searchParams.get('saved') === '1' && !answer && <Notice role="status">{t('contributions.form.saved')}</Notice>}
      {draft.outdated && writable && (
        <form method="post" action={draft.url} className="entry-notice">
          <p>{t('contributions.form.outdated')}</p>
          <button type="submit" name="do" value="rebase" className="button-quiet">
            {t('contributions.form.rebase')}
          </button>
        </form>
      )}
      <WithAside label={t('contributions.similar.title')} aside={<Aside draft={draft} writable={writable} />}>
        <Returned draft={draft} />
        {writable ? (
          <Form
            draft={draft}
            content={content}
            sources={typed?.sources ?? draft.sources}
            edits={typed?.edits ?? draft.edits}
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

/** What the boxes suggest: the records by their short names, with their titles. */
function suggestions(data: DraftFormQuery): Suggestions {
  type List = { edges: { node: { slug: string; sourceKey?: string | null; title: string } }[] };
  const bySlug = ({ edges }: List) => edges.map(({ node }) => ({ value: node.slug, key: node.sourceKey, title: node.title }));
  // These are known by their numbers, R08 or rec-2, wherever there is one.
  const byKey = ({ edges }: List) => edges.map(({ node }) => ({ value: node.sourceKey ?? node.slug, key: node.slug, title: node.title }));
  return {
    organizations: data.organizations.edges.map(({ node }) => ({ value: node.shortName, title: node.title })),
    vendors: bySlug(data.vendors),
    projects: bySlug(data.projects),
    platforms: [...new Set(data.projects.edges.flatMap(({ node }) => node.platforms))].sort().map((value) => ({ value, title: '' })),
    risks: byKey(data.risks),
    mitigations: byKey(data.mitigations),
    standards: byKey(data.standards),
    recommendations: byKey(data.recommendations),
    questions: [...matrixTitles(data.matrix ?? null)].map(([value, title]) => ({ value, title })),
  };
}

/** What the form of a kind suggests, and nothing else. */
const suggestedIn = (kind: Kind): Suggested[] => {
  const within = (fields: readonly Field[]): Suggested[] =>
    fields.flatMap((field) => ('fields' in field ? within(field.fields) : 'suggest' in field && field.suggest ? [field.suggest] : []));
  return [...new Set(forms[kind].flatMap((section) => within(section.fields)))];
};

function Form({
  draft,
  content,
  sources,
  edits,
  errors,
  data,
}: {
  draft: Draft;
  content: Content;
  sources: unknown;
  edits: number;
  errors: Fault[];
  data: DraftFormQuery;
}) {
  const { t } = useSite();
  const kind = draft.kind as Kind;
  const known = suggestions(data);
  return (
    <>
      <nav className="record-contents" aria-label={t('contributions.form.contents')}>
        <ul className="plain columns">
          {[
            ...forms[kind].map(({ id }) => [id, t(`contributions.section.${kind}.${id}` as 'contributions.section.PROJECT.what')] as const),
            ['sources', t('contributions.form.sources')] as const,
          ].map(([id, title]) => (
            <li key={id}>
              <a href={`#section-${id}`}>{title}</a>
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
        data-similar={draft.basedOn === 0 ? '/drafts/similar' : undefined}
        data-saved={t('contributions.form.savedAt', { time: '%' })}
        data-failed={t('contributions.form.saveFailed')}
        data-stale={t('contributions.form.saveStale')}
      >
        {/* The first button of a form is the one that Enter presses: it must save, not take an item away. */}
        <button type="submit" name="do" value="save" className="hidden" tabIndex={-1} aria-hidden="true">
          {t('contributions.form.save')}
        </button>
        <input type="hidden" name="edits" value={edits} />
        <EntryFields content={content} sources={sources} context={{ kind, errors, t, known }} />
        <Attachments content={content} errors={errors} />
        <div className="entry-buttons">
          <button type="submit" name="do" value="save">
            {t('contributions.form.save')}
          </button>
          <button type="submit" name="do" value="submit" className="button-quiet">
            {t('contributions.form.toSubmit')}
          </button>
          <span className="quiet small" role="status" data-save-state="" />
        </div>
      </form>
      {suggestedIn(kind).map((name) => (
        <datalist id={`suggested-${name}`} key={name}>
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
      <form method="post" action={draft.url} className="section">
        <button type="submit" name="do" value="withdraw" className="button-quiet">
          {t('contributions.form.withdraw')}
        </button>
      </form>
    </>
  );
}

/** Both versions of a draft that two people wrote on, side by side. */
function TwoVersions({ draft, stale }: { draft: Draft; stale: Stale }) {
  const { t } = useSite();
  return (
    <section className="entry-notice" role="alert" aria-labelledby="stale-title">
      <h2 id="stale-title">{t('contributions.stale.title')}</h2>
      <p>{t('contributions.stale.lead')}</p>
      {stale.differences.length === 0 ? (
        <p>{t('contributions.stale.same')}</p>
      ) : (
        <table className="told">
          <caption className="hidden">{t('contributions.stale.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('contributions.stale.field')}</th>
              <th scope="col">{t('contributions.stale.theirs')}</th>
              <th scope="col">{t('contributions.stale.yours')}</th>
            </tr>
          </thead>
          <tbody>
            {stale.differences.map((difference) => (
              <tr key={difference.path}>
                <th scope="row">{difference.label}</th>
                <td data-label={t('contributions.stale.theirs')}>
                  <Shown value={difference.before} name={fieldOf(difference.path)} none={t('contributions.review.nothingBefore')} />
                </td>
                <td data-label={t('contributions.stale.yours')}>
                  <Shown value={difference.after} name={fieldOf(difference.path)} none={t('contributions.review.nothingAfter')} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        <a href={draft.url}>{t('contributions.stale.keepTheirs')}</a>
      </p>
    </section>
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
      <Section id="similar" title={t('contributions.similar.title')} quiet>
        <p className="aside-why">{t('contributions.similar.lead')}</p>
        <div data-similar-list="">
          {draft.title === 'untitled' ? <p className="quiet">{t('contributions.similar.first')}</p> : <SimilarList similar={draft.similar} />}
        </div>
      </Section>
      {writable && <p className="quiet small section entry-script">{t('contributions.form.savesItself')}</p>}
    </>
  );
}

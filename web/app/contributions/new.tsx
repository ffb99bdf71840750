import { fault } from '#i18n/fault.ts';
import { data } from 'react-router';
import type { SimilarPartsFragment } from '../graphql/graphql.ts';
import { requireSession } from '../accounts/signed-in.ts';
import { ask } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { ErrorSummary, SelectField, TextField } from '../ui/form.tsx';
import { toError } from '../ui/faults.ts';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/new';
import { answered, type Refused, refused } from './answer.ts';
import { saveDraftMutation } from './mutations.ts';
import { newDraftQuery, similarQuery } from './queries.ts';
import { SimilarList } from './similar-list.tsx';
import { type Kind, kindOfPath, paths } from './spec.ts';

const titleIn = (url: URL) => (url.searchParams.get('title') ?? '').trim().slice(0, 300);

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  const url = new URL(request.url);
  const title = titleIn(url);
  const kind = similarKind(kindOfPath(url.pathname));
  // A lesson that is begun on the page of a project is one of that project.
  const project = kindOfPath(url.pathname) === 'LESSON' ? (url.searchParams.get('project') ?? '').slice(0, 200) : '';
  return {
    project,
    ...(await ask(context, newDraftQuery, { title, some: title !== '', kind })),
    key: crypto.randomUUID(),
  };
}

/** Vendors and building blocks have doubles among themselves; who begins a project or lesson sees both of these. */
const similarKind = (kind: Kind) => (kind === 'VENDOR' || kind === 'BUILDING_BLOCK' ? kind : null);

export async function action({ request, context }: Route.ActionArgs) {
  const kind = kindOfPath(new URL(request.url).pathname);
  const form = await readForm(context, request);
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const title = text('title');
  if (title === '') return refused([fault('title', 'TITLE')]);
  // A second entry for the same vendor or project is begun only by somebody who has seen the first.
  let notThe: string[] = [];
  if (kind !== 'LESSON') {
    const { similarEntries: alike } = await ask(context, similarQuery, { title, kind: similarKind(kind) });
    const same = alike.filter(({ sameName, record }) => sameName && (record.kind === kind || kind === 'VENDOR'));
    if (same[0] && !form.has('another'))
      return data<Refused & { same: typeof same }>(
        { faults: [fault('title', `${kind}_EXISTS` as const, { title: same[0].record.title })], stale: null, title, same },
        409,
      );
    notThe = same.map(({ record }) => record.url.split('/').at(-1) ?? '');
  }
  const another = notThe.length > 0 ? { notThe } : {};
  const organization = text('organization');
  const membership = text('organizationName');
  const content =
    kind === 'VENDOR'
      ? { name: title, ...another }
      : kind === 'LESSON'
        ? { title, ...(membership ? { organizations: [membership] } : {}), ...(text('project') ? { projects: [text('project').slice(0, 200)] } : {}) }
        : kind === 'BUILDING_BLOCK'
          ? { title, ...another, ...(membership ? { owners: [membership] } : {}) }
          : { title, stages: [], ...another, ...(membership ? { owners: [membership] } : {}) };
  const { saveDraft } = await ask(context, saveDraftMutation, { kind, organization: organization || null, content, key: text('key').slice(0, 100) || null });
  return answered(saveDraft, (draft) => `/drafts/${draft.id}`);
}

/** Where a new entry begins: its title, and who is already doing this. */
export default function NewPage({ loaderData: { me, similarEntries, key, project }, actionData }: Route.ComponentProps) {
  const { t, url } = useSite();
  const kind = kindOfPath(url.pathname);
  const answer = actionData as (Refused & { same?: readonly SimilarPartsFragment[] }) | undefined;
  const same = answer?.same;
  const errors = (answer?.faults ?? []).map((one) => toError(t, one, 'title'));
  const own = [
    ...new Map(
      (me?.memberships ?? [])
        .filter((one) => one.organizationSlug && (one.role === 'FOCAL_POINT' || one.role === 'PUBLISHER'))
        .map((one) => [one.organizationSlug, one]),
    ).values(),
  ];
  const title = t(`contributions.new.title.${kind}`);
  const address = `${paths[kind]}/new`;
  return (
    <>
      <Meta title={title} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t(`vocabulary.kinds.${kind}`), url: paths[kind] },
        ]}
      />
      <PageTitle title={title} lead={t('contributions.new.lead')}>
        {project && t('contributions.new.ofProject', { project })}
      </PageTitle>
      {me?.canContribute ? (
        <>
          <ErrorSummary errors={errors} />
          <form method="post" action={address} data-similar={`/drafts/similar${similarKind(kind) ? `?kind=${similarKind(kind)}` : ''}`}>
            <input type="hidden" name="key" value={key} />
            {project && <input type="hidden" name="project" value={project} />}
            <TextField
              name="title"
              label={kind === 'VENDOR' ? t('contributions.new.fieldName') : t('contributions.new.field')}
              help={t('contributions.new.help')}
              example={t(`contributions.new.example.${kind}`)}
              value={answer?.title ?? titleIn(url)}
              error={errors[0]?.message ?? null}
              most={300}
              autoComplete="off"
            />
            {same && (
              <label className="choice">
                <input type="checkbox" name="another" value="1" />
                <span>{t(`contributions.new.another.${kind === 'LESSON' ? 'PROJECT' : kind}`)}</span>
              </label>
            )}
            {own.length > 1 ? (
              <SelectField
                name="organization"
                label={t('contributions.new.organization')}
                options={own.map((one) => ({ value: one.organizationSlug ?? '', label: one.organizationName ?? '' }))}
              />
            ) : (
              own[0] && (
                <>
                  <input type="hidden" name="organization" value={own[0].organizationSlug ?? ''} />
                  <input type="hidden" name="organizationName" value={own[0].organizationName ?? ''} />
                </>
              )
            )}
            <div className="entry-buttons">
              <button type="submit">{t('contributions.new.button')}</button>
              {/* Without script the same form, asked for anew, shows who is already doing this. */}
              <button type="submit" formMethod="get" className="button-quiet entry-noscript">
                {t('contributions.similar.check')}
              </button>
            </div>
          </form>
          <Section id="similar" title={t('contributions.similar.title')}>
            <p className="quiet">{t('contributions.similar.lead')}</p>
            <div data-similar-list="" aria-live="polite">
              {same || similarEntries ? <SimilarList similar={same ?? similarEntries ?? []} /> : <p className="quiet">{t('contributions.similar.first')}</p>}
            </div>
          </Section>
        </>
      ) : (
        <p>{t('contributions.new.notYours')}</p>
      )}
    </>
  );
}

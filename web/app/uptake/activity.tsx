import { data } from 'react-router';
import { ask, httpError, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { NotStated } from '../ui/certainty.tsx';
import { ErrorSummary } from '../ui/form.tsx';
import { Facts } from '../ui/facts.tsx';
import { toError } from '../ui/faults.ts';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/activity';
import { Period, Serves } from './activities.tsx';
import { actionsQuery, evidenceAsText, saveActivity } from './activity.server.ts';
import { ActivityForm } from './activity-form.tsx';
import { Path } from './frame.tsx';

const query = graphql(/* GraphQL */ `
  query UptakeActivityPage($id: ID!) {
    uptakeActivity(id: $id) {
      ...ActivityParts
      result
      audience
      withdrawn
      evidence {
        label
        address
        file
      }
      viewerCanChange
      viewerCanConfirm
      versions {
        versionId
        title
        enteredOn
        enteredByName
        enteredAs
        confirmedOn
        confirmedByName
        withdrawn
      }
    }
  }
`);
const confirmDocument = graphql(/* GraphQL */ `
  mutation ConfirmUptakeActivity($version: ID!) {
    confirmUptakeActivity(version: $version) {
      __typename
      ...FieldFaults
    }
  }
`);

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  if (!isId(id)) throw httpError(context, 404);
  const activity = orNotFound(context, (await ask(context, query, { id })).uptakeActivity);
  const choices = activity.viewerCanChange ? await ask(context, actionsQuery, { organization: activity.organizationSlug }) : null;
  return { activity, actions: choices?.uptakeActionsOf ?? [], key: crypto.randomUUID() };
}

export async function action({ request, params: { id }, context }: Route.ActionArgs) {
  if (!isId(id)) throw httpError(context, 404);
  const form = await readForm(context, request);
  const go = (done: string) => new Response(null, { status: 303, headers: { location: `/uptake/activities/${id}?done=${done}` } });
  if (form.get('intent') === 'confirm') {
    const { confirmUptakeActivity: result } = await ask(context, confirmDocument, { version: String(form.get('version') ?? '') });
    return 'fields' in result ? data({ faults: result.fields, typed: null }, { status: 400 }) : go('confirmed');
  }
  const activity = orNotFound(context, (await ask(context, query, { id })).uptakeActivity);
  const result = await saveActivity(context, form, { activity: id, organization: activity.organizationSlug });
  return 'faults' in result ? data(result, { status: 400 }) : go('saved');
}

export default function UptakeActivityPage({ loaderData: { activity: one, actions, key }, actionData }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const errors = (refused?.faults ?? []).map((fault) => toError(t, fault));
  const done = url.searchParams.get('done');
  const columns = t('uptake.activity.columns', { returnObjects: true });
  const typed = refused?.typed ?? {
    title: one.title,
    lead: one.lead ?? '',
    startsOn: one.startsOn ?? '',
    endsOn: one.endsOn ?? '',
    indicator: one.indicator ?? '',
    result: one.result ?? '',
    evidence: evidenceAsText(one.evidence),
    audience: one.audience,
    withdrawn: one.withdrawn ?? '',
    actions: one.actions.map((action) => action.actionId),
    key,
  };
  return (
    <>
      <Meta title={one.title} description={one.indicator ?? one.title} canonical={one.url} type="article" />
      <Path
        items={[
          { label: t('uptake.title'), url: '/uptake' },
          { label: t('uptake.activity.title'), url: '/uptake/activities' },
        ]}
      />
      <PageTitle title={one.title} kind={t('uptake.activity.kind', { name: one.organizationName })} />
      <ErrorSummary errors={errors} />
      {(done === 'saved' || done === 'confirmed') && !refused && (
        <Notice role="status">
          <p>{t(`uptake.activity.done.${done}`)}</p>
        </Notice>
      )}
      {one.demo && (
        <Notice>
          <p>
            <b className="uptake-sign">D</b> {t('uptake.activity.demo')}
          </p>
        </Notice>
      )}
      {one.withdrawn && (
        <Notice>
          <p>{t('uptake.activity.withdrawn', { reason: one.withdrawn })}</p>
        </Notice>
      )}
      {!one.confirmedOn && (
        <Notice>
          <p>{t(one.versions.some(({ confirmedOn }) => confirmedOn) ? 'uptake.activity.unconfirmed' : 'uptake.activity.never')}</p>
        </Notice>
      )}
      {one.viewerCanConfirm && (
        <form method="post">
          <input type="hidden" name="intent" value="confirm" />
          <input type="hidden" name="version" value={one.versionId} />
          <button type="submit">{t('uptake.activity.confirm')}</button>
        </form>
      )}
      <Facts
        items={[
          {
            label: columns.organization,
            value: <a href={`/uptake/organizations/${one.organizationSlug}`}>{one.organizationName}</a>,
          },
          { label: columns.serves, value: <Serves activity={one} /> },
          { label: columns.lead, value: one.lead ?? <NotStated /> },
          { label: columns.period, value: <Period startsOn={one.startsOn} endsOn={one.endsOn} /> },
          { label: columns.indicator, value: one.indicator ? <span className="uptake-text">{one.indicator}</span> : <NotStated /> },
          { label: columns.result, value: one.result ? <span className="uptake-text">{one.result}</span> : <NotStated /> },
          {
            label: columns.evidence,
            value:
              one.evidence.length === 0 ? (
                <NotStated />
              ) : (
                <ul className="plain">
                  {one.evidence.map(({ label, address }) => (
                    <li key={address}>
                      <a href={address}>{label ?? address}</a>
                    </li>
                  ))}
                </ul>
              ),
          },
          ...(one.audience === 'PUBLIC' ? [] : [{ label: t('uptake.activity.form.audience'), value: t(`uptake.audience.${one.audience}`) }]),
        ]}
      />
      <Section id="versions" title={t('uptake.activity.history')}>
        <ol className="plain uptake-comments">
          {one.versions.map((version) => (
            <li key={version.versionId}>
              <p>{version.title}</p>
              <p className="quiet small">
                {[
                  t('uptake.activity.entered', {
                    date: format.date(version.enteredOn),
                    name: version.enteredByName ?? t(`uptake.role.${version.enteredAs as 'FOCAL_POINT'}`),
                  }),
                  version.confirmedOn
                    ? t('uptake.activity.confirmedOn', { date: format.date(version.confirmedOn), name: version.confirmedByName ?? t('uptake.activity.second') })
                    : t('uptake.flag.unconfirmed'),
                  version.withdrawn ? t('uptake.activity.withdrawnShort') : '',
                ]
                  .filter(Boolean)
                  .join(', ')}
              </p>
            </li>
          ))}
        </ol>
      </Section>
      {one.viewerCanChange && (
        <Section id="change" title={t('uptake.activity.change')}>
          <details open={refused?.typed !== null && refused !== null}>
            <summary>{t('uptake.activity.changeOpen')}</summary>
            <ActivityForm typed={typed} actions={actions} errors={errors} basedOn={one.versionId} />
          </details>
        </Section>
      )}
    </>
  );
}

import { data } from 'react-router';
import { ask, httpError } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { ErrorSummary } from '../ui/form.tsx';
import { toError } from '../ui/faults.ts';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/activity-new';
import { actionsQuery, saveActivity } from './activity.server.ts';
import { ActivityForm } from './activity-form.tsx';
import { Path, signInAddress } from './frame.tsx';
import { isKey } from './request.ts';

const organizationIn = (request: Request) => new URL(request.url).searchParams.get('organization') ?? '';

export async function loader({ request, context }: Route.LoaderArgs) {
  const organization = organizationIn(request);
  if (!isKey(organization)) throw httpError(context, 404);
  const answer = await ask(context, actionsQuery, { organization });
  if (!answer.organization || answer.uptakeActionsOf.length === 0) throw httpError(context, 404);
  return { slug: organization, name: answer.organization.shortName, actions: answer.uptakeActionsOf, key: crypto.randomUUID() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const organization = organizationIn(request);
  if (!isKey(organization)) throw httpError(context, 404);
  const result = await saveActivity(context, await readForm(context, request), { activity: null, organization });
  if ('faults' in result) return data(result, { status: 400 });
  return new Response(null, { status: 303, headers: { location: `/uptake/activities/${result.id}?done=saved` } });
}

export default function NewActivity({ loaderData: { slug, name, actions, key }, actionData }: Route.ComponentProps) {
  const { t, url } = useSite();
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const errors = (refused?.faults ?? []).map((one) => toError(t, one));
  const title = t('uptake.activity.newTitle', { name });
  const start = {
    title: '',
    lead: '',
    startsOn: '',
    endsOn: '',
    indicator: '',
    result: '',
    evidence: '',
    audience: 'PUBLIC',
    withdrawn: '',
    actions: url.searchParams.getAll('action'),
    key,
  };
  return (
    <>
      <Meta title={title} unlisted />
      <Path
        items={[
          { label: t('uptake.title'), url: '/uptake' },
          { label: t('uptake.activity.title'), url: '/uptake/activities' },
        ]}
      />
      <PageTitle title={title} lead={t('uptake.activity.newLead')} />
      <ErrorSummary errors={errors} />
      {actions.some((one) => one.viewerCanReport) ? (
        <ActivityForm typed={refused?.typed ?? start} actions={actions} errors={errors} basedOn={null} />
      ) : (
        <p>
          {t('uptake.activity.closed', { name })} <a href={signInAddress(url)}>{t('uptake.activity.signIn')}</a>
        </p>
      )}
      <p>
        <a href={`/uptake/organizations/${slug}`}>{t('uptake.cell.same', { organization: name })}</a>
      </p>
    </>
  );
}

import type { RouterContextProvider } from 'react-router';
import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import type { Audience } from '../graphql/graphql.ts';
import type { Fault } from '../ui/faults.ts';
import { refusedIn, uploadsIn } from '../ui/uploads.ts';
import type { TypedActivity } from './activity-form.tsx';
import { audiences } from './values.ts';

const saveDocument = graphql(/* GraphQL */ `
  mutation SaveUptakeActivity($activity: ID, $basedOn: ID, $organization: String!, $input: UptakeActivityInput!, $key: String!) {
    saveUptakeActivity(activity: $activity, basedOn: $basedOn, organization: $organization, input: $input, idempotencyKey: $key) {
      __typename
      ... on UptakeActivitySaved {
        activity {
          id
        }
      }
      ...FieldFaults
    }
  }
`);

/** The actions of an organization over all reports, for the form. */
export const actionsQuery = graphql(/* GraphQL */ `
  query ActionsOf($organization: String!) {
    organization(slug: $organization) {
      shortName
      title
    }
    uptakeActionsOf(organization: $organization) {
      id
      recommendationNumber
      recommendationSlug
      recommendationTitle
      reportSymbol
      viewerCanReport
    }
  }
`);

/** A line of evidence is an address, or "file:" and the hash of an upload, and what it is called after a bar. */
const evidenceIn = (text: string) =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      const [address = '', ...label] = one.split('|');
      const place = address.trim();
      return { ...(place.startsWith('file:') ? { file: place.slice(5) } : { address: place }), label: label.join('|').trim() || null };
    });
export const evidenceAsText = (items: readonly { address: string; file: string | null; label: string | null }[]) =>
  items.map(({ address, file, label }) => [file ? `file:${file}` : address, ...(label ? [label] : [])].join(' | ')).join('\n');

/** Saves what was typed; a refused form comes back with it and the faults. */
export async function saveActivity(
  context: Readonly<RouterContextProvider>,
  form: FormData,
  where: { activity: string | null; organization: string },
): Promise<{ id: string } | { faults: Fault[]; typed: TypedActivity }> {
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const audience = field('audience');
  const typed: TypedActivity = {
    title: field('title'),
    lead: field('lead'),
    startsOn: field('startsOn'),
    endsOn: field('endsOn'),
    indicator: field('indicator'),
    result: field('result'),
    evidence: field('evidence'),
    audience: (audiences as readonly string[]).includes(audience) ? audience : 'PUBLIC',
    withdrawn: field('withdrawn'),
    actions: form.getAll('actions').filter((value): value is string => typeof value === 'string'),
    key: field('key'),
  };
  // Files that came with the form become lines of evidence; they stay there when the form is refused.
  for (const { file, name } of uploadsIn(form)) typed.evidence = [typed.evidence, `file:${file} | ${name.replace(/\.[a-z]+$/, '')}`].filter(Boolean).join('\n');
  const unkept = refusedIn(form);
  if (unkept.length > 0) return { faults: unkept, typed };
  const { actions, key, evidence, ...texts } = typed;
  const { saveUptakeActivity: result } = await ask(context, saveDocument, {
    activity: where.activity,
    basedOn: field('basedOn') || null,
    organization: where.organization,
    input: { ...texts, audience: texts.audience as Audience, evidence: evidenceIn(evidence), actions },
    key,
  });
  if (result.__typename === 'UptakeActivitySaved') return { id: result.activity.id };
  // All evidence is one field of the form.
  return { faults: result.fields.map((one) => ({ ...one, path: one.path.replace(/^evidence\..*/, 'evidence') })), typed };
}

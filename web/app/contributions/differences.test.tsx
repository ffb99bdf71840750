import { RouterContextProvider } from 'react-router';
import { expect, it } from 'vitest';
import { apiContext } from '../api.server.ts';
import { siteOf } from '../site.server.tsx';
import { differenceName } from './differences.tsx';

// What a change is called before it is submitted, reviewed and in the history: as the form calls the field, never by its name in the code.

const context = new RouterContextProvider();
const request = new Request('http://hub.test/drafts/1/submit');
context.set(apiContext, { fetch: () => new Response(), request, requestId: 'r', baseUrl: '', version: '1' });
const { t } = siteOf(request, context);

it.each([
  ['alsoKnownAs[1]', 'Also known as', 'Also known as 2'],
  ['stages[-1]', 'Stages: Pilot', 'Stage: Pilot'],
  ['stages[]', 'Stages: order', 'Stage: order'],
  ['stages[0].date', 'Stages: Pilot · Date', 'Stage 1, Since'],
  ['*', 'More: too many', 'More: too many'],
])('%s', (path, label, name) => {
  expect(differenceName(t, 'PROJECT', { path, label })).toBe(name);
  expect(differenceName(t, undefined, { path, label })).toBe(label);
});

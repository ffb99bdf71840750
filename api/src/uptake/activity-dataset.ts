import { libraryState } from '#prisma/library-state.ts';
import type { CellValue } from '#prisma/content/field.ts';
import { why } from '#i18n/fault.ts';
import type { Services } from '../context.ts';
import type { Dataset } from '../export/dataset.ts';
import type { Ignored } from '../records/list.ts';
import { type Activity, readActivities } from './activity-read.ts';
import type { FileAudience } from './documents/audience.ts';
import { dayEverywhere, utcToday } from './state.ts';
import { inWords } from './words.ts';

const filters = ['report', 'recommendation', 'organization', 'demo'] as const;
/** What an activity serves in one line: "JIU/REP/2020/7, 4; JIU/REP/2021/3, 2". */
export const servesText = ({ actions }: Pick<Activity, 'actions'>) =>
  actions.map((one) => `${one.symbol}, ${one.recommendationNumber ?? one.recommendationSlug}`).join('; ');

const cells: readonly [head: string, width: number, cell: (one: Activity, baseUrl: string) => CellValue][] = [
  ['Activity', 44, (one) => one.title],
  ['Address', 40, (one, baseUrl) => `${baseUrl}/uptake/activities/${one.id}`],
  ['Organization', 16, (one) => one.organizationName],
  ['Serves', 40, servesText],
  ['Lead', 30, (one) => one.lead],
  ['Begins', 12, (one) => one.startsOn],
  ['Ends', 12, (one) => one.endsOn],
  ['Indicator', 40, (one) => one.indicator],
  ['So far', 40, (one) => one.result],
  [
    'Evidence',
    40,
    (one, baseUrl) => one.evidence.map(({ label, address, file }) => [label, file ? `${baseUrl}${address}` : address].filter(Boolean).join(': ')).join('\n'),
  ],
  ['Note', 20, (one) => (one.demo ? 'Demonstration data' : null)],
  ['For', 20, (one) => inWords(one.audience)],
  ['Recorded', 12, (one) => one.enteredOn],
  ['Confirmed', 12, (one) => one.confirmedOn],
];

/** The activities that an address of `/uptake/activities` asks for, one row each however many actions it serves, as far as its maker may see them. */
export async function activityDataset({ db }: Services, { viewer, access, marking }: FileAudience, query: URLSearchParams, baseUrl: string): Promise<Dataset> {
  const ignored: Ignored[] = [];
  const asked = Object.fromEntries(
    filters.map((field) => {
      const value = query.get(field) ?? '';
      if (value && !/^[\w.-]{1,100}$/.test(value)) ignored.push({ field, value, ...why('NO_REPORT') });
      return [field, /^[\w.-]{1,100}$/.test(value) ? value : null];
    }),
  );
  return {
    heads: cells.map(([head, width]) => ({ head, width })),
    sources: 'What the organizations recorded here, confirmed by a second person of each unless it says otherwise.',
    asOf: new Date(`${utcToday()}T00:00:00Z`),
    state: JSON.stringify([await libraryState(db), dayEverywhere(), access]),
    ignored,
    open: async () => {
      const rows = await readActivities(db, viewer, access, {
        report: asked['report'] ?? null,
        recommendation: asked['recommendation'] ?? null,
        ...(asked['organization'] ? { organizations: [asked['organization']] } : {}),
        confirmedOnly: marking === null,
        demo: asked['demo'] === '1',
      });
      return {
        total: rows.length,
        ids: () => [],
        rows: async function* (form) {
          for (const one of rows) {
            const { sequence: _sequence, enteredBy: _by, organizationId: _id, ...said } = one;
            yield form === 'json'
              ? { cells: [], json: { ...said, address: `${baseUrl}/uptake/activities/${one.id}` } }
              : { cells: cells.map(([, , cell]) => cell(one, baseUrl)), json: {} };
          }
        },
      };
    },
  };
}

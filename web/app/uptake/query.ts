import type { RouterContextProvider } from 'react-router';
import { ask, orNotFound } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import type { UptakeTableQuery, UptakeTableQueryVariables } from '../graphql/graphql.ts';
import type { MomentRequest } from './request.ts';

const tableQuery = graphql(/* GraphQL */ `
  query UptakeTable($report: String, $at: String, $asKnownOn: String, $includeDemo: Boolean, $confirmedOnly: Boolean, $includeDocuments: Boolean, $opened: Boolean!, $recommendation: String!, $organization: String!, $served: Boolean!) {
    uptakeReports {
      ...ReportParts
    }
    uptakeMatrix(report: $report, at: $at, asKnownOn: $asKnownOn, includeDemo: $includeDemo, confirmedOnly: $confirmedOnly, includeDocuments: $includeDocuments) {
      report {
        ...ReportParts
      }
      at
      asKnownOn
      demo
      doubtful
      confirmedOnly
      documents
      rows {
        slug
        number
        label
        title
        kind
        counts {
          ...CountsParts
        }
      }
      columns {
        slug
        shortName
        name
        forInformation
        viewerCanReport
        counts {
          ...CountsParts
        }
      }
      cells {
        ...CellParts
      }
      counts {
        ...CountsParts
      }
    }
    uptakeActivities(report: $report, recommendation: $recommendation, asKnownOn: $asKnownOn, confirmedOnly: $confirmedOnly, includeDemo: $includeDemo) @include(if: $served) {
      ...ActivityParts
    }
    uptakeCell(report: $report, recommendation: $recommendation, organization: $organization, at: $at, asKnownOn: $asKnownOn, includeDemo: $includeDemo, includeDocuments: $includeDocuments) @include(if: $opened) {
      ...CellParts
      recommendationTitle
      viewerCanReport
      history {
        ...EntryParts
      }
    }
  }
`);

export type Table = NonNullable<UptakeTableQuery['uptakeMatrix']>;
export type Opened = NonNullable<UptakeTableQuery['uptakeCell']>;

/** The moment as the API takes it. */
export const momentVariables = ({ report, at, asKnownOn, includeDemo, confirmedOnly, includeDocuments }: MomentRequest) => ({
  report,
  at,
  asKnownOn,
  includeDemo,
  confirmedOnly,
  includeDocuments,
});

/**
 * The table that an address asks for. A report that does not exist is named among the unknown values, and the first one
 * is shown instead: only then the API is asked twice.
 */
export async function askTable(
  context: Readonly<RouterContextProvider>,
  asked: MomentRequest,
  open: { recommendation: string; organization: string } | null = null,
  /** The number or slug of a recommendation whose activities are wanted too. */
  served: string | null = null,
) {
  const variables: UptakeTableQueryVariables = {
    ...momentVariables(asked),
    opened: open !== null,
    served: served !== null,
    recommendation: served ?? open?.recommendation ?? '',
    organization: open?.organization ?? '',
  };
  const first = await ask(context, tableQuery, variables);
  if (first.uptakeMatrix || !asked.report) return { ...first, uptakeMatrix: orNotFound(context, first.uptakeMatrix), asked };
  const rest: MomentRequest = { ...asked, report: null, unknown: [...asked.unknown, { field: 'report', value: asked.report }] };
  const second = await ask(context, tableQuery, { ...variables, report: null });
  return { ...second, uptakeMatrix: orNotFound(context, second.uptakeMatrix), asked: rest };
}

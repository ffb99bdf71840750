import type { ReportPartsFragment } from '../graphql/graphql.ts';
import { absolute, context } from '../seo/json-ld.ts';

type Report = Pick<ReportPartsFragment, 'title' | 'symbol' | 'url'>;
const basis = (report: Report, url: URL) => ({
  '@type': 'Report',
  name: report.title,
  ...(report.symbol ? { reportNumber: report.symbol } : {}),
  url: absolute(report.url, url),
});

/** The table of uptake of a report, which can be had as a workbook. */
export const tableJsonLd = (report: Report, url: URL) => ({
  ...context,
  '@type': 'Dataset',
  '@id': absolute('/uptake', url),
  url: absolute('/uptake', url),
  name: `Uptake of the recommendations of ${report.symbol ?? report.title}`,
  description: 'Acceptance and implementation of each recommendation by each organization it is addressed to.',
  isBasedOn: basis(report, url),
  distribution: [
    { '@type': 'DataDownload', encodingFormat: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', contentUrl: absolute('/uptake.xlsx', url) },
  ],
});

/** What one organization reports, as a part of the table. */
export const organizationTableJsonLd = (name: string, path: string, report: Report, url: URL) => ({
  ...context,
  '@type': 'Dataset',
  '@id': absolute(path, url),
  url: absolute(path, url),
  name: `${name}: uptake of the recommendations of ${report.symbol ?? report.title}`,
  description: `Acceptance and implementation of each recommendation that is addressed to ${name}.`,
  isPartOf: { '@id': absolute('/uptake', url) },
  isBasedOn: basis(report, url),
});

import type { AgreementRow, VersionRow } from './agreement.ts';
import { ceilingLeft, validityOn } from './agreement.ts';

// Agreements as releases of the Open Contracting Data Standard 1.1. Each version of an agreement is a release of one contracting
// process, so that its history goes with it; what the standard has no word for stands under `atrium` in the contract.

/** A day as the standard has it; an agreement ends with the end of its last day. */
const moment = (day: string, end = false) => `${day}T${end ? '23:59:59' : '00:00:00'}Z`;
const statuses = { COMING: 'pending', VALID: 'active', ENDED: 'terminated' } as const;

/** One version as a release. No prefix of the standard is registered for a library, so that the process is named by a URN. */
function releaseOf(agreement: AgreementRow, version: VersionRow, baseUrl: string) {
  const { id, holderSlug, holderName, vendorSlug, vendorTitle } = agreement;
  const buyer = { id: `organizations/${holderSlug}`, name: holderName };
  const supplier = { id: `vendors/${vendorSlug}`, name: vendorTitle };
  const value = version.ceiling === null ? {} : { value: { amount: version.ceiling, currency: version.currency } };
  const period = { startDate: moment(version.startsOn), endDate: moment(version.endsOn, true) };
  const items =
    version.unspsc.length > 0
      ? { items: version.unspsc.map((code, index) => ({ id: String(index + 1), classification: { scheme: 'UNSPSC', id: code } })) }
      : {};
  const address = version.documentAddress ?? (version.documentFile ? `${baseUrl}/files/${version.documentFile}` : null);
  const documents = address
    ? { documents: [{ id: 'agreement', documentType: 'contractSigned', url: address, ...(version.documentLabel ? { title: version.documentLabel } : {}) }] }
    : {};
  const amended = version.version > 1;
  return {
    ocid: `urn:uuid:${id}`,
    id: `${id}-${version.version}`,
    date: version.writtenAt,
    tag: amended ? ['contractAmendment'] : ['award', 'contract'],
    initiationType: 'tender',
    language: 'en',
    parties: [
      { ...buyer, roles: ['buyer'] },
      { ...supplier, roles: ['supplier'] },
    ],
    buyer,
    awards: [{ id: 'agreement', title: version.title, status: 'active', suppliers: [supplier], ...value, ...items, contractPeriod: period }],
    contracts: [
      {
        id: version.number,
        awardID: 'agreement',
        title: version.title,
        description: version.scope,
        status: statuses[validityOn(version, agreement.at)],
        period,
        ...value,
        ...items,
        ...documents,
        ...(amended
          ? {
              amendments: [
                {
                  id: String(version.version),
                  date: moment(version.holdsFrom ?? version.startsOn),
                  rationale: version.reason,
                  description: `Version ${version.version}`,
                },
              ],
            }
          : {}),
        atrium: {
          address: `${baseUrl}/agreements/${id}`,
          version: version.version,
          callOff: version.callOff,
          use: version.use,
          useTerms: version.useTerms,
          source: version.source,
          ...(version.contact ? { contact: version.contact } : {}),
          ...(version.version === agreement.version && agreement.drawn !== null
            ? { drawn: agreement.drawn, drawnOn: agreement.drawnOn, ceilingLeft: ceilingLeft(agreement) }
            : {}),
          ...(agreement.demo ? { demonstration: true } : {}),
        },
      },
    ],
  };
}

/** The releases of an agreement, one for each of its versions, oldest first. */
export const releasesOf = (agreement: AgreementRow, versions: readonly VersionRow[], baseUrl: string) =>
  versions.map((version) => releaseOf(agreement, version, baseUrl));

/** What stands around the releases of a package; its releases come in between. */
export const packageHead = (uri: string, publishedDate: string, marking: string | null) => ({
  uri,
  version: '1.1',
  publishedDate,
  publisher: { name: 'Atrium' },
  ...(marking === null ? {} : { marking }),
});

/** The question of the roster's page, as it asks the API, without what only its table shows. */
export const rosterQuestion = `query Roster($filter: VendorFilter, $work: WorkFilter, $agreement: AgreementFilter, $name: String, $orderBy: RosterOrder) {
  roster(filter: $filter, work: $work, agreement: $agreement, name: $name, orderBy: $orderBy, first: 20) {
    totalCount facets { field values { value label count } } pageInfo { hasNextPage endCursor }
    edges { node { title url summaryText vendorKind services platforms country { code } projectCount agreements { url holderName endsOn open validity } } } } }`;

/** Who has delivered on a platform in Latin America, for a UN organization, what went into use, and is there an agreement I can use? */
export const rosterAddress = '/vendors?workPlatform=Made%20Chain%201&workRegion=latin-america&unSystem=yes&wentIntoUse=yes&agreement=open&validOn=2026-11-30';

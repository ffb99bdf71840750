/** The filters that search offers beside the kind. */
export const searchFacets = ['organization', 'region', 'country', 'platform', 'stage', 'use', 'theme', 'vendor', 'goal'];

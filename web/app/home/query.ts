/** What the start page asks, in one place. */
export const homeQuery = /* GraphQL */ `
  query Home {
    library {
      counts {
        kind
        count
      }
    }
    projects(first: 1) {
      totalCount
      facets {
        field
        values {
          value
          label
          count
        }
      }
    }
  }
`;

export type HomeData = {
  library: { counts: { kind: string; count: number }[] };
  projects: {
    totalCount: number;
    facets: { field: string; values: { value: string; label: string; count: number }[] }[];
  };
};

import { graphql } from '../graphql/index.ts';

/** Everything on the page of a building block, in one request. */
export const buildingBlockQuery = graphql(`
  query BuildingBlockPage($slug: String!) {
    buildingBlock(slug: $slug) {
      ...CareParts
      ...BuildingBlockPageParts
      repositoryCheck {
        ...LinkCheckParts
      }
      asked {
        ...AskedParts
      }
    }
  }
`);

/** What the page of a building block shows of it, also of one that is only proposed. */
graphql(`
  fragment BuildingBlockPageParts on BuildingBlock {
    ...ExtraParts
    title
    language
    url
    slug
    summaryText
    version
    hash
    createdAt
    updatedAt
    repository
    summary {
      ...StatementParts
    }
    platformsBasis {
      ...StatementParts
    }
    licence {
      ...StatementParts
    }
    howToTry {
      ...StatementParts
    }
    owners {
      title
      shortName
      url
    }
    projects {
      title
      language
      url
      stage
    }
    vendors {
      title
      language
      url
    }
  }
`);

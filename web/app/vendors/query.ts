import { graphql } from '../graphql/index.ts';

/** Everything on the page of a vendor, in one request. */
export const vendorQuery = graphql(`
  query VendorPage($slug: String!) {
    vendor(slug: $slug) {
      ...CareParts
      ...VendorPageParts
      asked {
        ...AskedParts
      }
      agreements {
        url
        number
        title
        holderName
        startsOn
        endsOn
        validity
        daysLeft
        use
        demo
      }
      viewerCanScreen
      screenings {
        listName
        listedOn
        synthetic
        checkedAt
        by
        found
        namesChanged
        newerList
        withdrawnAt
      }
      screeningCandidates {
        ...CandidateParts
      }
    }
  }
`);

/** What the page of a vendor shows of it, also of one that is only proposed. */
graphql(`
  fragment VendorPageParts on Vendor {
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
    vendorKind
    formerNames
    alsoKnownAs
    registrationNumber
    ror {
      ...StatementParts
    }
    orgId {
      ...StatementParts
    }
    iati {
      ...StatementParts
    }
    principals {
      ...StatementParts
    }
    services
    website
    country {
      code
    }
    countryBasis {
      ...StatementParts
    }
    summary {
      ...StatementParts
    }
    statements {
      ...StatementParts
    }
    platformsBasis {
      ...StatementParts
    }
    similar {
      platforms
      vendor {
        title
        language
        url
      }
    }
    connections(relations: ["PART_OF"], first: 100) {
      relation
      record {
        kind
        title
        language
        url
      }
    }
    dependence {
      project {
        title
        language
        url
      }
      access
      accessBasis {
        ...StatementParts
      }
      code {
        ...StatementParts
      }
      protocol {
        ...StatementParts
      }
      nodes {
        ...StatementParts
      }
      keys {
        ...StatementParts
      }
      skills {
        ...StatementParts
      }
    }
    engagements {
      role
      delivered
      stack
      period
      outcome
      asAt
      certainty
      note
      citations {
        ...CitationParts
      }
      project {
        title
        language
        url
        stage
        owners {
          shortName
          url
        }
        stages {
          current
          stage
          date
        }
        statements {
          section
          ...StatementParts
        }
        lessons {
          title
          language
          url
          lessonKind
        }
      }
    }
  }
`);

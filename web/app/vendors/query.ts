import { graphql } from '../graphql/index.ts';

/** Everything on the page of a vendor, in one request. */
export const vendorQuery = graphql(`
  query VendorPage($slug: String!) {
    vendor(slug: $slug) {
      ...CareParts
      ...VendorPageParts
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
        ledger {
          access
          accessBasis {
            ...StatementParts
          }
          platforms {
            ...StatementParts
          }
          consensus {
            ...StatementParts
          }
          keyCustody {
            ...StatementParts
          }
        }
        participants {
          name
          role
          asAt
          certainty
          note
          citations {
            ...CitationParts
          }
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

import { graphql } from '../graphql/index.ts';

/** What is laid side by side of agreements. */
export const compareAgreementsQuery = graphql(`
  query CompareAgreements($ids: [ID!]!) {
    agreementsAt(ids: $ids) {
      url
      number
      title
      scope
      unspsc
      startsOn
      endsOn
      ceiling
      currency
      callOff
      use
      useTerms
      contact
      source
      holderName
      vendorTitle
      validity
      daysLeft
      drawn
      drawnOn
      ceilingLeft
      inside
      demo
    }
  }
`);

/** What is laid side by side of projects, vendors and standards. */
export const compareQuery = graphql(`
  query Compare($addresses: [String!]!) {
    recordsAt(addresses: $addresses) {
      __typename
      kind
      title
      language
      url
      summaryText
      updatedAt
      ... on Project {
        stage
        scope
        uses
        access
        platforms
        countries {
          code
        }
        owners {
          shortName
        }
        ledger {
          consensus {
            text
          }
          offChain {
            text
          }
          keyCustody {
            text
          }
        }
        engagements {
          role
          vendor {
            title
          language
          }
        }
        figures {
          label
          value
        }
        statements {
          section
          text
        }
        goals {
          goal {
            number
          }
        }
      }
      ... on Vendor {
        vendorKind
        services
        platforms
        country {
          code
        }
        latestWork
        agreements {
          number
          title
          holderName
          endsOn
          use
          demo
        }
        engagements {
          role
          outcome
          period
          project {
            title
            language
            stage
            ownerNames
            access
            platforms
          }
        }
      }
      ... on Standard {
        body
        status
        published
        inReport
      }
    }
  }
`);

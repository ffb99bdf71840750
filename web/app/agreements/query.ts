import type { AgreementPageQuery } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';

/** Everything on the page of an agreement, in one request. */
export const agreementQuery = graphql(`
  query AgreementPage($id: ID!, $at: String) {
    agreement(id: $id, at: $at) {
      id
      url
      at
      version
      versions
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
      documentLabel
      documentAddress
      documentFile
      source
      holderSlug
      holderName
      vendorTitle
      vendorUrl
      audience
      openings
      demo
      validity
      daysLeft
      drawn
      drawnOn
      ceilingLeft
      inside
      viewerCanKeep
      viewerAsksFor {
        slug
        shortName
      }
      history {
        version
        holdsFrom
        reason
        changed
        writtenAt
        writer
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
        documentLabel
        documentAddress
        documentFile
        source
      }
      drawings {
        drawn
        onDay
        source
        writtenAt
        writer
      }
      requests {
        id
        organization
        text
        askedAt
        asker
        granted
        answer
        answeredAt
        answerer
        viewerCanAnswer
      }
    }
  }
`);

export type Agreement = NonNullable<AgreementPageQuery['agreement']>;

import { graphql } from '../graphql/index.ts';

graphql(`
  fragment ApiTokenParts on ApiToken {
    id
    name
    scope
    organization
    createdAt
    expiresAt
    expired
    lastUsedAt
    requests
  }
`);

export const tokensQuery = graphql(`
  query TokensPage {
    me {
      apiTokens {
        ...ApiTokenParts
      }
      memberships {
        organizationSlug
        organizationName
      }
    }
  }
`);

export const makeTokenMutation = graphql(`
  mutation MakeApiToken($name: String!, $scope: ApiTokenScope!, $organization: String, $days: Int!) {
    makeApiToken(name: $name, scope: $scope, organization: $organization, days: $days) {
      __typename
      ... on ApiTokenMade {
        token
        apiToken {
          name
          expiresAt
        }
      }
      ...FieldFaults
    }
  }
`);

export const revokeTokenMutation = graphql(`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      __typename
      ...FieldFaults
    }
  }
`);

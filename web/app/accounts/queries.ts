import { graphql } from '../graphql/index.ts';

export const signInQuery = graphql(`
  query SignInPage {
    me {
      name
      demo
    }
    signInOptions {
      local
      providers {
        id
        name
      }
      demo {
        id
        name
      }
    }
  }
`);

export const accountQuery = graphql(`
  query AccountPage {
    me {
      name
      email
      demo
      sessions {
        id
        createdAt
        userAgent
        current
      }
      passkeys {
        id
        name
        createdAt
      }
      memberships {
        role
        organizationName
        deputy
      }
    }
    signInOptions {
      local
    }
  }
`);

export const acceptInvitationMutation = graphql(`
  mutation AcceptInvitation($token: String!) {
    acceptInvitation(token: $token) {
      __typename
      ... on InvalidInput {
        fields {
          name
          code
          message
        }
      }
    }
  }
`);

import { graphql } from '../graphql/index.ts';

export const signInQuery = graphql(`
  query SignInPage {
    sessionEnd
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
        seenAt
        secondFactor
        userAgent
        current
      }
      passkeys {
        id
        name
        createdAt
        usedAt
      }
      rolesWithheld
      factors {
        password
        passwordUsedAt
        app {
          createdAt
          usedAt
        }
        mayAdd
        withdrawn
        provedLately
      }
      memberships {
        role
        organizationName
        deputy
      }
      services {
        id
        service
        name
        createdAt
      }
      apiTokens {
        ...ApiTokenParts
      }
    }
    signInOptions {
      local
      providers {
        id
        name
      }
    }
  }
`);

export const acceptInvitationMutation = graphql(`
  mutation AcceptInvitation($token: String, $id: ID) {
    acceptInvitation(token: $token, id: $id) {
      __typename
      ...FieldFaults
    }
  }
`);

export const invitationQuery = graphql(`
  query InvitationPage($token: String!, $linked: Boolean!) {
    me {
      name
      email
    }
    signInOptions {
      local
    }
    link: invitationLink(token: $token) @include(if: $linked) {
      ...InvitationParts
    }
    invitationsForMe {
      ...InvitationParts
    }
  }
`);
graphql(`
  fragment InvitationParts on InvitationToMe {
    id
    role
    organizationName
    deputy
    invitedBy
    expiresAt
    state
    yours
  }
`);

export const resetQuery = graphql(`
  query ResetPage($token: String!) {
    passwordReset(token: $token) {
      email
      passkeys {
        id
        name
        createdAt
      }
    }
  }
`);

export const confirmQuery = graphql(`
  query ConfirmPage($token: String!) {
    signUpLink(token: $token) {
      email
      name
    }
  }
`);

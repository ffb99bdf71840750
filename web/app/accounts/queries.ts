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

export const invitationQuery = graphql(`
  query InvitationPage {
    me {
      name
      email
      memberships {
        role
        organizationName
      }
    }
  }
`);

export const acceptInvitationMutation = graphql(`
  mutation AcceptInvitation($token: String!) {
    acceptInvitation(token: $token) {
      __typename
      ...FieldFaults
    }
  }
`);

export const resetQuery = graphql(`
  query ResetPage($token: String!) {
    passwordReset(token: $token) {
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

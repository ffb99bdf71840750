import { graphql } from '../graphql/index.ts';

export const grant = graphql(`
  mutation GrantRole($member: ID!, $role: Role!, $organization: String, $deputy: Boolean) {
    result: grantRole(member: $member, role: $role, organization: $organization, deputy: $deputy) {
      __typename
      ...FieldFaults
    }
  }
`);
export const revoke = graphql(`
  mutation RevokeRole($member: ID!, $role: Role!, $organization: String) {
    result: revokeRole(member: $member, role: $role, organization: $organization) {
      __typename
      ...FieldFaults
    }
  }
`);
export const suspend = graphql(`
  mutation SuspendUser($member: ID!, $suspended: Boolean!) {
    result: suspendUser(member: $member, suspended: $suspended) {
      __typename
      ...FieldFaults
    }
  }
`);
export const erase = graphql(`
  mutation EraseUser($member: ID!) {
    result: eraseUser(member: $member) {
      __typename
      ...FieldFaults
    }
  }
`);
export const resetFactors = graphql(`
  mutation ResetFactors($member: ID!) {
    result: resetFactors(member: $member) {
      __typename
      ...FieldFaults
    }
  }
`);
export const invite = graphql(`
  mutation InvitePerson($email: String!, $role: Role!, $organization: String, $deputy: Boolean) {
    result: invite(email: $email, role: $role, organization: $organization, deputy: $deputy) {
      __typename
      ...FieldFaults
    }
  }
`);

export const withdraw = graphql(`
  mutation WithdrawInvitation($id: ID!) {
    result: withdrawInvitation(id: $id) {
      __typename
      ...FieldFaults
    }
  }
`);
export const decide = graphql(`
  mutation DecideSignInCase($id: ID!, $decision: SignInDecision!) {
    result: decideSignInCase(id: $id, decision: $decision) {
      __typename
      ...FieldFaults
    }
  }
`);

import { graphql } from '../graphql/index.ts';

export const frequencies = ['NOW', 'DAILY', 'WEEKLY', 'MONTHLY'] as const;
export const frequencyOf = (text: string) => frequencies.find((one) => one === text) ?? 'WEEKLY';

export const followingQuery = graphql(/* GraphQL */ `
  query FollowingPage {
    following {
      id
      name
      url
      kind
      list
      frequency
      paused
      focal
      toldAt
      problems {
        field
        value
      }
    }
    followingUndeliveredSince
  }
`);

export const followMutation = graphql(/* GraphQL */ `
  mutation FollowAddress($address: String!, $name: String, $frequency: DigestFrequency!) {
    follow(address: $address, name: $name, frequency: $frequency) {
      __typename
      ...FieldFaults
    }
  }
`);

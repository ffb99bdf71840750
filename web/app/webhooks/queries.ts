import { graphql } from '../graphql/index.ts';

graphql(`
  fragment WebhookParts on Webhook {
    id
    name
    address
    topics
    organization
    mine
    createdAt
    pausedAt
    pausedFor
    waiting
    failed
    deliveredAt
  }
`);
graphql(`
  fragment WebhookEventParts on WebhookEvent {
    id
    type
    happenedAt
    state
    attempts
    triedAt
    nextAt
    status
    failure
    tookMs
  }
`);

export const webhooksQuery = graphql(`
  query WebhooksPage {
    me {
      webhooks {
        ...WebhookParts
      }
      memberships {
        role
        organizationSlug
        organizationName
      }
    }
  }
`);
export const webhookQuery = graphql(`
  query WebhookPage($id: ID!) {
    me {
      webhooks(id: $id) {
        ...WebhookParts
        webhookDeliveries {
          ...WebhookEventParts
        }
      }
    }
  }
`);
export const webhookEventQuery = graphql(`
  query WebhookEventPage($webhook: ID!, $id: ID!) {
    me {
      webhooks(id: $webhook) {
        id
        name
      }
      webhookSent(id: $id) {
        ...WebhookEventParts
        webhook
        body
      }
    }
  }
`);
export const makeWebhookMutation = graphql(`
  mutation MakeWebhook($name: String!, $address: String!, $topics: [WebhookTopic!]!, $organization: String) {
    makeWebhook(name: $name, address: $address, topics: $topics, organization: $organization) {
      __typename
      ... on WebhookMade {
        secret
        webhook {
          id
          name
        }
      }
      ...FieldFaults
    }
  }
`);
export const endWebhookMutation = graphql(`
  mutation EndWebhook($id: ID!) {
    endWebhook(id: $id) {
      __typename
      ...FieldFaults
    }
  }
`);
export const pauseWebhookMutation = graphql(`
  mutation PauseWebhook($id: ID!, $paused: Boolean!) {
    pauseWebhook(id: $id, paused: $paused) {
      __typename
      ...FieldFaults
    }
  }
`);
export const tryWebhookMutation = graphql(`
  mutation TryWebhook($id: ID!) {
    tryWebhook(id: $id) {
      __typename
      ...FieldFaults
    }
  }
`);
export const replayWebhookMutation = graphql(`
  mutation ReplayWebhook($id: ID!) {
    replayWebhook(id: $id) {
      __typename
      ...FieldFaults
    }
  }
`);

import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import type { ProofWaysQuery } from '../graphql/graphql.ts';
import { ErrorSummary, TextField } from '../ui/form.tsx';
import { useSite } from '../ui/site.tsx';

/** With what the signed-in person can prove again who it is. */
export const proofWays = graphql(`
  query ProofWays {
    me {
      factors {
        password
        app {
          createdAt
        }
        provedLately
      }
      passkeys {
        id
      }
    }
    signInOptions {
      providers {
        id
        name
      }
    }
  }
`);
const prove = graphql(`
  mutation ProveIdentity($proof: String!) {
    proveIdentity(proof: $proof) {
      __typename
      ... on InvalidInput {
        fields {
          code
        }
      }
    }
  }
`);

/** What was sent with a form that waits for a proof; the proof itself is never sent back. */
export type Kept = { kept: [string, string][]; fault: 'PROOF' | 'TOO_MANY' | null; ways: ProofWaysQuery };

/** The form as it was sent, to be sent again with a proof. Call it where a mutation asked for one, or a proof was wrong. */
export async function keepForm(context: Parameters<typeof ask>[0], form: FormData, fault: Kept['fault'] = null): Promise<Kept> {
  const kept = [...form].flatMap(([name, value]): [string, string][] => (typeof value === 'string' && name !== 'proof' ? [[name, value]] : []));
  return { kept, fault, ways: await ask(context, proofWays) };
}

/** Sends the proof that a form carries, where it carries one. @returns why it was not taken, or null */
export async function sendProof(context: Parameters<typeof ask>[0], form: FormData): Promise<Kept['fault']> {
  const proof = String(form.get('proof') ?? '');
  if (proof === '') return null;
  const { proveIdentity } = await ask(context, prove, { proof });
  return 'fields' in proveIdentity ? (proveIdentity.fields[0]?.code === 'TOO_MANY' ? 'TOO_MANY' : 'PROOF') : null;
}

/** Asks who it is, and sends what was typed again with the answer: nothing of it is lost, without script too. */
export function ProofForm({ kept, fault, ways, action, next }: Kept & { action: string; next?: string }) {
  const { t } = useSite();
  const { me, signInOptions } = ways;
  const message = fault ? t(`faults.${fault}`) : null;
  return (
    <>
      <ErrorSummary errors={message ? [{ name: 'proof', message }] : []} />
      {signInOptions.providers.length > 0 && (
        <form method="post" action="/account/provider" target="_blank" className="entry-buttons" rel="noopener">
          <input type="hidden" name="next" value="/prove" />
          {signInOptions.providers.map(({ id, name }) => (
            <button key={id} type="submit" name="provider" value={id}>
              {t('accounts.prove.provider', { name })}
            </button>
          ))}
        </form>
      )}
      <form method="post" action={action} id="proof-form" className="section">
        {kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        {next && <input type="hidden" name="next" value={next} />}
        {me?.factors.password && (
          <TextField
            name="proof"
            type="password"
            label={t(me.factors.app ? 'accounts.prove.passwordOrCode' : 'accounts.signIn.password')}
            autoComplete="current-password"
            error={message}
          />
        )}
        <button type="submit">{t('accounts.prove.button')}</button>
      </form>
      {me && me.passkeys.length > 0 && (
        <p hidden className="section" data-passkey="sign-in" data-then="proof-form" data-failed={t('accounts.prove.passkeyFailed')}>
          <button type="button" className="button-quiet">
            {t('accounts.prove.passkey')}
          </button>{' '}
          <span role="status" />
        </p>
      )}
    </>
  );
}

import { ask } from '../api.server.ts';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/prove';
import { useNext } from './parts.tsx';
import { ProofForm, proofWays } from './proof.tsx';
import { toSignIn } from './signed-in.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const ways = await ask(context, proofWays);
  if (!ways.me) throw toSignIn(request);
  return { ways, proved: ways.me.factors.provedLately };
}

/** Asks again who it is, before a change of how one signs in, and leads back. */
export default function ProvePage({ loaderData: { ways, proved } }: Route.ComponentProps) {
  const { t, url } = useSite();
  const next = useNext();
  const fault = (['PROOF', 'TOO_MANY'] as const).find((one) => one === url.searchParams.get('error')) ?? null;
  return (
    <>
      <Meta title={t('accounts.prove.title')} unlisted />
      <PageTitle title={t('accounts.prove.title')} lead={proved && !fault ? undefined : t('accounts.prove.leadAlone')} />
      {proved && !fault ? (
        <>
          <Notice role="status">{t('accounts.prove.done')}</Notice>
          {url.searchParams.has('next') && (
            <p>
              <a href={next}>{t('accounts.prove.on')}</a>
            </p>
          )}
        </>
      ) : (
        <ProofForm kept={[]} fault={fault} ways={ways} action="/account/prove" next={next} />
      )}
    </>
  );
}

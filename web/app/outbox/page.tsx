import { requireSession } from '../accounts/signed-in.ts';
import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { QuietFacts } from '../ui/rows.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/page';
import { Trail } from '../ui/trail.tsx';

const query = graphql(`
  query OutboxPage {
    outbox {
      sending
      mails {
        id
        address
        subject
        text
        attempts
        lastError
        createdAt
        sentAt
      }
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  return ask(context, query);
}

/** A mail's text with its addresses of this site as links. */
function MailText({ text, origin }: { text: string; origin: string }) {
  const parts = text.split(/(https?:\/\/[^\s]+)/);
  return (
    <div className="mail">
      {parts.map((part, index) => {
        const address = index % 2 === 1 ? URL.parse(part) : null;
        // The port may be another one than when the mail was written; the path is what counts.
        const local = address && (address.origin === origin || /^(localhost|127\.0\.0\.1)$/.test(address.hostname)) ? address.pathname + address.search : null;
        return local ? (
          <a key={index} href={local}>
            {part}
          </a>
        ) : (
          part
        );
      })}
    </div>
  );
}

/** What the library mails: on an installation without a mail server, all there is of it. */
export default function OutboxPage({ loaderData: { outbox } }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const date = (iso: string) => format.minute(iso);
  return (
    <>
      <Meta title={t('accounts.outbox.title')} unlisted />
      <Trail />
      <PageTitle title={t('accounts.outbox.title')} lead={t('accounts.outbox.lead')} />
      <Notice>{outbox.sending ? t('accounts.outbox.sending') : t('accounts.outbox.notSending')}</Notice>
      {outbox.mails.length === 0 && <p>{t('accounts.outbox.none')}</p>}
      <ul className="rows">
        {outbox.mails.map((mail) => (
          <li className="row" key={mail.id}>
            <h2 className="row-title">{mail.subject}</h2>
            <QuietFacts
              items={[
                t('accounts.outbox.to', { address: mail.address }),
                date(mail.createdAt),
                mail.sentAt
                  ? t('accounts.outbox.sentAt', { date: date(mail.sentAt) })
                  : !outbox.sending
                    ? t('accounts.outbox.shownOnly')
                    : mail.lastError
                      ? t('accounts.outbox.failed', { count: mail.attempts, error: mail.lastError })
                      : t('accounts.outbox.waiting'),
              ]}
            />
            <details>
              <summary>
                {t('accounts.outbox.open')}
                <span className="hidden">: {mail.subject}</span>
              </summary>
              <MailText text={mail.text} origin={url.origin} />
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}

import type { ReactNode } from 'react';
import type { QuestionPostPartsFragment } from '../graphql/graphql.ts';
import { TextArea, TextField } from '../ui/form.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { QuestionOfPage, Refused } from './shown.ts';

/** A form behind a word: it opens without script, and stays open where it was refused. */
function Tool({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details className="tool" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** The one text that an act is given with. `name` is the field of the API. */
function WithText({
  url,
  post,
  intent,
  name,
  label,
  button,
  refused,
  children,
}: {
  url: string;
  post?: string;
  intent: string;
  name: 'reason' | 'text';
  label: string;
  button: string;
  refused: Refused;
  children?: ReactNode;
}) {
  const mine = refused?.intent === intent ? refused : null;
  const field = [intent, name, ...(post ? [post] : [])].join('-');
  return (
    <form method="post" action={url}>
      {post && <input type="hidden" name="post" value={post} />}
      {children}
      <TextArea
        name={field}
        label={label}
        value={mine?.typed[field] ?? ''}
        error={mine?.errors.find((one) => one.name === field)?.message ?? null}
        rows={3}
        most={1000}
      />
      <button type="submit" name="intent" value={intent} className="button-quiet">
        {button}
      </button>
    </form>
  );
}

type PostToolsProps = { post: QuestionPostPartsFragment; question: QuestionOfPage; refused: Refused; asks: boolean; asking: boolean };

/** What may be done with a text: say that it helped, report it; for who moderates, hide it and settle what was said against that. */
export function PostTools({ post, question: { url, title, progress, viewerKeeps, viewerModerates }, refused, asks, asking }: PostToolsProps) {
  const { t } = useSite();
  const common = { url, post: post.id, refused };
  const is = (intent: string) => refused?.intent === intent;
  const hidden = Boolean(post.hiddenBecause);
  const button = (intent: string, label: string) => (
    <form method="post" action={url}>
      <input type="hidden" name="post" value={post.id} />
      <button type="submit" name="intent" value={intent} className="button-quiet">
        {label}
      </button>
    </form>
  );
  return (
    <div className="tools">
      {viewerKeeps && !asking && !hidden && button(post.helped ? 'unhelped' : 'helped', t(post.helped ? 'questions.show.notHelped' : 'questions.show.helped'))}
      {post.reports.length > 0 && (
        <div>
          <p className="unsure">{t('questions.show.reports')}</p>
          <ul>
            {post.reports.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          {button('keep', t('questions.show.keep'))}
        </div>
      )}
      {asks && !hidden && post.viewerReported && <span className="quiet small">{t('questions.show.reported')}</span>}
      {asks && !hidden && !post.viewerWrote && !post.viewerReported && (
        <Tool title={t('questions.show.report')} open={is('report')}>
          <WithText {...common} intent="report" name="reason" label={t('questions.show.reportReason')} button={t('questions.show.report')} />
        </Tool>
      )}
      {asks && !hidden && post.viewerWrote && progress !== 'CLOSED' && (
        <Tool title={t('questions.show.edit')} open={is('edit')}>
          <EditForm url={url} post={post} title={asking ? title : null} refused={is('edit') && refused?.typed['post'] === post.id ? refused : null} />
        </Tool>
      )}
      {viewerModerates && !hidden && (
        <Tool title={t('questions.show.hide')} open={is('hide')}>
          <WithText {...common} intent="hide" name="reason" label={t('questions.show.hideReason')} button={t('questions.show.hide')} />
        </Tool>
      )}
      {hidden && post.appeal && <p>{t('questions.show.appealed', { text: post.appeal })}</p>}
      {hidden && post.appealAnswer && <p>{t('questions.show.appealAnswered', { text: post.appealAnswer })}</p>}
      {hidden && post.viewerWrote && !post.appeal && (
        <Tool title={t('questions.show.appeal')} open>
          <WithText {...common} intent="appeal" name="text" label={t('questions.show.appealText')} button={t('questions.show.appeal')} />
        </Tool>
      )}
      {hidden && viewerModerates && (
        <>
          {button('show', t('questions.show.showAgain'))}
          {post.appeal && !post.appealAnswer && !post.viewerHid && (
            <Tool title={t('questions.show.stays')} open={is('stays')}>
              <WithText {...common} intent="stays" name="reason" label={t('questions.show.staysReason')} button={t('questions.show.stays')} />
            </Tool>
          )}
        </>
      )}
    </div>
  );
}

/** Changes what the reader wrote; of a question its title too. */
function EditForm({ url, post, title, refused }: { url: string; post: QuestionPostPartsFragment; title: string | null; refused: Refused }) {
  const { t } = useSite();
  const field = (name: 'title' | 'text', was: string) => {
    const own = `edit-${name}-${post.id}`;
    return { name: own, value: refused?.typed[own] ?? was, error: refused?.errors.find((one) => one.name === own)?.message ?? null };
  };
  return (
    <form method="post" action={url}>
      <input type="hidden" name="post" value={post.id} />
      {title !== null && (
        <>
          <input type="hidden" name="asks" value="yes" />
          <TextField {...field('title', title)} label={t('questions.form.line')} most={200} />
        </>
      )}
      <TextArea {...field('text', post.text ?? '')} label={t('questions.show.editText')} rows={6} most={8000} />
      <button type="submit" name="intent" value="edit" className="button-quiet">
        {t('questions.show.edit')}
      </button>
    </form>
  );
}

/** What may be done with a question: mails, and for who keeps it moving, merging and closing. */
export function Keeping({ question: { url, viewerKeeps, viewerMuted, progress }, refused }: { question: QuestionOfPage; refused: Refused }) {
  const { t } = useSite();
  const error = (name: string) => refused?.errors.find((one) => one.name === name)?.message ?? null;
  const is = (intent: string) => refused?.intent === intent;
  const button = (intent: string, label: string) => (
    <form method="post" action={url}>
      <button type="submit" name="intent" value={intent} className="button-quiet">
        {label}
      </button>
    </form>
  );
  return (
    <Section id="keep" title={t('questions.show.keepTitle')}>
      <div className="tools">
        {button(viewerMuted ? 'unmute' : 'mute', t(viewerMuted ? 'questions.show.unmute' : 'questions.show.mute'))}
        {viewerKeeps && (
          <>
            <Tool title={t('questions.show.moveTitle')} open={is('move')}>
              <WithText url={url} refused={refused} intent="move" name="reason" label={t('questions.show.reason')} button={t('questions.show.move')}>
                <TextField
                  name="move-about"
                  label={t('questions.form.about')}
                  help={t('questions.form.aboutHelp')}
                  value={is('move') ? (refused?.typed['move-about'] ?? '') : ''}
                  error={error('move-about')}
                  required={false}
                />
              </WithText>
            </Tool>
            <Tool title={t('questions.show.mergeTitle')} open={is('merge')}>
              <WithText url={url} refused={refused} intent="merge" name="reason" label={t('questions.show.reason')} button={t('questions.show.merge')}>
                <TextField
                  name="merge-into"
                  label={t('questions.show.mergeInto')}
                  value={is('merge') ? (refused?.typed['merge-into'] ?? '') : ''}
                  error={error('merge-into')}
                />
              </WithText>
            </Tool>
            {progress === 'CLOSED' ? (
              button('reopen', t('questions.show.reopen'))
            ) : (
              <Tool title={t('questions.show.closeTitle')} open={is('close')}>
                <WithText url={url} refused={refused} intent="close" name="reason" label={t('questions.show.reason')} button={t('questions.show.close')} />
              </Tool>
            )}
          </>
        )}
      </div>
    </Section>
  );
}

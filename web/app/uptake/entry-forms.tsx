import type { EntryPartsFragment } from '../graphql/graphql.ts';
import { type FieldError, TextArea } from '../ui/form.tsx';
import { useSite } from '../ui/site.tsx';

/** Confirmation and withdrawal, for those who may. */
export function EntryForms({
  entry,
  errors,
  refused,
  answered,
}: {
  entry: EntryPartsFragment;
  errors: FieldError[];
  refused: Record<string, string> | null;
  answered: Record<string, string> | null;
}) {
  const { t } = useSite();
  const name = `reason-${entry.id}`;
  return (
    <div className="uptake-entry-forms">
      {entry.viewerCanConfirm && (
        <form method="post">
          <input type="hidden" name="intent" value="confirm" />
          <input type="hidden" name="entry" value={entry.id} />
          <p className="field-help">{t('uptake.cell.confirmHelp')}</p>
          <button type="submit">{t('uptake.cell.confirm')}</button>
        </form>
      )}
      {entry.viewerCanPublish && (
        <form method="post" className="uptake-publish">
          <input type="hidden" name="intent" value="publish" />
          <input type="hidden" name="entry" value={entry.id} />
          <p className="field-help">{t('uptake.cell.publishHelp')}</p>
          <label>
            {t('uptake.cell.publishDays')} <input type="text" inputMode="numeric" name="days" id={`days-${entry.id}`} defaultValue="30" size={4} />
          </label>{' '}
          <button type="submit">{t('uptake.cell.publish')}</button>
        </form>
      )}
      <Requested entry={entry} errors={errors} refused={answered} />
      {entry.viewerCanWithdraw && entry.withdrawalRequest?.agreed !== null && (
        <details open={refused !== null}>
          <summary>{t('uptake.cell.withdraw')}</summary>
          <form method="post">
            <input type="hidden" name="intent" value="withdraw" />
            <input type="hidden" name="entry" value={entry.id} />
            <TextArea
              name={name}
              label={t('uptake.cell.withdrawReason')}
              most={1000}
              example={t('uptake.cell.withdrawExample')}
              rows={2}
              value={refused?.[name] ?? ''}
              error={refused ? (errors.find((error) => error.name === name)?.message ?? null) : null}
            />
            <button type="submit" className="button-quiet">
              {t('uptake.cell.withdraw')}
            </button>
          </form>
        </details>
      )}
    </div>
  );
}

/** A withdrawal that waits for a second person: agreeing and declining for those who may, taking it back for who asked. */
function Requested({ entry, errors, refused }: { entry: EntryPartsFragment; errors: FieldError[]; refused: Record<string, string> | null }) {
  const { t, format } = useSite();
  const request = entry.withdrawalRequest;
  if (!request || request.agreed !== null || entry.withdrawn) return null;
  const name = `answer-${entry.id}`;
  const who = {
    date: format.date(request.askedOn),
    name: request.askedByName ?? t('uptake.comments.nobody'),
    role: t(`uptake.role.${request.askedAs as 'MEMBER'}`),
    reason: request.reason,
  };
  return (
    <div className="entry-notice" id={`request-${entry.id}`}>
      <p>{t('uptake.cell.withdrawalAsked', who)}</p>
      {request.viewerAsked && (
        <form method="post">
          <input type="hidden" name="intent" value="decline" />
          <input type="hidden" name="entry" value={entry.id} />
          <button type="submit" className="button-quiet">
            {t('uptake.cell.withdrawalTakeBack')}
          </button>
        </form>
      )}
      {request.viewerCanAgree && (
        <>
          <form method="post">
            <input type="hidden" name="intent" value="agree" />
            <input type="hidden" name="entry" value={entry.id} />
            <button type="submit">{t('uptake.cell.withdrawalAgree')}</button>
          </form>
          <form method="post">
            <input type="hidden" name="intent" value="decline" />
            <input type="hidden" name="entry" value={entry.id} />
            <TextArea
              name={name}
              label={t('uptake.cell.withdrawalWhy')}
              most={1000}
              rows={2}
              value={refused?.[name] ?? ''}
              error={refused ? (errors.find((error) => error.name === name)?.message ?? null) : null}
            />
            <button type="submit" className="button-quiet">
              {t('uptake.cell.withdrawalDecline')}
            </button>
          </form>
        </>
      )}
    </div>
  );
}

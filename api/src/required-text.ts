import { type FieldFault, fault } from '#i18n/fault.ts';
import { isUnseen, turningSign } from '#prisma/content/text.ts';

type Missing =
  | 'AMENDMENT_REASON'
  | 'DECISION_REASON'
  | 'EDITION_REASON'
  | 'IMPORT_REASON'
  | 'LIST_REASON'
  | 'JUDGE_REASON'
  | 'MISSING'
  | 'REASON_ARCHIVE'
  | 'REASON_MERGE'
  | 'REASON_REOPEN'
  | 'REASON_WITHDRAW'
  | 'USE_ANSWER'
  | 'USE_TEXT'
  | 'WITHDRAWAL_DECLINE_WHY';

/**
 * What is wrong with a text that somebody must give with an act and that is kept with it, such as a reason: there is nothing in
 * it that anybody could see, it is too long, or signs in it turn the direction of writing, so that it reads as something else.
 * @param missing what is said where there is nothing
 */
export function requiredText(path: string, text: string, missing: Missing, max: number): FieldFault[] {
  if (isUnseen(text)) return [fault(path, missing)];
  if (text.length > max) return [fault(path, 'TOO_LONG', { max })];
  return turningSign(text) === null ? [] : [fault(path, 'TURNING')];
}

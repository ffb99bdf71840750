import type { TFunction } from 'i18next';

/** 1572864 → "1.5 MB". */
export function fileSize(t: TFunction, bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1024 ? t('upload.kilobytes', { size: kilobytes }) : t('upload.megabytes', { size: Math.round((kilobytes / 1024) * 10) / 10 });
}

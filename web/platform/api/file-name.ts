/** The name a server gives a file: RFC 8187's `filename*` when there (Japanese names), else the plain one. */
export function fileNameOf(contentDisposition: string | null, otherwise: string): string {
  const extended = /filename\*\s*=\s*UTF-8''([^;]+)/i.exec(contentDisposition ?? "")?.[1];
  if (extended) {
    try {
      return decodeURIComponent(extended.trim());
    } catch {
      return otherwise;
    }
  }
  return /filename\s*=\s*"?([^";]+)"?/i.exec(contentDisposition ?? "")?.[1]?.trim() ?? otherwise;
}
